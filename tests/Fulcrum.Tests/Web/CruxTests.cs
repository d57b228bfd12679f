using System.Net;
using System.Text.Json.Nodes;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Tests.Rules;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>What makes two readings differ, asked from the page: worked out in the background, told of, ended on request, and the same as the comparison's.</summary>
public sealed class CruxTests
{
    private const string Asked = "/api/cruxes?first=base&second=doubt&verdict=costly";

    private static readonly object Question = new { first = "base", second = "doubt", verdict = "costly" };

    private static void WithVerdict(string folder)
    {
        File.AppendAllText(Path.Combine(folder, "case.yaml"), "\nverdicts:\n  costly: {says: failure costs North much, holds: no-deal.north <= 40}\n");
        File.WriteAllText(Path.Combine(folder, "readings", "doubt.yaml"), "reading: The doubter\nsays: Costs are small.\nset:\n  no-deal.war.cost.north: 1..2\n  no-deal.war.cost.south: 1..2\n");
    }

    private static async Task<JsonNode> AnswerAsync(ServedCase served)
    {
        for (int i = 0; i < 4800; i++)
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(Asked);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            }
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            await Task.Delay(25);
        }
        throw new TimeoutException("the comparison never ended");
    }

    [Fact]
    public async Task Question_is_begun_once_told_of_and_answered_with_shares_that_sum_to_the_difference()
    {
        await using ServedCase served = await ServedCase.StartAsync(prepare: WithVerdict);
        (await served.Client.GetAsync(Asked)).StatusCode.ShouldBe(HttpStatusCode.NoContent, "nobody has asked yet");
        JsonNode begun = await served.PostAsync("/api/cruxes", Question, HttpStatusCode.Accepted);
        begun["kind"]!.ToString().ShouldBe("comparison");
        JsonNode found = await AnswerAsync(served);
        double difference = (double)found["second"]! - (double)found["first"]!;
        found["groups"]!.AsArray().Sum(g => (double)g!["share"]!).ShouldBe(difference, 1e-3);
        found["flips"]!.AsArray().Count.ShouldBe(2);
        found["sentences"]!.AsArray().Count.ShouldBeGreaterThan(0);
        (await served.PostAsync("/api/cruxes", Question)).ToJsonString().ShouldBe(found.ToJsonString(), "it is known by now");
    }

    [Fact]
    public void Readings_compared_alone_say_what_the_whole_comparison_says()
    {
        var workbench = Workbench.Open(Repository.At("cases", "ukraine-2025"));
        var few = new AnalyzeOptions { Draws = 8, Threads = 1, Checks = false };
        var cruxes = new CruxOptions { Numbers = ["hand.usa"], Split = new() { Draws = 4, MostValues = 200, FewestDraws = 2 } };
        CruxAnswer alone = workbench.Cruxes(null, new ReadingId("carrots"), few, cruxes).Value!.ShouldHaveSingleItem();
        CruxAnswer beside = workbench.Compare([null, new ReadingId("carrots")], few, cruxes).Value!.Cruxes.ShouldHaveSingleItem();
        CruxView.Of(alone).Sentences.ShouldBe(CruxView.Of(beside).Sentences);
        alone.Split!.Shares.ShouldBe(beside.Split!.Shares);
    }

    [Fact]
    public void Progress_of_a_comparison_only_grows_and_ends_whole()
    {
        var steps = new List<StudyProgress>();
        var progress = new Told(steps);
        string folder = Directory.CreateTempSubdirectory("fulcrum-cruxes-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "readings"));
        File.WriteAllText(Path.Combine(folder, "case.yaml"), ServedCase.CaseFile);
        WithVerdict(folder);
        Workbench.Open(folder).Cruxes(null, new ReadingId("doubt"), new AnalyzeOptions { Draws = 10, Threads = 1 }, new CruxOptions { Verdicts = ["costly"], Decision = new() { Draws = 10 } }, progress)
            .Value.ShouldNotBeNull();
        Directory.Delete(folder, recursive: true);
        steps.Select(s => s.Done).ShouldBe(steps.Select(s => s.Done).Order());
        (steps[^1].Done, steps[^1].Total).ShouldBe((steps[0].Total, steps[0].Total));
    }

    [Fact]
    public async Task Question_that_cannot_be_answered_says_why()
    {
        await using ServedCase served = await ServedCase.StartAsync(prepare: WithVerdict);
        await served.PostAsync("/api/cruxes", new { first = "base", second = "base", verdict = "costly" }, HttpStatusCode.UnprocessableEntity);
        await served.PostAsync("/api/cruxes", new { first = "base", second = "doubt" }, HttpStatusCode.UnprocessableEntity);
        await served.PostAsync("/api/cruxes", new { first = "base", second = "doubt", verdict = "hand.nobody > 3" }, HttpStatusCode.Accepted);
        for (int i = 0; ; i++)
        {
            using HttpResponseMessage answer = await served.Client.GetAsync("/api/cruxes?first=base&second=doubt&verdict=" + Uri.EscapeDataString("hand.nobody > 3"));
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
            {
                JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]![0]!["message"]!.ToString().ShouldContain("nobody");
                break;
            }
            i.ShouldBeLessThan(4800);
            await Task.Delay(25);
        }
    }

    [Fact]
    public async Task Comparison_is_ended_on_request_and_then_nobody_waits_for_it()
    {
        await using ServedCase served = await ServedCase.StartAsync(o => o with { Draws = 5000 }, WithVerdict);
        string question = "", job = "";
        bool ended = false;
        for (int tries = 0; !ended; tries++)
        {
            tries.ShouldBeLessThan(40, "a comparison that is asked to end is at times still under way");
            question = $"no-deal.north <= {40 + tries}";
            job = (await served.PostAsync("/api/cruxes", new { first = "base", second = "doubt", verdict = question }, HttpStatusCode.Accepted))["job"]!.ToString();
            using HttpResponseMessage answer = await served.Client.DeleteAsync($"/api/jobs/{job}");
            ended = answer.StatusCode == HttpStatusCode.OK;
        }
        using HttpResponseMessage asked = await served.Client.GetAsync("/api/cruxes?first=base&second=doubt&verdict=" + Uri.EscapeDataString(question));
        asked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await served.SendAsync(HttpMethod.Delete, $"/api/jobs/{job}", null, HttpStatusCode.NotFound);
    }

    private sealed class Told(List<StudyProgress> steps) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => steps.Add(value);
    }
}
