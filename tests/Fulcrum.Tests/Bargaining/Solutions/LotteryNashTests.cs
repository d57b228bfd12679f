using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

public sealed class LotteryNashTests
{
    // Certified gap of the library, and what summing thousands of deals in doubles may add.
    private const double Gap = 1e-6;
    private const double Rounding = 1e-7;

    public static IEnumerable<TheoryDataRow<ulong, int, int, int, bool, bool>> Shapes()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            yield return new(seed, 2, 3, 3, false, false);
            yield return new(seed, 3, 4, 3, false, true);
            yield return new(seed, 2, 4, 4, true, false);
            yield return new(seed, 3, 4, 3, true, true);
            yield return new(seed, 5, 4, 3, false, true);
            yield return new(seed, 4, 3, 4, true, true);
        }
    }

    // A mixture is the Nash solution exactly when nobody needed is worse off and no deal at all is worth more at the prices claim / gain, to which only
    // parties standing at their no-deal value may add.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Nash_agrees_with_every_deal_listed(ulong seed, int parties, int blocks, int choices, bool coarse, bool claims)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse, claims);

        Settlement settlement = problem.Solve();

        double[] none = new double[parties];
        double[] ones = [.. none.Select(_ => 1.0)];
        double margin = Reference.Best(problem, none, ones, none)!.Value.Value;
        string name = $"seed {seed}, {parties} parties, margin {margin}";
        if (margin < -Rounding)
        {
            settlement.Status.ShouldBe(SettlementStatus.Closed, name);
            return;
        }
        settlement.Status.ShouldBe(SettlementStatus.Open, name);
        settlement.Mixture.Count.ShouldBeLessThanOrEqualTo(parties, name);
        settlement.Mixture.Sum(m => m.Share).ShouldBe(1, 1e-9, name);
        for (int i = 0; i < parties; i++)
            settlement.Mixture.Sum(m => m.Share * m.Utilities[i]).ShouldBe(settlement.Utilities[i], Rounding, name);
        double[] gains = Problems.Gains(problem, settlement.Utilities);
        gains.Min().ShouldBeGreaterThanOrEqualTo(-Rounding, name);
        ShouldBeSupported(problem, settlement, gains, name);
    }

    private static void ShouldBeSupported(BargainingProblem problem, Settlement settlement, double[] gains, string name)
    {
        IReadOnlyList<double> price = settlement.Prices;
        price.Sum().ShouldBe(1, 1e-9, name);
        price.Min().ShouldBeGreaterThanOrEqualTo(-1e-9, name);
        double best = Problems.Deals(problem).Max(d => Enumerable.Range(0, gains.Length).Sum(i => price[i] * (d.Utilities[i] - settlement.Utilities[i])));
        best.ShouldBeLessThanOrEqualTo(Gap + Rounding, name);
        settlement.Gap.ShouldBeGreaterThanOrEqualTo(best - Rounding, name);
        for (int i = 0; i < gains.Length; i++)
        {
            for (int j = 0; j < gains.Length; j++)
            {
                bool bargain = problem.Claims[i] > 0 && problem.Claims[j] > 0 && gains[i] > 1e-4 && gains[j] > 1e-4;
                if (bargain)
                    (price[i] * gains[i] / problem.Claims[i]).ShouldBe(price[j] * gains[j] / problem.Claims[j], 1e-4 * gains.Max() / problem.Claims[i], name);
            }
            if (problem.Claims[i] == 0 && problem.Claims.Max() > 0 && gains[i] > 1e-4 && gains.Zip(problem.Claims).Any(x => x.Second > 0 && x.First > 1e-4))
                price[i].ShouldBe(0, 1e-7, name);
        }
    }
}
