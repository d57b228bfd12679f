using Fulcrum.Bargaining;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Nash over single deals where no deal lets everybody gain: held against every deal listed, against the limit that the rule is, and on other scales.</summary>
public sealed class NotAllGainTests
{
    private const double Rounding = 1e-9;

    public static IEnumerable<TheoryDataRow<ulong>> Seeds() => Enumerable.Range(1, 120).Select(s => new TheoryDataRow<ulong>((ulong)s));

    [Fact]
    public void Most_seeds_have_no_deal_by_which_all_gain()
    {
        int degenerate = Enumerable.Range(1, 120).Select(s => Tight((ulong)s)).Count(p => Open(p).Count() > 1 && Open(p).All(d => Problems.Gains(p, d.Utilities).Min() <= Rounding));

        degenerate.ShouldBeGreaterThan(60);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Most_claims_that_gain_come_first_then_the_shares_of_hopes(ulong seed)
    {
        BargainingProblem problem = Tight(seed);
        List<(Deal Deal, double[] Utilities)> open = [.. Open(problem)];

        Settlement settlement = problem.Solve(Concept.Nash, single: true);

        settlement.IsOpen.ShouldBe(open.Count > 0, $"seed {seed}");
        if (open.Count == 0)
            return;
        double[] claims = ClaimsOf(problem, open);
        double[][] values = [.. open.Select(d => Value(problem, claims, d.Utilities))];
        double[] best = values.Aggregate((x, y) => Compare(x, y) >= 0 ? x : y);
        Compare(Value(problem, claims, settlement.Utilities), best).ShouldBe(0, $"seed {seed}");
        settlement.ManyOptima.ShouldBe(values.Count(v => Compare(v, best) == 0) > 1, $"seed {seed}");
    }

    // The product when everybody has a millionth of a millionth of its hope on top; what comes out is no worse by it, but for terms that vanish with that share.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rule_is_the_limit_of_products_with_a_share_of_hopes_on_top(ulong seed)
    {
        BargainingProblem problem = Tight(seed);
        List<(Deal Deal, double[] Utilities)> open = [.. Open(problem)];
        if (open.Count == 0)
            return;
        double[] claims = ClaimsOf(problem, open);
        double[] hopes = Hopes(problem);
        double Product(IReadOnlyList<double> u) => Problems.Gains(problem, u).Select((g, i) => hopes[i] <= 0 ? 0 : claims[i] * Math.Log(Math.Max(0, g / hopes[i]) + 1e-12)).Sum();

        Settlement settlement = problem.Solve(Concept.Nash, single: true);

        Product(settlement.Utilities).ShouldBe(open.Max(d => Product(d.Utilities)), 1e-6, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Units_change_nothing(ulong seed)
    {
        BargainingProblem problem = Tight(seed);
        double[] scale = [1e-5, 3, 7e6, 0.3], shift = [-20, 1e3, 4, -0.7];

        Settlement before = problem.Solve(Concept.Nash, single: true);
        Settlement after = Problems.Rescaled(problem, scale, shift).Solve(Concept.Nash, single: true);

        after.IsOpen.ShouldBe(before.IsOpen, $"seed {seed}");
        if (before.IsOpen)
            after.Mixture[0].Deal.Choices.ShouldBe(before.Mixture[0].Deal.Choices, $"seed {seed}");
        after.Ties.Select(t => string.Join(',', t.Choices)).ShouldBe(before.Ties.Select(t => string.Join(',', t.Choices)), $"seed {seed}");
    }

    // One prize for each of three; the second's is worth least to it in points. With equal claims all three are equal; a larger claim wins.
    [Theory]
    [InlineData(1, 1, 1, 3)]
    [InlineData(1, 1.5, 1, 1)]
    [InlineData(0.5, 0.4, 0.2, 1)]
    public void One_prize_goes_to_the_largest_claim(double first, double second, double third, int optima)
    {
        BargainingProblem problem = Problems.Of(
            [0, 0, 0], [first, second, third],
            Problems.Block("prize", Problems.Choice("to-first", 100, 0, 0), Problems.Choice("to-second", 0, 3, 0), Problems.Choice("to-third", 0, 0, 1e6)));

        Settlement settlement = problem.Solve(Concept.Nash, single: true);

        (settlement.Ties.Count + 1).ShouldBe(optima);
        int winner = first >= Math.Max(second, third) ? 0 : 1;
        settlement.Mixture[0].Deal.Choices.ShouldBe([winner]);
    }

    // The first gains with either of the others: the pair whose claims are more, whatever the points.
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, 1, 0)]
    public void Pair_with_more_claims_gains(double second, double third, int expected)
    {
        BargainingProblem problem = Problems.Of(
            [0, 0, 0], [1, second, third],
            Problems.Block("ally", Problems.Choice("second", 5, 90, 0), Problems.Choice("third", 5, 0, 0.2)));

        problem.Solve(Concept.Nash, single: true).Mixture[0].Deal.Choices.ShouldBe([expected]);
    }

    // Nobody who claims can gain by a single deal, though by chance: then the others bargain.
    [Fact]
    public void Without_a_claim_that_can_be_met_the_others_bargain()
    {
        BargainingProblem problem = Problems.Of(
            [5, 0], [1, 0],
            Problems.Block("a", Problems.Choice("1-bare", 5, 0), Problems.Choice("2-better", 5, 8), Problems.Choice("3-refused", 11, -9)));

        problem.Solve(Concept.Nash, single: true).Utilities.ShouldBe([5, 8]);
    }

    private static IEnumerable<(Deal Deal, double[] Utilities)> Open(BargainingProblem problem) =>
        Problems.Deals(problem).Where(d => Problems.Gains(problem, d.Utilities).Min() >= -Rounding);

    // Everybody has the same where nobody with a claim gains by any open deal.
    private static double[] ClaimsOf(BargainingProblem problem, List<(Deal Deal, double[] Utilities)> open)
    {
        bool met = open.Any(d => Problems.Gains(problem, d.Utilities).Where((g, i) => g > Rounding && problem.Claims[i] > 0).Any());
        return [.. problem.Claims.Select(c => met ? c : 1)];
    }

    private static double[] Hopes(BargainingProblem problem) =>
        [.. Enumerable.Range(0, problem.NoDeal.Count).Select(i => Problems.Deals(problem).Max(d => d.Utilities[i]) - problem.NoDeal[i])];

    private static double[] Value(BargainingProblem problem, double[] claims, IReadOnlyList<double> utilities)
    {
        double[] gains = Problems.Gains(problem, utilities), hopes = Hopes(problem);
        int[] gaining = [.. Enumerable.Range(0, gains.Length).Where(i => gains[i] > Rounding)];
        return [gaining.Sum(i => claims[i]), gaining.Sum(i => claims[i] * Math.Log(gains[i] / hopes[i]))];
    }

    private static int Compare(double[] x, double[] y)
    {
        int k = Array.FindIndex([.. x.Zip(y, (a, b) => Math.Abs(a - b))], d => d > 1e-8);
        return k < 0 ? 0 : x[k].CompareTo(y[k]);
    }

    // Two issues of four choices that each favour one party or two, no-deal values at what two deals both leave: a few deals are open, and most hold some party where it is.
    private static BargainingProblem Tight(ulong seed)
    {
        var stream = new RandomStream(seed, 0, "tight");
        int parties = 3 + stream.NextBelow(2);
        double[] Points()
        {
            var points = new double[parties];
            points[stream.NextBelow(parties)] += 1 + stream.NextBelow(9);
            points[stream.NextBelow(parties)] += stream.NextBelow(4);
            return points;
        }
        DealBlock[] blocks = [.. Enumerable.Range(0, 2).Select(b => Problems.Block($"block-{b}", [.. Enumerable.Range(0, 4).Select(c => Problems.Choice($"choice-{c}", Points()))]))];
        double[] claims = [.. Enumerable.Range(0, parties).Select(_ => new[] { 0, 0.5, 1, 1, 2 }[stream.NextBelow(5)])];
        BargainingProblem problem = Problems.Of(new double[parties], claims, blocks);
        double[][] deals = [.. Problems.Deals(problem).Select(d => d.Utilities)];
        return problem with { NoDeal = [.. deals[stream.NextBelow(deals.Length)].Zip(deals[stream.NextBelow(deals.Length)], Math.Min)] };
    }
}
