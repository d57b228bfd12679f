using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings.Sentences;

/// <summary>Where more than two must agree: a deal over somebody's head, and whose walk-out would cost each of them most.</summary>
internal static class ConsentSentences
{
    private const int Fewest = 3;

    /// <param name="report">With every number at its middle; null where it was not worked out.</param>
    public static IEnumerable<Draft> All(Case @case, ConsentReport? report)
    {
        if (report is null || report.WalkOuts.Count < Fewest)
        {
            return [];
        }
        return new[] { OverSomebodysHead(@case, report), Dependence(@case, report) }.OfType<Draft>();
    }

    // Of several the one that takes most from a party left out, which is compared with that party's own refusal alone.
    private static Draft? OverSomebodysHead(Case @case, ConsentReport report)
    {
        var found = report.Winning.Concat(report.Others).Where(o => o.Open)
            .SelectMany(o => o.WorseOff.Select(p => (Deal: o, Party: p, Short: Loss(report, o, p)))).Where(x => Noticeable.Up(x.Short))
            .OrderByDescending(x => x.Short).ToArray();
        if (found.Length == 0)
        {
            return null;
        }
        (CoalitionOutcome deal, PartyId left, double lost) = found[0];
        int more = found.Select(x => x.Deal).Distinct().Count() - 1;
        string others = more == 0 ? "" : more == 1 ? " So could one other group." : FormattableString.Invariant($" So could {more} other groups, each over the head of somebody.");
        return new Draft(
            FindingKind.Consent,
            $"A deal over somebody's head: {Wording.List([.. deal.Members.Select(m => @case.Party(m).Name)])} could settle without {@case.Party(left).Name}, "
                + $"which would leave {@case.Party(left).Name} {Wording.Points(lost)} points of its 100 below what its own refusal would leave it.",
            $"With every number at its middle and the consent rule as the case states it.{others}", ["="], [.. deal.Members.Append(left).Select(p => p.Value)]);
    }

    private static Draft? Dependence(Case @case, ConsentReport report)
    {
        var most = new List<string>();
        foreach (PartyId party in report.WalkOuts.Select(w => w.Party))
        {
            int place = report.Parties.ToList().IndexOf(party);
            WalkOut dearest = report.WalkOuts.Where(w => w.Party != party).MaxBy(w => w.Losses[place])!;
            if (Noticeable.Up(dearest.Losses[place]))
            {
                most.Add($"{@case.Party(party).Name} most if {@case.Party(dearest.Party).Name} does ({Wording.Points(dearest.Losses[place])} points of its own 100)");
            }
        }
        return most.Count == 0 ? null : new Draft(
            FindingKind.Consent, $"If somebody whose consent counts walks out, it costs {Wording.List(most)}.",
            "With every number at its middle, against each party's own hand. Whoever loses most by a walk-out depends most on whoever could walk out.", ["="],
            [.. report.WalkOuts.Select(w => w.Party.Value)]);
    }

    private static double Loss(ConsentReport report, CoalitionOutcome outcome, PartyId party)
    {
        int place = report.Parties.ToList().IndexOf(party);
        return report.NoDeal[place] - outcome.Values[place];
    }
}
