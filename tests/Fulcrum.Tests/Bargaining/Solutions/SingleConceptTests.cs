using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Single deals by the further concepts, held against the list of all deals; and every solution lies on the efficient frontier.</summary>
public sealed class SingleConceptTests
{
    private const double Rounding = 1e-7;

    public static IEnumerable<TheoryDataRow<ulong, int, bool>> Shapes()
    {
        for (ulong seed = 1; seed <= 30; seed++)
        {
            yield return new(seed, 2, false);
            yield return new(seed, 2, true);
            yield return new(seed, 3, false);
            yield return new(seed, 3, true);
            yield return new(seed, 5, false);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Welfare_of_all_deals_is_the_largest_sum_of_all(ulong seed, int parties, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, 4, 4, coarse);

        Settlement settlement = Solve(problem, new SettlementOptions { Concept = Concept.WelfareOfAll, Single = true });

        settlement.Utilities.Sum().ShouldBe(Problems.Deals(problem).Max(d => d.Utilities.Sum()), Rounding, $"seed {seed}");
        settlement.Gap.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Weighted_Nash_is_the_largest_weighted_product(ulong seed, int parties, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, 4, 4, coarse);
        double[] weights = [.. Enumerable.Range(0, parties).Select(i => 0.5 + i)];
        var named = problem.Space.Parties.Select((p, i) => (p, weights[i])).ToDictionary(p => p.p, p => p.Item2);

        Settlement settlement = Solve(problem, new SettlementOptions { Single = true, Weights = named });

        double[][] rising = [.. Open(problem).Select(d => Problems.Gains(problem, d)).Where(g => g.Min() > Rounding)];
        if (rising.Length == 0)
            return;
        double Product(double[] gains) => gains.Select((g, i) => weights[i] * Math.Log(g)).Sum();
        Product(Problems.Gains(problem, settlement.Utilities)).ShouldBe(rising.Max(Product), Rounding, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Ideal_of_any_deal_is_the_best_of_all_deals(ulong seed, int parties, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, 4, 4, coarse);
        double[][] open = [.. Open(problem)];
        double[] ideals = [.. Enumerable.Range(0, parties).Select(i => Problems.Deals(problem).Max(d => d.Utilities[i]) - problem.NoDeal[i])];

        Settlement settlement = Solve(problem, new SettlementOptions { Concept = Concept.KalaiSmorodinsky, Ideal = IdealPoint.Any, Single = true });

        settlement.IsOpen.ShouldBe(open.Length > 0);
        if (open.Length == 0)
            return;
        double[] least = [.. open.Select(d => Problems.Gains(problem, d).Select((g, i) => g / ideals[i]).Min())];
        bool everyoneCan = ideals.Select((_, i) => open.Any(d => d[i] > problem.NoDeal[i] + Rounding)).All(can => can);
        if (everyoneCan)
            Problems.Gains(problem, settlement.Utilities).Select((g, i) => g / ideals[i]).Min().ShouldBe(least.Max(), Rounding, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Improvement_raises_the_smallest_gain_over_the_offer(ulong seed, int parties, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, 4, 4, coarse);
        List<(Deal Deal, double[] Utilities)> deals = Problems.Deals(problem);
        (Deal offer, double[] values) = deals[(int)(seed * 7 % (ulong)deals.Count)];
        double[] floor = [.. values.Zip(problem.NoDeal, Math.Max)];

        Settlement settlement = Solve(problem, new SettlementOptions { Concept = Concept.Improvement, Offer = offer, Single = true });

        double[][] better = [.. deals.Select(d => d.Utilities.Zip(floor, (u, f) => u - f).ToArray()).Where(g => g.Min() >= -Rounding)];
        settlement.IsOpen.ShouldBe(better.Length > 0, $"seed {seed}");
        if (better.Length > 0)
            settlement.Utilities.Zip(floor, (u, f) => u - f).Min().ShouldBe(better.Max(g => g.Min()), Rounding, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Raiffa_steps_as_over_the_list_of_deals(ulong seed, int parties, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, 4, 4, coarse);
        double[][] open = [.. Open(problem)];

        Settlement settlement = Solve(problem, new SettlementOptions { Concept = Concept.Raiffa, Single = true });

        settlement.IsOpen.ShouldBe(open.Length > 0, $"seed {seed}");
        if (open.Length == 0)
            return;
        (double[] claims, double share) = Listed(open, problem.NoDeal);
        double[] rises = RisesOver(open, claims);
        int[] rising = [.. Enumerable.Range(0, parties).Where(i => rises[i] > 1e-6)];
        settlement.Utilities.Zip(claims, (u, c) => u - c).Min().ShouldBeGreaterThanOrEqualTo(-Rounding, $"seed {seed}");
        if (rising.Length > 0)
            rising.Min(i => (settlement.Utilities[i] - claims[i]) / rises[i]).ShouldBe(share, 1e-6, $"seed {seed}");
    }

    [Theory]
    [InlineData(Concept.Nash)]
    [InlineData(Concept.KalaiSmorodinsky)]
    [InlineData(Concept.Egalitarian)]
    [InlineData(Concept.Welfare)]
    [InlineData(Concept.WelfareOfAll)]
    [InlineData(Concept.Raiffa)]
    public void Solution_lies_on_the_frontier(Concept concept)
    {
        for (ulong seed = 1; seed <= 25; seed++)
        {
            BargainingProblem problem = Problems.Random(seed, 2 + (int)(seed % 3), 5, 4, coarse: seed % 2 == 0);
            Settlement settlement = Solve(problem, new SettlementOptions { Concept = concept, Single = true });
            if (!settlement.IsOpen)
                continue;
            EfficientFrontier.Of(problem, null, null, TestContext.Current.CancellationToken).Points
                .ShouldContain(p => p.Utilities.Zip(settlement.Utilities).All(x => Math.Abs(x.First - x.Second) <= Rounding), $"seed {seed}");
        }
    }

    // Raiffa (1953), two parties, the triangle with corners (0, 0), (1, 0), (0, 1) in mixtures: by symmetry the middle of the far side.
    [Fact]
    public void Raiffa_of_a_symmetric_triangle_is_its_middle()
    {
        BargainingProblem triangle = Problems.Of(
            [0, 0], Problems.Block("a", Problems.Choice("none", 0, 0), Problems.Choice("one", 100, 0), Problems.Choice("two", 0, 100)));

        Settlement settlement = Solve(triangle, new SettlementOptions { Concept = Concept.Raiffa });

        settlement.Utilities.ShouldBe([50, 50], 1e-4);
    }

    // Corners (1, 0), (1, 1/2), (0, 1), worked by hand from Raiffa's rule (1953): the claims rise to (1/2, 1/2), then to (3/4, 5/8), which lies on the frontier. Nash takes (1, 1/2) and
    // Kalai-Smorodinsky (2/3, 2/3), so that the three cannot be taken for each other.
    [Fact]
    public void Raiffa_takes_two_steps_where_Nash_and_Kalai_Smorodinsky_end_elsewhere()
    {
        BargainingProblem kinked = Problems.Of(
            [0, 0], Problems.Block("a", Problems.Choice("none", 0, 0), Problems.Choice("first", 100, 0), Problems.Choice("kink", 100, 50), Problems.Choice("second", 0, 100)));

        Solve(kinked, new SettlementOptions { Concept = Concept.Raiffa }).Utilities.ShouldBe([75, 62.5], 1e-4);
        Solve(kinked, new SettlementOptions()).Utilities.ShouldBe([100, 50], 1e-4);
        Solve(kinked, new SettlementOptions { Concept = Concept.KalaiSmorodinsky }).Utilities.ShouldBe([200 / 3.0, 200 / 3.0], 1e-4);
    }

    private static Settlement Solve(BargainingProblem problem, SettlementOptions options) => Solving.Solve(problem, options, TestContext.Current.CancellationToken)[0];

    private static IEnumerable<double[]> Open(BargainingProblem problem) =>
        Problems.Deals(problem).Select(d => d.Utilities).Where(u => Problems.Gains(problem, u).Min() >= -Rounding);

    private static double[] RisesOver(double[][] open, double[] claims)
    {
        double[][] left = [.. open.Where(u => u.Zip(claims).All(x => x.First >= x.Second - Rounding))];
        return [.. claims.Select((c, i) => left.Max(u => u[i]) - c)];
    }

    private static (double[] Claims, double Share) Listed(double[][] open, IReadOnlyList<double> noDeal)
    {
        double[] claims = [.. noDeal];
        for (int step = 0; ; step++)
        {
            double[] rises = RisesOver(open, claims);
            int[] rising = [.. Enumerable.Range(0, claims.Length).Where(i => rises[i] > 1e-6)];
            if (rising.Length == 0)
                return (claims, 0);
            double share = open.Where(u => u.Zip(claims).All(x => x.First >= x.Second - Rounding)).Max(u => rising.Min(i => (u[i] - claims[i]) / rises[i]));
            if (share < 1.0 / rising.Length - 1e-9 || share > 1 - 1e-9 || step == 199)
                return (claims, share);
            foreach (int i in rising)
                claims[i] += rises[i] / rising.Length;
        }
    }
}
