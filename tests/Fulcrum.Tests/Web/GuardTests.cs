using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Fulcrum.Web;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>Who may ask the server what, and what a page of it may do.</summary>
public sealed class GuardTests
{
    private static async Task<HttpResponseMessage> Ask(ServedCase served, HttpMethod method, string path, Action<HttpRequestMessage> change)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = served.Server.Address };
        using var request = new HttpRequestMessage(method, path);
        change(request);
        return await client.SendAsync(request);
    }

    [Fact]
    public async Task Foreign_host_name_is_refused_so_that_a_rebound_name_reaches_nothing()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        int port = served.Server.Address.Port;
        foreach (string host in new[] { "evil.example", $"evil.example:{port}", $"127.0.0.1.evil.example:{port}", "127.0.0.1:1", $"localhost.:{port}", "127.0.0.1", $"10.0.0.1:{port}" })
        {
            foreach (string path in new[] { "/", "/app.js", "/api/state", "/api/files" })
            {
                using HttpResponseMessage answer = await Ask(served, HttpMethod.Get, path, r => r.Headers.Host = host);
                answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{host} {path}");
            }
        }
        using HttpResponseMessage own = await Ask(served, HttpMethod.Get, "/api/state", r => r.Headers.Host = $"localhost:{port}");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Requests_of_other_pages_are_refused_whatever_they_ask()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string own = served.Server.Address.GetLeftPart(UriPartial.Authority);
        foreach (string? origin in new[] { "https://evil.example", "null", own + "0", own.Replace("http:", "https:", StringComparison.Ordinal), $"http://localhost:{served.Server.Address.Port}", null })
        {
            using HttpResponseMessage answer = await Ask(served, HttpMethod.Put, "/api/files/case.yaml", r =>
            {
                r.Content = new StringContent("""{"text": "gone", "version": ""}""", Encoding.UTF8, "application/json");
                if (origin is not null)
                {
                    r.Headers.Add("Origin", origin);
                }
            });
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, origin ?? "no origin");
        }
        foreach (string site in new[] { "cross-site", "same-site" })
        {
            using HttpResponseMessage answer = await Ask(served, HttpMethod.Get, "/api/files", r => r.Headers.Add("Sec-Fetch-Site", site));
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, site);
        }
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    [Fact]
    public async Task Following_a_link_to_the_pages_from_elsewhere_is_allowed_but_not_to_the_data()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        void Visit(HttpRequestMessage request)
        {
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            request.Headers.Add("Sec-Fetch-Mode", "navigate");
            request.Headers.Add("Sec-Fetch-Dest", "document");
        }
        using HttpResponseMessage page = await Ask(served, HttpMethod.Get, "/", Visit);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        using HttpResponseMessage data = await Ask(served, HttpMethod.Get, "/api/state", Visit);
        data.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_answer_forbids_foreign_and_inline_scripts_and_guessing_of_types()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        foreach (string path in new[] { "/", "/app.js", "/app.css", "/api/state", "/nowhere" })
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(path);
            string policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("script-src 'self';");
            policy.ShouldContain("style-src 'self';");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
            answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
        string page = await served.Client.GetStringAsync("/");
        page.ShouldNotContain("<style");
        page.ShouldNotContain("style=");
        page.ShouldNotContain("onload");
        page.Split("<script").Length.ShouldBe(2, "the one script is a file of its own");
        page.ShouldContain("<script type=\"module\" src=\"/app.js\"></script>");
    }

    [Theory]
    [InlineData("/api/files/../secret.txt")]
    [InlineData("/api/files/..%2Fsecret.txt")]
    [InlineData("/api/files/readings/..%2F..%2Fsecret.yaml")]
    [InlineData("/api/files/readings%2F..%2F..%2Fsecret.yaml")]
    [InlineData("/api/files/%2Fetc%2Fpasswd")]
    [InlineData("/api/files//etc/passwd")]
    [InlineData("/api/files/readings/..yaml")]
    [InlineData("/api/files/case.yaml%00.txt")]
    [InlineData("/api/files/sources/text.txt")]
    [InlineData("/api/files/readings/a%5C..%5C..%5Cb.yaml")]
    public async Task Nothing_but_the_files_of_the_case_is_read_or_written(string path)
    {
        await using ServedCase served = await ServedCase.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(served.Folder, "..", "secret.yaml"), "secret: 1");
        using HttpResponseMessage read = await served.Client.GetAsync(path);
        ((int)read.StatusCode).ShouldBeInRange(400, 499);
        string[] before = Directory.GetFileSystemEntries(served.Folder, "*", SearchOption.AllDirectories);
        using var body = new StringContent("""{"text": "gone: 1", "version": ""}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage write = await served.Client.PutAsync(path, body);
        ((int)write.StatusCode).ShouldBeInRange(400, 499);
        Directory.GetFileSystemEntries(served.Folder, "*", SearchOption.AllDirectories).ShouldBe(before);
        string secret = Path.Combine(served.Folder, "..", "secret.yaml");
        (await File.ReadAllTextAsync(secret)).ShouldBe("secret: 1");
        File.Delete(secret);
    }

    [Fact]
    public async Task Link_out_of_the_folder_is_neither_read_nor_written_through()
    {
        string outside = Path.GetTempFileName();
        await File.WriteAllTextAsync(outside, "name: outside\n");
        await using ServedCase served = await ServedCase.StartAsync(prepare: folder => File.CreateSymbolicLink(Path.Combine(folder, "readings", "linked.yaml"), outside));
        await served.GetAsync("/api/files/readings/linked.yaml", HttpStatusCode.NotFound);
        await served.PutAsync("/api/files/readings/linked.yaml", new { text = "name: changed\n", version = "" }, HttpStatusCode.Conflict);
        (await File.ReadAllTextAsync(outside)).ShouldBe("name: outside\n");
        File.Delete(outside);
    }

    [Fact]
    public async Task New_file_is_not_made_through_a_link_that_leads_out_of_the_folder()
    {
        string outside = Directory.CreateTempSubdirectory("fulcrum-outside-").FullName;
        await using ServedCase served = await ServedCase.StartAsync(prepare: folder =>
        {
            File.CreateSymbolicLink(Path.Combine(folder, "readings", "dangling.yaml"), Path.Combine(outside, "made.yaml"));
        });
        await served.PutAsync("/api/files/readings/dangling.yaml", new { text = "name: made\n", version = "" }, HttpStatusCode.InternalServerError);
        Directory.Delete(served.At("readings"), recursive: true);
        Directory.CreateSymbolicLink(served.At("readings"), outside);
        await served.PutAsync("/api/files/readings/made.yaml", new { text = "name: made\n", version = "" }, HttpStatusCode.InternalServerError);
        Directory.GetFiles(outside).ShouldBeEmpty();
        Directory.Delete(outside);
    }

    [Fact]
    public async Task Bodies_that_are_too_large_or_no_JSON_are_refused_with_a_reason()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        var large = new { text = new string('x', 9 * 1024 * 1024), version = "" };
        JsonNode refused = await served.PutAsync("/api/files/case.yaml", large, HttpStatusCode.RequestEntityTooLarge);
        ((string?)refused["problems"]![0]!["code"]).ShouldBe("serve/too-large");
        foreach ((string text, string type, HttpStatusCode expected) in new[]
        {
            ("{", "application/json", HttpStatusCode.BadRequest), ("null", "application/json", HttpStatusCode.BadRequest), ("[]", "application/json", HttpStatusCode.BadRequest),
            ("""{"text": null, "version": ""}""", "application/json", HttpStatusCode.BadRequest), ("""{"version": ""}""", "application/json", HttpStatusCode.BadRequest),
            ("text=a&version=b", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType), ("""{"text": "a", "version": ""}""", "text/plain", HttpStatusCode.UnsupportedMediaType),
        })
        {
            using var body = new StringContent(text, Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
            using HttpResponseMessage answer = await served.Client.PutAsync("/api/files/case.yaml", body);
            answer.StatusCode.ShouldBe(expected, text);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("\"problems\"");
        }
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    // JSON can escape half of a character; what is kept as it came is only read where it is used.
    [Theory]
    [InlineData("POST", "/api/edits", """{"version": "VERSION", "edits": [{"file": "case.yaml", "path": "case", "value": "HALF"}]}""")]
    [InlineData("POST", "/api/edits", """{"version": "VERSION", "edits": [{"file": "case.yaml", "path": "case", "value": {"a": ["x HALF y"]}}]}""")]
    [InlineData("POST", "/api/edits", """{"version": "VERSION", "edits": [{"file": "case.yaml", "path": "case", "value": {"HALF": 1}}]}""")]
    [InlineData("POST", "/api/edits", """{"version": "VERSION", "edits": [{"file": "case.yaml", "path": ["HALF"], "value": 1}]}""")]
    [InlineData("POST", "/api/edits", """{"version": "VERSION", "edits": [{"file": "case.yaml", "path": "case", "text": "HALF"}]}""")]
    [InlineData("POST", "/api/edits", """{"version": "HALF", "edits": []}""")]
    [InlineData("POST", "/api/whatif", """{"set": [{"path": "no-deal.war.cost.north", "value": "HALF"}]}""")]
    [InlineData("POST", "/api/readings", """{"id": "x", "name": "HALF", "set": []}""")]
    [InlineData("POST", "/api/sources", """{"name": "HALF", "text": "North rejected the plan.", "preview": true}""")]
    [InlineData("PUT", "/api/files/case.yaml", """{"text": "HALF", "version": ""}""")]
    [InlineData("POST", "/api/files/case.yaml/check", """{"text": "HALF"}""")]
    [InlineData("POST", "/api/cruxes", """{"HALF": "HALF"}""")]
    public async Task Half_of_a_character_in_a_request_is_refused_with_a_reason(string method, string path, string body)
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = (string)(await served.GetAsync("/api/state"))["version"]!;
        foreach (string half in new[] { "\\ud800", "\\uDFFF", "\\udc00\\ud800" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = new StringContent(body.Replace("VERSION", version, StringComparison.Ordinal).Replace("HALF", half, StringComparison.Ordinal), Encoding.UTF8, "application/json"),
            };
            using HttpResponseMessage answer = await served.Client.SendAsync(request);
            string text = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
            text.ShouldContain("serve/malformed");
        }
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    [Fact]
    public async Task Whole_characters_may_be_escaped_and_a_mark_of_UTF_8_may_stand_before_them()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        string version = (string)(await served.GetAsync("/api/state"))["version"]!;
        string body = "\uFEFF" + """{"version": "VERSION", "edits": [{"file": "case.yaml", "path": "case", "text": "Two \ud83c\udf0a sides"}]}""".Replace("VERSION", version, StringComparison.Ordinal);
        using HttpResponseMessage answer = await served.Client.PostAsync("/api/edits", new StringContent(body, Encoding.UTF8, "application/json"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldContain("Two \\U0001F30A sides");
    }

    [Fact]
    public async Task Chunked_body_without_a_stated_length_is_cut_off_at_the_limit()
    {
        await using ServedCase served = await ServedCase.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/files/case.yaml");
        request.Headers.TransferEncodingChunked = true;
        request.Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"version": "", "text": "{{new string('x', 9 * 1024 * 1024)}}"}""")));
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        try
        {
            using HttpResponseMessage answer = await served.Client.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server may close the connection while the rest is still being sent.
        }
        (await File.ReadAllTextAsync(served.At("case.yaml"))).ShouldBe(ServedCase.CaseFile);
    }

    [Fact]
    public async Task Token_is_asked_for_once_and_then_kept_by_the_browser()
    {
        await using ServedCase served = await ServedCase.StartAsync(o => o with { Token = "open sesame" });
        await served.GetAsync("/api/state", HttpStatusCode.Unauthorized);
        (await served.Client.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await served.Client.GetAsync("/?token=wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using HttpResponseMessage welcome = await served.Client.GetAsync("/?token=open%20sesame");
        welcome.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        welcome.Headers.Location!.ToString().ShouldBe("/", "the address bar forgets the token");
        string cookie = welcome.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        using HttpResponseMessage state = await Ask(served, HttpMethod.Get, "/api/state", r => r.Headers.Add("Cookie", cookie.Split(';')[0]));
        state.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/%5Cevil.example", "/%5Cevil.example")]
    [InlineData("//evil.example", "/")]
    [InlineData("/caf%C3%A9", "/caf%C3%A9")]
    [InlineData("/a%0D%0Ab", "/a%0D%0Ab")]
    public async Task Welcome_with_the_token_leads_to_this_server_whatever_stands_in_the_path(string path, string expected)
    {
        await using ServedCase served = await ServedCase.StartAsync(o => o with { Token = "sesame" });
        var address = new Uri(served.Server.Address.GetLeftPart(UriPartial.Authority) + path + "?token=sesame", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using HttpResponseMessage welcome = await served.Client.GetAsync(address);
        welcome.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        welcome.Headers.GetValues("Location").Single().ShouldBe(expected);
    }

    [Theory]
    [InlineData("/api/edits", """{"version": "", "edits": [null]}""")]
    [InlineData("/api/whatif", """{"set": [null]}""")]
    [InlineData("/api/readings", """{"id": "a", "name": "A", "set": [{"path": "ends", "value": "x"}, null]}""")]
    public async Task Nothing_where_something_should_stand_is_a_malformed_request(string path, string text)
    {
        await using ServedCase served = await ServedCase.StartAsync();
        using var body = new StringContent(text, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await served.Client.PostAsync(path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("serve/malformed");
    }

    [Fact]
    public async Task Listening_elsewhere_than_on_this_machine_needs_a_token() =>
        await Should.ThrowAsync<ArgumentException>(() => CaseServer.StartAsync(new ServeOptions { Address = IPAddress.Any }));
}
