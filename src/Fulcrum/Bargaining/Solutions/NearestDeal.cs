using System.Numerics;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>The open deal that is nearest to an offer, with what is proven of it.</summary>
/// <param name="Deal">The fewest changed blocks that were found, and of those the deal that leaves the worst-off of those whose consent it needs best off; null where no deal was found.</param>
/// <param name="TooFew">So many changed blocks are proven not to be enough: as many as there are where no deal is open.</param>
/// <param name="Missing">By how much another deal of no more changes could leave the worst-off better, in points; 0 when proven.</param>
internal sealed record NearestAnswer(Deal? Deal, int TooFew, double Missing);

/// <summary>
/// Finds it by the branch and bound of the single deals: a further party of no consequence has a point less for every block that differs from the offer. First it gains as much as it can
/// while nobody is worse off, then the worst-off does while it keeps that.
/// </summary>
internal sealed class NearestDeal(BargainingProblem problem, Deal offer, int mostBranches, CancellationToken cancellation)
{
    // Of a count of changes, and of points.
    private const double Rounding = 1e-6, Same = 1e-9;

    // A table holds 64, one of them ours.
    private const int MostParties = 64;

    private readonly LotterySolver lottery = new();
    private readonly int blocks = problem.Space.Blocks.Count;
    private readonly int keeper = problem.NoDeal.Count;

    /// <summary>For the first coalition, whose consent an offer needs.</summary>
    public NearestAnswer Find()
    {
        if (keeper >= MostParties)
            return new NearestAnswer(null, 0, 0);
        DealTable table = DealTable.Of(Counted(blocks));
        ulong own = table.ToCanonical(table.Coalitions[0]);
        ulong[] sets = [.. ConsentSets.Of(table, own).Select(table.ToProblem)];
        (List<(ulong Set, int AtLeast)> able, int fewest, Deal? nearest) = Fewest(table, sets);
        bool whole = ConsentSets.AreAll(table, own);
        int tooFew = whole && table.Gap == 0 ? able.Select(a => a.AtLeast).Append(blocks + 1).Min() - 1 : 0;
        if (nearest is null)
            return new NearestAnswer(null, Math.Min(tooFew, blocks), 0);
        DealTable kept = DealTable.Of(Counted(fewest));
        (Deal Deal, double Margin) best = (nearest, MarginOf(nearest));
        double most = double.NegativeInfinity;
        foreach ((ulong set, int atLeast) in able.Where(a => a.AtLeast <= fewest))
        {
            if (WorstOff(kept, kept.ToCanonical(set), out double bound) is { } found && found.Margin > best.Margin + Same)
                best = found;
            most = Math.Max(most, bound);
        }
        return new NearestAnswer(best.Deal, tooFew, whole ? Math.Max(0, most - best.Margin - Same) + table.Gap : double.PositiveInfinity);
    }

    private double MarginOf(Deal deal)
    {
        ulong needed = deal.Choices.Select((c, b) => problem.Space.Blocks[b].Choices[c].Needs).Aggregate(problem.Coalitions[0], (all, needs) => all | needs);
        double[] values = problem.Space.ValuesOf(deal);
        return Enumerable.Range(0, keeper).Where(i => (needed >> i & 1) != 0).Select(i => values[i] - problem.NoDeal[i]).DefaultIfEmpty(double.PositiveInfinity).Min();
    }

    private static double[] Ones(int count) => [.. Enumerable.Range(0, count).Select(_ => 1.0)];

    // With the further party, last of all, who must not see more blocks changed than that.
    private BargainingProblem Counted(int changes)
    {
        DealBlock[] counted = [.. problem.Space.Blocks.Select((block, b) => block with
        {
            Choices = [.. block.Choices.Select((choice, c) => choice with { Points = [.. choice.Points, c == offer.Choices[b] ? 0 : -1] })],
        })];
        PartyId[] parties = [.. problem.Space.Parties, new PartyId("blocks-as-offered")];
        return new BargainingProblem(
            new DealSpace(parties, counted, [.. problem.Space.Constants, 0]), [.. problem.NoDeal, -changes], Ones(parties.Length), [problem.Coalitions[0] | 1UL << keeper]);
    }

    // Of the sets of signers that may have a deal how many changes they need at least; and the fewest found.
    private (List<(ulong Set, int AtLeast)> Able, int Fewest, Deal? Nearest) Fewest(DealTable table, ulong[] sets)
    {
        var able = new List<(ulong, int)>();
        (int fewest, Deal? nearest) = (int.MaxValue, null);
        foreach (ulong set in sets)
        {
            cancellation.ThrowIfCancellationRequested();
            ulong consent = table.ToCanonical(set);
            int member = MemberOf(table, consent);
            if (lottery.Extreme(table, consent, member) is not var (gain, price))
                continue;
            MemberRole[] roles = Filled(lottery.Usable.Count, MemberRole.AtLeast);
            roles[member] = MemberRole.Rising;
            SingleAnswer answer = Run(roles, price);
            int atLeast = Math.Max(0, blocks - (int)Math.Floor(gain + Rounding));
            if (answer.Choices is not null)
            {
                int changes = blocks - (int)Math.Round(answer.Value[0]);
                (fewest, nearest) = changes < fewest ? (changes, table.ToProblem(answer.Choices)) : (fewest, nearest);
                able.Add((set, answer.Complete ? changes : atLeast));
            }
            else if (!answer.Complete)
            {
                able.Add((set, atLeast));
            }
        }
        return (able, fewest, nearest);
    }

    // The largest worst-off gain found, and the most that there can be.
    private (Deal Deal, double Margin)? WorstOff(DealTable table, ulong consent, out double bound)
    {
        cancellation.ThrowIfCancellationRequested();
        int member = MemberOf(table, consent);
        (bound, double[] price) = lottery.Margin(table, consent, member);
        MemberRole[] roles = Filled(lottery.Usable.Count, MemberRole.Rising);
        roles[member] = MemberRole.AtLeast;
        SingleAnswer answer = Run(roles, price);
        if (answer.Complete)
            bound = answer.Choices is null ? double.NegativeInfinity : answer.Value[0];
        return answer.Choices is null ? null : (table.ToProblem(answer.Choices), answer.Value[0]);
    }

    private SingleAnswer Run(MemberRole[] roles, double[] price) =>
        new SingleSearch(lottery.Arrays).Run(lottery.Usable, new SingleGoal(GoalKind.Least, roles, Ones(roles.Length), Watched: false, price, MostTies: 0), new SearchBudget(mostBranches), cancellation);

    private int MemberOf(DealTable table, ulong consent)
    {
        int place = Array.IndexOf(table.PartyOrder, keeper);
        return BitOperations.PopCount(consent & ((1UL << place) - 1));
    }

    private static MemberRole[] Filled(int count, MemberRole role)
    {
        var roles = new MemberRole[count];
        Array.Fill(roles, role);
        return roles;
    }
}
