using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.Bargaining;

/// <summary>What the theory says about levers and concessions must come out of the whole chain, from a case to costs.</summary>
public sealed class ScenarioTests
{
    // Settlements are certified to a millionth of a point of the weighted loss; values follow to better than this.
    private const double Solved = 1e-4;

    // Differences below a ten-millionth of a point are shown as exactly 0, for each of a few changes.
    private const double Summed = 1e-6;

    private static readonly DrawOptions Exact = new() { ExactUpTo = 12 };

    private static DrawResult Run(CaseMaker maker, DrawOptions? options = null)
    {
        CasePlan plan = maker.Plan();
        return DrawAnalysis.Run(plan, CaseNumbers.MidRange(plan.Case), 1, options ?? Exact);
    }

    /// <summary>A hundred points to share among the parties, nothing without a deal: points are transferable.</summary>
    private static CaseMaker Transferable(int parties)
    {
        var maker = new CaseMaker();
        string[] ids = Enumerable.Range(0, parties).Select(p => $"p{p}").ToArray();
        foreach (string id in ids)
        {
            maker.Party(id, 1, ("money", 1));
        }
        var values = ids.Select((id, p) => (id, Enumerable.Range(0, parties + 1).Select(o => o == p + 1 ? 100.0 : 0).ToArray())).ToArray();
        return maker.Issue("money", ids.Select(id => $"to-{id}").Prepend("nobody").ToArray(), values).Course("failure", [], (1, ["nobody"]));
    }

    [Theory]
    [InlineData(2, 1.0)]
    [InlineData(2, 0.5)]
    [InlineData(3, 0.4)]
    [InlineData(4, 0.8)]
    public void A_carrot_given_away_buys_nothing(int parties, double belief)
    {
        const double Carrot = 12;
        CaseMaker maker = Transferable(parties).Lever("carrot", "p0", deal: [("p1", Carrot)], credibility: belief).Move("gift", 10, "carrot", Standing.GivenAway);

        DrawResult result = Run(maker);

        double share = belief * Carrot / parties;
        for (int p = 0; p < parties; p++)
        {
            result.CostInOrder[0][p].ShouldBe(p == 1 ? share - Carrot : share, Solved);
        }
        (result.Hands[1] - result.NoDeal[1]).ShouldBe(100.0 / parties, Solved);
    }

    [Fact]
    public void A_stick_in_force_gives_back_exactly_its_coercive_leverage_when_removed()
    {
        CaseMaker sticks = Transferable(2).Lever("stick", "p0", Standing.InForce, noDeal: [("p1", -10)], credibility: 0.3);

        DrawResult before = Run(sticks);
        DrawResult after = Run(sticks.Move("lift", 10, "stick", Standing.Gone));

        before.Coercive[0][1].ShouldBe(10);
        (after.NoDeal[1] - before.NoDeal[1]).ShouldBe(before.Coercive[0][1]);
        after.Coercive[0][1].ShouldBe(0);
        after.CostInOrder[0][0].ShouldBe(before.Realised[0][0], Solved);
        after.CostInOrder[0][0].ShouldBe(5, Solved);
        after.CostInOrder[0][1].ShouldBe(-5, Solved);
    }

    [Fact]
    public void A_suspension_with_its_resumption_costs_exactly_nothing()
    {
        CaseMaker maker = Transferable(2).Lever("aid", "p0", Standing.InForce, noDeal: [("p1", -10)]).Lever("other", "p1", noDeal: [("p0", -5)])
            .Move("stop", 10, "aid", Standing.Reserve).Move("between", 15, "other", Standing.InForce).Move("resume", 20, "aid", Standing.InForce);

        DrawResult result = Run(maker);

        result.ChangeActs[0].ShouldBeFalse();
        result.CostInOrder[0].ShouldAllBe(cost => cost == 0);
        result.CostShare[0].ShouldAllBe(cost => cost == 0);
        result.CostUndone[0].ShouldAllBe(cost => cost == 0);
    }

    [Fact]
    public void A_threat_that_nobody_believes_is_given_up_for_nothing()
    {
        CaseMaker maker = Transferable(2).Lever("bluff", "p0", noDeal: [("p1", -40)], credibility: 0).Move("drop", 10, "bluff", Standing.Gone);

        DrawResult result = Run(maker);

        result.ChangeActs[0].ShouldBeTrue();
        result.CostInOrder[0].ShouldAllBe(cost => cost == 0);
        result.Coercive[0].ShouldAllBe(points => points == 0);
    }

    /// <summary>An open door that its holder may rule out; two more issues to trade.</summary>
    private static CaseMaker Door(bool usable) => new CaseMaker()
        .Party("applicant", 1, ("door", 3), ("land", 4), ("trade", 3))
        .Party("opponent", 1, ("door", 4), ("land", 4), ("trade", 2))
        .Party("holder", 0.2, ("door", 1), ("land", 1), ("trade", 2))
        .Issue("door", [usable ? "open@holder" : "open!@holder", "closed"], ("applicant", [100, 0]), ("opponent", [0, 100]), ("holder", [30, 60]))
        .Issue("land", ["open", "line", "all"], ("applicant", [100, 60, 0]), ("opponent", [0, 50, 100]), ("holder", [50, 100, 0]))
        .Issue("trade", ["none", "some", "full"], ("applicant", [0, 60, 100]), ("opponent", [0, 70, 100]), ("holder", [0, 50, 100]))
        .Consent(["applicant", "opponent", "holder"])
        .Course("war", [("applicant", 25), ("opponent", 20), ("holder", 5)], (1, [usable ? "open" : "closed", "open", "none"]));

    [Fact]
    public void Ruling_out_costs_only_while_the_option_could_be_had_and_was_the_fact_without_a_deal()
    {
        static CaseMaker RuledOut(bool usable) => Door(usable).Yield("rule-out", 10, "holder", "door", ["open"], "closed", onlyWhereRemoved: true);

        Run(RuledOut(usable: true)).CostInOrder[0][0].ShouldBeGreaterThan(1);
        Run(RuledOut(usable: false)).CostInOrder[0].ShouldAllBe(cost => cost == 0);
    }

    [Fact]
    public void Ruling_out_what_lies_outside_every_zone_costs_nothing()
    {
        // The opponent would lose more by the open door than any other term can make up for, and nobody expects it without a deal.
        CaseMaker maker = new CaseMaker()
            .Party("applicant", 1, ("door", 1), ("land", 9))
            .Party("opponent", 1, ("door", 9), ("land", 1))
            .Issue("door", ["closed", "open"], ("applicant", [0, 100]), ("opponent", [100, 0]))
            .Issue("land", ["line", "yours"], ("applicant", [100, 0]), ("opponent", [0, 100]))
            .Course("war", [("applicant", 20), ("opponent", 20)], (1, ["closed", "yours"]))
            .Yield("rule-out", 10, "applicant", "door", ["open"], "closed", onlyWhereRemoved: true);

        DrawResult result = Run(maker);

        result.ZoneSingle.ShouldBeTrue();
        result.CostInOrder[0].ShouldAllBe(cost => cost == 0);
    }

    [Fact]
    public void Narrowing_deals_alone_costs_nothing_when_the_option_would_have_been_traded_away()
    {
        // The door is worth little to the applicant and much to the opponent: it is closed in the settlement either way.
        static CaseMaker Traded(string fact) => new CaseMaker()
            .Party("applicant", 1, ("door", 1), ("money", 9))
            .Party("opponent", 1, ("door", 9), ("money", 1))
            .Issue("door", ["open", "closed", "half"], ("applicant", [100, 0, 50]), ("opponent", [0, 100, 10]))
            .Issue("money", ["none", "some", "all"], ("applicant", [0, 60, 100]), ("opponent", [100, 60, 0]))
            .Course("war", [("applicant", 2), ("opponent", 2)], (1, [fact, "none"]))
            .Yield("yield", 10, "applicant", "door", ["open", "half"], "closed");

        Run(Traded("closed")).CostInOrder[0].ShouldAllBe(cost => Math.Abs(cost) < Solved);
        Run(Traded("open")).CostInOrder[0][0].ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Costs_in_order_and_fair_shares_both_sum_to_the_whole_loss()
    {
        CaseMaker maker = ManyChanges();

        foreach (DrawOptions options in new[] { Exact, new DrawOptions { ExactUpTo = 0, PermutationPairs = 2 } })
        {
            DrawResult result = Run(maker, options);
            for (int p = 0; p < 3; p++)
            {
                double loss = result.HandsUnchanged[p] - result.Hands[p];
                result.CostInOrder.Sum(cost => cost[p]).ShouldBe(loss, Summed);
                result.CostShare.Sum(cost => cost[p]).ShouldBe(loss, Summed);
            }
        }
    }

    [Fact]
    public void Sampled_fair_shares_agree_with_the_exact_ones_within_their_error()
    {
        DrawResult exact = Run(ManyChanges());
        DrawResult sampled = Run(ManyChanges(), new DrawOptions { ExactUpTo = 0, PermutationPairs = 60 });

        for (int c = 0; c < exact.CostShare.Length; c++)
        {
            for (int p = 0; p < 3; p++)
            {
                // Five standard errors over a dozen figures with a fixed seed; the floor covers shares that every order agrees on.
                sampled.CostShare[c][p].ShouldBe(exact.CostShare[c][p], 5 * sampled.CostShareError[c][p] + Solved);
            }
        }
    }

    [Fact]
    public void Rescaling_a_party_s_raw_weights_changes_nothing()
    {
        static CaseMaker Scaled(double factor) => new CaseMaker()
            .Party("a", 1, ("x", 1 * factor), ("y", 3 * factor)).Party("b", 1, ("x", 2), ("y", 1))
            .Issue("x", ["no", "yes"], ("a", [0, 100]), ("b", [100, 0])).Issue("y", ["no", "yes"], ("a", [100, 0]), ("b", [0, 100]))
            .Course("failure", [("a", 10), ("b", 10)], (1, ["no", "no"])).Lever("l", "a", Standing.InForce, noDeal: [("b", -5)]).Move("m", 5, "l", Standing.Gone);

        DrawResult one = Run(Scaled(1));

        Run(Scaled(8)).Hands.ShouldBe(one.Hands);
        Run(Scaled(0.3)).Hands.ShouldBe(one.Hands, Solved);
        Run(Scaled(0.3)).CostInOrder[0].ShouldBe(one.CostInOrder[0], Solved);
    }

    [Fact]
    public void The_timeline_ends_in_today_s_hands_and_begins_before_all_moves()
    {
        DrawResult result = Run(ManyChanges());

        result.HandsAt[^1].ShouldBe(result.Hands);
        result.NoDealAt[^1].ShouldBe(result.NoDeal);
        result.ZoneAt[^1].ShouldBe(result.ZoneSingle);
    }

    [Fact]
    public void Moving_a_lever_to_gone_takes_away_what_it_realises()
    {
        DrawResult result = Run(ManyChanges());

        for (int l = 0; l < result.Realised.Length; l++)
        {
            if (result.IfMoved[l][(int)Standing.Gone] is { } gone)
            {
                gone.Zip(result.Realised[l]).ShouldAllBe(pair => pair.First == -pair.Second || pair.First == pair.Second && pair.First == 0);
            }
        }
        result.IfMoved.SelectMany(moved => moved).ShouldContain(moved => moved != null);
    }

    [Fact]
    public void The_rest_settle_without_a_party_that_is_not_needed()
    {
        CaseMaker maker = Transferable(3).Consent(["p0"], 1, "p1", "p2");

        DrawResult result = Run(maker);

        // With either partner p0 gets half; which partner it is, is not predicted.
        result.Hands.ShouldBe([50, 25, 25], Solved);
        result.Dependence[0][1].ShouldBe(0, Solved);
        result.Dependence[0][0].ShouldBe(50, Solved);
        result.Dependence[2][1].ShouldBe(-25, Solved);
    }

    [Fact]
    public void A_refusal_that_ends_everything_triggers_what_was_threatened()
    {
        CaseMaker maker = Transferable(2).Lever("threat", "p0", Standing.Announced, refusedBy: [("p1", "p1", -20), ("p1", "p0", 4)], credibility: 0.5, costs: 6);

        DrawResult result = Run(maker);

        result.NoDeal.ShouldBe([0, -10]);
        result.Dependence[0][1].ShouldBe(result.Hands[0] - (2 - 3), Solved);
        result.Dependence[1][1].ShouldBe(result.Hands[1] + 10, Solved);
    }

    [Theory]
    [InlineData(false, 50)]
    [InlineData(true, 0)]
    public void A_red_line_binds_once_that_party_s_consent_is_needed(bool guestRefuses, double expected)
    {
        // Peace needs the guest, who gains by it; the only way to have peace pays one side, and the guest may refuse that side's land.
        CaseMaker maker = new CaseMaker().Party("a", 1, ("land", 1)).Party("b", 1, ("land", 1)).Party("guest", 0, ("land", 1))
            .Issue("land", ["war", "peace@guest"], ("a", [0, 50]), ("b", [0, 50]), ("guest", [0, 100]))
            .Issue("form", ["none", "treaty"], ("a", [0, 0]))
            .Consent(["a", "b"]).Course("failure", [], (1, ["war", "none"]));
        if (guestRefuses)
        {
            maker.RedLine("guest", "form", "none").RedLine("guest", "form", "treaty");
        }

        Run(maker).Hands[0].ShouldBe(expected, Solved);
    }

    [Fact]
    public void Where_no_deal_is_open_the_hand_is_the_no_deal_value()
    {
        CaseMaker maker = Transferable(2).Lever("alone", "p0", Standing.InForce, noDeal: [("p0", 80)]).Lever("also", "p1", Standing.InForce, noDeal: [("p1", 80)]);

        DrawResult result = Run(maker);

        result.ZoneLottery.ShouldBeFalse();
        result.Hands.ShouldBe(result.NoDeal);
        result.OptionShares.ShouldBeNull();
    }

    [Fact]
    public void The_fewest_levers_that_open_a_closed_zone_are_found()
    {
        CaseMaker maker = Transferable(2).Lever("alone", "p0", Standing.InForce, noDeal: [("p0", 80)]).Lever("also", "p1", Standing.InForce, noDeal: [("p1", 80)])
            .Lever("small", "p1", deal: [("p0", 1)]);
        CasePlan plan = maker.Plan();

        OpeningLeversResult found = OpeningLevers.Of(plan, CaseNumbers.MidRange(plan.Case), TestContext.Current.CancellationToken);

        found.Best!.Moves.Count.ShouldBe(1);
        found.Best.Moves[0].To.ShouldBe(Standing.Gone);
        found.Best.Margin.ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void A_corner_holds_while_the_no_deal_value_moves_within_its_range()
    {
        // One deal gives both 60, the extremes give 100 and 0: at no-deal values of 0 the middle deal is a corner of the frontier.
        CaseMaker maker = new CaseMaker().Party("a", 1, ("x", 1)).Party("b", 1, ("x", 1))
            .Issue("x", ["none", "mine", "middle", "yours"], ("a", [0, 100, 60, 0]), ("b", [0, 0, 60, 100])).Course("failure", [], (1, ["none"]));
        CasePlan plan = maker.Plan();
        BargainingProblem problem = SituationBuilder.Build(plan, CaseNumbers.MidRange(plan.Case), CaseMaker.Today);

        CornerNote note = CornerNotes.Of(problem, new PartyId("a"), TestContext.Current.CancellationToken)!;

        note.IsCorner.ShouldBeTrue();
        note.Holds.ShouldBeTrue();
        // The corner's normals run from slope 2/3 to 3/2: prices 1/(60 - r) : 1/60 stay between while r is in -30 .. 20.
        note.HoldsUp.ShouldBe(20, 0.05);
        note.HoldsDown.ShouldBe(30, 0.05);
    }

    [Theory]
    [InlineData(80, 20, 0, 0.75)]
    [InlineData(80, 90, 0, 0)]
    [InlineData(80, -10, 0, 1)]
    public void A_risk_limit_is_the_chance_of_failure_one_could_bear(double own, double others, double noDeal, double expected) =>
        RiskLimit.Of(own, others, noDeal).ShouldBe(expected);

    [Fact]
    public void Who_wants_no_deal_of_its_own_has_no_risk_limit() => RiskLimit.Of(10, 5, 20).ShouldBeNull();

    internal static CaseMaker ManyChanges() => Door(usable: true)
        .Lever("aid", "holder", Standing.InForce, noDeal: [("applicant", 8), ("opponent", -6)], credibility: 0.7)
        .Lever("relief", "holder", deal: [("opponent", 9)], credibility: 0.8)
        .Lever("pressure", "holder", Standing.Announced, refusedBy: [("opponent", "opponent", -15)], credibility: 0.4)
        .Move("stop-aid", 20, "aid", Standing.Reserve)
        .Move("give-relief", 30, "relief", Standing.GivenAway, amount: 0.5)
        .Move("drop-pressure", 40, "pressure", Standing.Gone)
        .Yield("rule-out", 50, "holder", "door", ["open"], "closed", onlyWhereRemoved: true);
}
