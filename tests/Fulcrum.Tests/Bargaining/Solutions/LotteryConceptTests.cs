using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

public sealed class LotteryConceptTests
{
    // The reference works with a zero of 1e-9 and holds earlier levels that loosely.
    private const double Rounding = 1e-5;

    public static IEnumerable<TheoryDataRow<ulong, int, int, int, bool>> Shapes()
    {
        for (ulong seed = 1; seed <= 25; seed++)
        {
            yield return new(seed, 2, 3, 3, false);
            yield return new(seed, 3, 3, 3, false);
            yield return new(seed, 3, 3, 4, true);
            yield return new(seed, 4, 3, 3, true);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Egalitarian_agrees_with_every_deal_listed(ulong seed, int parties, int blocks, int choices, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse);

        ShouldHaveGains(problem, problem.Solve(Concept.Egalitarian), Reference.Leximin(problem, [.. problem.Claims]), $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Kalai_Smorodinsky_agrees_with_every_deal_listed(ulong seed, int parties, int blocks, int choices, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse);

        Settlement settlement = problem.Solve(Concept.KalaiSmorodinsky);

        double[] none = new double[parties];
        bool open = Reference.Best(problem, none, none, none) is not null;
        double[]? expected = open ? Reference.Leximin(problem, [.. Reference.Ideals(problem).Select(b => b < 1e-7 ? 0 : b)]) : null;
        ShouldHaveGains(problem, settlement, expected, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Welfare_agrees_with_every_deal_listed(ulong seed, int parties, int blocks, int choices, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse, claims: true);

        Settlement settlement = problem.Solve(Concept.Welfare);

        double[] none = new double[parties];
        double[] claims = problem.Claims.Max() > 0 ? [.. problem.Claims] : [.. none.Select(_ => 1.0)];
        var best = Reference.Best(problem, claims, none, none);
        settlement.IsOpen.ShouldBe(best is not null, $"seed {seed}");
        if (best is null)
            return;
        settlement.Status.ShouldBe(SettlementStatus.Open, $"seed {seed}");
        double[] gains = Problems.Gains(problem, settlement.Utilities);
        gains.Min().ShouldBeGreaterThanOrEqualTo(-1e-7, $"seed {seed}");
        gains.Zip(claims, (g, c) => g * c).Sum().ShouldBe(best.Value.Value, Rounding, $"seed {seed}");
    }

    private static void ShouldHaveGains(BargainingProblem problem, Settlement settlement, double[]? expected, string name)
    {
        settlement.IsOpen.ShouldBe(expected is not null, name);
        if (expected is null)
            return;
        settlement.Status.ShouldBe(SettlementStatus.Open, name);
        settlement.Mixture.Count.ShouldBeLessThanOrEqualTo(expected.Length, name);
        double[] gains = Problems.Gains(problem, settlement.Utilities);
        for (int i = 0; i < expected.Length; i++)
            gains[i].ShouldBe(expected[i], Rounding, $"{name}: {string.Join(' ', gains)} against {string.Join(' ', expected)}");
    }
}
