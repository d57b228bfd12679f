using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.Bargaining;

/// <summary>The table of standings in docs/guide/levers.md, cell by cell: a lever of 8 points in deals, -10 without one and -4 more after a refusal, believed at 0.25.</summary>
public sealed class LeverStandingTests
{
    private const double Rounding = 1e-9;
    private const double Belief = 0.25;

    private static CaseMaker Base() => new CaseMaker()
        .Party("holder", 1, ("land", 1))
        .Party("target", 1, ("land", 1))
        .Issue("land", ["open", "line", "force"], ("holder", [0, 100, 60]), ("target", [100, 0, 40]))
        .Course("war", [], (1, ["open"]));

    private static CaseMaker WithLever(Standing standing) => Base().Lever(
        "lever", "holder", standing, deal: [("target", 8)], noDeal: [("target", -10)], refusedBy: [("target", "target", -4)], costs: 2, credibility: Belief);

    private static BargainingProblem Problem(CaseMaker maker)
    {
        CasePlan plan = maker.Plan();
        return SituationBuilder.Build(plan, CaseNumbers.MidRange(plan.Case), CaseMaker.Today);
    }

    [Theory]
    [InlineData(Standing.Reserve, 0, Belief)]
    [InlineData(Standing.Announced, Belief * 8, Belief)]
    [InlineData(Standing.InForce, Belief * 8, 1)]
    [InlineData(Standing.GivenAway, 8, 1)]
    [InlineData(Standing.Gone, 0, 0)]
    public void Standing_decides_what_counts_in_every_deal_and_without_one(Standing standing, double inEveryDeal, double withoutDeal)
    {
        BargainingProblem problem = Problem(WithLever(standing));

        double givenInBothBranches = standing == Standing.GivenAway ? 8 : 0;
        problem.Space.Constants[1].ShouldBe(inEveryDeal, Rounding);
        problem.NoDeal[1].ShouldBe(100 + withoutDeal * -14 + givenInBothBranches, Rounding);
    }

    [Fact]
    public void A_lever_in_reserve_is_an_optional_term_that_needs_its_holder()
    {
        DealBlock block = Problem(WithLever(Standing.Reserve)).Space.Blocks.Single(b => b.Key == "lever:lever");

        block.Choices.Select(c => (c.Key, c.Points[1], c.Needs)).ShouldBe([("in", Belief * 8, 1UL), ("out", 0.0, 0UL)]);
    }

    [Theory]
    [InlineData(Standing.Announced)]
    [InlineData(Standing.InForce)]
    [InlineData(Standing.GivenAway)]
    [InlineData(Standing.Gone)]
    public void Only_reserve_makes_an_optional_term(Standing standing) =>
        Problem(WithLever(standing)).Space.Blocks.ShouldAllBe(b => b.Key != "lever:lever");

    [Theory]
    [InlineData(Standing.Reserve, Belief)]
    [InlineData(Standing.Announced, Belief)]
    [InlineData(Standing.InForce, 1)]
    [InlineData(Standing.GivenAway, 1)]
    [InlineData(Standing.Gone, 0)]
    public void The_holder_pays_for_what_is_carried_out_without_a_deal(Standing standing, double factor) =>
        Problem(WithLever(standing)).NoDeal[0].ShouldBe(-2 * factor, Rounding);

    [Fact]
    public void A_threat_triggered_by_the_other_s_refusal_costs_its_holder_nothing_when_the_holder_refuses() =>
        Problem(Base().Lever("lever", "holder", Standing.InForce, refusedBy: [("target", "target", -4)], costs: 2)).NoDeal[0].ShouldBe(0, Rounding);

    [Fact]
    public void Who_sees_it_comes_before_standing_and_standing_before_the_general_belief()
    {
        CaseMaker maker = Base().Lever(
            "lever", "holder", Standing.Announced, deal: [("target", 8), ("holder", 8)], credibility: 0.5, seenBy: [("target", 0.25)],
            byStanding: [(Standing.Announced, 0.75)]);

        Problem(maker).Space.Constants.ToArray().ShouldBe([6, 2], Rounding);
    }

    [Fact]
    public void A_move_s_credibility_counts_from_then_on_for_what_is_announced()
    {
        CaseMaker maker = Base().Lever("lever", "holder", noDeal: [("target", -10)], credibility: 0.25).Move("threat", 10, "lever", Standing.Announced, credibility: 0.5);

        Problem(maker).NoDeal[1].ShouldBe(100 - 5, Rounding);
    }

    [Fact]
    public void A_move_of_part_of_a_lever_splits_it_over_standings()
    {
        CaseMaker maker = Base().Lever("lever", "holder", deal: [("target", 8)]).Move("first", 10, "lever", Standing.GivenAway, amount: 0.25);

        BargainingProblem problem = Problem(maker);

        problem.Space.Constants[1].ShouldBe(2, Rounding);
        problem.NoDeal[1].ShouldBe(102, Rounding);
        problem.Space.Blocks.Single(b => b.Key == "lever:lever").Choices[0].Points[1].ShouldBe(6, Rounding);
    }

    [Fact]
    public void A_lever_worth_a_step_counts_as_much_as_that_step_to_everyone()
    {
        CaseMaker maker = Base().Lever("lever", "holder", Standing.Announced, worth: [("land", "open", "line")]);

        Problem(maker).Space.Constants.ToArray().ShouldBe([100, -100], Rounding);
    }

    [Theory]
    [InlineData(Standing.Reserve, "force@lever,line,open", 100)]
    [InlineData(Standing.Announced, "force@lever,line,open", 100)]
    [InlineData(Standing.InForce, "force@lever,line,open", 40)]
    [InlineData(Standing.GivenAway, "force", 40)]
    [InlineData(Standing.Gone, "line,open", 100)]
    public void Standing_decides_whether_a_delivered_option_can_be_had_and_whether_it_is_a_fact(Standing standing, string choices, double noDeal)
    {
        BargainingProblem problem = Problem(Base().Lever("lever", "holder", standing, delivers: [("land", "force")]));

        string.Join(',', problem.Space.Blocks.Single().Choices.Select(c => c.Key)).ShouldBe(choices);
        problem.NoDeal[1].ShouldBe(noDeal, Rounding);
    }

    [Fact]
    public void A_delivered_option_needs_the_holder_and_is_worth_what_each_party_believes_of_it()
    {
        BargainingProblem problem = Problem(Base().Lever("lever", "holder", delivers: [("land", "force")], seenBy: [("target", 0.25)]));

        DealChoice delivered = problem.Space.Blocks.Single().Choices.Single(c => c.Key == "force@lever");
        delivered.Needs.ShouldBe(1UL);
        delivered.Points.ToArray().ShouldBe([60, 0.25 * 40 + 0.75 * 100], Rounding);
        delivered.Terms.DeliveredBy.ShouldBe([new LeverId("lever")]);
    }

    [Fact]
    public void An_option_that_two_levers_deliver_stays_until_both_are_gone()
    {
        CaseMaker maker = Base().Lever("a", "holder", Standing.Gone, delivers: [("land", "force")]).Lever("b", "target", delivers: [("land", "force")]);

        Problem(maker).Space.Blocks.Single().Choices.Select(c => c.Key).ShouldBe(["force@b", "line", "open"]);
    }
}
