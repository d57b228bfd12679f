using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Findings;

public sealed class EquivalentDealTests
{
    // To north, as things stand with a ceasefire is 100; capped arms cost it 25 of that, split land 30, lost land 50.
    private static string? Described(double noDeal, double aid = 0)
    {
        Fulcrum.Cases.Case @case = new CaseMaker()
            .Party("north", 1, ("land", 50), ("arms", 25), ("fighting", 25))
            .Party("south", 1, ("land", 1))
            .Issue("fighting", ["goes-on", "ceasefire"], ("north", [0, 100])).With(i => i with { Ends = true })
            .Issue("land", ["as-is", "split", "lost"], ("north", [100, 40, 0]))
            .Issue("arms", ["free", "capped"], ("north", [100, 0]))
            .Course("war", [], (1, ["goes-on", "as-is", "free"]))
            .Lever("aid", "south", deal: [("north", aid)])
            .Build();
        CasePlan plan = CasePlan.Of(@case, CaseMaker.Today);
        BargainingProblem problem = SituationBuilder.Build(plan, CaseNumbers.MidRange(@case), CaseMaker.Today);
        int north = problem.Space.Parties.ToList().IndexOf(new PartyId("north"));
        double[] values = [.. problem.NoDeal];
        values[north] = noDeal;
        return EquivalentDeal.Describe(@case, problem with { NoDeal = values }, new PartyId("north"));
    }

    [Theory]
    [InlineData(100, "equals 'ceasefire' with all else as it stands")]
    [InlineData(98.6, "equals 'ceasefire' with all else as it stands")]
    [InlineData(70, "equals 'ceasefire' with land 'split' and all else as it stands")]
    [InlineData(71.4, "equals 'ceasefire' with land 'split' and all else as it stands")]
    [InlineData(75, "equals 'ceasefire' with arms 'capped' and all else as it stands")]
    [InlineData(45, "equals 'ceasefire' with arms 'capped', land 'split' and all else as it stands")]
    [InlineData(5, "is less than the worst deal that ends the conflict")]
    [InlineData(-5, "is less than the worst deal that could be signed")]
    [InlineData(120, "is more than any deal could give it")]
    public void No_deal_value_is_said_as_the_deal_with_the_fewest_departures(double value, string words) => Described(value).ShouldBe(words);

    [Theory]
    [InlineData(120, 60, null)]
    [InlineData(170, 60, "is more than any deal could give it")]
    [InlineData(5, -60, null)]
    [InlineData(-70, -60, "is less than the worst deal that could be signed")]
    public void No_deal_value_is_beyond_every_deal_only_if_it_is_with_every_lever_too(double value, double aid, string? words) => Described(value, aid).ShouldBe(words);

    [Fact]
    public void No_deal_value_far_from_every_deal_is_not_said() => Described(85).ShouldBeNull();
}
