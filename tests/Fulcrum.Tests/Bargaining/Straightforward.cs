using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>One draw answered the plain way, through the room's front doors: every situation built and solved by itself, every order of changes walked.</summary>
internal static class Straightforward
{
    /// <summary>Hands by party of the case at a state of the ledger: the mean over the coalitions that can agree, else the no-deal values.</summary>
    public static double[] Hands(CasePlan plan, CaseNumbers numbers, LedgerState state, DateOnly date, bool ignoreRedLines = false)
    {
        BargainingProblem problem = SituationBuilder.Build(plan, numbers, state, date, ignoreRedLines);
        Settlement[] open = [.. Solving.Solve(problem, new SettlementOptions()).Where(s => s.IsOpen)];
        PartyId[] places = [.. problem.Space.Parties];
        return [.. plan.Case.Parties.Select(party => Array.IndexOf(places, party.Id)).Select(p => open.Length == 0 ? problem.NoDeal[p] : open.Sum(s => s.Utilities[p] / open.Length))];
    }

    public static double[] HandsWith(CasePlan plan, CaseNumbers numbers, IReadOnlyCollection<int> changes, bool ignoreRedLines = false) =>
        Hands(plan, numbers, Replay.With(plan, numbers, [.. Enumerable.Range(0, plan.Changes.Count).Select(changes.Contains)]), plan.AsOf, ignoreRedLines);

    /// <summary>[change][party]: the mean over all orders of what each change takes away when its turn comes.</summary>
    public static double[][] Shares(CasePlan plan, CaseNumbers numbers, int[] acting, bool ignoreRedLines = false)
    {
        double[][] shares = [.. plan.Changes.Select(_ => new double[plan.Case.Parties.Count])];
        int[][] orders = [.. Orders(acting)];
        foreach (int[] order in orders)
        {
            double[] before = HandsWith(plan, numbers, [], ignoreRedLines);
            for (int i = 0; i < order.Length; i++)
            {
                double[] after = HandsWith(plan, numbers, order[..(i + 1)], ignoreRedLines);
                for (int p = 0; p < before.Length; p++)
                {
                    shares[order[i]][p] += (before[p] - after[p]) / orders.Length;
                }
                before = after;
            }
        }
        return shares;
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 0 ? [[]] : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (int[])[first, .. rest]));
}
