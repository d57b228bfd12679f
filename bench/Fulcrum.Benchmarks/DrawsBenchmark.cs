using System.Diagnostics;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;

namespace Fulcrum.Benchmarks;

/// <summary>
/// Draws a second with every concession's cost, on one thread and on two; against the straightforward way; and how much memory a study takes that counts them.
/// </summary>
internal static class DrawsBenchmark
{
    private const int Compared = 200;
    private const int Repeats = 7;
    private const double Slice = 0.8;

    private static readonly DrawOptions Costs = new() { Parts = DrawParts.Costs, Today = TodayParts.None };
    private static readonly ulong Orders = RandomStream.KeyHash("orders of fair shares");

    public static int Run(string folder, TextWriter output)
    {
        if (CaseFolder.Read(folder, new CaseReadOptions()).Case is not { HasModel: true } @case)
        {
            output.WriteLine($"{folder}: no case that can be solved");
            return 2;
        }
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var sampler = new Sampler(@case, 1);
        var plain = new StraightforwardDraws(plan);
        output.WriteLine(Timing.Machine());
        output.WriteLine(Line($"{@case.Issues.Count} issues, {@case.Levers.Count} levers, {plan.Changes.Count} net changes, {Costs.PermutationPairs} antithetic pairs of orders a draw"));
        output.WriteLine(Line($"largest difference of a cost between the two ways over {Compared} draws: {Difference(plan, sampler, plain):g2} points"));
        (double First, double Again) costs = Allocated(plan, sampler, Costs), full = Allocated(plan, sampler, new DrawOptions()), counted = AllocatedByStudy(folder);
        output.WriteLine(Line($"allocated a draw, on one thread, by {Compared} further draws and by the same ones again: with all costs {costs.First:f0} and {costs.Again:f0} bytes; with leverages and timeline too {full.First:f0} and {full.Again:f0}; a study of all results and verdicts {counted.First:f0} and {counted.Again:f0}; a result that is kept has {Kept(plan, sampler):n0}"));
        output.WriteLine();
        Rates(plan, sampler, plain, output);
        output.WriteLine();
        Memory(folder, output);
        return 0;
    }

    private static ulong Seed(int draw) => new RandomStream(1, (ulong)draw, Orders).NextBits();

    private static DrawResult Draw(CasePlan plan, Sampler sampler, CaseNumbers room, DrawRoom into, int draw)
    {
        sampler.Draw(draw, room);
        DrawAnalysis.Fill(plan, room, Seed(draw), into);
        return into.Result;
    }

    private static double Difference(CasePlan plan, Sampler sampler, StraightforwardDraws plain)
    {
        double largest = 0;
        CaseNumbers room = sampler.Blank();
        var into = new DrawRoom(plan, Costs);
        for (int d = 0; d < Compared; d++)
        {
            DrawResult result = Draw(plan, sampler, room, into, d);
            double[][][] costs = plain.Costs(room, Seed(d));
            foreach ((double[][] fast, double[][] slow) in new[] { (result.CostInOrder, costs[0]), (result.CostUndone, costs[1]), (result.CostShare, costs[2]) })
                largest = Math.Max(largest, fast.SelectMany(c => c).Zip(slow.SelectMany(c => c), (x, y) => Math.Abs(x - y)).Max());
        }
        return largest;
    }

    private static (double First, double Again) Allocated(CasePlan plan, Sampler sampler, DrawOptions options)
    {
        CaseNumbers room = sampler.Blank();
        var result = new DrawRoom(plan, options);
        return Allocated(d =>
        {
            sampler.Draw(d, room);
            DrawAnalysis.Fill(plan, room, Seed(d), result);
        });
    }

    private static (double First, double Again) AllocatedByStudy(string folder)
    {
        PreparedStudy study = new ShardedStudy(Workbench.Open(folder)).Prepare(new StudyRequest { Options = new AnalyzeOptions { Draws = 2 * Compared } }).Value!;
        Func<long, StudyDraw> answer = study.Worker();
        return Allocated(d => answer(d));
    }

    private static (double First, double Again) Allocated(Action<int> draw)
    {
        Bytes(draw, 0);
        return (Bytes(draw, Compared) / (double)Compared, Bytes(draw, Compared) / (double)Compared);
    }

    private static long Bytes(Action<int> draw, int first)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int d = first; d < first + Compared; d++)
            draw(d);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // What an analysis keeps of a draw, costs, leverages and timeline.
    private static long Kept(CasePlan plan, Sampler sampler)
    {
        CaseNumbers numbers = sampler.Draw(0);
        return Bytes(_ => DrawAnalysis.Run(plan, numbers, 1, new DrawOptions()), 0) / Compared;
    }

    // By the wall clock, and by the time of the processors that was used: beside other work the wall clock says more about that work.
    private static void Rates(CasePlan plan, Sampler sampler, StraightforwardDraws plain, TextWriter output)
    {
        var rates = new (double Wall, double Used)[4][];
        for (int k = 0; k < rates.Length; k++)
            rates[k] = new (double, double)[Repeats];
        for (int r = -1; r < Repeats; r++)
        {
            (double, double)[] now =
            [
                Rate(1, () => { CaseNumbers room = sampler.Blank(); var into = new DrawRoom(plan, Costs); return d => Draw(plan, sampler, room, into, d); }),
                Rate(2, () => { CaseNumbers room = sampler.Blank(); var into = new DrawRoom(plan, Costs); return d => Draw(plan, sampler, room, into, d); }),
                Rate(1, () => d => plain.Costs(sampler.Draw(d), Seed(d))),
                Rate(2, () => d => plain.Costs(sampler.Draw(d), Seed(d))),
            ];
            for (int k = 0; r >= 0 && k < now.Length; k++)
                rates[k][r] = now[k];
        }
        output.WriteLine("| way | draws a second, 1 thread | 2 threads | 2 to 1 | draws a second of processor time, 1 thread | 2 threads | twice their ratio |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        for (int k = 0; k < 4; k += 2)
        {
            string way = k == 0 ? "compiled plan, warm starts" : "straightforward";
            double[] wall = [Middle(rates[k], x => x.Wall), Middle(rates[k + 1], x => x.Wall)], used = [Middle(rates[k], x => x.Used), Middle(rates[k + 1], x => x.Used)];
            double[] best = [rates[k].Max(x => x.Wall), rates[k + 1].Max(x => x.Wall)];
            output.WriteLine(Line($"| {way}, median of {Repeats} | {wall[0]:n0} | {wall[1]:n0} | {Ratio(rates[k], rates[k + 1], x => x.Wall):f2} | {used[0]:n0} | {used[1]:n0} | {2 * Ratio(rates[k], rates[k + 1], x => x.Used):f2} |"));
            output.WriteLine(Line($"| {way}, best | {best[0]:n0} | {best[1]:n0} | {best[1] / best[0]:f2} | | | |"));
        }
        output.WriteLine(Line($"ratio to the straightforward way on 1 thread: {Ratio(rates[2], rates[0], x => x.Wall):f1} by the clock, {Ratio(rates[2], rates[0], x => x.Used):f1} by processor time (medians of repeats side by side)"));
    }

    private static double Middle((double Wall, double Used)[] rates, Func<(double Wall, double Used), double> of) => rates.Select(of).Order().ElementAt(Repeats / 2);

    private static double Ratio((double Wall, double Used)[] below, (double Wall, double Used)[] above, Func<(double Wall, double Used), double> of) =>
        above.Zip(below, (a, b) => of(a) / of(b)).Order().ElementAt(Repeats / 2);

    // Draws a second with each thread's own work.
    private static (double Wall, double Used) Rate(int threads, Func<Action<int>> work)
    {
        int taken = 0;
        long start = Stopwatch.GetTimestamp();
        TimeSpan used = Environment.CpuUsage.TotalTime;
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            Action<int> own = work();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < Slice)
                own(Interlocked.Increment(ref taken));
        }))];
        foreach (Thread worker in workers)
            worker.Start();
        foreach (Thread worker in workers)
            worker.Join();
        return (taken / Stopwatch.GetElapsedTime(start).TotalSeconds, taken / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    private static void Memory(string folder, TextWriter output)
    {
        output.WriteLine("| draws counted with all costs, 2 threads | draws a second | live managed MB at the end | peak MB of the process | kB of its file |");
        output.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (string draws in new[] { "1000", "10000", "100000" })
            output.WriteLine(Timing.InOwnProcess("draws-memory", folder, draws));
    }

    /// <summary>One row, in a process of its own.</summary>
    public static int MemoryRow(string folder, int draws, TextWriter output)
    {
        var request = new StudyRequest { Options = new AnalyzeOptions { Draws = draws, Threads = 2, Seed = 1 } };
        PreparedStudy study = new ShardedStudy(Workbench.Open(folder)).Prepare(request).Value!;
        long start = Stopwatch.GetTimestamp();
        Shard done = ShardRunner.Run(Shard.Fresh(study.Plan, 1, 1), study.Worker, s => s, new ShardOptions { Threads = 2 });
        double rate = draws / Stopwatch.GetElapsedTime(start).TotalSeconds, peak = Timing.PeakMegabytes();
        double live = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        output.WriteLine(Line($"| {draws:n0} | {rate:n0} | {live:f1} | {peak:f0} | {ShardText.Of(done).Length / 1e3:n0} |"));
        return 0;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
