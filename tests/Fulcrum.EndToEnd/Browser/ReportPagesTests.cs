using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>The single-file report, opened from disk without a network.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ReportPagesTests(BrowserFixture browser, WrittenReport report)
{
    private const long MostBytes = 1_500_000;

    [Fact]
    public async Task Report_from_disk_without_a_network_shows_every_page_and_its_switches_work()
    {
        await using Window window = await browser.OpenAsync();
        await window.OfflineAsync();
        string file = report.File;
        new FileInfo(file).Length.ShouldBeLessThan(MostBytes);
        string address = new Uri(file).AbsoluteUri;

        foreach (string page in AllPages.Addresses.Except(AllPages.LiveOnly))
        {
            await window.GoAsync($"{address}#{page}");
            await Expect(window.Page.Locator("main h2").First).ToBeVisibleAsync();
        }
        (await window.Page.GetByRole(AriaRole.Link, new() { Name = "What if" }).CountAsync()).ShouldBe(0);

        await window.GoAsync(address + "#concessions");
        ILocator row = window.Page.Locator(".row").First;
        string before = await row.InnerTextAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "None made" }).ClickAsync();
        await Expect(row).Not.ToHaveTextAsync(before);
        window.Page.Url.ShouldContain("off=");

        window.Requests.Where(r => !r.StartsWith("file:", StringComparison.Ordinal) && !r.StartsWith("data:", StringComparison.Ordinal) && !r.StartsWith("blob:", StringComparison.Ordinal)).ShouldBeEmpty();
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Charts_tables_and_the_analysis_can_be_saved()
    {
        await using Window window = await browser.OpenAsync();
        string address = new Uri(report.File).AbsoluteUri;
        await window.GoAsync(address + "#ledger");

        string svg = await SavedAsync(window, "Save as SVG");
        svg.ShouldStartWith("<svg");
        svg.ShouldNotContain("var(--");
        (await SavedAsync(window, "Save as PNG")).Length.ShouldBeGreaterThan(1000);
        JsonDocument.Parse(await SavedAsync(window, "Analysis as JSON")).RootElement.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        await window.Page.GetByText("Moves: the figures").ClickAsync();
        ILocator csv = window.Page.Locator("details[open] button", new() { HasText = "Save as CSV" });
        (await SavedAsync(window, csv)).ShouldStartWith("When,From,Until");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Copied_link_leads_back_to_page_reading_date_filter_and_selection()
    {
        await using Window window = await browser.OpenAsync();
        await window.AllowClipboardAsync();
        string address = new Uri(report.File).AbsoluteUri;
        await window.GoAsync(address + "#overview");
        await window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Reading", Exact = true }).SelectOptionAsync("carrots");
        ILocator since = window.Page.GetByLabel("Since which date");
        await since.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        string day = await since.InputValueAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ledger", Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Party" }).SelectOptionAsync("russia");
        await window.Page.Locator("svg a[data-move]").First.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        ILocator chosen = window.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen move" });
        string told = await chosen.Locator("h3").InnerTextAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await Expect(window.Page.GetByText("The link was copied.")).ToBeAttachedAsync();
        string link = await window.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

        await using Window other = await browser.OpenAsync();
        await other.GoAsync(link);
        await Expect(other.Page.Locator("nav a[aria-current=page]")).ToHaveTextAsync("Ledger");
        await Expect(other.Page.GetByRole(AriaRole.Combobox, new() { Name = "Reading", Exact = true })).ToHaveValueAsync("carrots");
        await Expect(other.Page.GetByRole(AriaRole.Combobox, new() { Name = "Party" })).ToHaveValueAsync("russia");
        (await other.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen move" }).Locator("h3").InnerTextAsync()).ShouldBe(told);
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Overview" }).ClickAsync();
        await Expect(other.Page.GetByLabel("Since which date")).ToHaveValueAsync(day);
        other.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Brief_is_printed_on_one_page()
    {
        await using Window window = await browser.OpenAsync();
        await window.GoAsync(new Uri(report.File).AbsoluteUri + "#brief");
        byte[] printed = await window.Page.PdfAsync(new PagePdfOptions { Format = "A4" });
        System.Text.Encoding.Latin1.GetString(printed).Split("/Type /Page\n").Length.ShouldBe(2);
    }

    private static Task<string> SavedAsync(Window window, string button) =>
        SavedAsync(window, window.Page.GetByRole(AriaRole.Button, new() { Name = button }).First);

    private static async Task<string> SavedAsync(Window window, ILocator button)
    {
        IDownload download = await window.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }
}
