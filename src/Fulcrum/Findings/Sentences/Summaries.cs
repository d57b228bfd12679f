using Fulcrum.Bargaining;
using Fulcrum.Findings.Tables;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Sentences;

/// <summary>The sentences of 'in short', each naming the findings that it sums up.</summary>
internal static class Summaries
{
    /// <summary>Costs this near, in points, are the same: hands are known to about as much.</summary>
    private const double Equal = 1e-6;

    /// <summary>A party that a point or more is lost or gained by in fewer draws is left to the findings.</summary>
    private const double WorthMention = 0.2;

    public static IReadOnlyList<InShortSentence> Of(DrawTable table, IReadOnlyList<TotalCost> totals, IReadOnlyList<Finding> findings)
    {
        InShortSentence[] ofModel = new[] { Totals(table, totals, findings), Costliest(table, findings), Zone(table, findings) }.OfType<InShortSentence>().ToArray();
        return ofModel.Length > 0
            ? ofModel
            : findings.Where(f => f.Kind is FindingKind.AskedAndMet or FindingKind.Ledger or FindingKind.NotAnswerable).Take(3).Select(Quote).ToArray();
    }

    // Losers first, then gainers; the likelihood word stands beside the first count only.
    private static InShortSentence? Totals(DrawTable table, IReadOnlyList<TotalCost> totals, IReadOnlyList<Finding> findings)
    {
        TotalCost[] focus = table.Focus.Select(p => totals.FirstOrDefault(t => t.Party == table.Id(p))).OfType<TotalCost>().Where(t => t.Points is not null).ToArray();
        TotalCost[] losers = focus.Where(t => t.PointOrMore.Share >= WorthMention && t.PointOrMore.Hits >= t.Better.Hits).ToArray();
        TotalCost[] gainers = focus.Where(t => t.Better.Share >= WorthMention && t.Better.Hits > t.PointOrMore.Hits).ToArray();
        if (losers.Length + gainers.Length == 0)
        {
            return null;
        }
        string cost = string.Join(" and ", losers.Select((t, i) =>
            i == 0 ? $"cost {t.Name} a point or more of its 100 {Wording.Frequency(t.PointOrMore)}, {Wording.Size(t.Points)}" : $"{t.Name} {t.PointOrMore.InDraws}, {Wording.Size(t.Points)}"));
        string gain = string.Join(" and ", gainers.Select((t, i) =>
            $"{(i > 0 ? t.Name : losers.Length == 0 ? $"left {t.Name} a point or more better off" : $"they left {t.Name} better off")} "
            + $"{(i == 0 && losers.Length == 0 ? Wording.Frequency(t.Better) : t.Better.InDraws)}, by {Wording.Size(Negated(t.Points!))}"));
        int changes = table.Input.Plan.Changes.Count(c => !c.Undone);
        return new InShortSentence(
            $"The {Wording.Count(changes, "net change", "net changes")} since {Wording.Day(table.Case.Starts)} {string.Join("; ", new[] { cost, gain }.Where(p => p.Length > 0))}.",
            findings.Where(f => f.Kind == FindingKind.TotalCost).Select(f => f.Id).ToArray());
    }

    private static Spread Negated(Spread points) => new(-points.Median, -points.P95, -points.P5, points.Count);

    private static InShortSentence? Zone(DrawTable table, IReadOnlyList<Finding> findings)
    {
        Finding? zone = findings.FirstOrDefault(f => f.Kind == FindingKind.Zone), earlier = findings.FirstOrDefault(f => f.Kind == FindingKind.RealityCheck);
        return zone is null ? null
            : earlier is null ? Quote(zone)
            : new InShortSentence($"{zone.Text.TrimEnd('.')}, and so it was on {ZoneSentences.EarlierDates(table)}, when none was made.", [zone.Id, earlier.Id]);
    }

    private static InShortSentence Quote(Finding finding) => new(finding.Text, [finding.Id]);

    // Under the 90 % rule: named outright only when one change costs the first focus party most in at least nine draws of ten.
    private static InShortSentence? Costliest(DrawTable table, IReadOnlyList<Finding> findings)
    {
        if (table.Focus.Count == 0 || table.Draws.Count == 0 || table.Input.Plan.Changes.Count < 2)
        {
            return null;
        }
        int party = table.Focus[0];
        var all = Leaders(table);
        Chance most = all[0].Leads;
        NetChange[] first = all.TakeWhile(l => l.Leads.Hits == most.Hits).Select(l => l.Change).ToArray();
        if (most.Hits == 0)
        {
            return null;
        }
        string label = string.Join(" or ", first.Select(c => $"'{ChangeWords.Label(table.Case, c)}'"));
        string[] behind = findings.Where(f => f.Kind == FindingKind.ChangeCost && first.Any(c => f.Supports.Contains(c.Id))).Select(f => f.Id).Take(first.Length).ToArray();
        string name = table.Name(party);
        return new InShortSentence(
            Likelihood.Settles(most)
                ? $"The costliest for {name} was {label}, {most.InDraws}."
                : $"Which change cost {name} most is {Likelihood.NotSettled}; most often it is {label}, {most.InDraws}{(first.Length > 1 ? " each" : "")}.",
            behind);
    }

    /// <summary>Each change with the draws in which it is the costliest for the first focus party, the most first, then by id.</summary>
    public static (NetChange Change, Chance Leads)[] Leaders(DrawTable table) => table.Focus.Count == 0 ? [] : Enumerable.Range(0, table.Input.Plan.Changes.Count)
        .Select(c => (Change: table.Input.Plan.Changes[c], Leads: table.Chance(d => Leads(d, c, table.Focus[0]))))
        .OrderByDescending(l => l.Leads.Hits).ThenBy(l => l.Change.Id, StringComparer.Ordinal).ToArray();

    /// <summary>Whether in this draw the change costs the party a point or more, and more than every other change does: of equals none leads.</summary>
    public static bool Leads(DrawResult draw, int change, int party)
    {
        double own = draw.CostShare[change][party];
        return Noticeable.Up(own) && !draw.CostShare.Where((c, at) => at != change && c[party] + Equal >= own).Any();
    }
}
