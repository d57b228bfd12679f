using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fulcrum.Web;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>A small case in a folder of its own, served on a free port, with a client that asks as its own page would.</summary>
internal sealed class ServedCase : IAsyncDisposable
{
    public const string CaseFile = """
        # The author's own remark.
        fulcrum: 1
        case: "Two sides"
        starts: 2025-01-01
        as-of: 2025-02-01
        parties:
          north: {role: principal}
          south: {role: principal}
        ends: fire
        issues:
          fire: {options: [burning, quiet], north: quiet > burning, south: quiet > burning}
          line: {options: [open, north-line, south-line], needs: {open: north}, north: {open: 40..60, north-line: 100, south-line: 0}, south: south-line > open > north-line}
        must-settle: [fire]
        weights: {north: {fire: 60, line: 40}, south: line > fire}
        no-deal:
          war: {goes-on: {chance: 1, as: {fire: burning, line: open}}, cost: {north: 5..10, south: 5..10}}   # both lose
        levers:
          aid: {holder: south, deal: {north: 3..6}}
        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["case.yaml"] = CaseFile,
        ["ledger.yaml"] = "moves:\n  gift: {date: 2025-01-10, by: south, to: north, kind: give, what: a gift, lever: aid, evidence: [e]}\n",
        ["sources.yaml"] = "paper: {outlet: Paper, kind: news}\n",
        ["evidence.yaml"] = "e: {source: paper, says: a summary, speaker: Somebody}\n",
        ["readings/doubt.yaml"] = "reading: The doubter\nsays: Costs are small.\nset:\n  no-deal.war.cost.north: 1..2\n",
    };

    private ServedCase(string folder, CaseServer server)
    {
        Folder = folder;
        Server = server;
        Client = ClientOf(server);
    }

    public string Folder { get; }

    public CaseServer Server { get; private set; }

    public HttpClient Client { get; private set; }

    public static async Task<ServedCase> StartAsync(Func<ServeOptions, ServeOptions>? change = null, Action<string>? prepare = null)
    {
        string folder = Directory.CreateTempSubdirectory("fulcrum-served-").FullName;
        foreach ((string name, string text) in Files)
        {
            string path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text);
        }
        prepare?.Invoke(folder);
        var options = new ServeOptions { Case = folder, Draws = 20, Threads = 1, PollEvery = TimeSpan.FromMilliseconds(200) };
        return new ServedCase(folder, await CaseServer.StartAsync(change?.Invoke(options) ?? options));
    }

    /// <summary>Another server on the same folder.</summary>
    public async Task RestartAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Server = await CaseServer.StartAsync(new ServeOptions { Case = Folder, Draws = 5, Threads = 1, PollEvery = TimeSpan.FromMilliseconds(200) });
        Client = ClientOf(Server);
    }

    public string At(string name) => Path.Combine(Folder, name);

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => await Answer(await Client.GetAsync(path), expected);

    public async Task<JsonNode> SendAsync(HttpMethod method, string path, object? body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await Answer(await Client.SendAsync(request), expected);
    }

    public Task<JsonNode> PostAsync(string path, object? body, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Post, path, body, expected);

    public Task<JsonNode> PutAsync(string path, object? body, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Put, path, body, expected);

    /// <summary>Asks until the state is as wanted.</summary>
    public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> wanted)
    {
        for (int i = 0; i < 2400; i++)
        {
            JsonNode state = await GetAsync("/api/state");
            if (wanted(state))
            {
                return state;
            }
            await Task.Delay(50);
        }
        throw new TimeoutException("the state never came: " + await GetAsync("/api/state"));
    }

    public Task<JsonNode> AnalysedAsync() => UntilAsync(s => s["running"] is null && s["analysisVersion"] is not null && (string?)s["analysisVersion"] == (string?)s["version"]);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static HttpClient ClientOf(CaseServer server)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(180) };
        client.DefaultRequestHeaders.Add("Origin", server.Address.GetLeftPart(UriPartial.Authority));
        return client;
    }

    private static async Task<JsonNode> Answer(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            string text = await response.Content.ReadAsStringAsync();
            response.StatusCode.ShouldBe(expected, text);
            return JsonNode.Parse(text)!;
        }
    }
}
