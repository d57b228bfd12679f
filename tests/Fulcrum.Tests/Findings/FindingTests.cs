using System.Text.Json;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;
using static Fulcrum.Tests.Findings.CraftedDraws;

namespace Fulcrum.Tests.Findings;

public sealed class FindingTests
{
    private static readonly string[] WordsToAvoid =
        ["leverage score", "winner", "the model proves", "optimal", "utility", "utilities", "lottery", "lotteries", "reservation value", "shapley", "nan", "infinity", "∞"];

    private static Analysis Of(IEnumerable<DrawResult> draws, int? asked = null, Func<AnalysisInput, AnalysisInput>? change = null)
    {
        AnalysisInput input = Input(Plan(), draws, asked);
        return AnalysisBuilder.Build(change is null ? input : change(input));
    }

    private static IEnumerable<string> TextsOf(Analysis analysis) =>
        analysis.Findings.SelectMany(f => new[] { f.Text, f.Rests }).Concat(analysis.InShort.Select(s => s.Text)).Concat(analysis.CheckFirst.Select(c => c.Text));

    public static TheoryData<string> Situations => ["open", "closed", "both", "one"];

    private static DrawResult[] DrawsOf(string situation)
    {
        CasePlan plan = Plan();
        DrawResult open = Costing(Calm(plan), Change("gift"), North, 12, South), closed = Closed(plan);
        return situation switch
        {
            "open" => [.. Enumerable.Repeat(open, 40)],
            "closed" => [.. Enumerable.Repeat(closed, 40)],
            "both" => [.. Mixed(20, open, 20, closed)],
            _ => [closed],
        };
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void No_text_contains_a_word_to_avoid_or_a_number_that_does_not_exist(string situation) =>
        TextsOf(Of(DrawsOf(situation))).ShouldAllBe(text => !WordsToAvoid.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase) && !Excused(text, word)));

    // 'nan' stands inside ordinary words; only the number is meant.
    private static bool Excused(string text, string word) => word == "nan" && !text.Contains("NaN", StringComparison.Ordinal);

    // 'very likely' holds 'likely': longer words are taken out before shorter ones are looked for.
    private static int LikelihoodWords(string text)
    {
        int count = 0;
        foreach (string word in new[] { "almost no chance", "very unlikely", "unlikely", "roughly even", "very likely", "likely", "almost certain" })
        {
            int before = text.Length;
            text = text.Replace(word, "", StringComparison.Ordinal);
            count += (before - text.Length) / word.Length;
        }
        return count;
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Sentence_has_at_most_one_likelihood_word(string situation) => TextsOf(Of(DrawsOf(situation))).ShouldAllBe(text => LikelihoodWords(text) <= 1);

    [Theory]
    [MemberData(nameof(Situations))]
    public void Records_serialise_without_numbers_that_do_not_exist(string situation)
    {
        string json = JsonSerializer.Serialize(Of(DrawsOf(situation)));

        json.ShouldNotContain("NaN", Shouldly.Case.Sensitive);
        json.ShouldNotContain("Infinity", Shouldly.Case.Sensitive);
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public void Findings_are_numbered_in_order_and_every_sentence_in_short_names_findings_that_exist(string situation)
    {
        Analysis analysis = Of(DrawsOf(situation));

        analysis.Findings.Select(f => f.Id).ShouldBe(Enumerable.Range(1, analysis.Findings.Count).Select(i => $"F{i}"));
        analysis.InShort.ShouldNotBeEmpty();
        analysis.InShort.SelectMany(s => s.Findings).ShouldAllBe(id => analysis.Findings.Any(f => f.Id == id));
    }

    [Fact]
    public void Zone_tells_whose_consent_and_in_how_many_draws()
    {
        Analysis analysis = Of(Mixed(98, Calm(Plan()), 2, Closed(Plan())));

        analysis.Findings.Single(f => f.Kind == FindingKind.Zone).Text
            .ShouldBe("A single deal that leaves north and south at least as well off as failing talks is open in 98 of 100 draws (almost certain).");
        analysis.Zone!.Margin.ShouldBe(new Spread(5, 5, 5, 98));
    }

    [Fact]
    public void Zone_that_is_never_open_is_said_to_be_closed_in_the_draws_made() =>
        Of(DrawsOf("closed")).Findings.Single(f => f.Kind == FindingKind.Zone).Text
            .ShouldBe("No single deal leaves north and south at least as well off as failing talks, in any of the draws made.");

    [Fact]
    public void Closed_zone_names_who_stands_in_the_way_and_what_would_open_it()
    {
        var zone = new AgreementZone(false, false, -4, -4, null, [new PartyId("south")], [double.PositiveInfinity, 4, 0, 0]);
        Analysis analysis = Of(DrawsOf("closed"), change: i => i with { MiddleZone = zone });

        analysis.Zone!.Blockers.ShouldBe(["south"]);
        analysis.Zone.Opens.ShouldBe([new ZoneOpening("north", "north", null), new ZoneOpening("south", "south", 4)]);
        analysis.Findings.Single(f => f.Kind == FindingKind.Zone).Rests.ShouldContain("It would open if one of these had this much less without a deal: south by 4 points.");
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(49, false)]
    public void Reality_check_speaks_when_a_deal_was_open_at_every_earlier_date_in_half_of_the_draws(int hits, bool speaks)
    {
        CasePlan plan = Plan();
        bool[] closedOnce = Enumerable.Repeat(true, plan.Dates.Count).ToArray();
        closedOnce[1] = false;
        Analysis analysis = Of(Mixed(hits, Calm(plan), 100 - hits, Calm(plan) with { ZoneAt = closedOnce }));

        analysis.Findings.Any(f => f.Kind == FindingKind.RealityCheck).ShouldBe(speaks);
        analysis.CheckFirst.Any(c => c.Kind == "reality").ShouldBe(speaks);
    }

    [Fact]
    public void Lever_in_hand_is_told_for_the_party_that_it_moves_most()
    {
        CasePlan plan = Plan();
        double[][] realised = Calm(plan).Realised;
        realised[1] = [3, -6, 0, 0];
        string[] texts = Of(Mixed(30, Calm(plan) with { Realised = realised }, 70, Calm(plan))).Findings.Where(f => f.Kind == FindingKind.LeverInHand).Select(f => f.Text).ToArray();

        texts.ShouldBe(["If 'stick' (broker, in force) were gone today, with nothing in return, north would be a point or more of its 100 worse off in 30 of 100 draws (unlikely); where so, by 3."]);
    }

    [Fact]
    public void Finding_names_the_assumption_with_which_it_moves_and_carries_its_mark()
    {
        CasePlan plan = Plan();
        DrawResult[] draws = Enumerable.Range(1, 60).Select(i => Costing(Calm(plan), Change("gift"), North, i / 4.0, South)).ToArray();
        DrawnInput moving = new("levers.carrot.deal.south", "levers.carrot.deal.south", Mark.Quoted, Enumerable.Range(1, 60).Select(i => 100.0 - i).ToArray());
        DrawnInput idle = new("no-deal.war.cost.south", "no-deal.war.cost.south", Mark.Judged, Enumerable.Range(1, 60).Select(i => (double)(i * 37 % 60)).ToArray());
        Finding cost = Of(draws, change: i => i with { Inputs = [moving, idle] }).Findings.First(f => f.Kind == FindingKind.ChangeCost);

        cost.Rests.ShouldEndWith("Over the draws the cost is larger where levers.carrot.deal.south (\") is lower.");
        cost.Marks.ShouldBe(["\"", "?", "="]);
        cost.Supports.ShouldContain("levers.carrot.deal.south");
        cost.Supports.ShouldNotContain("no-deal.war.cost.south");
    }

    [Fact]
    public void Who_blocks_is_counted_over_the_closed_draws()
    {
        Analysis analysis = Of(DrawsOf("both"), change: i => i with { Blockers = [[new("south")], [new("south"), new("north")], [new("south")]] });

        analysis.Zone!.BlockedBy.Select(b => (b.Party, b.Chance.Hits)).ShouldBe([("south", 3), ("north", 1)]);
        analysis.Findings.Single(f => f.Kind == FindingKind.Zone).Rests.ShouldContain("in the way stands south in 3 of 3 draws; north in 1 of 3 draws.");
    }

    [Fact]
    public void Lever_given_away_is_not_in_hand() => Of(DrawsOf("open")).Levers.Single(l => l.Id == "carrot").InHand.ShouldBeFalse();

    [Fact]
    public void Interrupted_run_says_first_how_many_draws_were_done()
    {
        Analysis analysis = Of(DrawsOf("open"), asked: 500);

        analysis.Method.Partial.ShouldBeTrue();
        analysis.CheckFirst[0].Text.ShouldBe("Interrupted: 40 draws of 500 were done; everything below rests on these.");
    }

    [Fact]
    public void Party_without_lever_or_preference_is_named_as_not_answerable() =>
        Of(DrawsOf("open")).Findings.Where(f => f.Kind == FindingKind.NotAnswerable).Select(f => f.Text).ShouldBe(["Not answerable from this case: what onlooker would gain, lose or do."]);

    [Fact]
    public void Partial_case_gives_the_findings_of_its_ledger_alone()
    {
        Case partial = Case() with { Issues = [], NoDeal = null, RedLines = [], Levers = [], Moves = [.. Case().Moves.Select(m => m with { Lever = null, LeverStanding = null, Issue = null, Yields = null })] };
        Analysis analysis = AnalysisBuilder.Build(new AnalysisInput { Plan = CasePlan.Of(partial, CaseMaker.Today), Draws = [], Asked = 0, Seed = 1 });

        analysis.HasModel.ShouldBeFalse();
        analysis.Hands.ShouldBeEmpty();
        analysis.Zone.ShouldBeNull();
        analysis.Findings.ShouldAllBe(f => f.Kind == FindingKind.Ledger || f.Kind == FindingKind.NotAnswerable);
        analysis.Findings.ShouldContain(f => f.Rests.Contains("issues and what happens without a deal"));
        analysis.InShort.ShouldNotBeEmpty();
    }

    [Fact]
    public void Provenance_counts_what_the_files_state_and_not_what_holds_by_default()
    {
        static Quantity Q(int index, NumberShape shape, Support support) => new(index, "p", "p", shape, support, TextPlace.None);
        Case @case = Case() with
        {
            Quantities =
            [
                Q(0, new NumberShape.Fixed(1), Support.None), Q(1, new NumberShape.Unknown(0, 1), Support.None), Q(2, new NumberShape.Rest(), Support.None),
                Q(3, new NumberShape.Fixed(1), Support.ByDefault), Q(4, new NumberShape.Fixed(1), new Support(Mark.Quoted, [new("e")], null)),
                Q(5, new NumberShape.Uniform(1, 2), new Support(Mark.Judged, [new("e")], null)),
            ],
            NoDeal = null,
        };
        Provenance counts = AnalysisBuilder.Build(new AnalysisInput { Plan = CasePlan.Of(@case, CaseMaker.Today), Draws = [], Asked = 0, Seed = 1 }).Provenance;

        (counts.Numbers, counts.Quoted, counts.Judged, counts.Assumed, counts.Unknown).ShouldBe((4, 1, 1, 2, 1));
    }

    [Fact]
    public void Hands_if_a_deal_is_open_leave_out_the_draws_without_one()
    {
        PartyHand north = Of(Mixed(30, Calm(Plan()), 70, Closed(Plan()))).Hands[0];

        north.HandIfOpen.ShouldBe(new Spread(60, 60, 60, 30));
        north.Hand!.Median.ShouldBe(30);
        north.Hand.Count.ShouldBe(100);
    }

    [Fact]
    public void Shares_of_the_deal_are_averaged_over_the_open_draws_only()
    {
        CasePlan plan = Plan();
        DrawResult other = Calm(plan) with { OptionShares = plan.Case.Issues.Select(_ => new double[] { 1, 0 }).ToArray() };
        PredictedDeal deal = Of([Calm(plan), Calm(plan), Calm(plan), other, Closed(plan)]).Deal!;

        deal.OpenDraws.ShouldBe(4);
        deal.Issues[0].Options.Select(o => o.Share).ShouldBe([0.25, 0.75]);
    }
}
