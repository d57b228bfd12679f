using System.Text.RegularExpressions;
using Fulcrum.Cases;
using Fulcrum.Cli;
using Fulcrum.Cli.Commands;
using Fulcrum.Findings;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>A report that was asked why its readings differ: worked out when it is written, shown without a server.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ReportCruxesTests(BrowserFixture browser, WrittenReport report)
{
    private const long MostBytes = 1_500_000;

    private const string Verdicts = """
        verdicts:
          costly: {says: a failure of the talks leaves South at least 70, holds: no-deal.south >= 70}
          open: {says: a deal is open, holds: zone}

        weights:
        """;

    private static Harbour WithVerdicts() => Harbour.CopyOf().With("case.yaml", "weights:", Verdicts);

    [Fact]
    public async Task Report_with_cruxes_says_offline_why_two_readings_differ_and_for_each_verdict()
    {
        await using Window window = await browser.OpenAsync();
        using Harbour harbour = WithVerdicts();
        string file = Path.Combine(harbour.Copy, "report.html");
        Outcome written = FulcrumProcess.Run("report", harbour.Copy, "-o", file, "--draws", "20", "--cruxes");
        written.ExitCode.ShouldBe(0, written.Error);
        written.Output.ShouldContain("1 of 1 pairs of readings compared");
        new FileInfo(file).Length.ShouldBeLessThan(MostBytes);

        await window.OfflineAsync();
        await window.GoAsync(new Uri(file).AbsoluteUri + "#readings");
        ILocator card = window.Page.Locator("[id=cruxes]");
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = "From the base case" })).ToBeVisibleAsync();
        await Expect(card.Locator("svg[role=img]").First).ToHaveAttributeAsync("aria-label", new Regex("Closure goes on"));

        await card.GetByLabel("on whether").SelectOptionAsync("open");
        await Expect(card).ToContainTextAsync("They agree on it");
        window.Page.Url.ShouldContain("on=open");
        await window.Page.ReloadAsync();
        await Expect(card).ToContainTextAsync("They agree on it");
        window.Requests.ShouldAllBe(r => r.StartsWith("file:", StringComparison.Ordinal));
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Report_that_was_not_asked_holds_no_comparison()
    {
        await using Window window = await browser.OpenAsync();
        await window.GoAsync(new Uri(report.File).AbsoluteUri + "#readings");
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "What follows" })).ToBeVisibleAsync();
        (await window.Page.Locator("[id=cruxes]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public void Case_without_verdicts_is_reported_without_and_told_so()
    {
        using Harbour harbour = Harbour.CopyOf();
        Outcome written = FulcrumProcess.Run("report", harbour.Copy, "-o", Path.Combine(harbour.Copy, "report.html"), "--draws", "5", "--cruxes");
        written.ExitCode.ShouldBe(0, written.Error);
        written.Error.ShouldContain("the case names no verdicts");
        written.Output.ShouldNotContain("pairs of readings");
    }

    [Fact]
    public void Work_that_is_ended_leaves_out_what_was_not_done_and_says_so()
    {
        using Harbour harbour = WithVerdicts();
        Workbench workbench = Workbench.Open(harbour.Copy);
        var options = new AnalyzeOptions { Draws = 5 };
        Book book = workbench.Book(options, _ => null, redact: false).Value.ShouldNotBeNull();
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, Terminal.PageWidth, false, false, false);

        ReportCruxes.Found ended = new ReportCruxes(terminal, workbench, options).Of(book, new CancellationToken(canceled: true));
        (ended.Done, ended.Of, ended.Cruxes.Count).ShouldBe((0, 1, 0));
        ReportCruxes.Found whole = new ReportCruxes(terminal, workbench, options).Of(book, CancellationToken.None);
        (whole.Done, whole.Of).ShouldBe((1, 1));
        whole.Cruxes.Select(c => c.Asked).ShouldBe(["costly", "open"]);
    }
}
