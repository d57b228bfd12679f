using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Zones without width: always certified, never thought closed, and right by enumeration; where somebody misses the face by a hair, certified or said not to be.</summary>
public sealed class ThinZoneTests
{
    // Ten times the certified gap, magnified where a frontier is flat.
    private const double Close = 1e-5;

    // In points: what the library takes for rounding when it asks whether a zone is open, at the widest range of these problems.
    private const double Rounding = 4e-8;

    [Theory]
    [InlineData(Concept.Nash)]
    [InlineData(Concept.KalaiSmorodinsky)]
    [InlineData(Concept.Egalitarian)]
    [InlineData(Concept.Welfare)]
    public void A_zone_without_width_is_always_certified(Concept concept)
    {
        for (ulong seed = 1; seed <= 3_000; seed++)
            Check(seed, concept);
    }

    // The long run behind the short one: by hand, with -explicit on.
    [Fact(Explicit = true)]
    public void A_hundred_thousand_zones_without_width_are_all_certified()
    {
        for (ulong seed = 1; seed <= 100_000; seed++)
            Check(seed, Concept.Nash);
    }

    // To first order no mixture at all is better at the gains of those who can gain, and nobody who could gain is left without (Nash's product would be 0).
    // Only where everybody hits the face: by a hair, the dense method below could not tell gaining from rounding.
    [Fact]
    public void A_Nash_mixture_in_a_zone_without_width_agrees_with_every_deal_listed()
    {
        for (ulong seed = 1; seed <= 600; seed++)
        {
            BargainingProblem problem = ThinZones.Of(seed);
            if (problem.NoDeal.All(x => double.IsInteger(2 * x)))
                ShouldBeBest(problem, problem.Solve(), $"seed {seed}");
        }
    }

    private static void Check(ulong seed, Concept concept)
    {
        BargainingProblem problem = ThinZones.Of(seed);
        Settlement settlement = problem.Solve(concept);
        if (problem.NoDeal.All(x => double.IsInteger(2 * x)))
            settlement.Status.ShouldBe(SettlementStatus.Open, $"seed {seed}, {concept}, gap {settlement.Gap}");
        if (settlement.Status == SettlementStatus.Open)
            Problems.Gains(problem, settlement.Utilities).Min().ShouldBeGreaterThan(-Close, $"seed {seed}, {concept}");
    }

    private static void ShouldBeBest(BargainingProblem problem, Settlement settlement, string name)
    {
        int parties = problem.NoDeal.Count;
        double[] gains = Problems.Gains(problem, settlement.Utilities);
        gains.Min().ShouldBeGreaterThanOrEqualTo(-Close, name);
        double[] none = new double[parties];
        double[] loose = [.. none.Select(_ => -Rounding)];
        double[] most = [.. Enumerable.Range(0, parties).Select(i => Reference.Best(problem, [.. none.Select((_, k) => k == i ? 1.0 : 0.0)], none, loose)!.Value.Value)];
        double[] claims = [.. problem.Claims];
        if (!Enumerable.Range(0, parties).Any(i => claims[i] > 0 && most[i] > 1e-3))
            claims = [.. claims.Select(_ => 1.0)]; // nobody with a claim can gain: then all that can do bargain
        var slope = new double[parties];
        for (int i = 0; i < parties; i++)
        {
            if (claims[i] <= 0 || most[i] <= 1e-3)
                continue;
            gains[i].ShouldBeGreaterThan(1e-6 * most[i], name);
            slope[i] = claims[i] / gains[i];
        }
        double total = slope.Sum();
        if (total == 0)
            return;
        (double best, _) = Reference.Best(problem, [.. slope.Select(s => s / total)], none, [.. gains.Select(g => Math.Min(g, 0))])!.Value;
        best.ShouldBeLessThanOrEqualTo(Enumerable.Range(0, parties).Sum(i => slope[i] / total * gains[i]) + Close, name);
    }
}
