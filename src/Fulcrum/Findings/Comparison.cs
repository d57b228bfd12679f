using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>Readings side by side: never averaged. All were drawn with the same seed, so that equal assumptions have equal numbers in each draw.</summary>
internal static class Comparison
{
    private const double Parting = 0.2;
    private const int MostPartings = 4;
    /// <summary>Stands for what a reading does not have.</summary>
    internal const string Unstated = "not in this reading";

    public static CompareAnswer Compose(IReadOnlyList<(Case Case, Analysis Analysis)> readings)
    {
        ReadingColumn[] columns = readings.Select(r => new ReadingColumn(r.Analysis.Reading, r.Analysis.ReadingName, Says(r.Case), r.Analysis)).ToArray();
        return new CompareAnswer(columns, Differences(readings.Select(r => r.Case).ToArray()), InShort(columns));
    }

    private static string Says(Case @case) =>
        @case.AppliedReading is { } id ? @case.Readings.FirstOrDefault(r => r.Id == id)?.Says ?? "" : "The case as its files state it, without anybody's reading.";

    /// <summary>Every number, ranking and red line that is not the same in all cases, by path.</summary>
    public static IReadOnlyList<AssumptionDifference> Differences(IReadOnlyList<Case> cases)
    {
        Dictionary<string, AssumptionValue>[] tables = cases.Select(Assumptions).ToArray();
        return tables
            .SelectMany(t => t.Keys)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(path => new AssumptionDifference(path, tables.Select(t => t.GetValueOrDefault(path) ?? new AssumptionValue(Unstated, "", [], null)).ToArray()))
            .Where(d => d.Values.Select(v => v.Text).Distinct(StringComparer.Ordinal).Count() > 1)
            .ToArray();
    }

    private static Dictionary<string, AssumptionValue> Assumptions(Case @case)
    {
        var table = new Dictionary<string, AssumptionValue>(StringComparer.Ordinal);
        foreach (Quantity quantity in @case.Quantities)
        {
            table[quantity.Path] = Value(NumberWords.Of(quantity.Shape), quantity.Support);
        }
        foreach (Ranking ranking in @case.Rankings)
        {
            table[ranking.Path] = Value(NumberWords.Of(ranking), ranking.Support);
        }
        foreach (RedLine line in @case.RedLines)
        {
            table[$"refuses.{line.Party}.{line.Issue}"] = Value(string.Join(", ", line.Options), line.Support);
        }
        foreach (Issue issue in @case.Issues)
        {
            foreach (IssueOption option in issue.Options.Where(o => o.OnlyNoDeal))
            {
                table[$"issues.{issue.Id}.options.{option.Id}.only"] = new AssumptionValue("no-deal", "", [], null);
            }
        }
        foreach (Outcome outcome in @case.NoDeal?.Courses.SelectMany(c => c.Outcomes) ?? [])
        {
            table[$"{PathOf(outcome)}.as"] = Value(Facts(@case, outcome), outcome.Support);
        }
        foreach (Move move in @case.Moves)
        {
            table[$"ledger.{move.Id}.in-model"] = new AssumptionValue(move.InModel ? "yes" : "no", "", [], null);
        }
        return table;
    }

    private static string PathOf(Outcome outcome) =>
        outcome.Chance.Path.EndsWith(".chance", StringComparison.Ordinal) ? outcome.Chance.Path[..^".chance".Length] : outcome.Chance.Path;

    private static string Facts(Case @case, Outcome outcome) =>
        string.Join(", ", @case.Issues.Select((issue, i) => $"{issue.Id}: {issue.Options[outcome.Facts[i]].Id}"));

    private static AssumptionValue Value(string text, Support support) =>
        new(text, Wording.MarkSign(support.Mark), support.Evidence.Select(e => e.Value).ToArray(), support.Note);

    private static InShortSentence[] InShort(ReadingColumn[] columns)
    {
        var sentences = new List<InShortSentence>();
        if (columns.All(c => c.Analysis.Zone is not null))
        {
            sentences.Add(new InShortSentence(
                $"A single deal is open: {string.Join("; ", columns.Select(c => $"{c.Name} {c.Analysis.Zone!.Single.InDraws}"))}.", []));
        }
        foreach (TotalCost total in columns[0].Analysis.Totals.Where(t => columns[0].Analysis.Hands.Any(h => h.Party == t.Party && h.Focus)))
        {
            sentences.Add(new InShortSentence(
                $"How the changes moved the hand of {total.Name}, in points of its 100: {string.Join("; ", columns.Select(c => $"{c.Name} {Total(c.Analysis, total.Party)}"))}.", []));
        }
        sentences.AddRange(PartingChanges(columns));
        return [.. sentences];
    }

    private static string Total(Analysis analysis, string party) =>
        analysis.Totals.FirstOrDefault(t => t.Party == party) is { } total && total.Points is { } cost
            ? Wording.Signed(new Spread(-cost.Median, -cost.P95, -cost.P5, cost.Count))
            : "not known";

    // Changes on whose cost to the first focus party the readings part, the widest apart first: by a fifth of the draws at least, and by more than chance.
    private static IEnumerable<InShortSentence> PartingChanges(ReadingColumn[] columns) =>
        columns[0].Analysis.Changes
            .Where(change => change.Costs.Count > 0 && columns.All(c => CostOf(c.Analysis, change) is not null))
            .Select(change => (Change: change, Chances: columns.Select(c => (c.Name, Chance: CostOf(c.Analysis, change)!.PointOrMore)).ToArray()))
            .Select(p => (p.Change, p.Chances, Apart: p.Chances.Max(c => c.Chance.Share) - p.Chances.Min(c => c.Chance.Share)))
            .Where(p => p.Apart >= Parting && p.Apart > TwoErrors(p.Chances.Min(c => c.Chance.Of)))
            .OrderByDescending(p => p.Apart).ThenBy(p => p.Change.Id, StringComparer.Ordinal).Take(MostPartings)
            .Select(p => new InShortSentence(
                $"They part on '{p.Change.Name}', which costs {p.Change.Costs[0].Name} a point or more: {string.Join("; ", p.Chances.Select(c => $"{c.Name} {c.Chance.InDraws}"))}.", []));

    // Two standard errors of a difference of two shares, at their widest.
    private static double TwoErrors(int draws) => 2 * Math.Sqrt(0.5 / draws);

    private static ChangeCost? CostOf(Analysis analysis, ChangeAnswer change) =>
        analysis.Changes.FirstOrDefault(c => c.Id == change.Id)?.Costs.FirstOrDefault(c => c.Party == change.Costs[0].Party);
}
