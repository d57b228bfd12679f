using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>Readings side by side: never averaged. All were drawn with the same seed, so that equal assumptions have equal numbers in each draw.</summary>
public static class Comparison
{
    private const string Absent = "not in this reading";

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
            .Select(path => new AssumptionDifference(path, tables.Select(t => t.GetValueOrDefault(path) ?? new AssumptionValue(Absent, "", [], null)).ToArray()))
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
                $"A single deal is open: {string.Join("; ", columns.Select(c => $"{c.Name} {Wording.Frequency(c.Analysis.Zone!.Single)}"))}.", []));
        }
        foreach (TotalCost total in columns[0].Analysis.Totals.Where(t => columns[0].Analysis.Hands.Any(h => h.Party == t.Party && h.Focus)))
        {
            sentences.Add(new InShortSentence(
                $"What the changes cost {total.Name}, of its 100: {string.Join("; ", columns.Select(c => $"{c.Name} {Total(c.Analysis, total.Party)}"))}.", []));
        }
        sentences.AddRange(PartingChanges(columns));
        return [.. sentences];
    }

    private static string Total(Analysis analysis, string party) =>
        analysis.Totals.FirstOrDefault(t => t.Party == party) is { } total ? Wording.Size(total.Points) : "not known";

    // Changes on whose cost to the first focus party the readings part: different likelihood words.
    private static IEnumerable<InShortSentence> PartingChanges(ReadingColumn[] columns)
    {
        foreach (ChangeAnswer change in columns[0].Analysis.Changes.Where(c => c.Costs.Count > 0))
        {
            var chances = columns.Select(c => (c.Name, Cost: CostOf(c.Analysis, change))).ToArray();
            if (chances.All(c => c.Cost is not null) && chances.Select(c => c.Cost!.PointOrMore.Word).Distinct(StringComparer.Ordinal).Count() > 1)
            {
                yield return new InShortSentence(
                    $"They part on '{change.Name}' - it costs {change.Costs[0].Name} a point or more: {string.Join("; ", chances.Select(c => $"{c.Name} {Wording.Frequency(c.Cost!.PointOrMore)}"))}.", []);
            }
        }
    }

    private static ChangeCost? CostOf(Analysis analysis, ChangeAnswer change) =>
        analysis.Changes.FirstOrDefault(c => c.Id == change.Id)?.Costs.FirstOrDefault(c => c.Party == change.Costs[0].Party);
}
