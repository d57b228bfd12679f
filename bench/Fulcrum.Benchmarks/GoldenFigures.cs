using System.Globalization;
using System.Text.Json;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum.Benchmarks;

/// <summary>
/// Published negotiation domains against figures of another implementation: frontier sizes, and single deals by four concepts. The domains stay outside the
/// repository; the folder holds one folder per domain and 'golden.json'.
/// </summary>
internal static class GoldenFigures
{
    // The figures are rounded to six decimals, of a scale of 0 to 1.
    private const double Rounding = 1.000001e-6;

    // Theirs, apart from Nash: gains from a party's worst deal where that is better than no deal, hopes over all deals, welfare over all deals.
    private static readonly (string Name, SettlementOptions Options)[] Solutions =
    [
        ("nash_d_rv", new SettlementOptions { Single = true }),
        ("egal", new SettlementOptions { Single = true, Concept = Concept.Egalitarian, Disagreement = Disagreement.WorstDeal }),
        ("ks_maximin", new SettlementOptions { Single = true, Concept = Concept.KalaiSmorodinsky, Disagreement = Disagreement.WorstDeal, Ideal = IdealPoint.Any }),
        ("welfare", new SettlementOptions { Single = true, Concept = Concept.WelfareOfAll }),
    ];

    public static int Run(string folder, TextWriter output)
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "golden.json")));
        int wrong = 0;
        output.WriteLine("| domain | parties | deals | frontier | open | Nash | egalitarian | Kalai-Smorodinsky | welfare |");
        output.WriteLine("|---|---:|---:|---:|---:|---|---|---|---|");
        foreach (JsonProperty domain in golden.RootElement.EnumerateObject().OrderBy(d => d.Name, StringComparer.Ordinal))
            wrong += Row(Path.Combine(folder, domain.Name), domain, output);
        output.WriteLine();
        foreach (string published in (string[])["10issues", "S-1NIKFRT-1"])
            wrong += Points(folder, published, output);
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wrong} differences; peak memory over all domains {Timing.PeakMegabytes():f0} MB"));
        return wrong == 0 ? 0 : 1;
    }

    private static int Row(string folder, JsonProperty domain, TextWriter output)
    {
        Workbench workbench = Workbench.Open(folder);
        FrontierAnswer frontier = workbench.Frontier(CaseRequest.Base, new FrontierOptions()).Value ?? throw new InvalidDataException(folder);
        int size = domain.Value.GetProperty("pareto").GetInt32();
        int open = domain.Value.GetProperty("pareto_ir").GetInt32();
        int openFound = frontier.Points.Count(p => p.Open);
        var cells = new List<string>
        {
            domain.Name, frontier.Parties.Count.ToString(CultureInfo.InvariantCulture), frontier.Deals, Cell(frontier.Points.Count, size), Cell(openFound, open),
        };
        int wrong = (frontier.Points.Count == size ? 0 : 1) + (openFound == open ? 0 : 1);
        foreach ((string name, SettlementOptions options) in Solutions)
        {
            string? difference = Difference(workbench, options, domain.Value.GetProperty(name));
            cells.Add(difference ?? "equal");
            wrong += difference is null ? 0 : 1;
        }
        output.WriteLine($"| {string.Join(" | ", cells)} |");
        return wrong;
    }

    // Spaces of hyper-rectangles with published frontiers: single precision, of a scale of 0 to 1.
    private static int Points(string folder, string domain, TextWriter output)
    {
        const double SinglePrecision = 1e-6;
        double[][] published = [.. File.ReadLines(Path.Combine(folder, domain, "pareto.xml")).Where(l => l.Contains(',', StringComparison.Ordinal))
            .Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).OrderByDescending(p => p[0])];
        FrontierAnswer found = Workbench.Open(Path.Combine(folder, domain)).Frontier(CaseRequest.Base, new FrontierOptions()).Value ?? throw new InvalidDataException(domain);
        bool same = found.Points.Count == published.Length
            && found.Points.Zip(published).All(p => p.First.Utilities.Zip(p.Second).All(u => Math.Abs(u.First / 100 - u.Second) <= SinglePrecision));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{domain}: {found.Deals} deals, {found.Points.Count} efficient points, {(same ? "those published" : "**not those published**")}"));
        return same ? 0 : 1;
    }

    private static string Cell(int found, int expected) =>
        found == expected ? found.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"**{found}, not {expected}**");

    // Parties as a multiset: the order of profiles is the files' own.
    private static string? Difference(Workbench workbench, SettlementOptions options, JsonElement expected)
    {
        SolveAnswer solved = workbench.Solve(CaseRequest.Base, options).Value!;
        double[] found = [.. solved.Parties.Select(p => p.Utility / 100).Order()];
        double[] wanted = [.. expected.EnumerateArray().Select(e => e.GetDouble()).Order()];
        // Several deals can share the largest sum.
        bool tie = options.Concept == Concept.WelfareOfAll && solved.Ties.Count > 0 && Math.Abs(found.Sum() - wanted.Sum()) <= Rounding * found.Length;
        bool same = found.Length == wanted.Length && found.Zip(wanted).All(p => Math.Abs(p.First - p.Second) <= Rounding);
        return same || tie ? null : string.Create(
            CultureInfo.InvariantCulture, $"**{string.Join(" ", found.Select(f => f.ToString("0.######", CultureInfo.InvariantCulture)))}**, not {string.Join(" ", wanted)}");
    }
}
