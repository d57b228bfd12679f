using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Shouldly;

namespace Fulcrum.Tests.Cases.Editing;

public sealed class CitingTests : IDisposable
{
    private const string Article = "Water\n\nBy A. Scribe\n\nThe lower village wants “40 percent” of the spring.\nThe mayor met 3 elders.\n\nThe mayor refused.\n";

    private readonly TemporaryFolder _folder = new();

    public CitingTests()
    {
        _folder.Write("sources/the gazette.txt", Article);
        _folder.Write("sources.yaml", $"gazette: {{kind: news, hash: '{TextHash.OfText(Article)}'}}   # the first\n");
    }

    public void Dispose() => _folder.Dispose();

    private CiteResult Cite(CiteRequest request) => Citing.Cite(_folder.Path, request);

    private string Evidence => File.ReadAllText(_folder.File("evidence.yaml"));

    [Fact]
    public void Cite_PastedWords_AddsEvidenceThatVerifies()
    {
        _folder.Write("evidence.yaml", "# by hand\r\nother: {source: gazette, says: x}  # keep\r\n");

        var cited = Cite(new CiteRequest("the lower village wants \"40 percent\"") { Says = "it asks for two fifths", Speaker = "elder" }).ShouldBeOfType<CiteResult.Cited>();

        cited.Id.ShouldBe(new EvidenceId("gazette-3"));
        cited.Added.ShouldBeTrue();
        cited.SourceAdded.ShouldBeFalse();
        cited.Quote.Words.ShouldBe("The lower village wants “40 percent”");
        Evidence.ShouldBe(
            "# by hand\r\nother: {source: gazette, says: x}  # keep\r\n"
            + $"gazette-3:\r\n  source: gazette\r\n  span: 21..57\r\n  hash: '{TextHash.OfSpan(cited.Quote.Words)}'\r\n  paragraph: 3\r\n  speaker: elder\r\n"
            + "  says: it asks for two fifths\r\n  figures: [40 percent]\r\n");
        var evidence = Evidences(cited);
        EvidenceCheck.Check(evidence, SourceTexts.Find(_folder.Path)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Cite_TextCalledByAWordThatIsNoId_GetsAnIdThatIsOne()
    {
        _folder.Write("sources/No.txt", "Nothing but this was said.\n");

        var cited = Cite(new CiteRequest("Nothing but this")).ShouldBeOfType<CiteResult.Cited>();

        (cited.Source, cited.Id).ShouldBe((new SourceId("text-no"), new EvidenceId("text-no-1")));
    }

    [Fact]
    public void Cite_TheSameSpanTwice_GivesTheSameIdAndWritesNothing()
    {
        var first = Cite(new CiteRequest("The mayor met 3 elders.")).ShouldBeOfType<CiteResult.Cited>();
        string written = Evidence;

        var second = Cite(new CiteRequest("the MAYOR met  3 elders.")).ShouldBeOfType<CiteResult.Cited>();

        second.Id.ShouldBe(first.Id);
        second.Added.ShouldBeFalse();
        Evidence.ShouldBe(written);
        first.SaysMissing.ShouldBeTrue();
        written.ShouldContain(Fulcrum.Cases.Evidence.SaysLater);
    }

    [Fact]
    public void Cite_SeveralSpansOfAParagraph_GetLetters()
    {
        Cite(new CiteRequest("The lower village"));
        Cite(new CiteRequest("of the spring"));

        Cite(new CiteRequest("wants")).ShouldBeOfType<CiteResult.Cited>().Id.Value.ShouldBe("gazette-3-c");
    }

    [Fact]
    public void Cite_WordsThatStandTwiceOrNowhere_WriteNothing()
    {
        Cite(new CiteRequest("The mayor")).ShouldBeOfType<CiteResult.Ambiguous>().Places.Select(p => p.Paragraph).ShouldBe([4, 5]);
        var missed = Cite(new CiteRequest("the mayor met 4 elders")).ShouldBeOfType<CiteResult.NotFound>();
        missed.Near[0].Words.ShouldContain("met 3 elders");
        Cite(new CiteRequest("of the spring") { Source = "unknown" }).ShouldBeOfType<CiteResult.NotFound>().TextsSearched.ShouldBe(0);
        File.Exists(_folder.File("evidence.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void Cite_ARewriteHoldsTheSameWords_TakesTheOriginal()
    {
        string rewrite = "Rewritten\n\n" + Article;
        _folder.Write("sources/a-rewrite.txt", rewrite);
        File.AppendAllText(_folder.File("sources.yaml"), $"again: {{kind: news, hash: '{TextHash.OfText(rewrite)}', derived-from: gazette}}\n");

        Cite(new CiteRequest("of the spring")).ShouldBeOfType<CiteResult.Cited>().Source.Value.ShouldBe("gazette");
        Cite(new CiteRequest("of the spring") { Source = "again" }).ShouldBeOfType<CiteResult.Cited>().Id.Value.ShouldBe("again-4");
    }

    [Fact]
    public void Cite_FromATextThatNoSourceKnows_AddsTheSource()
    {
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("My Notes (2).md", "A meeting\n\nNobody came to the well.\n");

        var cited = Cite(new CiteRequest("nobody came") { TextFolders = [elsewhere.Path] }).ShouldBeOfType<CiteResult.Cited>();

        cited.Id.Value.ShouldBe("my-notes-2-2");
        cited.SourceAdded.ShouldBeTrue();
        string sources = File.ReadAllText(_folder.File("sources.yaml"));
        sources.ShouldContain("# the first\nmy-notes-2:\n  title: A meeting\n  kind: other\n  hash: 'sha256:");
    }

    [Fact]
    public void Cite_WithAnIdThatIsTakenOrNone_IsRefused()
    {
        Cite(new CiteRequest("of the spring") { Id = "spring" }).ShouldBeOfType<CiteResult.Cited>().Id.Value.ShouldBe("spring");

        Cite(new CiteRequest("wants") { Id = "spring" }).ShouldBeOfType<CiteResult.Refused>().Problems.Single().Code.ShouldBe("cite/id-taken");
        Cite(new CiteRequest("wants") { Id = "The Spring" }).ShouldBeOfType<CiteResult.Refused>().Problems.Single().Code.ShouldBe("cite/not-an-id");
    }

    [Fact]
    public void Cite_IntoAFileWithBrokenYaml_ShowsItsProblems()
    {
        _folder.Write("evidence.yaml", "a: [b\n");

        Cite(new CiteRequest("of the spring")).ShouldBeOfType<CiteResult.Refused>().Problems.ShouldNotBeEmpty();
    }

    private static Fulcrum.Cases.Case Evidences(CiteResult.Cited cited) => Verifying.Evidences.Case(
        [Verifying.Evidences.Source("gazette", TextHash.OfText(Article))],
        [Verifying.Evidences.Of(cited.Id.Value, cited.Source.Value, cited.Span, TextHash.OfSpan(cited.Quote.Words), [.. cited.Figures])]);
}
