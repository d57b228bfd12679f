using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fulcrum.Tests.Rules;
using Fulcrum.Web;
using Fulcrum.Web.Serving;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>The server as a whole: its news, its description of itself, its beginning and end.</summary>
public sealed class ServerTests
{
    private const int Patience = 20_000;

    private static async Task<List<(string Name, JsonNode Data)>> Listen(ServedCase served, Func<string, JsonNode, bool> until, Func<Task>? meanwhile = null)
    {
        using var late = new CancellationTokenSource(Patience);
        using HttpResponseMessage stream = await served.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, late.Token);
        stream.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync(late.Token));
        var heard = new List<(string, JsonNode)>();
        string name = "";
        bool begun = false;
        while (await reader.ReadLineAsync(late.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                heard.Add((name, JsonNode.Parse(line[6..])!));
                if (!begun && meanwhile is not null)
                {
                    begun = true;
                    await meanwhile();
                }
                if (until(name, heard[^1].Item2))
                {
                    return heard;
                }
            }
        }
        throw new EndOfStreamException();
    }

    [Fact]
    public async Task News_tell_of_a_file_changed_on_disk_and_of_the_new_analysis()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string before = (string)(await served.AnalysedAsync())["version"]!;
        List<(string Name, JsonNode Data)> heard = await Listen(
            served,
            (name, data) => name == "state" && (string?)data["version"] != before && (string?)data["analysisVersion"] == (string?)data["version"],
            () => File.AppendAllTextAsync(served.At("ledger.yaml"), "# a remark\n"));
        heard[0].Name.ShouldBe("state");
        ((string?)heard[0].Data["version"]).ShouldBe(before);
        heard.ShouldContain(h => h.Name == "progress" && (string?)h.Data["kind"] == "analysis" && (int)h.Data["total"]! > 0);
    }

    [Fact]
    public async Task Cancelled_analysis_shows_what_it_has_and_says_that_it_is_partial()
    {
        await using ServedCase served = await ServedCase.StartAsync(o => o with { Draws = 1_000_000 });
        await served.UntilAsync(s => (string?)s["analysisVersion"] is { } v && v.EndsWith("-preliminary", StringComparison.Ordinal));
        JsonNode first = await served.GetAsync("/api/book");
        ((bool)first["preliminary"]!).ShouldBeTrue();
        JsonNode state = await served.UntilAsync(s => s["running"] is { } r && (int)r["total"]! > 1000 && (int)r["done"]! > 0);
        await served.SendAsync(HttpMethod.Delete, $"/api/jobs/{state["running"]!["job"]}", null);
        await served.AnalysedAsync();
        JsonNode book = await served.GetAsync("/api/book");
        ((bool)book["preliminary"]!).ShouldBeFalse();
        ((bool)book["analyses"]![0]!["method"]!["partial"]!).ShouldBeTrue();
        (await served.PostAsync("/api/analysis", null))["running"].ShouldNotBeNull("what was ended early can be begun again");
        await served.SendAsync(HttpMethod.Delete, "/api/jobs/none", null, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Description_of_the_api_holds_every_route_that_is_mapped_and_every_answer_a_page_gets()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        JsonNode document = await served.GetAsync("/openapi.json");
        ((string?)document["openapi"]).ShouldBe("3.1.0");
        string[] described = [.. document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => $"{o.Key.ToUpperInvariant()} {p.Key}")).Order(StringComparer.Ordinal)];
        described.ShouldBe(
        [
            "DELETE /api/jobs/{job}", "GET /api/assumptions", "GET /api/book", "GET /api/cases", "GET /api/cruxes", "GET /api/events", "GET /api/files", "GET /api/files/{name}", "GET /api/proposals",
            "GET /api/sources/{id}/text", "GET /api/state", "GET /api/zone", "GET /openapi.json", "POST /api/analysis", "POST /api/cases", "POST /api/cases/open", "POST /api/cruxes", "POST /api/edits", "POST /api/files/{name}",
            "POST /api/proposals/reject-opinions", "POST /api/proposals/{id}", "POST /api/readings", "POST /api/redo", "POST /api/sources", "POST /api/undo", "POST /api/whatif",
            "POST /api/whatif/ranges", "PUT /api/files/{name}",
        ]);
        JsonNode state = document["paths"]!["/api/state"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!;
        foreach ((string name, _) in (await served.GetAsync("/api/state")).AsObject())
        {
            state[name].ShouldNotBeNull(name);
        }
        document["paths"]!["/api/whatif"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!["properties"]!["set"].ShouldNotBeNull();
    }

    [Fact]
    public void No_route_of_data_is_mapped_past_its_description()
    {
        var wrong = Repository.SourceFiles("src/Fulcrum.Web").Where(f => Path.GetFileName(f) is not ("Api.cs" or "PageRoutes.cs"))
            .Where(f => File.ReadAllText(f).Contains(".MapGet(", StringComparison.Ordinal) || File.ReadAllText(f).Contains(".MapMethods(", StringComparison.Ordinal) || File.ReadAllText(f).Contains(".MapPost(", StringComparison.Ordinal));
        wrong.Select(Repository.Relative).ShouldBeEmpty();
        OpenApiDocument.PathOf("/api/files/{*name}").ShouldBe("/api/files/{name}");
    }

    [Fact]
    public async Task Taken_port_gives_the_next_one_or_a_reason()
    {
        await using ServedCase first = await ServedCase.StartAsync();
        int taken = first.Server.Address.Port;
        await using CaseServer second = await CaseServer.StartAsync(new ServeOptions { Port = taken, MorePorts = 50 });
        second.Address.Port.ShouldBeGreaterThan(taken);
        await Should.ThrowAsync<IOException>(() => CaseServer.StartAsync(new ServeOptions { Port = taken }));
    }

    [Fact]
    public async Task Address_that_is_not_one_of_this_machine_gives_a_reason() =>
        await Should.ThrowAsync<IOException>(() => CaseServer.StartAsync(new ServeOptions { Address = IPAddress.Parse("192.0.2.1"), Token = "sesame", Case = null }));

    [Fact]
    public async Task Port_after_the_last_one_is_not_tried()
    {
        using var last = new System.Net.Sockets.TcpListener(IPAddress.Loopback, IPEndPoint.MaxPort) { ExclusiveAddressUse = true };
        try
        {
            last.Start();
        }
        catch (System.Net.Sockets.SocketException)
        {
            // Somebody else has it: as good.
        }
        await Should.ThrowAsync<IOException>(() => CaseServer.StartAsync(new ServeOptions { Port = IPEndPoint.MaxPort, MorePorts = 3 }));
    }

    [Fact]
    public async Task Stopped_server_ends_soon_although_a_page_listens_and_another_goes_on_where_it_was()
    {
        // None of the ports that the system hands out by itself: one of those may be somebody else's by the time of the second start.
        ServedCase served = await ServedCase.StartAsync(o => o with { Port = 24_100 + Environment.ProcessId % 400, MorePorts = 200 });
        string version = (string)(await served.AnalysedAsync())["version"]!;
        using HttpResponseMessage stream = await served.Client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead);
        int port = served.Server.Address.Port;
        await served.Server.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(120));
        await using CaseServer again = await CaseServer.StartAsync(new ServeOptions { Case = served.Folder, Port = port, Draws = 5 });
        JsonNode state = await served.GetAsync("/api/state");
        ((string?)state["version"]).ShouldBe(version, "the same files have the same version in every process");
        served.Client.Dispose();
    }

    [Fact]
    public async Task Chooser_lists_opens_and_makes_cases_below_its_folder_only()
    {
        string start = Directory.CreateTempSubdirectory("fulcrum-start-").FullName;
        await using CaseServer server = await CaseServer.StartAsync(new ServeOptions { Start = start, Draws = 5 });
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        (await client.GetFromJsonAsync<JsonNode>("/api/state"))!["mode"]!.ToString().ShouldBe("chooser");
        (await client.GetAsync("/api/book")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        foreach (string outside in new[] { "../elsewhere", "/tmp/elsewhere", "a/../../elsewhere", "" })
        {
            (await client.PostAsJsonAsync("/api/cases", new { folder = outside, title = "x" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, outside);
            (await client.PostAsJsonAsync("/api/cases/open", new { path = outside })).StatusCode.ShouldBe(HttpStatusCode.NotFound, outside);
        }
        HttpResponseMessage made = await client.PostAsJsonAsync("/api/cases", new { folder = "deep/mine", title = "Mine: a \"title\"", question = "Who gives way?" });
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        JsonNode state = (await client.GetFromJsonAsync<JsonNode>("/api/state"))!;
        (state["mode"]!.ToString(), state["title"]!.ToString()).ShouldBe(("case", "Mine: a \"title\""));
        JsonNode listed = (await client.GetFromJsonAsync<JsonNode>("/api/cases"))!.AsArray().ShouldHaveSingleItem()!;
        (listed["path"]!.ToString(), (int)listed["problems"]!).ShouldBe(("deep/mine", 0));
        (await client.PostAsJsonAsync("/api/cases", new { folder = "deep/mine", title = "again" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "nothing is written over");
        (await client.PostAsJsonAsync("/api/cases/open", new { path = "deep/mine" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        Directory.CreateSymbolicLink(Path.Combine(start, "link"), Repository.At("cases"));
        (await client.PostAsJsonAsync("/api/cases/open", new { path = "link/ukraine-2025" })).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a link leads out");
    }
}
