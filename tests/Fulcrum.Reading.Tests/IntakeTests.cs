using System.Text;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

public sealed class IntakeTests
{
    private const string Body = "Kenya accepted the plan of Uganda on Monday.\n";

    [Theory]
    [InlineData("empty.txt", "", "reading/empty")]
    [InlineData("zip.txt", "PK\u0003\u0004rest", "reading/archive")]
    [InlineData("noise.txt", "\0\0\0\u0001\u0002", "reading/binary")]
    [InlineData("bad.jsonl", "{\"text\": ", "reading/bad-json")]
    [InlineData("fake.pdf", "no pdf at all", "reading/bad-pdf")]
    public void Bad_file_is_a_problem_and_the_others_are_read(string name, string content, string code)
    {
        string folder = TemporaryFolders.New();
        File.WriteAllText(Path.Combine(folder, name), content);
        File.WriteAllText(Path.Combine(folder, "good.txt"), Body);

        ReadingResult result = ArticleReader.Read([folder]);

        result.Problems.ShouldHaveSingleItem().Code.ShouldBe(code);
        result.Documents.ShouldHaveSingleItem().Id.ShouldBe("good");
    }

    [Fact]
    public void Lines_of_a_printed_page_become_paragraphs_and_headings()
    {
        const string Page = """
            Lake talks resume
            Kenya and Uganda met on Monday for the first time in a year, officials of both
            sides said.
            The talks are about the dam. Nothing was
            decided, and no date was set for the next round, according to a statement that
            was read out at the end of the day.
            """;

        Intake.PdfText.JoinLines(Page).Split("\n", StringSplitOptions.RemoveEmptyEntries).ShouldBe([
            "Lake talks resume",
            "Kenya and Uganda met on Monday for the first time in a year, officials of both sides said.",
            "The talks are about the dam. Nothing was decided, and no date was set for the next round, according to a statement that was read out at the end of the day."]);
    }

    [Theory]
    [InlineData("The Harbour Gazette, June 3, 2031", null, "The Harbour Gazette")]
    [InlineData("By Laura Meadows, Lake Observer", "Laura Meadows", "Lake Observer")]
    [InlineData("By Laura Meadows, Tom Reeve", "Laura Meadows, Tom Reeve", null)]
    public void Lines_at_the_top_name_author_and_outlet(string line, string? author, string? outlet)
    {
        string file = Path.Combine(TemporaryFolders.New(), "a.txt");
        File.WriteAllText(file, $"Talks over the lake stall again\n{line}\n\nKenya rejected the plan of Uganda on Monday, and nobody was surprised by it.\n");

        Document document = ArticleReader.Read([file]).Documents.ShouldHaveSingleItem();

        (document.Author, document.Outlet).ShouldBe((author, outlet));
        document.Date.ShouldBe(line.Contains("2031", StringComparison.Ordinal) ? new DateOnly(2031, 6, 3) : null);
    }

    [Fact]
    public void Missing_file_is_a_problem() => ArticleReader.Read(["/no/such/file.txt"]).Problems.ShouldHaveSingleItem().Code.ShouldBe("reading/no-such-file");

    [Fact]
    public void Stray_bytes_of_an_older_encoding_are_read_one_by_one()
    {
        Document document = Only("mixed.txt", [.. Encoding.UTF8.GetBytes("Café "), 0x93, (byte)'y', (byte)'e', (byte)'s', 0x94, (byte)'.']);

        document.Text.ShouldBe("Café “yes”.");
    }

    [Fact]
    public void Html_menus_and_teasers_are_left_out()
    {
        Document document = Only("page.html", Encoding.UTF8.GetBytes("""
            <html><head><title>x</title><meta property="og:title" content="Dam deal near"><meta property="article:published_time" content="2031-05-02T08:00:00Z"></head>
            <body><nav><a href="/">Home</a><a href="/w">World</a></nav>
            <article><h1>Dam deal near</h1><p>Egypt and Sudan are close to a deal on the dam, three officials said on Friday in Khartoum.</p>
            <p>The text would share the water of dry years and set up a joint office on the river bank.</p></article>
            <div class="related-teasers"><p><a href="/1">Ten recipes with lentils that you will want to cook again and again</a></p></div>
            <footer><p>Copyright 2031</p></footer></body></html>
            """));

        document.Title.ShouldBe("Dam deal near");
        document.Date.ShouldBe(new DateOnly(2031, 5, 2));
        document.Text.ShouldContain("joint office");
        document.Text.ShouldNotContain("lentils");
        document.Text.ShouldNotContain("Home");
    }

    [Fact]
    public void Boilerplate_is_kept_addressable_with_its_reason()
    {
        Document document = Only("a.txt", Encoding.UTF8.GetBytes("Dam deal near\n\nBy Lea Stone\n\nMay 2, 2031\n\nEgypt rejected the plan.\n\n( Image credit : XY )\n\nLea Stone is a correspondent at the Nile Daily.\n\nAll rights reserved\n"));

        document.Title.ShouldBe("Dam deal near");
        document.Author.ShouldBe("Lea Stone");
        document.Date.ShouldBe(new DateOnly(2031, 5, 2));
        document.Passages.Where(p => !p.Speaks).Select(p => p.Number).ShouldBe([2, 3, 5, 6, 7]);
        document.Passages.Where(p => p.Role == PassageRole.Boilerplate).ShouldAllBe(p => p.Reason != null);
    }

    [Fact]
    public void Spans_count_code_points()
    {
        string folder = TemporaryFolders.New();
        File.WriteAllText(Path.Combine(folder, "e.txt"), "\U0001F30A Kenya accepted the plan.\n");
        Document document = ArticleReader.Read([folder]).Documents[0];

        document.CodePoints(new Span(0, 2)).ShouldBe(new Cases.TextSpan(0, 1));
        document.CodePoints(new Span(3, 8)).ShouldBe(new Cases.TextSpan(2, 7));
    }

    private static Document Only(string name, byte[] bytes)
    {
        string file = Path.Combine(TemporaryFolders.New(), name);
        File.WriteAllBytes(file, bytes);
        return ArticleReader.Read([file]).Documents.ShouldHaveSingleItem();
    }
}
