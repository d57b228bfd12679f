using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Fulcrum.EndToEnd.Browser;

/// <summary>What the pages add to a case: a text with its proposals, decisions about them, and a reading. Whatever a text holds stays text.</summary>
[Collection(nameof(BrowserCollection))]
public sealed class AddingPagesTests(BrowserFixture browser)
{
    private const string Hostile =
        """
        <script>window.hacked=1</script><img src=x onerror="window.hacked=2">

        South rejected the <b>berth</b> on 21 March 2025. <svg onload="window.hacked=3">

        "South has threatened to close the harbour again," said John Smith, an <i>analyst</i>. North has broken its promise to South, argued Jane Doe, an analyst.
        """;

    private static string Harbour => Repository.At(EndToEnd.Harbour.Folder.Split('/'));

    [Fact]
    public async Task Pasted_text_is_looked_at_then_added_and_only_what_a_person_accepts_enters_the_ledger()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Harbour);
        await served.StartAsync();
        string ledger = served.Read("ledger.yaml");
        await window.GoAsync(served.Address + "#sources");
        await PasteAsync(window, "pasted", "2025-03-24", Hostile);
        await Expect(window.Page.GetByText("pasted: stands on its own")).ToBeVisibleAsync();
        string waiting = await window.Page.GetByText("proposals would wait in the inbox").InnerTextAsync();
        File.Exists(Path.Combine(served.Folder, "sources", "pasted.txt")).ShouldBeFalse("a look writes nothing");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add it to the case" }).ClickAsync();
        ILocator inbox = window.Page.GetByRole(AriaRole.Region, new() { Name = "Inbox" });
        await Expect(inbox).ToContainTextAsync("<b>berth</b>");
        await Expect(inbox.GetByRole(AriaRole.Heading).First).ToHaveTextAsync($"Inbox: {waiting.Split(' ')[0]} proposals wait");
        served.Read(Path.Combine("sources", "pasted.txt")).ShouldBe(Hostile);
        served.Read("ledger.yaml").ShouldBe(ledger, "nothing enters before a person accepts it");

        await inbox.GetByRole(AriaRole.Button, new() { Name = "Edit: South: reject" }).ClickAsync();
        await inbox.GetByLabel("What", new() { Exact = true }).FillAsync("the berth <i>once more</i>");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Accept as edited" }).ClickAsync();
        await Expect(inbox.GetByText("1 decided")).ToBeVisibleAsync();
        string accepted = served.Read("ledger.yaml");
        accepted.ShouldStartWith(ledger.TrimEnd());
        accepted[ledger.TrimEnd().Length..].ShouldContain("the berth <i>once more</i>");
        accepted[ledger.TrimEnd().Length..].ShouldContain("2025-03-21");

        await inbox.GetByRole(AriaRole.Button, new() { Name = "Reject: North: break" }).ClickAsync();
        await Expect(inbox.GetByText("2 decided")).ToBeVisibleAsync();
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Reject the one opinion" }).ClickAsync();
        await Expect(inbox.GetByText("3 decided")).ToBeVisibleAsync();
        await Expect(inbox.GetByRole(AriaRole.Button, new() { Name = "Accept: South: threaten" })).ToHaveCountAsync(0);
        served.Read("ledger.yaml").ShouldBe(accepted);

        await inbox.GetByText("3 decided").ClickAsync();
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Take back: South: threaten" }).ClickAsync();
        await Expect(inbox.GetByRole(AriaRole.Button, new() { Name = "Accept: South: threaten" })).ToBeVisibleAsync();

        await Expect(window.Page.Locator("h2", new() { HasText = "pasted" })).ToBeVisibleAsync();
        ILocator card = window.Page.Locator("section[id=pasted]");
        await card.GetByText("The text, with what was taken from it").ClickAsync();
        await Expect(card.GetByRole(AriaRole.Region, new() { Name = "Text of the source" })).ToContainTextAsync("<svg onload=");
        await window.GoAsync(served.Address + "#ledger");
        await Expect(window.Page.Locator("main")).ToContainTextAsync("the berth <i>once more</i>");
        await NothingRanAsync(window);
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Dropped_file_fills_the_form_with_its_name_and_text()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Harbour);
        await served.StartAsync();
        await window.GoAsync(served.Address + "#sources");
        await window.Page.GetByText("Add a text: paste it or drop a file").ClickAsync();
        ILocator area = window.Page.GetByLabel("Text", new() { Exact = true });
        IJSHandle dropped = await window.Page.EvaluateHandleAsync(
            "() => { const data = new DataTransfer(); data.items.add(new File(['South threatened North.'], 'cable.txt', { type: 'text/plain' })); return data; }");
        await area.DispatchEventAsync("drop", new { dataTransfer = dropped });

        await Expect(area).ToHaveValueAsync("South threatened North.");
        await Expect(window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true })).ToHaveValueAsync("cable.txt");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Rewritten_text_is_told_as_one_before_it_is_added()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Harbour);
        await served.StartAsync();
        await window.GoAsync(served.Address + "#sources");

        await PasteAsync(window, "retold", "2025-03-06", served.Read(Path.Combine("sources", "gazette.txt")).Replace("That much is settled.", "It is settled.", StringComparison.Ordinal));
        await Expect(window.Page.GetByText("rewrites gazette, so the two count once")).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Add it to the case" }).ClickAsync();

        await Expect(window.Page.Locator("section[id=gazette]")).ToContainTextAsync("rewrites this text: counted once");
        served.Read("sources.yaml").ShouldContain("derived-from: gazette");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Proposals_full_of_markup_are_shown_as_text()
    {
        const string Markup = "<img src=x onerror=\"window.hacked=4\"><script>window.hacked=5</script></p><b>bold</b>";
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Harbour);
        JsonObject Proposal(int id, string field) => new()
        {
            ["id"] = $"p{id}", ["source"] = "gazette", ["sourceHash"] = "sha256:00", ["paragraph"] = 1, ["spanStart"] = 0, ["spanEnd"] = 1, ["quote"] = "q", ["actor"] = "north", ["target"] = "south",
            ["move"] = "offer", ["object"] = "o", ["factuality"] = "happened", ["speaker"] = "author", ["conditional"] = false, ["trackRecord"] = false, ["confidence"] = 0.5, ["finder"] = "moves",
            ["event"] = $"e{id}", [field] = Markup,
        };
        string[] fields = ["quote", "actor", "target", "move", "object", "factuality", "speaker", "outlet", "source", "when", "first", "lever", "issue", "event", "derivedFrom"];
        served.Write("proposals.jsonl", string.Concat(fields.Select((f, i) => Proposal(i, f).ToJsonString() + "\n")));
        await served.StartAsync();
        await window.GoAsync(served.Address + "#sources");

        ILocator inbox = window.Page.GetByRole(AriaRole.Region, new() { Name = "Inbox" });
        await Expect(inbox).ToContainTextAsync($"{fields.Length} proposals wait");
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Show more" }).ClickAsync();
        (await inbox.InnerTextAsync()).Split("<img src=x").Length.ShouldBeGreaterThan(fields.Length / 2);
        await inbox.GetByRole(AriaRole.Button, new() { Name = "Edit: " }).First.ClickAsync();
        await NothingRanAsync(window);
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task What_if_saved_as_a_reading_is_a_file_and_stands_in_the_switcher()
    {
        await using Window window = await browser.OpenAsync();
        using var served = new ServedCase(Harbour);
        await served.StartAsync();
        await window.GoAsync(served.Address + "#whatif");
        await window.Page.GetByLabel("Find").FillAsync("closure");
        await window.Page.Locator("[id='no-deal.closure-goes-on.cost.north'] input[type=range]").FocusAsync();
        await window.Page.Keyboard.PressAsync("Home");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save as a reading" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Closure costs little");
        await window.Page.GetByLabel("Why: what this reading holds").FillAsync("other harbours are near");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        ILocator switcher = window.Page.GetByRole(AriaRole.Combobox, new() { Name = "Reading", Exact = true });
        await Expect(switcher).ToHaveValueAsync("closure-costs-little");
        await Expect(switcher.Locator("option:checked")).ToHaveTextAsync("Closure costs little");
        string written = served.Read(Path.Combine("readings", "closure-costs-little.yaml"));
        written.ShouldContain("no-deal.closure-goes-on.cost.north");
        written.ShouldContain("other harbours are near");
        await Expect(window.Page.GetByText("changed against")).ToHaveCountAsync(0);

        // Taken back, the page stands on the base case again; until it knows so it may ask for the reading that is gone.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).First.ClickAsync();
        await Expect(switcher).ToHaveValueAsync("");
        window.ShouldComplainOnlyOf("status of 422");
    }

    private static async Task PasteAsync(Window window, string name, string published, string text)
    {
        await window.Page.GetByText("Add a text: paste it or drop a file").ClickAsync();
        await window.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync(name);
        await window.Page.GetByLabel("Published").FillAsync(published);
        await window.Page.GetByLabel("Text", new() { Exact = true }).FillAsync(text);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Read this text" }).ClickAsync();
    }

    private static async Task NothingRanAsync(Window window)
    {
        (await window.Page.EvaluateAsync<bool>("'hacked' in window")).ShouldBeFalse();
        (await window.Page.Locator("main img, main script, main b:not([aria-hidden]), main i").CountAsync()).ShouldBe(0);
    }
}
