using System.Text.Json;
using System.Text.RegularExpressions;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Web;
using Shouldly;

namespace Fulcrum.Tests.Web;

/// <summary>The report as one file: everything inside, nothing fetched, foreign text harmless.</summary>
public sealed partial class SinglePageReportTests
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)> & 'quotes\"";

    private const string CaseFile = """
        fulcrum: 1
        case: "TITLE"
        starts: 2025-01-01
        as-of: 2025-02-01
        parties:
          north: {role: principal}
          south: {role: principal}
        ends: fire
        issues:
          fire: {options: [burning, quiet], north: quiet > burning, south: quiet > burning}
          line: {options: [open, north-line, south-line], needs: {open: north}, north: north-line > open > south-line, south: south-line > open > north-line}
        must-settle: [fire]
        weights: {north: fire ~ line, south: line > fire}
        no-deal:
          war: {goes-on: {chance: 1, as: {fire: burning, line: open}}, cost: {north: 5..10, south: 5..10}}
        levers:
          aid: {holder: south, deal: {north: 3..6}}
        commitments:
          truce: {by: south, to: [north], date: 2024-05-01, terms: a truce, status: broken, since: 2024-06-01, note: a secret note}
        """;

    private static readonly Dictionary<string, string> Files = new()
    {
        ["case.yaml"] = CaseFile.Replace("TITLE", Hostile.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal),
        ["ledger.yaml"] = "moves:\n  gift: {date: 2025-01-10, by: south, to: north, kind: give, what: a gift, lever: aid, evidence: [e]}\n",
        ["sources.yaml"] = "paper: {outlet: Paper, kind: news, hash: 'sha256:d2a54d13dc81b950226e5bd6c29a3ba09fcbdbce7d48a8fe11765087d27a970e'}\n",
        ["evidence.yaml"] = "e: {source: paper, span: 3..9, hash: '3be9bfa1e843d210', says: a secret summary, speaker: Somebody}\n",
    };

    // Twelve hexadecimal digits or more that are no plain number: what stands for a text or a case.
    [GeneratedRegex(@"(?<![0-9a-f.])(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{12,}(?![0-9a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Hash();

    private static Book Make(bool redact)
    {
        var workbench = new Workbench(request => CaseFolder.FromTexts(Files, new CaseReadOptions { Reading = request.Reading }));
        Answer<Book> answer = workbench.Book(new AnalyzeOptions { Draws = 5, Threads = 1 }, _ => "the exact words", redact);
        return answer.Value.ShouldNotBeNull(string.Join('\n', answer.Problems.Select(p => p.Message)));
    }

    [Fact]
    public void Data_in_the_page_is_the_book_and_cannot_end_its_element()
    {
        string json = BookJson.Of(Make(redact: false), "report");
        json.ShouldNotContain("<");
        using JsonDocument document = JsonDocument.Parse(json);
        document.RootElement.GetProperty("case").GetProperty("title").GetString().ShouldBe(Hostile);
        document.RootElement.GetProperty("analyses")[0].GetProperty("hands")[0].GetProperty("hand").GetProperty("median").GetDouble().ShouldBeInRange(0, 100);
    }

    [Fact]
    public void Switches_cover_every_subset_and_agree_with_the_costs_at_mid_range()
    {
        SubsetTable table = Make(redact: false).Subsets.ShouldHaveSingleItem().Table;
        table.Changes.ShouldBe(["gift"]);
        table.Hands.Count.ShouldBe(2);
        int north = table.Parties.ToList().IndexOf("north");
        (table.Hands[1][north] - table.Hands[0][north]).ShouldBeGreaterThan(0, "a gift raises its receiver's hand");
    }

    [Fact]
    public void Redacted_book_has_no_words_of_sources_no_summaries_and_no_speakers()
    {
        string json = BookJson.Of(Make(redact: true), "report");
        json.ShouldNotContain("exact words");
        json.ShouldNotContain("secret summary");
        json.ShouldNotContain("Somebody");
        json.ShouldNotContain("a secret note");
        BookJson.Of(Make(redact: false), "report").ShouldContain("a secret note");
        BookJson.Of(Make(redact: false), "report").ShouldContain("exact words");
    }

    [Fact]
    public void Redacted_book_has_nothing_that_looks_like_a_hash_and_its_page_no_case_hash()
    {
        Analysis open = Make(redact: false).Analyses[0];
        string hash = open.Method.CaseHash;
        hash.ShouldNotBeEmpty();
        string whole = BookJson.Of(Make(redact: false), "report");
        Hash().Matches(whole).Select(m => m.Value).ShouldContain(hash, "the pattern must know a hash where there is one");
        string json = BookJson.Of(Make(redact: true), "report");
        Hash().Matches(json).Select(m => m.Value).ShouldBeEmpty();
        json.ShouldContain("\"caseHash\":\"\"");
    }

    [Fact]
    public void Chances_are_sent_as_counted_and_as_said()
    {
        using JsonDocument document = JsonDocument.Parse(BookJson.Of(Make(redact: false), "report"));
        JsonElement chance = document.RootElement.GetProperty("analyses")[0].GetProperty("zone").GetProperty("single");
        chance.GetProperty("of").GetInt32().ShouldBe(5);
        chance.GetProperty("inDraws").GetString().ShouldStartWith("in ");
    }

    [Fact]
    public void Page_forbids_every_connection_and_escapes_foreign_text()
    {
        Assert.SkipUnless(FrontEnd.IsBuilt, "the pages were not built: Node is missing");
        string page = SinglePageReport.Of(Make(redact: false));
        page.ShouldContain("connect-src 'none'");
        page.ShouldNotContain("<script>alert(1)");
        page.ShouldNotContain("<img src=x");
    }
}
