using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>The page of a program that was started without a case.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class ChooserPagesTests(BrowserFixture browser)
{
    [Fact]
    public async Task Case_is_opened_from_the_list()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Repository.At("cases", "panama-canal-1974"), choosing: true);
        await served.StartAsync();
        await window.GoAsync(served.Address);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "talks" }).ClickAsync();

        await Expect(window.Page.Locator("h1")).ToContainTextAsync("Panama");
        await Expect(window.Page.Locator("nav a[aria-current=page]")).ToHaveTextAsync("Overview");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Case_is_begun_with_its_title_and_question_and_refused_outside_the_folder()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Repository.At("cases", "panama-canal-1974"), choosing: true);
        await served.StartAsync();
        await window.GoAsync(served.Address);
        ILocator folder = window.Page.GetByLabel("Folder", new() { Exact = true });
        ILocator create = window.Page.GetByRole(AriaRole.Button, new() { Name = "Create" });
        await window.Page.GetByLabel("Title").FillAsync("A <b>lease</b>");
        await window.Page.GetByLabel("Question it is to answer").FillAsync("Who gives way?");

        await folder.FillAsync("../elsewhere");
        await create.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("../elsewhere");
        await folder.FillAsync("mine");
        await create.ClickAsync();

        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("A <b>lease</b>");
        await Expect(window.Page.Locator("main h2").First).ToBeVisibleAsync();
        string written = served.Read(Path.Combine("..", "mine", "case.yaml"));
        written.ShouldContain("A <b>lease</b>");
        written.ShouldContain("Who gives way?");
        Directory.Exists(Path.Combine(served.Folder, "..", "..", "elsewhere")).ShouldBeFalse();
        window.ShouldComplainOnlyOf("status of 422");
    }
}
