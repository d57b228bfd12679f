using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>What every page owes every reader: nothing for an accessibility checker to find, in light and dark, and nothing wider than the screen.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class LookTests(BrowserFixture browser, UkraineServed served)
{
    // Only colours differ in the dark, so only they are looked at again.
    private static readonly AxeRunOptions Colours = new() { RunOnly = RunOnlyOptions.Rules("color-contrast", "link-in-text-block") };

    [Fact]
    public async Task Accessibility_checker_finds_nothing_on_any_page_light_or_dark_nor_in_what_it_folds_away()
    {
        await using Window window = await browser.OpenAsync();
        var found = new List<string>();
        foreach (string page in AllPages.Addresses)
        {
            await window.GoAsync($"{served.Case.Address}#{page}");
            await window.SettleAsync();
            await window.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
            found.AddRange(await FoundAsync(window, page));
        }
        found.ShouldBeEmpty();
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Accessibility_checker_finds_nothing_on_a_conflict()
    {
        await using Window window = await browser.OpenAsync();
        string file = served.Case.Read("evidence.yaml");
        await window.GoAsync(served.Case.Address + "#edit?file=evidence.yaml");
        ILocator text = window.Page.GetByLabel("Text of evidence.yaml");
        await Assertions.Expect(text).ToHaveValueAsync(file);
        try
        {
            await text.FillAsync("# mine\n" + file);
            served.Case.Write("evidence.yaml", "# theirs\n" + file);
            await Assertions.Expect(window.Page.GetByText("was changed on disk meanwhile")).ToBeVisibleAsync();
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
            await Assertions.Expect(window.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("theirs");
            (await FoundAsync(window, "conflict")).ShouldBeEmpty();
        }
        finally
        {
            served.Case.Write("evidence.yaml", file);
        }
    }

    private static async Task<IEnumerable<string>> FoundAsync(Window window, string place)
    {
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        AxeResult light = await window.Page.RunAxe();
        await window.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        AxeResult dark = await window.Page.RunAxe(Colours);
        return light.Violations.Concat(dark.Violations).SelectMany(v => v.Nodes.Select(n => $"{place}: {v.Id}: {n.Html[..Math.Min(160, n.Html.Length)]}"));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(2560)]
    public async Task Pages_at_any_width_do_not_scroll_sideways(int width)
    {
        await using Window window = await browser.OpenAsync(width: width);
        foreach (string page in AllPages.Addresses)
        {
            await window.GoAsync($"{served.Case.Address}#{page}");
            await window.SettleAsync();
            int wide = await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            wide.ShouldBeLessThanOrEqualTo(width, page);
        }
    }

    [Theory]
    [InlineData("en-GB", "24 Mar 2025")]
    [InlineData("de-DE", "24. März 2025")]
    public async Task Dates_are_written_as_the_reader_writes_them(string locale, string day)
    {
        await using Window window = await browser.OpenAsync(locale: locale);
        await window.GoAsync($"{served.Case.Address}#overview");
        await Assertions.Expect(window.Page.GetByText($"as of {day}").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Nothing_moves_for_a_reader_who_asked_for_stillness()
    {
        await using Window window = await browser.OpenAsync();
        await window.GoAsync($"{served.Case.Address}#ledger");
        string[] moving = await window.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e); return s.scrollBehavior === 'smooth' || s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0; })
                .map(e => e.outerHTML.slice(0, 80))
            """);
        moving.ShouldBeEmpty();
    }
}
