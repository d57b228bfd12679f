using FsCheck;
using FsCheck.Fluent;
using Fulcrum.Bargaining;
using Fulcrum.Findings;
using Shouldly;
using static Fulcrum.Tests.Findings.CraftedDraws;

namespace Fulcrum.Tests.Findings;

public sealed class CostFindingTests
{
    private static Analysis Analysed(int hits, int rest, double points = 9, int? winner = South)
    {
        CasePlan plan = Plan();
        DrawResult calm = Calm(plan);
        return AnalysisBuilder.Build(Input(plan, Mixed(hits, Costing(calm, Change("gift"), North, points, winner), rest, calm)));
    }

    private static IEnumerable<string> Costs(Analysis analysis, string change) =>
        analysis.Findings.Where(f => f.Kind == FindingKind.ChangeCost && f.Supports[0] == change).Select(f => f.Text);

    [Fact]
    public void Cost_is_told_with_its_frequency_its_size_and_who_gained() =>
        Costs(Analysed(51, 49), "gift").ShouldBe([
            "Giving 'carrot' (broker, February 2025) cost north a point or more in 51 of 100 draws (roughly even); where it did, 9 of its 100 points, and south gained in most of these draws."]);

    [Theory]
    [InlineData(0, 200, false)]
    [InlineData(9, 191, false)]
    [InlineData(10, 190, true)]
    public void Cost_that_hardly_ever_occurs_gets_no_sentence(int hits, int rest, bool told) => Costs(Analysed(hits, rest), "gift").Any(t => t.Contains("a point or more")).ShouldBe(told);

    [Fact]
    public void Change_that_never_costs_a_point_is_said_to_cost_less_than_one()
    {
        string text = Analysed(50, 50).Findings.Single(f => f.Text.StartsWith("Less than a point of north", StringComparison.Ordinal)).Text;

        text.ShouldContain("Arms: free ruled out");
        text.ShouldNotContain("carrot");
    }

    [Fact]
    public void Total_tells_loss_for_the_loser_and_gain_for_the_winner()
    {
        string[] totals = Analysed(93, 7, points: 15).Findings.Where(f => f.Kind == FindingKind.TotalCost).Select(f => f.Text).ToArray();

        totals[0].ShouldBe("The 2 net changes in the ledger since 1 January 2025 cost north a point or more of its 100 in 93 of 100 draws (very likely); over all draws 15 (0..15).");
        totals[1].ShouldBe("The 2 net changes in the ledger since 1 January 2025 left south a point or more of its 100 better off in 93 of 100 draws (very likely); over all draws by 15 (0..15).");
    }

    [Fact]
    public void Total_without_any_effect_is_said_to_be_less_than_a_point() =>
        Analysed(0, 100).Findings.First(f => f.Kind == FindingKind.TotalCost).Text.ShouldEndWith("moved the hand of north by less than a point of its 100 in every draw.");

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    public void Who_gained_is_settled_only_from_nine_draws_of_ten(int hits, bool settled)
    {
        string text = Analysed(hits, 100 - hits).Findings.Single(f => f.Kind == FindingKind.WhoGainedMore).Text;

        text.Contains("only south gained").ShouldBe(settled);
        text.Contains("not settled by these assumptions").ShouldBe(!settled);
    }

    [Theory]
    [InlineData(89, "is not settled by these assumptions; most often it is 'Carrot: given'")]
    [InlineData(90, "The costliest for north was 'Carrot: given'")]
    public void Costliest_change_is_named_outright_only_from_nine_draws_of_ten(int hits, string words) =>
        Analysed(hits, 100 - hits).InShort.ShouldContain(s => s.Text.Contains(words));

    [Fact]
    public void Costliest_change_is_not_named_when_nothing_ever_cost_a_point() =>
        Analysed(0, 100).InShort.ShouldNotContain(s => s.Text.Contains("cost north most") || s.Text.Contains("costliest"));

    [Fact]
    public void Gain_of_nobody_is_said() =>
        Analysed(60, 40, winner: null).Changes.Single(c => c.Id == "gift").Costs[0].WentTo.ShouldBe("nobody");

    [Fact]
    public void Gainer_is_named_when_its_points_rise_in_half_of_the_draws_in_which_the_other_lost()
    {
        CasePlan plan = Plan();
        DrawResult calm = Calm(plan);
        int gift = Change("gift");
        string WentTo(int withGain, int without) => AnalysisBuilder.Build(Input(plan, Mixed(withGain, Costing(calm, gift, North, 5, South), without, Costing(calm, gift, North, 5))))
            .Changes.Single(c => c.Id == "gift").WentTo;

        WentTo(50, 50).ShouldBe("south");
        WentTo(49, 51).ShouldBe("nobody");
    }

    [Fact]
    public void Sentences_never_claim_more_draws_than_there_are() =>
        Prop.ForAll(Gen.Choose(1, 60).SelectMany(of => Gen.Choose(0, of).Select(hits => (hits, of))).ToArbitrary(), run =>
        {
            Analysis analysis = Analysed(run.hits, run.of - run.hits, points: 4);
            int told = analysis.Changes.Single(c => c.Id == "gift").Costs[0].PointOrMore.Hits;
            bool sentence = Costs(analysis, "gift").Any(t => t.Contains("cost north a point or more", StringComparison.Ordinal));
            return told == run.hits && sentence == (run.hits >= 0.05 * run.of && run.hits > 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Return_condition_and_finality_stand_beside_the_cost()
    {
        CasePlan plan = CasePlan.Of(
            Case() with
            {
                Moves = [.. Case().Moves.Select(m => m.Id.Value == "gift" ? m with { Conditional = true, Reversible = false } : m with { InReturnFor = [new("gift")] })],
            },
            Plan().AsOf);
        DrawResult calm = Calm(plan);
        Finding finding = AnalysisBuilder.Build(Input(plan, [Costing(calm, Change("gift"), North, 9, South)])).Findings.First(f => f.Kind == FindingKind.ChangeCost && f.Supports[0] == "gift");

        finding.Rests.ShouldContain("made on a condition");
        finding.Rests.ShouldContain("ruled out free arms (north, early March 2025)");
        finding.Rests.ShouldContain("final");
    }
}
