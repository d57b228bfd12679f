using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Situations;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Benchmarks;

/// <summary>
/// What the concessions of one draw cost, the straightforward way: every set of changes that is asked for is replayed, built as a bargaining problem out of objects
/// and solved from nothing, and remembered by its set. The numbers of the draw are put in place once for all of its sets.
/// </summary>
internal sealed class StraightforwardDraws(CasePlan plan)
{
    private static readonly DrawOptions Options = new();

    /// <summary>[kind][change][party]: in the order in which it happened, undone today, and the fair share.</summary>
    public double[][][] Costs(CaseNumbers numbers, ulong orderSeed)
    {
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        var nash = new CoalitionNash(new LotterySolver());
        var known = new Dictionary<UInt128, double[]>();
        double[] Hands(UInt128 made)
        {
            if (!known.TryGetValue(made, out double[]? hands))
                known[made] = hands = Solved(SituationBuilder.Build(model, replay.With(made), model.MonthsAt(plan.AsOf)), nash);
            return hands;
        }
        int players = replay.Acting.Length;
        FairSharesResult fair = players <= Options.ExactUpTo
            ? FairShares.Exact(players, model.Parties, Hands)
            : FairShares.Sampled(players, model.Parties, Hands, Options.PermutationPairs, orderSeed);
        double[][][] costs = [Empty(), Empty(), Empty()];
        for (int a = 0; a < players; a++)
        {
            UInt128 own = UInt128.One << a;
            costs[0][replay.Acting[a]] = InFileOrder(Less(Hands(own - 1), Hands((own - 1) | own)));
            costs[1][replay.Acting[a]] = InFileOrder(Less(Hands(replay.All & ~own), Hands(replay.All)));
            costs[2][replay.Acting[a]] = InFileOrder(fair.Shares[a]);
        }
        return costs;
    }

    private static double[] Solved(BargainingProblem problem, CoalitionNash nash)
    {
        DealTable table = DealTable.Of(problem);
        LotteryAnswer[] open = [.. problem.Coalitions
            .Select(c => nash.Best(table, table.ToCanonical(c), new SettlementOptions().GapTolerance, CancellationToken.None)).Where(a => a.Status != SettlementStatus.Closed)];
        double[][] hands = [.. open.Select(a => table.ToProblem(a.Utilities))];
        return [.. problem.NoDeal.Select((r, p) => open.Length == 0 ? r : hands.Sum(h => h[p]) / open.Length)];
    }

    private double[] InFileOrder(double[] byParty) => plan.Layout.InFileOrder(byParty);

    private double[][] Empty() => [.. plan.Changes.Select(_ => new double[plan.Case.Parties.Count])];

    private static double[] Less(double[] one, double[] other) => [.. one.Zip(other, (x, y) => x - y)];
}
