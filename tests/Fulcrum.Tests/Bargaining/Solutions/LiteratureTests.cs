using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Published examples, each with its source.</summary>
public sealed class LiteratureTests
{
    private const double Exact = 1e-9;

    // Gains of a mixture are right to the certified gap; its shares may be off by more where the frontier is flat.
    private const double Certified = 1e-6;

    /// <summary>One thing of size 1 cut in <paramref name="steps"/>: the first party gets x and values it so, the second gets 1 - x.</summary>
    private static BargainingProblem Cake(int steps, Func<double, double> first, Func<double, double> second, double[] noDeal, double[]? claims = null)
    {
        DealChoice[] cuts = [.. Enumerable.Range(0, steps + 1).Select(k =>
            Problems.Choice($"{k:000000}", first(k / (double)steps), second((steps - k) / (double)steps)))];
        return Problems.Of(noDeal, claims ?? [1, 1], Problems.Block("cake", cuts));
    }

    // Nash 1950: both get their no-deal value and half of what is left. A no-deal value below the worst deal must count in full.
    [Theory]
    [InlineData(-4, 0, 3, 7)]
    [InlineData(0, 0, 5, 5)]
    [InlineData(2, 4, 4, 6)]
    [InlineData(-20, 0, 0, 10)]
    [InlineData(10, 0, 10, 0)]
    [InlineData(6, 4, 6, 4)]
    public void Splitting_ten_counts_each_no_deal_value(double first, double second, double expectedFirst, double expectedSecond)
    {
        BargainingProblem problem = Cake(10, x => 10 * x, x => 10 * x, [first, second]);

        foreach (bool single in new[] { false, true })
        {
            Settlement settlement = problem.Solve(Concept.Nash, single);
            settlement.Status.ShouldBe(SettlementStatus.Open);
            settlement.Utilities[0].ShouldBe(expectedFirst, Certified);
            settlement.Utilities[1].ShouldBe(expectedSecond, Certified);
        }
    }

    [Fact]
    public void Splitting_ten_is_closed_when_both_want_more_than_there_is() =>
        Cake(10, x => 10 * x, x => 10 * x, [6, 4.5]).Solve().Status.ShouldBe(SettlementStatus.Closed);

    // Nash 1950, p. 161: Bill and Jack barter without money. Bill gives book, whip, ball and bat; Jack gives pen, toy and knife.
    [Fact]
    public void Bill_and_Jack_barter_as_Nash_says()
    {
        (string Good, double Bill, double Jack, bool BillOwns, bool Moves)[] goods =
        [
            ("book", 2, 4, true, true), ("whip", 2, 2, true, true), ("ball", 2, 1, true, true), ("bat", 2, 2, true, true), ("box", 4, 1, true, false),
            ("pen", 10, 1, false, true), ("toy", 4, 1, false, true), ("knife", 6, 2, false, true), ("hat", 2, 2, false, false),
        ];
        DealBlock[] blocks = [.. goods.Select(g =>
            Problems.Block(g.Good, Problems.Choice("to-bill", g.Bill, 0), Problems.Choice("to-jack", 0, g.Jack)))];
        BargainingProblem problem = Problems.Of([12, 6], blocks);

        foreach (bool single in new[] { false, true })
        {
            Settlement settlement = problem.Solve(Concept.Nash, single);
            settlement.Utilities[0].ShouldBe(24, Exact);
            settlement.Utilities[1].ShouldBe(11, Exact);
            int[] expected = [.. goods.Select(g => g.BillOwns != g.Moves ? 0 : 1)];
            settlement.Mixture.Single().Deal.Choices.ShouldBe(expected);
        }
    }

    // Kalai and Smorodinsky 1975, p. 515: more is possible for the second party at every level of the first, yet Nash gives it less (0.7 for 0.75).
    [Theory]
    [InlineData(0.75, 0.75, 0.75, 0.75, 0.75, 0.75)]
    [InlineData(1, 0.7, 1, 0.7, 10 / 13.0, 10 / 13.0)]
    public void Kalai_Smorodinsky_is_monotone_where_Nash_is_not(double x, double y, double nashFirst, double nashSecond, double first, double second)
    {
        BargainingProblem problem = Problems.Of(
            [0, 0], Problems.Block("set", Problems.Choice("a", 1, 0), Problems.Choice("b", 0, 1), Problems.Choice("c", x, y)));

        Settlement nash = problem.Solve();
        Settlement kalai = problem.Solve(Concept.KalaiSmorodinsky);

        nash.Utilities[0].ShouldBe(nashFirst, Certified);
        nash.Utilities[1].ShouldBe(nashSecond, Certified);
        kalai.Utilities[0].ShouldBe(first, Certified);
        kalai.Utilities[1].ShouldBe(second, Certified);
    }

    // Divide the dollar between a risk-neutral party and one that values x as the root of x (Roth 1979; Kihlstrom, Roth and Schmeidler 1981):
    // risk aversion costs. Nash: max x (1 - x)^(1/2), x = 2/3. Kalai-Smorodinsky: x = (1 - x)^(1/2), x = 0.618.
    [Fact]
    public void Risk_averse_party_gets_less_of_the_dollar()
    {
        BargainingProblem problem = Cake(3000, x => x, Math.Sqrt, [0, 0]);

        problem.Solve().Utilities[0].ShouldBe(2 / 3.0, 1e-6);
        problem.Solve(Concept.Nash, single: true).Utilities[0].ShouldBe(2 / 3.0, 1e-6);
        problem.Solve(Concept.KalaiSmorodinsky).Utilities[0].ShouldBe((Math.Sqrt(5) - 1) / 2, 1e-6);
    }

    // Kalai 1977: with weights, the shares of a dollar are the weights.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 3)]
    [InlineData(0.2, 0.3)]
    [InlineData(1, 0)]
    public void Claims_are_the_shares_of_a_dollar(double first, double second)
    {
        Settlement settlement = Cake(10, x => x, x => x, [0, 0], [first, second]).Solve();

        settlement.Utilities[0].ShouldBe(first / (first + second), Certified);
        settlement.Utilities[1].ShouldBe(second / (first + second), Certified);
    }

    // Panama Canal talks: points of Raiffa 1982; with a winner per issue, Adjusted Winner (Brams and Taylor 1996) gives both 66 of their 100, splitting
    // 'land and water', which counts 15 for each. The egalitarian mixture is that division, and at equal trade-offs so is Nash's.
    [Theory]
    [InlineData(Concept.Egalitarian)]
    [InlineData(Concept.Nash)]
    public void Panama_Canal_points_give_both_sixty_six(Concept concept)
    {
        (double Us, double Panama)[] points = [(22, 9), (22, 15), (15, 15), (14, 3), (11, 15), (6, 5), (4, 11), (2, 7), (2, 7), (2, 13)];
        DealBlock[] blocks = [.. points.Select((p, k) =>
            Problems.Block($"issue-{k}", Problems.Choice("panama", 0, p.Panama), Problems.Choice("us", p.Us, 0)))];

        Settlement settlement = Problems.Of([0, 0], blocks).Solve(concept);

        settlement.Utilities[0].ShouldBe(66, Certified);
        settlement.Utilities[1].ShouldBe(66, Certified);
        settlement.Mixture.Count.ShouldBe(2);
        settlement.Mixture[0].Deal.Choices.Index().Count(c => c.Item != settlement.Mixture[1].Deal.Choices[c.Index]).ShouldBe(1);
    }

    // Three parties and a dollar: everyone its no-deal value and an equal part of the rest (Nash 1950 for any number; Roth 1979).
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.1, 0.2, 0.4)]
    [InlineData(-1, 0.2, 0.3)]
    public void Three_divide_a_dollar_from_their_no_deal_values(double a, double b, double c)
    {
        BargainingProblem problem = Problems.Of(
            [a, b, c], Problems.Block("dollar", Problems.Choice("a", 1, 0, 0), Problems.Choice("b", 0, 1, 0), Problems.Choice("c", 0, 0, 1)));

        Settlement settlement = problem.Solve();

        double rest = (1 - a - b - c) / 3;
        double[] expected = a + rest < 0 ? [0, 0.45, 0.55] : [a + rest, b + rest, c + rest];
        for (int i = 0; i < 3; i++)
            settlement.Utilities[i].ShouldBe(expected[i], Certified);
        settlement.Mixture.Count.ShouldBeLessThanOrEqualTo(3);
    }

    // Fearon 1995: p = 0.6 of a prize of 100, costs of war 10 and 5: the range of deals that both prefer is as wide as both costs together.
    [Fact]
    public void Range_that_both_prefer_to_war_is_the_sum_of_its_costs()
    {
        BargainingProblem problem = Cake(100, x => 100 * x, x => 100 * x, [60 - 10, 40 - 5]);

        AgreementZone zone = problem.Zone();

        Problems.Deals(problem).Count(d => Problems.Gains(problem, d.Utilities).Min() >= 0).ShouldBe(16);
        zone.LotteryMargin.ShouldBe(7.5, Certified);
        zone.Margin.ShouldBe(7, Exact);
    }
}
