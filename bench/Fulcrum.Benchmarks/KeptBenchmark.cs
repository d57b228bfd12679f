using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Benchmarks;

/// <summary>Whether the deal would be kept, in a draw of a study: from flat arrays against from objects, and beside a draw that asks for one hand.</summary>
internal static class KeptBenchmark
{
    private const int Repeats = 7;
    private const int Draws = 400;

    public static int Run(string folder, TextWriter output)
    {
        if (CaseFolder.Read(folder, new CaseReadOptions()).Case is not { HasModel: true } @case)
        {
            output.WriteLine($"{folder}: no case that can be solved");
            return 2;
        }
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var keeping = new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>());
        WorkbenchKept compiled = WorkbenchKept.Of(plan, keeping)!;
        var sampler = new Sampler(@case, 1);
        CaseNumbers[] numbers = [.. Enumerable.Range(0, Draws).Select(d => sampler.Draw(d))];
        Action<CaseNumbers>[] ways =
        [
            n => keeping.Quick(n),
            n => compiled.Kept(n),
            n => DrawAnalysis.Run(plan, n, 1, new DrawOptions { Full = false, Today = TodayParts.None }),
        ];
        double[] seconds = Timing.Medians(Repeats, [.. ways.Select(way => ((Action)(() => Array.ForEach(numbers, way)), 5))]);
        output.WriteLine(Timing.Machine());
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the two ways agree in {numbers.Count(n => keeping.Quick(n).Foreseen.Kept == compiled.Kept(n))} of {Draws} draws"));
        output.WriteLine("| a draw of | microseconds of processor time | bytes allocated |");
        output.WriteLine("|---|---:|---:|");
        string[] names = ["whether it is kept, objects", "whether it is kept, compiled", "one hand, compiled"];
        for (int k = 0; k < ways.Length; k++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {names[k]} | {seconds[k] / Draws * 1e6:f1} | {Allocated(ways[k], numbers):n0} |"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio of objects to compiled: {seconds[0] / seconds[1]:f1}"));
        return 0;
    }

    private static long Allocated(Action<CaseNumbers> way, CaseNumbers[] numbers)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.ForEach(numbers, way);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / numbers.Length;
    }
}
