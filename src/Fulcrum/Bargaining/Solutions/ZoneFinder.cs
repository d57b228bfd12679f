using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>Whether a deal is open to some coalition, and if not, who stands in the way and how far.</summary>
internal sealed class ZoneFinder(DealTable table, SearchBudget budget, CancellationToken cancellation)
{
    /// <summary>A margin this little below 0 is rounding, in points.</summary>
    public const double Rounding = 1e-9;

    private readonly LotterySolver lottery = new();
    private bool whole = true;

    public AgreementZone Find()
    {
        var single = new SingleSolver(lottery, budget, cancellation);
        List<ulong> sets = Sets();
        (double margin, double mixed, var best) = Margins(single, sets);
        bool open = margin >= -Rounding;
        double[] change = open ? new double[table.Parties] : NeededChange(single, sets);
        IReadOnlyList<PartyId> blockers = open ? [] : Blockers(change, best);
        return new AgreementZone(
            open, mixed >= -Rounding, margin, mixed, best is null ? null : table.ToProblem(best.Value.Answer.Choices!), blockers, change)
        {
            Proven = open || (whole && (table.Gap == 0 || margin < -table.Gap)),
        };
    }

    /// <summary>The largest worst-party gain over single deals alone.</summary>
    public double Margin()
    {
        var single = new SingleSolver(lottery, budget, cancellation);
        double margin = double.NegativeInfinity;
        foreach (ulong consent in Sets())
        {
            SingleAnswer answer = single.Margin(table, consent);
            margin = answer.Choices is null ? margin : Math.Max(margin, answer.Value[0]);
        }
        return margin;
    }

    private List<ulong> Sets()
    {
        var sets = new List<ulong>();
        foreach (ulong coalition in table.Coalitions)
        {
            foreach (ulong consent in ConsentSets.Of(table, table.ToCanonical(coalition)))
            {
                if (!sets.Contains(consent))
                    sets.Add(consent);
            }
        }
        return sets;
    }

    private (double Margin, double Mixed, (SingleAnswer Answer, ulong Consent)? Best) Margins(SingleSolver single, List<ulong> sets)
    {
        double mixed = double.NegativeInfinity;
        double margin = double.NegativeInfinity;
        (SingleAnswer Answer, ulong Consent)? best = null;
        foreach (ulong consent in sets)
        {
            (double mixedHere, SingleAnswer answer) = single.Margins(table, consent);
            mixed = Math.Max(mixed, mixedHere);
            whole &= answer.Complete;
            if (answer.Choices is null || (best is not null && answer.Value[0] <= margin + Rounding))
                continue;
            margin = answer.Value[0];
            best = (answer, consent);
        }
        return (margin, Math.Max(mixed, margin), best); // equal but for rounding where single deals do as well
    }

    // By index in the problem.
    private double[] NeededChange(SingleSolver single, List<ulong> sets)
    {
        var change = new double[table.Parties];
        Array.Fill(change, double.PositiveInfinity);
        foreach (ulong consent in sets)
        {
            lottery.Usable.Fill(table, consent);
            int[] members = lottery.Usable.Members.ToArray();
            for (int m = 0; m < members.Length; m++)
            {
                int party = table.PartyOrder[members[m]];
                if (single.Extreme(table, consent, m) is { } answer)
                    change[party] = Math.Min(change[party], -answer.Value[0]);
            }
        }
        return change;
    }

    private List<PartyId> Blockers(double[] change, (SingleAnswer Answer, ulong Consent)? best)
    {
        IReadOnlyList<PartyId> parties = table.Problem.Space.Parties;
        var alone = Enumerable.Range(0, table.Parties).Where(i => double.IsFinite(change[i])).ToList();
        if (alone.Count == 0 && best is var (answer, consent))
        {
            lottery.Usable.Fill(table, consent);
            double worst = answer.Gains.Length > 0 ? answer.Gains.Min() : 0;
            for (int m = 0; m < answer.Gains.Length; m++)
            {
                if (answer.Gains[m] <= worst + Rounding)
                    alone.Add(table.PartyOrder[lottery.Usable.Members[m]]);
            }
        }
        return alone.Select(i => parties[i]).OrderBy(p => p.Value, StringComparer.Ordinal).ToList();
    }
}
