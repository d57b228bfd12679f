using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Benchmarks;

/// <summary>Certified Nash mixtures per second on one core, without and with listing all deals.</summary>
internal static class LotteryBenchmark
{
    private const int Problems = 64;

    public static int Run(TextWriter output)
    {
        var solver = new LotterySolver();
        DealTable[] tables = [.. Enumerable.Range(1, 10 * Problems).Select(s => RandomTables.Of((ulong)s, 3, 7, 4))
            .Where(t => solver.Solve(t, 7, Concept.Nash, 1e-6).Status == SettlementStatus.Open).Take(Problems)];
        ListedDeals[] listed = [.. tables.Select(t => new ListedDeals(t))];
        double worst = 0;
        foreach (DealTable table in tables)
            worst = Math.Max(worst, solver.Solve(table, 7, Concept.Nash, 1e-6).Gap);
        double worstListed = 0;
        foreach (ListedDeals deals in listed)
        {
            deals.List();
            worstListed = Math.Max(worstListed, Math.Max(deals.SolveByColumns(), deals.SolveWhole()));
        }
        LotteryStart?[] near = [.. tables.Select(t => Nearby(solver, t))];
        int turn = 0;
        int Next() => turn = (turn + 1) % Problems;
        double[] seconds = Timing.Medians(
            7,
            (() => solver.Solve(tables[Next()], 7, Concept.Nash, 1e-6), 6400),
            (() => solver.Solve(tables[Next()], 7, Concept.Nash, 1e-6, near[turn]), 6400),
            (() => Solving.Solve(tables[Next()].Problem, new SettlementOptions()), 1600),
            (() => ListAnd(listed[Next()], d => d.SolveWhole()), 64),
            (() => ListAnd(listed[Next()], d => d.SolveByColumns()), 640),
            (() => ListAnd(listed[Next()], d => d.LargestProduct()), 1280));
        string[] names =
        [
            "without listing: workspace reused", "without listing: begun from the solution at no-deal values a point higher", "without listing: through the public door, with deals and ties written out", "16,384 deals listed, mixture solved over all of them",
            "16,384 deals listed, mixture solved by columns, list scanned", "16,384 deals listed, best single deal only (no mixture)",
        ];
        output.WriteLine($"{Timing.Machine()}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest gap: {worst:g2} points without listing, {worstListed:g2} with"));
        output.WriteLine();
        output.WriteLine("| way | microseconds | solves a second | times the first |");
        output.WriteLine("|---|---:|---:|---:|");
        for (int k = 0; k < names.Length; k++)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {names[k]} | {seconds[k] * 1e6:f1} | {1 / seconds[k]:n0} | {seconds[k] / seconds[0]:f1} |"));
        return 0;
    }

    private static LotteryStart? Nearby(LotterySolver solver, DealTable table)
    {
        DealTable other = DealTable.Of(table.Problem with { NoDeal = [.. table.Problem.NoDeal.Select(x => x + 1)] });
        return LotteryStart.Of(other, solver.Solve(other, 7, Concept.Nash, 1e-6));
    }

    private static void ListAnd(ListedDeals deals, Func<ListedDeals, double> solve)
    {
        deals.List();
        solve(deals);
    }
}
