using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Shouldly;
using static Fulcrum.Tests.Findings.CraftedDraws;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Findings;

/// <summary>Sentences that are easily false: ties told as a lead, a need rounded down, a part told as the whole, one date for all.</summary>
public sealed class TrueSentenceTests
{
    private static Analysis Analysed(Case @case, int draws = 20) =>
        new Workbench(_ => new CaseReadResult(@case, [])).Analyze(new AnalyzeOptions { Draws = draws }, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

    /// <summary>A pie of 100 between two, in tenths, with what failing to agree costs each.</summary>
    private static Case Pie(string northCost, string southCost, string more = "", string ledger = "moves: {}")
    {
        string text = $$$"""
            fulcrum: 1
            case: A pie
            starts: 2025-01-01
            as-of: 2025-03-01
            parties:
              north: {role: principal}
              south: {role: principal}
            issues:
              pie:
                range: {from: 0, to: 100, step: 10}
                north: {0: 0, 100: 100}
                south: {0: 100, 100: 0}
            weights:
              north: {pie: 1}
              south: {pie: 1}
            no-deal:
              none:
                goes: {as: {rest: status-quo}}
                cost: {north: {{{northCost}}}, south: {{{southCost}}}}
            {{{more}}}
            """;
        CaseReadResult read = CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = text, ["ledger.yaml"] = ledger }, new CaseReadOptions());
        return read.Case.ShouldNotBeNull(string.Join("; ", read.Problems.Select(p => p.Message)));
    }

    private const string TwoGifts = """
        levers:
          first: {holder: north, deal: {south: 12}}
          second: {holder: north, deal: {south: 12}}
        """;

    /// <summary>A trade from which each has something, of which north's part may be a range; what failing costs north, negative for a gain.</summary>
    private static Case Trade(string north, string northCost)
    {
        string text = $$$"""
            fulcrum: 1
            case: A trade
            as-of: 2025-03-01
            parties: {north: {role: principal}, south: {role: principal}}
            issues:
              trade: {options: [none, made], north: {none: 0, made: {{{north}}}}, south: {none: 0, made: 50}}
            weights: {north: {trade: 1}, south: {trade: 1}}
            no-deal:
              apart:
                goes: {as: {rest: status-quo}}
                cost: {north: {{{northCost}}}, south: 9..11}
            """;
        return CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = text }, new CaseReadOptions()).Case.ShouldNotBeNull();
    }

    // To north failing is worth more than the trade: a quarter of that gain would open a deal, but that is no harder test.
    [Fact]
    public void Stress_test_never_takes_from_what_a_party_gains_by_failing()
    {
        Analysis analysis = Analysed(Trade("50", "-81..-79"));

        analysis.Zone!.Single.Hits.ShouldBe(0);
        analysis.CheckFirst.Single(c => c.Kind == "stress").Text.ShouldContain("costing everyone a quarter as much: in 0 of 20 draws");
    }

    [Fact]
    public void Preference_without_a_source_that_turns_the_zone_is_named()
    {
        Analysis analysis = Analysed(Trade("20..80", "-31..-29"));

        analysis.Findings.Single(f => f.Kind == FindingKind.Zone).Rests.ShouldContain("can turn it alone, at one end of its range: issues.trade.north.made.");
        analysis.CheckFirst.Single(c => c.Text.StartsWith("Of the numbers without a source", StringComparison.Ordinal)).Text.ShouldStartWith(
            "Of the numbers without a source, whether a deal is open rests most on issues.trade.north.made");
    }

    [Theory]
    [InlineData(0.4, "less than a point")]
    [InlineData(0.9999, "less than a point")]
    [InlineData(1, "1 point")]
    [InlineData(1.0000000001, "1 point")]
    [InlineData(1.01, "2 points")]
    [InlineData(10, "10 points")]
    [InlineData(10.4, "11 points")]
    [InlineData(10.6, "11 points")]
    public void Needed_change_is_never_rounded_down(double needed, string words) => Wording.Enough(needed).ShouldBe(words);

    // South keeps 40.4 of a pie of which north will not take less than 70: 10.4 are missing.
    [Fact]
    public void Points_that_are_said_to_open_a_deal_do_open_it()
    {
        Case closed = Pie("-70", "59.6");
        Finding zone = Analysed(closed).Findings.Single(f => f.Kind == FindingKind.Zone);
        OpeningAnswer opening = new Workbench(_ => new CaseReadResult(closed, [])).WhatOpens(CaseRequest.Base, [], TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        zone.Rests.ShouldContain("south by 11 points");
        opening.Sentences[0].ShouldContain("11 points less for south");
        Analysed(Pie("-70", "70.6")).Zone!.Single.Hits.ShouldBe(20);
        Analysed(Pie("-70", "69.6")).Zone!.Single.Hits.ShouldBe(0);
    }

    [Fact]
    public void Changes_that_cost_the_same_in_every_draw_have_no_costliest()
    {
        const string given = """
            moves:
              one: {date: 2025-02-01, by: north, to: south, kind: give, what: gave the first, lever: first}
              two: {date: 2025-02-02, by: north, to: south, kind: give, what: gave the second, lever: second}
            """;
        Analysis analysis = Analysed(Pie("-20..-10", "90..95", TwoGifts, given));

        analysis.Changes.Select(c => c.Costs[0].FairShare!.Median).ShouldAllBe(median => median > 1);
        analysis.InShort.ShouldNotContain(s => s.Text.Contains("costliest") || s.Text.Contains("cost north most"));
    }

    [Fact]
    public void Changes_that_lead_in_as_many_draws_are_named_together()
    {
        CasePlan plan = Plan();
        DrawResult calm = Calm(plan);

        AnalysisBuilder.Build(Input(plan, Mixed(50, Costing(calm, Change("gift"), North, 9), 50, Costing(calm, Change("waiver"), North, 9))))
            .InShort.ShouldContain(s => s.Text.EndsWith("most often it is 'Carrot: given' or 'Arms: free ruled out', in 50 of 100 draws each."));
    }

    [Fact]
    public void Lever_of_which_a_part_was_given_away_is_still_in_hand()
    {
        const string given = """
            moves:
              one: {date: 2025-02-01, by: north, to: south, kind: give, what: gave all of the first, lever: first}
              two: {date: 2025-02-02, by: north, to: south, kind: give, what: gave a fifth of the second, lever: second, amount: 0.2}
            """;
        IReadOnlyList<LeverAnswer> levers = Analysed(Pie("-20..-10", "90..95", TwoGifts, given)).Levers;

        levers.Select(l => (l.Id, l.Standing, l.InHand)).ShouldBe([("second", "reserve", true), ("first", "given away", false)]);
        levers[0].InDeal.ShouldNotBeNull();
        levers[1].InDeal.ShouldBeNull();
    }

    [Fact]
    public void Gift_that_answers_another_move_is_not_said_to_have_brought_nothing()
    {
        Case @case = Case();
        CasePlan plan = CasePlan.Of(@case with { Moves = [.. @case.Moves.Select(m => m.Id.Value == "gift" ? m with { InReturnFor = [new("waiver")] } : m)] }, Plan().AsOf);
        Analysis analysis = AnalysisBuilder.Build(Input(plan, [Costing(Calm(plan), Change("gift"), North, 9, South)]));
        string rests = analysis.Findings.First(f => f.Kind == FindingKind.ChangeCost && f.Supports[0] == "gift").Rests;

        rests.ShouldContain("It was itself made in return for: ruled out free arms (north, early March 2025).");
        rests.ShouldNotContain("nothing in return");
        rests.ShouldNotContain("In return came");
        analysis.Ledger.Conceded.Sum(c => c.WithoutReturn).ShouldBe(0);
        analysis.Changes.Single(c => c.Id == "waiver").CameBack.Single().Move.ShouldBe("gift");
    }

    [Theory]
    [InlineData(Factuality.Happened, "south", false)]
    [InlineData(Factuality.Planned, "south", true)]
    [InlineData(Factuality.Happened, "broker", true)]
    public void Cost_and_ledger_agree_on_what_came_back(Factuality factuality, string by, bool nothing)
    {
        Case @case = Case();
        Move thanks = @case.Moves[0] with { Id = new("thanks"), Key = "thanks", By = new(by), Kind = MoveKind.Meet, What = "thanked", Factuality = factuality, Lever = null, LeverStanding = null, InReturnFor = [new("gift")] };
        CasePlan plan = CasePlan.Of(@case with { Moves = [.. @case.Moves, thanks] }, Plan().AsOf);
        Analysis analysis = AnalysisBuilder.Build(Input(plan, [Costing(Calm(plan), Change("gift"), North, 9, South)]));

        analysis.Findings.First(f => f.Kind == FindingKind.ChangeCost && f.Supports[0] == "gift").Rests.Contains("nothing in return").ShouldBe(nothing);
        analysis.Ledger.Conceded.Single(c => c.Party == "broker").WithoutReturn.ShouldBe(nothing ? 1 : 0);
    }
}
