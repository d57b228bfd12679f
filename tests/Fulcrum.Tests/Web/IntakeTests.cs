using System.Net;
using System.Text.Json.Nodes;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>Texts and proposals from the page: read, reviewed, written like 'read' and 'review' do, harmless whatever they hold.</summary>
public sealed class IntakeTests
{
    private const string Article = """
        Talks go on

        By Ann Author
        January 12, 2025

        North threatened to cut off aid to South on Friday. South offered North a gift last week.
        "The line is a mistake," said Bob Speaker of North. North rejected the offer of South on Saturday.
        """;

    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\n\nNorth threatened South on January 10, 2025. <b onclick=evil()>North</b> demanded a line from South.";

    [Fact]
    public async Task Pasted_text_becomes_a_source_with_its_proposals_and_can_be_taken_back()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        JsonNode preview = await served.PostAsync("/api/sources", new { name = "The Daily 1.txt", text = Article, published = "2025-01-12", preview = true });
        Directory.Exists(served.At("sources")).ShouldBeFalse("a preview writes nothing");
        JsonNode taken = await served.PostAsync("/api/sources", new { name = "The Daily 1.txt", text = Article, published = "2025-01-12" });
        taken.ToJsonString().ShouldBe(preview.ToJsonString());
        ((int)taken["proposals"]!).ShouldBeGreaterThan(0);
        (await File.ReadAllTextAsync(served.At("sources/the-daily-1.txt"))).ShouldBe(Article);
        string sources = await File.ReadAllTextAsync(served.At("sources.yaml"));
        sources.ShouldStartWith("paper: {outlet: Paper, kind: news}\n");
        sources.ShouldContain("the-daily-1:");
        sources.ShouldContain("sha256:");
        (await served.GetAsync("/api/sources/the-daily-1/text"))["text"]!.ToString().ShouldBe(Article);
        JsonNode again = await served.PostAsync("/api/sources", new { name = "other", text = Article.ReplaceLineEndings("\r\n") }, HttpStatusCode.UnprocessableEntity);
        again["problems"]![0]!["code"]!.ToString().ShouldBe("serve/known-text");
        ((int)(await served.GetAsync("/api/proposals"))["waiting"]!).ShouldBe((int)preview["proposals"]!, "the look counts moves and what bears on numbers");
        await served.PostAsync("/api/undo", null);
        ((int)(await served.GetAsync("/api/proposals"))["waiting"]!).ShouldBe(0, "its proposals go with it");
        await served.PostAsync("/api/redo", null);
        ((int)(await served.GetAsync("/api/proposals"))["waiting"]!).ShouldBe((int)preview["proposals"]!);
        await served.PostAsync("/api/undo", null);
        File.Exists(served.At("sources/the-daily-1.txt")).ShouldBeFalse();
        (await File.ReadAllTextAsync(served.At("sources.yaml"))).ShouldBe("paper: {outlet: Paper, kind: news}\n");
    }

    [Fact]
    public async Task Text_on_which_an_accepted_move_rests_is_not_taken_back_before_the_move()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/sources", new { name = "daily", text = Article, published = "2025-01-12" });
        string id = (await served.GetAsync("/api/proposals"))["items"]![0]!["id"]!.ToString();
        await served.PostAsync($"/api/proposals/{id}", new { decision = "accept" });
        string ledger = await File.ReadAllTextAsync(served.At("ledger.yaml"));
        JsonNode refused = await served.PostAsync("/api/undo", null, HttpStatusCode.UnprocessableEntity);
        refused["problems"]![0]!["code"]!.ToString().ShouldBe("serve/leaned-on");
        (File.Exists(served.At("sources/daily.txt")), await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldBe((true, ledger));
        await served.PostAsync($"/api/proposals/{id}", new { decision = "undo" });
        await served.PostAsync("/api/undo", null);
        File.Exists(served.At("sources/daily.txt")).ShouldBeFalse();
    }

    [Fact]
    public async Task Rewrite_of_a_text_at_hand_is_shown_under_its_original()
    {
        string original = string.Join('\n', Enumerable.Range(1, 8).Select(i => $"On day {i} of January 2025 North told South about item number {i * 37} of the harbour list.\n"));
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/sources", new { name = "first", text = original, published = "2025-01-12" });
        JsonNode taken = await served.PostAsync("/api/sources", new { name = "second", text = original.Replace("told", "has told", StringComparison.Ordinal), published = "2025-01-14" });
        JsonNode second = taken["sources"]!.AsArray().First(s => s!["id"]!.ToString() == "second")!;
        second["derivedFrom"]!.ToString().ShouldBe("first");
        (await File.ReadAllTextAsync(served.At("sources.yaml"))).ShouldContain("derived-from: first");
    }

    [Fact]
    public async Task Hostile_text_comes_back_as_data_that_no_page_can_run()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/sources", new { name = "<img src=x onerror=alert(3)>", text = Hostile, published = "2025-01-12" });
        string[] files = Directory.GetFiles(served.At("sources"));
        Path.GetFileName(files.ShouldHaveSingleItem()).ShouldBe("img-src-x-onerror-alert-3.txt");
        foreach (string path in new[] { "/api/proposals", "/api/files", "/api/sources/img-src-x-onerror-alert-3/text", "/api/state" })
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<", customMessage: path);
        }
        (await served.GetAsync("/api/sources/img-src-x-onerror-alert-3/text"))["text"]!.ToString().ShouldBe(Hostile);
    }

    [Theory]
    [InlineData("../../evil")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("..")]
    [InlineData("con\u0000.txt")]
    public async Task Name_of_a_text_never_leads_out_of_its_folder(string name)
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/sources", new { name, text = Article });
        Directory.GetFiles(served.At("sources")).ShouldHaveSingleItem();
        await served.GetAsync("/api/sources/..%2F..%2Fcase.yaml/text", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Long_name_of_a_text_is_cut_also_where_it_begins_with_a_digit()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string id = (await served.PostAsync("/api/sources", new { name = "2025" + new string('a', 400), text = Article }))["id"]!.ToString();
        id.ShouldStartWith("text-2025a");
        id.Length.ShouldBeLessThanOrEqualTo(65);
        File.Exists(served.At($"sources/{id}.txt")).ShouldBeTrue();
    }

    [Fact]
    public async Task Text_called_by_a_word_that_is_no_id_leaves_the_case_sound()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        (await served.PostAsync("/api/sources", new { name = "No.txt", text = Article }))["id"]!.ToString().ShouldBe("text-no");
        ((int)(await served.GetAsync("/api/state"))["problemCount"]!).ShouldBe(0);
    }

    [Fact]
    public async Task Text_whose_name_is_the_end_of_an_older_ones_is_not_taken_for_it()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string older = Article.Replace("gift", "loan", StringComparison.Ordinal);
        await served.PostAsync("/api/sources", new { name = "new-daily", text = older, published = "2025-01-11" });
        JsonNode taken = await served.PostAsync("/api/sources", new { name = "daily", text = Article, published = "2025-01-12" });
        taken["sources"]!.AsArray().Select(s => s!["id"]!.ToString()).ShouldBe(["daily", "new-daily"], ignoreOrder: true);
        (await served.GetAsync("/api/sources/daily/text"))["text"]!.ToString().ShouldBe(Article);
        (await served.GetAsync("/api/sources/new-daily/text"))["text"]!.ToString().ShouldBe(older);
    }

    [Fact]
    public async Task Decisions_are_those_of_review_and_the_last_one_can_be_taken_back()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/sources", new { name = "daily", text = Article, published = "2025-01-12" });
        JsonArray items = (await served.GetAsync("/api/proposals"))["items"]!.AsArray();
        int waiting = items.Count;
        waiting.ShouldBeGreaterThan(1);
        string[] files = ["ledger.yaml", "evidence.yaml", "sources.yaml"];
        string[] before = [.. files.Select(f => File.ReadAllText(served.At(f)))];
        string first = items[0]!["id"]!.ToString(), second = items.First(i => i!["group"]!.ToString() != items[0]!["group"]!.ToString())!["id"]!.ToString();
        JsonNode after = await served.PostAsync($"/api/proposals/{first}", new { decision = "accept", edits = new { @object = "what the editor says", when = "2025-01-11" } });
        after["items"]!.AsArray().First(i => i!["id"]!.ToString() == first)!["state"]!.ToString().ShouldBe("accepted");
        (await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldContain("what the editor says");
        (await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldContain("2025-01-11");
        await served.PostAsync($"/api/proposals/{second}", new { decision = "reject" });
        await served.PostAsync($"/api/proposals/{first}", new { decision = "undo" }, HttpStatusCode.UnprocessableEntity);
        await served.PostAsync($"/api/proposals/{second}", new { decision = "undo" });
        await served.PostAsync($"/api/proposals/{first}", new { decision = "undo" });
        files.Select(f => File.ReadAllText(served.At(f))).ShouldBe(before);
        ((int)(await served.GetAsync("/api/proposals"))["waiting"]!).ShouldBe(waiting);
        await served.PostAsync("/api/proposals/nothing", new { decision = "accept" }, HttpStatusCode.NotFound);
        await served.PostAsync($"/api/proposals/{first}", new { decision = "burn" }, HttpStatusCode.UnprocessableEntity);
        await served.PostAsync("/api/proposals/reject-opinions", new { });
    }
}
