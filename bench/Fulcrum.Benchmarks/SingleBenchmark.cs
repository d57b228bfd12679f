using System.Diagnostics;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Benchmarks;

/// <summary>The best single deal by the Nash product with proof: how the time grows with issues and parties.</summary>
internal static class SingleBenchmark
{
    private const int Problems = 7;

    private static readonly (int Parties, int Issues, int Options)[] Sizes = [(2, 20, 8), (3, 20, 8), (4, 20, 8), (5, 10, 8), (5, 15, 8), (5, 20, 8), (5, 30, 8)];

    public static int Run(TextWriter output)
    {
        output.WriteLine(Timing.Machine());
        output.WriteLine();
        output.WriteLine("| parties | issues | options | deals | median s | worst s | branches, worst | proven |");
        output.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach ((int parties, int issues, int options) in Sizes)
        {
            var seconds = new List<double>();
            int branches = 0;
            int proven = 0;
            for (ulong seed = 1; seed <= Problems; seed++)
            {
                BargainingProblem problem = RandomTables.Of(seed, parties, issues, options).Problem;
                var watch = Stopwatch.StartNew();
                Settlement settlement = Solving.Solve(problem, new SettlementOptions { Single = true, NodeLimit = 100_000_000 })[0];
                seconds.Add(watch.Elapsed.TotalSeconds);
                branches = Math.Max(branches, settlement.Iterations);
                proven += settlement.Status == SettlementStatus.NotCertified ? 0 : 1;
            }
            seconds.Sort();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {parties} | {issues} | {options} | {options}^{issues} | {seconds[Problems / 2]:f3} | {seconds[^1]:f3} | {branches:n0} | {proven} of {Problems} |"));
        }
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak memory over all rows {Timing.PeakMegabytes():f0} MB"));
        return 0;
    }
}
