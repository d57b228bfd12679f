using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

public sealed class SingleDealTests
{
    private const double Rounding = 1e-8;

    public static IEnumerable<TheoryDataRow<ulong, int, int, int, bool>> Shapes()
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            yield return new(seed, 2, 4, 3, false);
            yield return new(seed, 3, 4, 4, false);
            yield return new(seed, 3, 4, 4, true);
            yield return new(seed, 2, 5, 4, true);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nash_is_the_largest_product(ulong seed, int parties, int blocks, int choices, bool coarse) =>
        ShouldBeBest(seed, parties, blocks, choices, coarse, Concept.Nash, (problem, gains) =>
        {
            double[] rising = [.. gains.Where(g => g > Rounding)];
            return [rising.Length, rising.Sum(Math.Log)];
        });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Egalitarian_raises_the_least_gain_then_the_next(ulong seed, int parties, int blocks, int choices, bool coarse) =>
        ShouldBeBest(seed, parties, blocks, choices, coarse, Concept.Egalitarian, (problem, gains) => [.. gains.Order()]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Welfare_is_the_largest_sum(ulong seed, int parties, int blocks, int choices, bool coarse) =>
        ShouldBeBest(seed, parties, blocks, choices, coarse, Concept.Welfare, (problem, gains) => [gains.Sum()]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Kalai_Smorodinsky_raises_the_least_share_of_what_each_could_hope_for(ulong seed, int parties, int blocks, int choices, bool coarse) =>
        ShouldBeBest(seed, parties, blocks, choices, coarse, Concept.KalaiSmorodinsky, (problem, gains) =>
        {
            double[] ideals = [.. Enumerable.Range(0, parties).Select(i => Open(problem).Max(d => Problems.Gains(problem, d.Utilities)[i]))];
            return [.. gains.Zip(ideals).Where(x => x.Second > Rounding).Select(x => x.First / x.Second).Order()];
        });

    private static List<(Deal Deal, double[] Utilities)> Open(BargainingProblem problem) =>
        [.. Problems.Deals(problem).Where(d => Problems.Gains(problem, d.Utilities).Min() >= -Rounding)];

    private static void ShouldBeBest(
        ulong seed, int parties, int blocks, int choices, bool coarse, Concept concept, Func<BargainingProblem, double[], double[]> value)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse);
        List<(Deal Deal, double[] Utilities)> open = Open(problem);

        Settlement settlement = problem.Solve(concept, single: true);

        string name = $"seed {seed}";
        settlement.IsOpen.ShouldBe(open.Count > 0, name);
        if (open.Count == 0)
            return;
        settlement.Status.ShouldBe(SettlementStatus.Open, name);
        settlement.Gap.ShouldBe(0, name);
        double[][] values = [.. open.Select(d => value(problem, Problems.Gains(problem, d.Utilities)))];
        double[] best = values.Aggregate((x, y) => Compare(x, y) >= 0 ? x : y);
        Compare(value(problem, Problems.Gains(problem, settlement.Utilities)), best).ShouldBe(0, name);
        List<Deal> equal = [.. open.Where((_, k) => Compare(values[k], best) == 0).Select(d => d.Deal)];
        ShouldListTies(settlement, equal, name);
    }

    // Keys of test problems ascend, so that order of keys is order of choices.
    private static void ShouldListTies(Settlement settlement, List<Deal> equal, string name)
    {
        settlement.ManyOptima.ShouldBe(equal.Count > 1, name);
        string[] all = [.. equal.Select(d => string.Join(',', d.Choices))];
        string.Join(',', settlement.Mixture.Single().Deal.Choices).ShouldBe(all[0], name);
        foreach (Deal tie in settlement.Ties)
            all.ShouldContain(string.Join(',', tie.Choices), name);
        settlement.Ties.Count.ShouldBeLessThanOrEqualTo(16, name);
    }

    private static int Compare(double[] x, double[] y)
    {
        for (int k = 0; k < x.Length; k++)
        {
            if (Math.Abs(x[k] - y[k]) > Rounding)
                return x[k] > y[k] ? 1 : -1;
        }
        return 0;
    }
}
