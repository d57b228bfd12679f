using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Fulcrum.Reading.Finders;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

/// <summary>Files as the world has them: each bad one is a problem that says what to do, and the good one beside it is read.</summary>
public sealed class RobustnessTests
{
    private const string Good = "Kenya accepted the plan of Uganda on Monday.\n";

    [Fact]
    public void Article_of_fifty_megabytes_is_refused_with_what_to_do()
    {
        byte[] line = Encoding.UTF8.GetBytes(Good);
        var bytes = new byte[50_000_000];
        for (int at = 0; at < bytes.Length; at++)
        {
            bytes[at] = line[at % line.Length];
        }

        Refused("large.txt", bytes).ShouldBe("reading/too-large");
    }

    [Fact]
    public void Zip_that_unfolds_to_fifty_megabytes_is_not_unfolded()
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry("a.txt").Open();
            entry.Write(new byte[50_000_000]);
        }

        Refused("bomb.zip", packed.ToArray()).ShouldBe("reading/archive");
        Refused("bomb.txt", packed.ToArray()).ShouldBe("reading/archive");
    }

    [Theory]
    [InlineData("office.doc", "D0CF11E0A1B11AE1", "reading/archive")]
    [InlineData("rich.rtf", "7B5C727466317D", "reading/archive")]
    [InlineData("packed.txt", "1F8B0800", "reading/archive")]
    [InlineData("blank.html", "2020200A", "reading/empty")]
    [InlineData("marks.txt", "EFBBBF", "reading/empty")]
    public void File_of_another_kind_is_named_for_what_it_is(string name, string hex, string code) => Refused(name, Convert.FromHexString(hex)).ShouldBe(code);

    [Fact]
    public void Random_bytes_are_no_text()
    {
        var bytes = new byte[100_000];
        new Random(7).NextBytes(bytes);

        Refused("noise.txt", bytes).ShouldBe("reading/binary");
    }

    [Fact]
    public void Page_nested_a_hundred_thousand_deep_is_refused() =>
        Refused("deep.html", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + Good)).ShouldBe("reading/too-deep");

    [Fact]
    public void Unclosed_paragraphs_are_not_nesting() =>
        HtmlDepth.IsTooDeep("<body>" + string.Concat(Enumerable.Repeat("<p>text<br><li>item</li><b>bold</b>", 5_000))).ShouldBeFalse();

    [Theory]
    [InlineData("Kenya said that Uganda rejected the plan and then ")]
    [InlineData("\"a ")]
    [InlineData("in the last two years and ")]
    [InlineData("(")]
    [InlineData("12 ")]
    public void Line_longer_than_any_paragraph_is_left_out_and_the_others_are_read(string part)
    {
        string text = Good + string.Concat(Enumerable.Repeat(part, 120_000 / part.Length)) + "\n" + Good.Replace("accepted", "rejected", StringComparison.Ordinal);

        ReadingResult result = Read("long.txt", Encoding.UTF8.GetBytes(text));

        result.Problems.ShouldHaveSingleItem().Code.ShouldBe("reading/long-line");
        result.Documents.Single(d => d.Id == "long").Passages[1].Reason.ShouldBe("longer than any paragraph");
        result.Moves.Where(m => m.Source == "long").Select(m => m.Paragraph).ShouldBe([1, 3]);
    }

    [Theory]
    [InlineData("\"a ")]
    [InlineData("\"a said Kenya \"a ")]
    [InlineData("“We reject it,” said he. ")]
    [InlineData("Kenya said he rejected it and they told him. ")]
    public void Repetitive_paragraph_twice_as_long_yields_at_most_twice_as_many_statements(string part)
    {
        int once = Statements(string.Concat(Enumerable.Repeat(part, 6_000 / part.Length))), twice = Statements(string.Concat(Enumerable.Repeat(part, 12_000 / part.Length)));

        twice.ShouldBeLessThanOrEqualTo((once * 2) + 20);
    }

    [Fact]
    public void Reader_of_mentions_remembers_no_more_than_pronouns_look_back()
    {
        var mentions = new MentionFinder(Gazetteer.Shipped);
        string text = string.Concat(Enumerable.Repeat("Kenya said he rejected it and they told him. ", 1_000));

        int most = 0, named = 0;
        foreach (Sentence sentence in new SentenceReader(LanguageModel.English).Read(text, new Span(0, text.Length)))
        {
            named += mentions.Find(sentence).Count;
            most = Math.Max(most, mentions.Remembered);
        }

        named.ShouldBeGreaterThan(2 * MentionFinder.MostRemembered);
        most.ShouldBeLessThanOrEqualTo(MentionFinder.MostRemembered);
    }

    [Theory]
    [InlineData("\"a \"a \"a \"a \"a \"a \"a \"a\n")]
    [InlineData("((((((((((((((((((((\n")]
    [InlineData("12 13 2014 12 13 2014\n")]
    [InlineData("in 2014 in 2014 in 2014. ")]
    [InlineData("A.")]
    [InlineData("\n")]
    [InlineData("x\n")]
    [InlineData("word")]
    public void Text_of_one_thing_repeated_proposes_nothing_and_hides_nothing_beside_it(string part)
    {
        string text = Good + string.Concat(Enumerable.Repeat(part, 40_000 / part.Length)) + "\n" + Good.Replace("accepted", "rejected", StringComparison.Ordinal);

        ReadingResult result = Read("long.txt", Encoding.UTF8.GetBytes(text));

        result.Problems.ShouldBeEmpty();
        result.Moves.Where(m => m.Source == "long").Select(m => m.Kind).ShouldBe([Cases.MoveKind.Accept, Cases.MoveKind.Reject]);
    }

    [Fact]
    public void Word_of_two_hundred_thousand_letters_is_left_out()
    {
        ReadingResult result = Read("word.txt", Encoding.UTF8.GetBytes(Good + new string('w', 200_000) + "\n"));

        result.Problems.ShouldHaveSingleItem().Code.ShouldBe("reading/long-line");
        result.Moves.Count(m => m.Source == "word").ShouldBe(1);
    }

    private static int Statements(string text)
    {
        var mentions = new MentionFinder(Gazetteer.Shipped);
        var range = new Span(0, text.Length);
        IReadOnlyList<Sentence> sentences = new SentenceReader(LanguageModel.English).Read(text, range);
        var passage = new Passage(1, range, PassageRole.Body, null, sentences);
        return AttributionFinder.Find(text, passage, [.. sentences.Select(s => (s, new Roles(s, new PartyResolver(s, mentions.Find(s)))))]).Count;
    }

    [Fact]
    public void Utf16_with_its_mark_is_read()
    {
        ReadingResult result = Read("wide.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Good)]);

        result.Documents.Single(d => d.Id == "wide").Text.ShouldBe(Good);
    }

    [Fact]
    public void Bad_line_of_json_lines_is_a_problem_at_its_line_and_the_others_are_read()
    {
        string text = "{\"id\": \"one\", \"text\": \"Kenya rejected the plan of Uganda.\"}\nnot json\n{\"id\": \"three\", \"text\": \"Uganda accepted the loan from Kenya.\"}\n";

        ReadingResult result = Read("many.jsonl", Encoding.UTF8.GetBytes(text));

        result.Problems.ShouldHaveSingleItem().Place.Line.ShouldBe(2);
        result.Documents.Select(d => d.Id).ShouldBe(["good", "one", "three"], ignoreOrder: true);
    }

    [Fact]
    public void Folder_without_articles_says_so() =>
        ArticleReader.Read([TemporaryFolders.New()]).Problems.ShouldHaveSingleItem().Code.ShouldBe("reading/nothing-to-read");

    [Fact]
    public void Pdf_is_read_paragraph_by_paragraph()
    {
        NeedsPdfTool();

        ReadingResult result = Read("paper.pdf", Pdf("Kenya rejected the plan of Uganda on Monday", "and demanded that Uganda open the border.", "", "", "", "Uganda accepted the loan from Kenya."));

        result.Problems.ShouldBeEmpty();
        Reading.Syntax.Document document = result.Documents.Single(d => d.Id == "paper");
        document.Passages.Select(p => p.Span.In(document.Text)).ShouldBe(["Kenya rejected the plan of Uganda on Monday and demanded that Uganda open the border.", "Uganda accepted the loan from Kenya."]);
    }

    [Fact]
    public void Pdf_cut_short_is_a_problem()
    {
        NeedsPdfTool();

        Refused("cut.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Cat")).ShouldBe("reading/bad-pdf");
    }

    private static void NeedsPdfTool()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("pdftotext", "-v") { RedirectStandardError = true });
            process!.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("the program pdftotext (poppler-utils) is not installed");
        }
    }

    // The smallest PDF with a page of text: five objects and their table.
    private static byte[] Pdf(params string[] lines)
    {
        string content = "BT /F1 12 Tf 72 720 Td 14 TL " + string.Concat(lines.Select(l => $"({l.Replace("(", "\\(", StringComparison.Ordinal)}) Tj T* ")) + "ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (int i = 0; i < objects.Length; i++)
        {
            places.Add(file.Length);
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        int table = file.Length;
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int place in places)
        {
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }
        file.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static string Refused(string name, byte[] bytes)
    {
        ReadingResult result = Read(name, bytes);
        result.Documents.ShouldHaveSingleItem().Id.ShouldBe("good");
        Cases.CaseProblem problem = result.Problems.ShouldHaveSingleItem();
        problem.Help.ShouldNotBeNullOrEmpty();
        return problem.Code;
    }

    private static ReadingResult Read(string name, byte[] bytes)
    {
        string folder = TemporaryFolders.New();
        File.WriteAllBytes(Path.Combine(folder, name), bytes);
        File.WriteAllText(Path.Combine(folder, "good.txt"), Good);
        return ArticleReader.Read([folder]);
    }
}
