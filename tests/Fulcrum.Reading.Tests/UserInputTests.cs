using Fulcrum.Cases;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

/// <summary>Files as users have them, and disputes between sides that no list knows.</summary>
public sealed class UserInputTests
{
    [Fact]
    public void Page_with_data_about_itself_gives_day_author_and_outlet()
    {
        const string page = """
            <html><head><title>Ferry talks collapse | Harbour</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],
            "headline":"Ferry talks collapse","datePublished":"2031-05-04T08:00:00Z","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Ray"}],"publisher":{"name":"The Harbour Post"}}]}</script></head>
            <body><div id="cookie-banner"><p>We use cookies to improve your experience and to show you advertising that may interest you on this and other pages.</p></div>
            <article><p>Norway rejected on Sunday a Danish proposal to share the ferry line between the two coasts, officials said.</p>
            <p>Denmark threatened to take the case to court before the summer, according to its government.</p></article></body></html>
            """;

        ReadingResult result = Read(("page.html", page));

        (result.Documents[0].Title, result.Documents[0].Author, result.Documents[0].Outlet, result.Documents[0].Date).ShouldBe(("Ferry talks collapse", "Ann Lee, Bo Ray", "The Harbour Post", new DateOnly(2031, 5, 4)));
        result.Moves.ShouldContain(m => m.Actor == "norway" && m.Kind == MoveKind.Reject && m.First == new DateOnly(2031, 5, 4));
        result.Documents[0].Text.ShouldNotContain("cookies");
    }

    [Theory]
    [InlineData("{\"@type\":")]
    [InlineData("[[[[[[{\"@type\":\"NewsArticle\"}]]]]]]")]
    [InlineData("{\"@type\":\"NewsArticle\",\"author\":7,\"publisher\":null,\"datePublished\":[]}")]
    public void Page_with_broken_data_about_itself_is_read_all_the_same(string data) =>
        Read(("page.html", $"<html><head><script type='application/ld+json'>{data}</script></head><body><p>Norway rejected the Danish proposal to share the ferry line between the two coasts.</p></body></html>"))
            .Moves.ShouldContain(m => m.Actor == "norway" && m.Kind == MoveKind.Reject);

    [Fact]
    public void Text_of_one_line_is_no_title_without_an_article() =>
        Read(("line.txt", "Norway rejected the proposal of Iceland")).Moves.ShouldContain(m => m.Actor == "norway" && m.Target == "iceland" && m.Kind == MoveKind.Reject);

    [Fact]
    public void Line_longer_than_any_paragraph_is_named_and_the_rest_is_read()
    {
        ReadingResult result = Read(("long.txt", "Ferry talks\n\n" + string.Concat(Enumerable.Repeat("Norway met Iceland. ", 6000)) + "\n\nNorway rejected the proposal of Iceland.\n"));

        result.Problems.ShouldHaveSingleItem().Code.ShouldBe("reading/long-line");
        result.Moves.ShouldContain(m => m.Kind == MoveKind.Reject);
    }

    [Fact]
    public void Two_texts_of_one_sentence_each_are_no_rewrites_of_each_other() =>
        Read(("a.txt", "Denmark threatened Norway."), ("b.txt", "Norway met Denmark on Monday.")).IndependentSources.ShouldBe(2);

    [Theory]
    [InlineData("seen", "wages", "nurses-alliance", "trust")]
    [InlineData("seen", "ceasefire", "northern-front", "army")]
    public void Sides_that_only_the_text_knows_are_parties_of_a_draft(string folder, string text, string one, string other)
    {
        string content = ("\n" + File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Coded", folder, text + ".txt"))).Split("\n---\n")[1];

        ReadingResult result = Read((text + ".txt", content));
        string draft = TemporaryFolders.New();

        result.Moves.Count(m => m.Actor == one).ShouldBeGreaterThan(2);
        result.Moves.Count(m => m.Actor == other).ShouldBeGreaterThan(2);
        DraftCase.Write(draft, result).ShouldNotBeNull();
        CaseFolder.Read(draft, new CaseReadOptions()).Case.ShouldNotBeNull().Parties.Select(p => p.Id.Value).ShouldBe([one, other], ignoreOrder: true);
    }

    private static ReadingResult Read(params (string Name, string Text)[] files)
    {
        string folder = TemporaryFolders.New();
        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
        return ArticleReader.Read([folder]);
    }
}
