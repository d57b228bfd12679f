using System.Net;
using System.Text.Json.Nodes;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.Rules;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>What-if questions: the fast way says what reading the files anew would say, and a saved what-if says it again.</summary>
public sealed class WhatIfTests
{
    private static readonly Workbench Ukraine = Workbench.Open(Repository.At("cases", "ukraine-2025"));

    private static Override Set(string path, string text) => new(path, text, Support.None, TextPlace.None);

    public static TheoryData<string, string> Changes => new()
    {
        { "no-deal.war-goes-on.cost.ukraine", "0..1..2" }, { "no-deal.war-goes-on.line-holds-door-open.chance", "0.4" },
        { "levers.us-arms.no-deal.ukraine", "-5..5" }, { "parties.usa.claim", "1" }, { "issues.territory.usa.line-frozen", "10" }, { "ledger.land-to-yield.binds", "1" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Number_put_straight_into_the_case_says_what_reading_it_anew_says(string path, string text)
    {
        WorkbenchExplorer explorer = Ukraine.Explore(null).Value.ShouldNotBeNull();
        Quantity quantity = explorer.Case.Quantities.First(q => q.Path == path);
        NumberChange.Of(explorer.Case, Set(path, text)).ShouldNotBeNull("the fast way is the one under test");
        Fulcrum.Cases.Case anew = Ukraine.Read(new CaseRequest(null, [Set(path, text)])).Case.ShouldNotBeNull();
        anew.Quantities[quantity.Index].Shape.ShouldBe(NumberChange.Of(explorer.Case, Set(path, text))!.Shape);
        QuickAnswer fast = explorer.Solve([Set(path, text)]).Value!;
        QuickAnswer slow = new Workbench(_ => new CaseReadResult(anew, [])).Explore(null).Value!.Solve([]).Value!;
        fast.Hands.ShouldBe(slow.Hands);
        fast.NoDeal.ShouldBe(slow.NoDeal);
        fast.Zone.ShouldBe(slow.Zone);
        fast.Single.ShouldBe(slow.Single);
        explorer.Ranges([Set(path, text)], new AnalyzeOptions { Draws = 2, Threads = 1 }).Value!.Hands
            .ShouldBe(new Workbench(_ => new CaseReadResult(anew, [])).Explore(null).Value!.Ranges([], new AnalyzeOptions { Draws = 2, Threads = 1 }).Value!.Hands);
    }

    [Fact]
    public void Hands_at_mid_range_are_those_of_the_solver_and_the_ranges_those_of_an_analysis()
    {
        WorkbenchExplorer explorer = Ukraine.Explore(null).Value!;
        SolveAnswer solve = Ukraine.Solve(CaseRequest.Base, new Fulcrum.Bargaining.SettlementOptions()).Value!;
        QuickAnswer quick = explorer.Solve([]).Value!;
        foreach (SolvedParty party in solve.Parties.Where(p => quick.Hands.ContainsKey(p.Party)))
        {
            quick.Hands[party.Party].ShouldBe(party.Utility, 1e-9);
            quick.NoDeal[party.Party].ShouldBe(party.NoDeal, 1e-9);
        }
        var options = new AnalyzeOptions { Draws = 6, Checks = false };
        QuickRanges ranges = explorer.Ranges([], options).Value!;
        Analysis analysis = Ukraine.Analyze(options).Value!;
        foreach (PartyHand hand in analysis.Hands.Where(h => h.Hand is not null))
        {
            ranges.Hands[hand.Party].ShouldBe(hand.Hand);
        }
        ranges.Zone.Single.Hits.ShouldBe(analysis.Zone!.Single.Hits);
    }

    [Fact]
    public void Change_that_is_no_number_is_read_like_a_reading_and_numbers_beside_it_still_count()
    {
        WorkbenchExplorer explorer = Ukraine.Explore(null).Value!;
        Override[] both = [Set("ledger.arms-resumed.in-model", "no"), Set("no-deal.war-goes-on.cost.russia", "9")];
        QuickAnswer mixed = explorer.Solve(both).Value!;
        QuickAnswer anew = new Workbench(_ => Ukraine.Read(new CaseRequest(null, both))).Explore(null).Value!.Solve([]).Value!;
        mixed.Hands.ShouldBe(anew.Hands);
        explorer.Solve([Set("ledger.nothing.in-model", "no")]).Problems.ShouldNotBeEmpty();
        explorer.Solve([Set("no-deal.war-goes-on.line-holds-door-open.chance", "0.95")]).Problems.ShouldNotBeEmpty("chances above one are refused as in a file");
        explorer.Solve([Set("levers.arm-for-victory.credibility", "2")]).Problems.ShouldContain(p => p.Severity == Severity.Error, "a share above one is refused with the reader's own words");
    }

    [Theory]
    [InlineData("keeping.discount", "share", 0, 1)]
    [InlineData("keeping.response.russia", "months", 0, 12)]
    [InlineData("keeping.rearms-for", "months", 0, 120)]
    [InlineData("keeping.rearms.russia.russia", "points a month", -2, 2)]
    [InlineData("no-deal.per-month.ukraine", "points a month", -2, 2)]
    [InlineData("interim.full-truce.deal-after", "share", 0, 1)]
    [InlineData("levers.us-arms.no-deal.ukraine", "points", -36, 36)]
    [InlineData("parties.usa.claim", "share", 0, 1)]
    public void Number_is_offered_on_the_scale_of_what_it_counts(string path, string unit, double low, double high)
    {
        Assumption number = Ukraine.Explore(null).Value!.Assumptions().Groups.SelectMany(g => g.Items).Single(a => a.Path == path);
        (number.Unit, number.ScaleLow, number.ScaleHigh).ShouldBe((unit, (double?)low, (double?)high));
    }

    [Theory]
    [InlineData("ukraine-2025")]
    [InlineData("harbour-siting")]
    [InlineData("panama-canal-1974")]
    public void What_the_case_states_is_on_the_scale_on_which_it_can_be_moved(string name)
    {
        foreach (Assumption number in Workbench.Open(Repository.At("cases", name)).Explore(null).Value!.Assumptions().Groups.SelectMany(g => g.Items).Where(a => a.Kind == "number"))
        {
            number.Low!.Value.ShouldBeInRange(number.ScaleLow!.Value, number.ScaleHigh!.Value, number.Path);
            number.High!.Value.ShouldBeInRange(number.ScaleLow!.Value, number.ScaleHigh!.Value, number.Path);
        }
    }

    [Fact]
    public void No_group_of_numbers_is_called_by_the_word_of_the_file()
    {
        var groups = Ukraine.Explore(null).Value!.Assumptions().Groups.ToArray();
        groups.ShouldContain(g => g.Id == "interim.full-truce" && g.Name == "Agreement for a time: ceasefire of 30 days");
        groups.Where(g => g.Id.StartsWith("keeping", StringComparison.Ordinal)).ShouldAllBe(g => g.Name.StartsWith("Keeping: ", StringComparison.Ordinal));
        groups.ShouldAllBe(g => !g.Id.EndsWith(g.Name, StringComparison.Ordinal), "a reader is shown words");
    }

    [Fact]
    public void Every_choice_that_is_offered_can_be_made()
    {
        WorkbenchExplorer explorer = Ukraine.Explore(null).Value!;
        AssumptionList list = explorer.Assumptions();
        list.Groups.Select(g => g.Id).ShouldBeUnique();
        Assumption[] all = [.. list.Groups.SelectMany(g => g.Items)];
        all.Select(a => a.Path).ShouldBeUnique();
        foreach (Assumption number in all.Where(a => a.Kind == "number"))
        {
            number.Low!.Value.ShouldBeInRange(number.ScaleLow!.Value, number.ScaleHigh!.Value, number.Path);
            number.High!.Value.ShouldBeInRange(number.ScaleLow!.Value, number.ScaleHigh!.Value, number.Path);
        }
        all.ShouldNotContain(a => a.Kind == "availability" && a.Path.StartsWith("issues.sanctions.", StringComparison.Ordinal), "points of a scale are not options of their own in the file");
        string[] kinds = [.. all.Select(a => a.Kind).Distinct()];
        kinds.ShouldBe(["number", "ranking", "standing", "availability", "move"], ignoreOrder: true);
        foreach (Assumption switched in kinds.SelectMany(k => all.Where(a => a.Kind == k && a.Choices.Count > 0).Take(2)))
        {
            switched.Choices.Count(c => c.Value.Length == 0).ShouldBe(1, $"{switched.Path}: one choice is what stands");
            foreach (AssumptionChoice choice in switched.Choices.Where(c => c.Value.Length > 0))
            {
                explorer.Solve([Set(switched.Path, choice.Value)]).Problems.ShouldNotContain(p => p.Severity == Severity.Error, $"{switched.Path} = {choice.Value}");
            }
        }
    }

    [Fact]
    public void Supposed_standing_is_the_one_that_counts()
    {
        WorkbenchExplorer explorer = Ukraine.Explore(null).Value!;
        Assumption arms = explorer.Assumptions().Groups.First(g => g.Id == "levers.us-arms").Items.First(i => i.Kind == "standing");
        (Fulcrum.Bargaining.CasePlan? plan, _) = explorer.PlanUnder([Set(arms.Path, arms.Choices.First(c => c.Name == "gone").Value)]);
        Fulcrum.Bargaining.Replay.At(plan!, CaseNumbers.MidRange(plan!.Case), plan.AsOf).StandingOf(new LeverId("us-arms")).ShouldBe(Standing.Gone);
    }

    [Fact]
    public async Task Server_answers_with_the_base_beside_it_and_saves_it_as_a_reading()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        object[] set = [new { path = "no-deal.war.cost.north", value = "30" }];
        JsonNode answer = await served.PostAsync("/api/whatif", new { reading = (string?)null, set });
        ((double)answer["noDeal"]!["north"]!).ShouldBeLessThan((double)answer["base"]!["noDeal"]!["north"]!);
        ((double)answer["milliseconds"]!).ShouldBeGreaterThanOrEqualTo(0);
        answer["deal"]![0]!["options"]!["fire"]!.ToString().ShouldBe("quiet");
        JsonNode ranges = await served.PostAsync("/api/whatif/ranges", new { set, draws = 10 });
        ((int)ranges["draws"]!).ShouldBeInRange(1, 10, "as many as fit into the time, never more than asked for");
        ((double)ranges["noDeal"]!["north"]!["median"]!).ShouldBeLessThan((double)ranges["base"]!["noDeal"]!["north"]!["median"]!);
        JsonNode bad = await served.PostAsync("/api/whatif", new { set = new[] { new { path = "no-deal.war.cost.west", value = 3 } } }, HttpStatusCode.UnprocessableEntity);
        ((string)bad["problems"]![0]!["message"]!).ShouldContain("west");

        var reading = new { id = "heavy", name = "Heavy: costs", says = "The north bears more.", note = "from the page", set };
        await served.PostAsync("/api/readings", reading, HttpStatusCode.Created);
        (await File.ReadAllTextAsync(served.At("readings/heavy.yaml"))).ShouldBe(
            "reading: 'Heavy: costs'\nsays: The north bears more.\nset:\n  no-deal.war.cost.north: {is: 30, note: from the page}\n");
        JsonNode asReading = await served.PostAsync("/api/whatif", new { reading = "heavy", set = Array.Empty<object>() });
        asReading["noDeal"]!.ToJsonString().ShouldBe(answer["noDeal"]!.ToJsonString());
        await served.PostAsync("/api/readings", reading, HttpStatusCode.Conflict);
        await served.PostAsync("/api/readings", reading with { id = "../evil" }, HttpStatusCode.UnprocessableEntity);
        await served.PostAsync("/api/readings", reading with { id = "empty", set = [] }, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Case_served_as_of_an_earlier_day_knows_nothing_of_what_came_later()
    {
        await using ServedCase served = await ServedCase.StartAsync(o => o with { AsOf = new DateOnly(2025, 1, 5) });
        await served.AnalysedAsync();
        JsonNode analysis = (await served.GetAsync("/api/book"))["analyses"]![0]!;
        analysis["asOf"]!.ToString().ShouldBe("2025-01-05");
        ((int)analysis["ledger"]!["moves"]!).ShouldBe(0);
        string early = (await served.GetAsync("/api/assumptions")).ToJsonString();
        await using ServedCase whole = await ServedCase.StartAsync();
        early.ShouldNotBe((await whole.GetAsync("/api/assumptions")).ToJsonString(), "the gift had not been made, so the lever stood otherwise");
        JsonNode supposed = (await served.GetAsync("/api/assumptions"))["groups"]!.AsArray().SelectMany(g => g!["items"]!.AsArray()).First(i => i!["path"]!.ToString() == "ledger.suppose-aid")!;
        string given = supposed["choices"]!.AsArray().First(c => c!["value"]!.ToString().Contains("given-away", StringComparison.Ordinal))!["value"]!.ToString();
        JsonNode answer = await served.PostAsync("/api/whatif", new { set = new[] { new { path = "ledger.suppose-aid", value = given } } });
        answer["noDeal"]!.ToJsonString().ShouldNotBe(answer["base"]!["noDeal"]!.ToJsonString(), "what is supposed today happens on the day that is looked at");
    }

    [Fact]
    public async Task Newer_question_of_the_same_page_ends_the_older_one()
    {
        await using ServedCase served = await ServedCase.StartAsync(o => o with { Case = Repository.At("cases", "ukraine-2025"), Draws = 1 });
        object Ask(int cost) => new { set = new[] { new { path = "no-deal.war-goes-on.cost.russia", value = cost } }, draws = 100000, page = "one" };
        Task<HttpResponseMessage> older = served.Client.PostAsync("/api/whatif/ranges", System.Net.Http.Json.JsonContent.Create(Ask(1)));
        await Task.Delay(300);
        JsonNode newer = await served.PostAsync("/api/whatif/ranges", Ask(2));
        ((int)newer["draws"]!).ShouldBeGreaterThan(0);
        using HttpResponseMessage ended = await older;
        ((int)ended.StatusCode).ShouldBeOneOf(499, 200);
    }
}
