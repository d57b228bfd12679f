using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>A number changed where it is shown while somebody else changes it on disk, and two readings asked why they differ.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ChangingPagesTests(BrowserFixture browser)
{
    private const string Number = "no-deal.closure-goes-on.cost.port";

    [Fact]
    public async Task Number_that_was_changed_on_disk_meanwhile_shows_both_values_at_its_place()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Repository.At(Harbour.Folder.Split('/')));
        await served.StartAsync();
        string file = served.Read("case.yaml");
        await window.GoAsync($"{served.Address}#numbers?at={Number}");
        ILocator row = window.Page.Locator($"[id='{Number}']");
        ILocator change = row.GetByRole(AriaRole.Button, new() { Name = "Change" });
        await change.ClickAsync();
        await row.GetByRole(AriaRole.Textbox).FillAsync("8");
        served.Write("case.yaml", file.Replace("port: 5}", "port: 6..7}", StringComparison.Ordinal));

        await row.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        ILocator met = row.GetByRole(AriaRole.Alert);
        await Expect(met).ToContainTextAsync("6..7");
        await Expect(met).ToContainTextAsync("8");
        served.Read("case.yaml").ShouldContain("port: 6..7}", customMessage: "nothing was written");
        await met.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();
        await Expect(met).ToHaveCountAsync(0);
        await Expect(row).ToContainTextAsync("8");
        served.Read("case.yaml").ShouldContain("port: 8}");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(row).ToContainTextAsync("6..7");
        window.ShouldComplainOnlyOf("status of 409");
    }

    [Fact]
    public async Task Two_readings_say_why_they_differ_on_a_statement_and_the_link_leads_back_to_it()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Repository.At(Harbour.Folder.Split('/')));
        await served.StartAsync();
        await window.GoAsync(served.Address + "#readings");
        ILocator card = window.Page.Locator("[id=cruxes]");
        await card.GetByRole(AriaRole.Textbox, new() { Name = "Statement" }).FillAsync("no-deal.south >= 70");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = "From the base case" })).ToBeVisibleAsync();
        await Expect(card.Locator("svg[role=img]").First).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("Closure goes on"));
        window.Page.Url.ShouldContain("on=");
        await card.GetByText("Shares of the difference: the figures").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Table).First).ToContainTextAsync("Closure goes on");
        await window.Page.ReloadAsync();
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = "From the base case" })).ToBeVisibleAsync();

        await card.GetByRole(AriaRole.Textbox, new() { Name = "Statement" }).FillAsync("no-deal.nobody >= 70");
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(card.GetByRole(AriaRole.Alert)).ToContainTextAsync("nobody");
        window.ShouldComplainOnlyOf("status of 422");
    }
}
