using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>The live pages in a real browser, beside the real server, on a copy of the worked case.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ServedPagesTests(BrowserFixture browser, UkraineServed served)
{
    private const string Number = "no-deal.war-goes-on.cost.usa";

    [Fact]
    public async Task Every_page_is_reached_by_keyboard_and_says_something()
    {
        await using Window window = await browser.OpenAsync();
        await window.GoAsync(served.Case.Address);

        foreach (string name in AllPages.Names)
        {
            await window.Page.Locator("body").EvaluateAsync("() => { document.activeElement?.blur(); window.getSelection()?.removeAllRanges(); document.querySelector('.skip').focus(); }");
            await window.TabToAsync(name);
            await window.Page.Keyboard.PressAsync("Enter");
            await Expect(window.Page.Locator("nav a[aria-current=page]")).ToHaveTextAsync(name);
            await Expect(window.Page.Locator("main h2").First).ToBeVisibleAsync();
        }
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Timeline_walked_with_arrows_opens_a_move()
    {
        await using Window window = await browser.OpenAsync();
        await window.GoAsync(served.Case.Address + "#ledger");

        ILocator moves = window.Page.Locator("svg a[data-move]");
        await moves.First.WaitForAsync();
        (await moves.CountAsync()).ShouldBeGreaterThan(50);
        (await window.Page.Locator("svg a[data-move][tabindex='0']").CountAsync()).ShouldBe(1);
        await window.Page.Locator("svg a[data-move][tabindex='0']").FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "The chosen move" })).ToBeVisibleAsync();
        window.Page.Url.ShouldContain("at=");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Assumption_moved_on_what_if_moves_the_number_and_marks_the_difference()
    {
        await using Window window = await browser.OpenAsync();
        await window.GoAsync(served.Case.Address + "#whatif");
        ILocator hand = window.Page.GetByTestId("hand-ukraine");
        await hand.WaitForAsync();
        string before = await hand.InnerTextAsync();

        await window.Page.GetByLabel("Find").FillAsync("war goes on");
        ILocator slider = window.Page.Locator("[id='no-deal.war-goes-on.cost.ukraine'] input[type=range]");
        await slider.FocusAsync();
        await window.Page.Keyboard.PressAsync("Home");

        await Expect(hand).Not.ToHaveTextAsync(before);
        await Expect(window.Page.Locator("[data-party=ukraine] small")).ToContainTextAsync("draws");
        await Expect(window.Page.GetByText("1 assumption changed")).ToBeVisibleAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Put all back" }).ClickAsync();
        await Expect(hand).ToHaveTextAsync(before);
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Number_changed_where_it_is_shown_is_in_the_file_and_can_be_undone()
    {
        await using Window window = await browser.OpenAsync();
        string file = served.Case.Read("case.yaml");
        await window.GoAsync($"{served.Case.Address}#numbers?at={Number}");
        ILocator row = window.Page.Locator($"[id='{Number}']");
        await row.GetByRole(AriaRole.Button).First.ClickAsync();
        await window.Page.Keyboard.PressAsync("ControlOrMeta+A");
        await window.Page.Keyboard.TypeAsync("1.5..4.5");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(row).ToContainTextAsync("1.5..4.5");
        served.Case.Read("case.yaml").ShouldContain("1.5..4.5");
        served.Case.Read("case.yaml").Split('\n').Count(l => l.Contains('#')).ShouldBe(file.Split('\n').Count(l => l.Contains('#')), "comments stay");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(row).Not.ToContainTextAsync("1.5..4.5");
        served.Case.Read("case.yaml").ShouldBe(file);
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task File_edited_in_an_editor_shows_in_the_page()
    {
        await using Window window = await browser.OpenAsync();
        string file = served.Case.Read("case.yaml");
        await window.GoAsync(served.Case.Address);
        try
        {
            served.Case.Write("case.yaml", file.Replace("case: US-mediated", "case: Renamed US-mediated", StringComparison.Ordinal));
            await Expect(window.Page.Locator("h1")).ToContainTextAsync("Renamed");
        }
        finally
        {
            served.Case.Write("case.yaml", file);
        }
        await Expect(window.Page.Locator("h1")).Not.ToContainTextAsync("Renamed");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Text_is_checked_while_written_and_a_conflicting_save_shows_both_versions()
    {
        await using Window window = await browser.OpenAsync();
        string file = served.Case.Read("case.yaml");
        await window.GoAsync(served.Case.Address + "#edit");
        ILocator text = window.Page.GetByLabel("Text of case.yaml");
        await Expect(text).ToHaveValueAsync(file);

        await text.FillAsync(file.Replace("role: principal, also: [Moscow", "role: nobody, also: [Moscow", StringComparison.Ordinal));
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "line 11" })).ToBeVisibleAsync();

        await text.FillAsync(file.Replace("question: What", "question: Mine. What", StringComparison.Ordinal));
        served.Case.Write("case.yaml", file.Replace("# The talks", "# Theirs. The talks", StringComparison.Ordinal));
        await Expect(window.Page.GetByText("was changed on disk meanwhile")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        ILocator dialog = window.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Theirs. The talks");
        await Expect(dialog).ToContainTextAsync("Mine. What");
        served.Case.Read("case.yaml").ShouldNotContain("Mine.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save this" }).ClickAsync();

        await Expect(window.Page.GetByText("Saved.", new() { Exact = true }).First).ToBeVisibleAsync();
        served.Case.Read("case.yaml").ShouldContain("Theirs. The talks");
        served.Case.Read("case.yaml").ShouldContain("question: Mine. What");
        served.Case.Write("case.yaml", file);
    }

    [Fact]
    public async Task Foreign_text_full_of_markup_stays_text()
    {
        const string Hostile = "<script>window.hacked=1</script><img src=x onerror=\"window.hacked=2\"><svg onload=\"window.hacked=3\">";
        await using Window window = await browser.OpenAsync();
        string sources = served.Case.Read("sources.yaml");
        string ledger = served.Case.Read("ledger.yaml");
        try
        {
            served.Case.Write("ledger.yaml", ledger.Replace("what: first call of the two presidents, 90 minutes", $"what: '{Hostile}'", StringComparison.Ordinal));
            await window.GoAsync(served.Case.Address + "#ledger");
            await Expect(window.Page.Locator("main")).ToContainTextAsync("<img src=x");
            await window.GoAsync(served.Case.Address + "#sources");
            (await window.Page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse();
            (await window.Page.Locator("main img, main script").CountAsync()).ShouldBe(0);
        }
        finally
        {
            served.Case.Write("sources.yaml", sources);
            served.Case.Write("ledger.yaml", ledger);
        }
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Server_killed_and_started_again_loses_nothing_that_was_written()
    {
        await using Window window = await browser.OpenAsync();
        string file = served.Case.Read("evidence.yaml");
        await window.GoAsync(served.Case.Address + "#edit?file=evidence.yaml");
        ILocator text = window.Page.GetByLabel("Text of evidence.yaml");
        await Expect(text).ToHaveValueAsync(file);
        await text.FillAsync(file + "# written while it ran\n");

        served.Case.Kill();
        await Expect(window.Page.GetByText("Fulcrum is not running any more.")).ToBeVisibleAsync();
        await Expect(text).ToHaveValueAsync(file + "# written while it ran\n");

        await served.Case.StartAsync();
        await Expect(window.Page.GetByText("Fulcrum is not running any more.")).ToBeHiddenAsync();
        await window.Page.ReloadAsync();
        await Expect(text).ToHaveValueAsync(file + "# written while it ran\n");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(window.Page.GetByText("Saved.", new() { Exact = true }).First).ToBeVisibleAsync();
        served.Case.Read("evidence.yaml").ShouldEndWith("# written while it ran\n");
        served.Case.Write("evidence.yaml", file);
        window.ShouldComplainOnlyOf("net::ERR_");
    }
}
