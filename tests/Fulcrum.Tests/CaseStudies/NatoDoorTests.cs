using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>
/// What ruling out NATO membership cost depends on one question: was the open door ever usable? The model is given only that, and must answer both ways.
/// </summary>
public sealed class NatoDoorTests
{
    private const string RuledOut = "nato-ruled-out";

    // The open door stands in no outcome and in no deal; everything else as in the base case.
    private static readonly (string, string)[] NeverUsable =
    [
        ("issues.nato.options.door-open.only", "no-deal"),
        ("no-deal.war-goes-on.line-holds-door-open.as.nato", "long-pause"),
    ];

    [Fact]
    public void Ruling_out_an_open_door_costs_and_ruling_out_a_shut_one_costs_exactly_nothing()
    {
        Costs(Studied.Read(Studied.Ukraine)).InOrder.ShouldBeGreaterThan(0.1);

        (double inOrder, double share, double undone) = Costs(Studied.Read(Studied.Ukraine, null, NeverUsable));
        inOrder.ShouldBe(0);
        share.ShouldBe(0);
        undone.ShouldBe(0);
    }

    [Fact]
    public void Half_of_the_flip_does_not_do()
    {
        Costs(Studied.Read(Studied.Ukraine, null, NeverUsable[0])).InOrder.ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void National_interest_reading_finds_no_cost_and_politico_reading_finds_one()
    {
        Costs(Studied.Read(Studied.Ukraine, "national-interest")).InOrder.ShouldBe(0);
        Costs(Studied.Read(Studied.Ukraine, "politico")).InOrder.ShouldBeGreaterThan(0.1);
    }

    private static (double InOrder, double Share, double Undone) Costs(Case @case)
    {
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        DrawResult result = DrawAnalysis.Run(plan, CaseNumbers.MidRange(@case), 1, new DrawOptions());
        int change = plan.Changes.ToList().FindIndex(found => found.Id == RuledOut);
        int ukraine = @case.Parties.ToList().FindIndex(party => party.Id.Value == "ukraine");
        result.ZoneLottery.ShouldBeTrue();
        return (result.CostInOrder[change][ukraine], result.CostShare[change][ukraine], result.CostUndone[change][ukraine]);
    }
}
