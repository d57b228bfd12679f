using System.Net;
using System.Text.Json.Nodes;
using Fulcrum.Tests.Cases;
using Fulcrum.Web;
using Fulcrum.Web.Desk;
using Fulcrum.Web.Serving;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>The open case: its name and its place however they were written, and its end.</summary>
public sealed class CaseDeskTests
{
    [Fact]
    public async Task Folder_written_with_a_slash_behind_it_keeps_its_name_also_where_the_case_cannot_be_read()
    {
        await using ServedCase served = await ServedCase.StartAsync(
            o => o with { Case = o.Case + Path.DirectorySeparatorChar }, prepare: folder => File.WriteAllText(Path.Combine(folder, "case.yaml"), "case: [broken\n"));
        JsonNode state = await served.GetAsync("/api/state");
        (state["folder"]!.ToString(), state["title"]!.ToString()).ShouldBe((Path.GetFileName(served.Folder), Path.GetFileName(served.Folder)));
    }

    [Fact]
    public async Task Case_opened_through_a_link_with_a_slash_behind_it_can_be_edited()
    {
        using var aside = new TemporaryFolder();
        string link = aside.File("link");
        await using ServedCase served = await ServedCase.StartAsync(o => o with { Case = link + Path.DirectorySeparatorChar }, prepare: folder => Directory.CreateSymbolicLink(link, folder));
        JsonNode read = await served.GetAsync("/api/files/case.yaml");
        await served.PutAsync("/api/files/case.yaml", new { text = ServedCase.CaseFile + "# yours\n", version = (string)read["version"]! }, HttpStatusCode.OK);
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldEndWith("# yours\n");
        Directory.Delete(link);
    }

    [Fact]
    public async Task Case_that_was_closed_before_it_was_announced_tells_nothing_any_more()
    {
        using var folder = new TemporaryFolder();
        folder.Write("case.yaml", ServedCase.CaseFile);
        var events = new EventHub();
        var desk = new CaseDesk(folder.Path, new ServeOptions { Draws = 5, Threads = 1 }, events);
        await desk.DisposeAsync();
        long before = events.Moment();
        desk.Announce();
        events.Moment().ShouldBe(before + 1, "no state was looked at in order to be told");
    }
}
