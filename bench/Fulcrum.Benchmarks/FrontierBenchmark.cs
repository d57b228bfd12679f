using System.Diagnostics;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Benchmarks;

/// <summary>Efficient frontiers against listing every deal with vector instructions in the same run, and how the time grows.</summary>
internal static class FrontierBenchmark
{
    private const int Repeats = 5;

    private static readonly (string Name, ulong Seed, int Parties, int[] Options)[] Listed =
    [
        ("2 parties, 7 issues x 10", 1, 2, [10, 10, 10, 10, 10, 10, 10]),
        ("3 parties, 8 issues x 7", 1, 3, [7, 7, 7, 7, 7, 7, 7, 7]),
        ("5 parties, 6 issues", 1, 5, [4, 6, 10, 10, 10, 10]),
        // Of the first 300 seeds the one whose efficient deals are nearest to 7,444 in number.
        ("5 parties, 6 issues, many efficient", 123, 5, [4, 6, 10, 10, 10, 10]),
    ];

    public static int Run(TextWriter output)
    {
        output.WriteLine(Timing.Machine());
        output.WriteLine();
        output.WriteLine("| space | deals | efficient | seconds | all deals listed, seconds | ratio |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach ((string name, ulong seed, int parties, int[] options) in Listed)
            Compare(name, Space(seed, parties, options), output);
        output.WriteLine();
        output.WriteLine("Each row in a process of its own:");
        output.WriteLine();
        output.WriteLine("| parties | issues x options | deals | efficient | seconds | peak memory, MB |");
        output.WriteLine("|---:|---|---:|---:|---:|---:|");
        foreach (int issues in (int[])[10, 20, 30, 40, 50, 100])
            Alone(2, issues, 10, output);
        foreach (int issues in (int[])[4, 6, 8, 10, 12])
            Alone(3, issues, 7, output);
        foreach (int issues in (int[])[4, 5, 6, 7])
            Alone(5, issues, 5, output);
        for (int k = 0; k < Listed.Length; k++)
            output.WriteLine(Timing.InOwnProcess("frontier-row", k.ToString(CultureInfo.InvariantCulture)));
        return 0;
    }

    /// <summary>One row: a space of the first table by its place, or parties, issues and options.</summary>
    public static int Row(string[] numbers, TextWriter output)
    {
        int[] of = [.. numbers.Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        if (of.Length == 1)
        {
            (string name, ulong seed, int parties, int[] options) = Listed[of[0]];
            Measure(parties, name[(name.IndexOf(',', StringComparison.Ordinal) + 2)..], Space(seed, parties, options), output);
        }
        else
        {
            Measure(of[0], $"{of[1]} x {of[2]}", Space(1, of[0], [.. Enumerable.Repeat(of[2], of[1])]), output);
        }
        return 0;
    }

    private static void Alone(int parties, int issues, int options, TextWriter output) => output.WriteLine(Timing.InOwnProcess(
        ["frontier-row", .. ((int[])[parties, issues, options]).Select(n => n.ToString(CultureInfo.InvariantCulture))]));

    private static void Compare(string name, BargainingProblem problem, TextWriter output)
    {
        int size = EfficientFrontier.Of(problem).Size;
        double fast = Median(() => EfficientFrontier.Of(problem));
        DealTable table = DealTable.Of(problem);
        var listed = new ListedFrontier(table);
        int all = listed.Size();
        double slow = Median(() => listed.Size());
        string efficient = all == size ? size.ToString("n0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"**{size} but listed {all}**");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {problem.Space.Count:n0} | {efficient} | {fast:f4} | {slow:f3} | {slow / fast:n0} |"));
    }

    private static void Measure(int parties, string what, BargainingProblem problem, TextWriter output)
    {
        EfficientFrontier frontier = EfficientFrontier.Of(problem);
        double seconds = Median(() => EfficientFrontier.Of(problem));
        string size = frontier.Exact ? frontier.Size.ToString("n0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{frontier.Size:n0} within {frontier.Epsilon.Max():g2}");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {parties} | {what} | {Short(problem.Space.Count)} | {size} | {seconds:f4} | {Timing.PeakMegabytes():f0} |"));
    }

    private static string Short(System.Numerics.BigInteger count) =>
        count < 1_000_000_000 ? count.ToString("n0", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"10^{System.Numerics.BigInteger.Log10(count):0.#}");

    private static double Median(Action work)
    {
        var seconds = new double[Repeats];
        for (int r = 0; r < Repeats; r++)
        {
            var watch = Stopwatch.StartNew();
            work();
            seconds[r] = watch.Elapsed.TotalSeconds;
        }
        return seconds.Order().ElementAt(Repeats / 2);
    }

    // Random additive values; of more options than wanted the first ones stay.
    private static BargainingProblem Space(ulong seed, int parties, int[] options)
    {
        BargainingProblem problem = RandomTables.Of(seed, parties, options.Length, options.Max()).Problem;
        DealBlock[] blocks = [.. problem.Space.Blocks.Select((b, k) => b with { Choices = [.. b.Choices.Take(options[k])] })];
        return problem with { Space = problem.Space with { Blocks = blocks } };
    }
}
