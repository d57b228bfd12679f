using System.Text;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Interchange.Points;

/// <summary>Writes every deal of a case as a row: its options' names, and its points to each party with preferences; and a row without a deal.</summary>
internal static class PointsWriter
{
    private const int MostDeals = 50_000;

    public static IReadOnlyList<(string Name, string Text)> Write(Case @case, List<CaseProblem> problems)
    {
        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), CaseNumbers.MidRange(@case), @case.AsOf);
        DealSpace space = problem.Space;
        if (space.Count > MostDeals)
        {
            problems.Add(InterchangeProblems.NotExported($"more than {MostDeals} deals one by one", ForeignFormat.Csv, "Use another format, or 'fulcrum frontier' for the efficient deals."));
            return [];
        }
        Party[] parties = [.. @case.Parties.Where(p => p.Weights is not null)];
        int[] places = [.. parties.Select(p => space.Parties.ToList().IndexOf(p.Id))];
        var text = new StringBuilder();
        text.Append("deal,").AppendJoin(',', parties.Select(p => Cell(p.Name))).Append('\n');
        text.Append(PointsReader.NoDeal).Append(',').AppendJoin(',', places.Select(p => CaseText.Number(problem.NoDeal[p]))).Append('\n');
        foreach ((string label, double[] points) in Deals(@case, space))
        {
            text.Append(Cell(label)).Append(',').AppendJoin(',', places.Select(p => CaseText.Number(points[p]))).Append('\n');
        }
        return [("deals.csv", text.ToString())];
    }

    // In the order of the case's issues and options, not of the space, so that a table that was read comes back in its own order.
    private static IEnumerable<(string Label, double[] Points)> Deals(Case @case, DealSpace space)
    {
        var deals = new List<(int[] Order, string Label, double[] Points)>();
        var picked = new int[space.Blocks.Count];
        while (space.Blocks.All(b => b.Choices.Count > 0))
        {
            DealChoice[] choices = [.. space.Blocks.Select((b, i) => b.Choices[picked[i]])];
            deals.Add((Order(@case, choices), Label(@case, choices), [.. space.Constants.Select((c, p) => c + choices.Sum(choice => choice.Points[p]))]));
            int at = 0;
            while (at < picked.Length && ++picked[at] == space.Blocks[at].Choices.Count)
            {
                picked[at++] = 0;
            }
            if (at == picked.Length)
            {
                break;
            }
        }
        return deals.OrderBy(d => d.Order, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))).Select(d => (d.Label, d.Points));
    }

    private static int[] Order(Case @case, DealChoice[] choices) =>
        [.. @case.Issues.Select(i => i.IndexOf(Option(i, choices))), .. choices.Where(c => c.Terms.Lever is not null).Select(c => c.Terms.LeverIncluded ? 1 : 0)];

    private static OptionId Option(Issue issue, DealChoice[] choices) =>
        choices.SelectMany(c => c.Terms.Options).Where(o => o.Issue == issue.Id).Select(o => o.Option).FirstOrDefault(issue.Options[issue.StatusQuo].Id);

    private static string Label(Case @case, DealChoice[] choices) => string.Join(" / ",
        @case.Issues.Select(i => i.Options[i.IndexOf(Option(i, choices))].Name)
            .Concat(choices.Where(c => c.Terms.LeverIncluded && c.Terms.Lever is not null).Select(c => "with " + c.Terms.Lever!.Value.Value)));

    private static string Cell(string text)
    {
        string safe = CsvFile.Guarded(text);
        return safe.AsSpan().IndexOfAny(",;\"\n\r") >= 0 || safe != safe.Trim() ? "\"" + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : safe;
    }
}
