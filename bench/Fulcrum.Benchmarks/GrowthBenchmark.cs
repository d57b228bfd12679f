using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Benchmarks;

/// <summary>How the time of a certified Nash mixture grows with the number of issues: 10^5 to 10^100 deals.</summary>
internal static class GrowthBenchmark
{
    // Equally many choices in each row: a processor learns the branches of a few small problems by heart, and of no large one.
    private const int Issues = 1600;

    public static int Run(TextWriter output)
    {
        int[] sizes = [5, 10, 20, 50, 100];
        var solver = new LotterySolver();
        DealTable[][] tables = [.. sizes.Select(n => Open(solver, n).Take(Issues / n).ToArray())];
        double[] gaps = [.. tables.Select(t => t.Max(x => solver.Solve(x, 7, Concept.Nash, 1e-6).Gap))];
        int turn = 0;
        double[] seconds = Timing.Medians(
            7, [.. tables.Select(t => ((Action)(() => solver.Solve(t[turn = (turn + 1) % t.Length], 7, Concept.Nash, 1e-6)), 16000 / t[0].Blocks))]);
        output.WriteLine(Timing.Machine());
        output.WriteLine();
        output.WriteLine("| issues of 10 options | deals | microseconds | per issue | largest gap, points |");
        output.WriteLine("|---:|---:|---:|---:|---:|");
        for (int k = 0; k < sizes.Length; k++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {sizes[k]} | 10^{sizes[k]} | {seconds[k] * 1e6:f1} | {seconds[k] * 1e6 / sizes[k]:f2} | {gaps[k]:g2} |"));
        return 0;
    }

    private static IEnumerable<DealTable> Open(LotterySolver solver, int issues) =>
        Enumerable.Range(1, 10_000).Select(s => RandomTables.Of((ulong)s, 3, issues, 10)).Where(t => solver.Solve(t, 7, Concept.Nash, 1e-6).Status == SettlementStatus.Open);
}
