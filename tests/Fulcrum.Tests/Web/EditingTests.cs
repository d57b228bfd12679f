using System.Net;
using System.Text.Json.Nodes;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>Edits from the page: only what was meant changes, nothing is lost, everything can be taken back.</summary>
public sealed class EditingTests
{
    private static object Cost(string version, string value) => new { version, edits = new[] { new { file = "case.yaml", path = "no-deal.war.cost.north", value } } };

    private static async Task<string> Version(ServedCase served) => (string)(await served.GetAsync("/api/state"))["version"]!;

    [Fact]
    public async Task Edit_of_one_number_keeps_every_other_byte()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        JsonNode saved = await served.PostAsync("/api/edits", Cost(await Version(served), "{is: 7..9, note: heavier}"));
        string expected = ServedCase.CaseFile.Replace("cost: {north: 5..10,", "cost: {north: {is: 7..9, note: heavier},", StringComparison.Ordinal);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(expected);
        ((string?)saved["version"]).ShouldBe(await Version(served));
        ((string?)saved["files"]![0]!["name"]).ShouldBe("case.yaml");
    }

    [Fact]
    public async Task Undo_and_redo_bring_back_the_very_bytes()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string first = await File.ReadAllTextAsync(served.At("case.yaml"));
        await served.PostAsync("/api/undo", null, HttpStatusCode.NotFound);
        await served.PostAsync("/api/edits", Cost(await Version(served), "7"));
        await served.PostAsync("/api/edits", Cost(await Version(served), "8"));
        string second = await File.ReadAllTextAsync(served.At("case.yaml"));
        await served.PostAsync("/api/undo", null);
        await served.PostAsync("/api/undo", null);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(first);
        JsonNode state = await served.GetAsync("/api/state");
        ((bool)state["canUndo"]!, (bool)state["canRedo"]!).ShouldBe((false, true));
        await served.PostAsync("/api/redo", null);
        await served.PostAsync("/api/redo", null);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(second);
        await served.PostAsync("/api/redo", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Steps_outlive_the_server_and_a_spoilt_memory_of_them_is_only_forgotten()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/edits", Cost(await Version(served), "7"));
        await served.PostAsync("/api/edits", Cost(await Version(served), "8"));
        string second = await File.ReadAllTextAsync(served.At("case.yaml"));
        await served.PostAsync("/api/undo", null);
        await served.RestartAsync();
        JsonNode state = await served.GetAsync("/api/state");
        ((bool)state["canUndo"]!, (bool)state["canRedo"]!).ShouldBe((true, true));
        await served.PostAsync("/api/redo", null);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(second);
        await served.PostAsync("/api/undo", null);
        await served.PostAsync("/api/undo", null);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
        (await File.ReadAllTextAsync(served.At(".fulcrum/.gitignore"))).ShouldBe("*\n");

        string index = await File.ReadAllTextAsync(served.At(".fulcrum/undo/steps.json"));
        foreach (string spoilt in new[] { "{", "null", "[]", index.Replace("case.yaml", "../case.yaml", StringComparison.Ordinal), index.Replace("\"after\":\"", "\"after\":\"../", StringComparison.Ordinal) })
        {
            await File.WriteAllTextAsync(served.At(".fulcrum/undo/steps.json"), spoilt);
            await served.RestartAsync();
            ((bool)(await served.GetAsync("/api/state"))["canRedo"]!).ShouldBeFalse(spoilt);
        }
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    [Fact]
    public async Task Save_over_a_file_that_changed_meanwhile_is_refused_with_all_three_versions()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        JsonNode read = await served.GetAsync("/api/files/case.yaml");
        string theirs = ServedCase.CaseFile + "# theirs\n", yours = ServedCase.CaseFile + "# yours\n";
        await File.WriteAllTextAsync(served.At("case.yaml"), theirs);
        JsonNode conflict = await served.PutAsync("/api/files/case.yaml", new { text = yours, version = (string)read["version"]! }, HttpStatusCode.Conflict);
        ((string?)conflict["yours"]).ShouldBe(yours);
        ((string?)conflict["theirs"]).ShouldBe(theirs);
        ((string?)conflict["base"]).ShouldBe(ServedCase.CaseFile);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(theirs);
        await served.PutAsync("/api/files/case.yaml", new { text = yours, version = (string)conflict["version"]! });
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(yours, "after seeing both, the person may decide");
        await served.PostAsync("/api/undo", null);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(theirs, "what was overwritten on purpose is not lost either");
    }

    [Fact]
    public async Task Edit_from_an_older_state_is_refused_only_where_its_own_file_changed()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = await Version(served);
        await File.AppendAllTextAsync(served.At("ledger.yaml"), "# another hand\n");
        await served.PostAsync("/api/edits", Cost(version, "7"));
        string written = await File.ReadAllTextAsync(served.At("case.yaml"));
        JsonNode conflict = await served.PostAsync("/api/edits", Cost(version, "8"), HttpStatusCode.Conflict);
        ((string?)conflict["theirs"]).ShouldBe(written);
        ((string)conflict["yours"]!).ShouldContain("north: 8");
        ((string?)conflict["base"]).ShouldBe(ServedCase.CaseFile);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(written);
    }

    [Fact]
    public async Task Edit_of_a_place_that_stands_as_it_did_is_made_beside_what_somebody_else_wrote()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = await Version(served);
        await File.WriteAllTextAsync(served.At("case.yaml"), ServedCase.CaseFile.Replace("south: 5..10}}", "south: 6..9}}", StringComparison.Ordinal));
        await served.PostAsync("/api/edits", Cost(version, "7"));
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(
            ServedCase.CaseFile.Replace("south: 5..10}}", "south: 6..9}}", StringComparison.Ordinal).Replace("cost: {north: 5..10,", "cost: {north: 7,", StringComparison.Ordinal), "both changes stand");
    }

    [Fact]
    public async Task Edit_that_meets_a_change_of_its_place_brings_back_both_values()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = await Version(served);
        await File.WriteAllTextAsync(served.At("case.yaml"), ServedCase.CaseFile.Replace("cost: {north: 5..10,", "cost: {north: {is: 1..2, note: theirs},", StringComparison.Ordinal));
        JsonNode conflict = await served.PostAsync("/api/edits", Cost(version, "7"), HttpStatusCode.Conflict);
        JsonNode place = conflict["places"]!.AsArray().ShouldHaveSingleItem()!;
        (place["yours"]!.ToString(), place["theirs"]!.ToString(), place["base"]!.ToString()).ShouldBe(("7", "{is: 1..2, note: theirs}", "5..10"));
        await served.PostAsync("/api/edits", Cost(conflict["caseVersion"]!.ToString(), "7"));
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldContain("cost: {north: 7,");
    }

    [Fact]
    public async Task Undo_of_an_edit_over_which_somebody_wrote_is_refused()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.PostAsync("/api/edits", Cost(await Version(served), "7"));
        await File.AppendAllTextAsync(served.At("case.yaml"), "# another hand\n");
        JsonNode conflict = await served.PostAsync("/api/undo", null, HttpStatusCode.Conflict);
        ((string)conflict["theirs"]!).ShouldEndWith("# another hand\n");
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldEndWith("# another hand\n");
    }

    [Fact]
    public async Task Edit_that_would_bring_an_error_is_refused_as_check_would_unless_it_is_forced()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = await Version(served);
        JsonNode refused = await served.PostAsync("/api/edits", Cost(version, "20..5"), HttpStatusCode.UnprocessableEntity);
        JsonNode problem = refused["problems"]![0]!;
        ((string?)problem["file"]).ShouldBe("case.yaml");
        ((int)problem["line"]!).ShouldBeGreaterThan(1);
        ((string)problem["help"]!).ShouldNotBeEmpty();
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
        JsonNode saved = await served.PostAsync("/api/edits", new { version, force = true, edits = new[] { new { file = "case.yaml", path = "no-deal.war.cost.north", value = "20..5" } } });
        ((string?)saved["problems"]![0]!["code"]).ShouldBe((string?)problem["code"]);
    }

    [Fact]
    public async Task Several_edits_are_saved_together_or_not_at_all()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = await Version(served), ledger = await File.ReadAllTextAsync(served.At("ledger.yaml"));
        object[] good = [new { file = "ledger.yaml", path = "moves.gift.note", text = "a: note # with signs" }, new { file = "case.yaml", path = "levers.aid.credibility", value = 0.5 }];
        object bad = new { file = "case.yaml", path = "levers.nothing.credibility.general", value = "not a number" };
        await served.PostAsync("/api/edits", new { version, edits = good.Append(bad) }, HttpStatusCode.UnprocessableEntity);
        (await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldBe(ledger);
        await served.PostAsync("/api/edits", new { version, edits = good });
        (await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldContain("note: 'a: note # with signs'");
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldContain("credibility: 0.5");
        await served.PostAsync("/api/undo", null);
        (await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldBe(ledger);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    [Fact]
    public async Task Places_are_added_removed_and_appended_to()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = await Version(served);
        await served.PostAsync("/api/edits", new
        {
            version,
            edits = new object[]
            {
                new { file = "case.yaml", path = "must-settle.-", value = "line" },
                new { file = "readings/doubt.yaml", path = "set.no-deal.war.cost.north", value = "2..3" },
                new { file = "readings/doubt.yaml", path = new[] { "set", "no-deal.war.cost.south" }, value = 4 },
                new { file = "ledger.yaml", path = "moves.gift.evidence", value = (string?)null },
            },
        });
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldContain("must-settle: [fire, line]");
        string reading = await File.ReadAllTextAsync(served.At("readings/doubt.yaml"));
        reading.ShouldContain("no-deal.war.cost.north: 2..3");
        reading.ShouldContain("no-deal.war.cost.south: 4");
        (await File.ReadAllTextAsync(served.At("ledger.yaml"))).ShouldNotContain("evidence");
    }

    [Fact]
    public async Task Checking_a_text_writes_nothing_and_says_what_check_would_say()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        JsonNode problems = await served.PostAsync("/api/files/case.yaml/check", new { text = ServedCase.CaseFile.Replace("as-of: 2025-02-01", "as-of: soon", StringComparison.Ordinal) });
        ((string?)problems["problems"]![0]!["severity"]).ShouldBe("error");
        ((int)problems["problems"]![0]!["line"]!).ShouldBe(5);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    [Fact]
    public async Task Byte_order_mark_and_line_ends_of_the_author_stay()
    {
        string text = "\uFEFF" + ServedCase.CaseFile.ReplaceLineEndings("\r\n");
        await using ServedCase served = await ServedCase.StartAsync(prepare: folder => File.WriteAllText(Path.Combine(folder, "case.yaml"), text[1..], new System.Text.UTF8Encoding(true)));
        await served.PostAsync("/api/edits", Cost(await Version(served), "7"));
        byte[] bytes = await File.ReadAllBytesAsync(served.At("case.yaml"));
        System.Text.Encoding.UTF8.GetString(bytes).ShouldBe(text.Replace("north: 5..10", "north: 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_that_is_not_utf8_is_shown_but_not_saved_over()
    {
        byte[] latin = System.Text.Encoding.Latin1.GetBytes(ServedCase.CaseFile.Replace("Two sides", "Zwei H\u00e4fen", StringComparison.Ordinal));
        await using ServedCase served = await ServedCase.StartAsync(prepare: folder => File.WriteAllBytes(Path.Combine(folder, "case.yaml"), latin));
        JsonNode read = await served.GetAsync("/api/files/case.yaml");
        ((bool)read["editable"]!).ShouldBeFalse();
        JsonNode refused = await served.PutAsync("/api/files/case.yaml", new { text = (string)read["text"]! + "# mine\n", version = (string)read["version"]! }, HttpStatusCode.UnprocessableEntity);
        ((string?)refused["problems"]![0]!["code"]).ShouldBe("edit/not-utf8");
        (await File.ReadAllBytesAsync(served.At("case.yaml"))).ShouldBe(latin);
        ((bool)(await served.GetAsync("/api/files/ledger.yaml"))["editable"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Change_on_disk_is_seen_without_being_asked()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = (string)(await served.AnalysedAsync())["version"]!;
        await File.WriteAllTextAsync(served.At("case.yaml"), ServedCase.CaseFile.Replace("Two sides", "Three sides", StringComparison.Ordinal));
        // A writer empties the file first: that, too, is a state that may be seen.
        JsonNode state = await served.UntilAsync(s => (string?)s["version"] != version && (string?)s["analysisVersion"] == (string?)s["version"]);
        ((string?)state["title"]).ShouldBe("Three sides");
        ((string?)(await served.GetAsync("/api/book"))["case"]!["title"]).ShouldBe("Three sides");
    }

    [Fact]
    public async Task Broken_file_leaves_the_last_good_analysis_with_the_problems_beside_it()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await served.AnalysedAsync();
        await File.WriteAllTextAsync(served.At("case.yaml"), "fulcrum: 1\ncase: [broken\n");
        await served.UntilAsync(s => (int)s["problemCount"]! > 0);
        JsonNode book = await served.GetAsync("/api/book");
        ((bool)book["stale"]!).ShouldBeTrue();
        ((string?)book["case"]!["title"]).ShouldBe("Two sides");
        book["problems"]!.AsArray().Count.ShouldBeGreaterThan(0);
        await File.WriteAllTextAsync(served.At("case.yaml"), ServedCase.CaseFile);
        await served.UntilAsync(s => (int)s["problemCount"]! == 0);
        ((bool)(await served.GetAsync("/api/book"))["stale"]!).ShouldBeFalse("the analysis of the first version is still known");
    }
}
