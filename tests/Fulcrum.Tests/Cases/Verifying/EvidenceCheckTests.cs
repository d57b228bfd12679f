using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Shouldly;

namespace Fulcrum.Tests.Cases.Verifying;

public sealed class EvidenceCheckTests
{
    private const string Words = "The lower village wants 40 percent of the spring.";
    private static readonly SourceText Text = new("some name.md", "Water\n\n" + Words + "\nThe upper village refuses.\n");
    private static readonly TextSpan Span = new(7, 7 + Words.Length);
    private static readonly Evidence Sound = Evidences.Of("gazette-2", "gazette", Span, TextHash.OfSpan(Words), "40") with { Paragraph = 2 };
    private static readonly Source Gazette = Evidences.Source("gazette", Text.Hash, "Water");

    private static EvidenceReport Check(Evidence evidence, SourceText? text, params IReadOnlyList<Quantity> quantities) =>
        EvidenceCheck.Check(Evidences.Case([Gazette], [evidence], quantities), SourceTexts.From(text is null ? [] : [text]));

    [Fact]
    public void Check_SoundEvidence_HasNoProblemsAndIsCounted()
    {
        EvidenceReport report = Check(Sound, Text, Evidences.Quoted(new NumberShape.Fixed(0.4), "gazette-2"));

        report.Problems.ShouldBeEmpty();
        report.SpansChecked.ShouldBe(1);
        report.SpansNotChecked.ShouldBe(0);
        report.Numbers.ShouldBe(new MarkCounts(1, 0, 0, 0));
    }

    [Fact]
    public void Check_SpanOutsideTheText_SaysSo() => CodesOf(Sound with { Span = new TextSpan(7, 700) }).ShouldBe(["evidence/span-outside"]);

    [Fact]
    public void Check_OtherWordsAtTheSpan_SaysWhereTheyStandNow()
    {
        var moved = new SourceText("moved.txt", "Correction added.\n\n" + Text.Text);
        var source = Evidences.Source("gazette", moved.Hash);

        EvidenceReport report = EvidenceCheck.Check(Evidences.Case([source], [Sound]), SourceTexts.From([moved]));

        CaseProblem problem = report.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("evidence/span-hash");
        problem.Severity.ShouldBe(Severity.Error);
        problem.Help.ShouldContain($"{7 + 19}..{7 + 19 + Words.Length}");
    }

    [Fact]
    public void Check_SpanInASourceWithoutHash_IsAWarning()
    {
        EvidenceReport report = EvidenceCheck.Check(Evidences.Case([Evidences.Source("gazette", null)], [Sound]), SourceTexts.From([Text]));

        CaseProblem problem = report.Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Severity).ShouldBe(("evidence/source-without-hash", Severity.Warning));
        (report.SpansChecked, report.SpansNotChecked).ShouldBe((0, 1));
    }

    [Fact]
    public void Find_TextLargerThanTheLimit_IsLeftOutWithAWarning()
    {
        using var folder = new TemporaryFolder();
        using (FileStream large = File.Create(folder.File("large.txt")))
        {
            large.SetLength(SourceTexts.MostBytes + 1);
        }
        File.WriteAllText(folder.File("small.txt"), Words);

        SourceTexts found = SourceTexts.Find(folder.File("no-case"), folder.Path);

        found.Texts.ShouldHaveSingleItem().FileName.ShouldBe("small.txt");
        found.Problems.ShouldHaveSingleItem().Code.ShouldBe("evidence/text-too-large");
    }

    [Fact]
    public void Check_WrongParagraphNoHashOrStrangeFigure_AreNamed()
    {
        CodesOf(Sound with { Paragraph = 3 }).ShouldBe(["evidence/paragraph"]);
        CodesOf(Sound with { Summary = Evidence.SaysLater }).ShouldBe(["evidence/says-later"]);
        CodesOf(Sound with { SpanHash = null }).ShouldBe(["evidence/no-hash"]);
        CodesOf(Sound with { Figures = ["41"] }).ShouldBe(["evidence/figure-not-in-span"]);
        CodesOf(Sound with { Figures = ["the spring", "40%"] }).ShouldBeEmpty();
        CodesOf(Sound with { Figures = ["spri"] }).ShouldBe(["evidence/figure-not-in-span"]);
    }

    [Fact]
    public void Check_QuotedNumberThatDoesNotStandThere_IsAnErrorAtTheNumber()
    {
        EvidenceReport report = Check(Sound, Text, Evidences.Quoted(new NumberShape.Uniform(30, 40), "gazette-2"));

        CaseProblem problem = report.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("evidence/quoted-figure");
        problem.Place.File.ShouldBe("case.yaml");
        problem.Message.ShouldContain("30");
    }

    [Fact]
    public void Check_WithoutTheText_UsesTheListedFiguresAndCountsTheRest()
    {
        EvidenceReport listed = Check(Sound, null, Evidences.Quoted(new NumberShape.Fixed(40), "gazette-2"));
        EvidenceReport wrong = Check(Sound, null, Evidences.Quoted(new NumberShape.Fixed(41), "gazette-2"));
        EvidenceReport unlisted = Check(Sound with { Figures = [] }, null, Evidences.Quoted(new NumberShape.Fixed(41), "gazette-2"));

        listed.Problems.ShouldBeEmpty();
        listed.SpansNotChecked.ShouldBe(1);
        listed.TextsMissing.ShouldBe([new SourceId("gazette")]);
        wrong.Problems.Select(p => p.Code).ShouldBe(["evidence/quoted-figure"]);
        unlisted.Problems.ShouldBeEmpty();
        unlisted.QuotedNotChecked.ShouldBe(1);
    }

    [Theory]
    [InlineData("gazette.txt", "anything\n")]
    [InlineData("other.txt", "WATER\n\nThe lower village wants 45 percent of the spring.\n")]
    public void Check_TextWithTheNameOrTitleButAnotherHash_WasChanged(string file, string content)
    {
        EvidenceReport report = Check(Sound, new SourceText(file, content));

        report.Problems.Select(p => p.Code).ShouldBe(["evidence/source-text-changed"]);
        report.SpansNotChecked.ShouldBe(1);
    }

    [Fact]
    public void Check_TextOfAnotherSourceWithTheSameTitle_IsNotAChangedText()
    {
        var other = new SourceText("b.txt", "Water\n\nAnother article.\n");
        var @case = Evidences.Case([Gazette, Evidences.Source("other", other.Hash)], [Sound]);

        EvidenceCheck.Check(@case, SourceTexts.From([other])).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Check_EvidenceWithoutText_IsCountedApart()
    {
        EvidenceReport report = Check(Evidences.Of("talk-1", "gazette", null, null), Text);

        report.Problems.ShouldBeEmpty();
        report.WithoutText.ShouldBe(1);
    }

    [Fact]
    public void Find_FilesOfAnyName_AreKnownByContentAndOddOnesAreLeftOut()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sources/a b.html", "\uFEFF" + Text.Text.ReplaceLineEndings("\r\n"));
        folder.Write("sources/deep/copy.json", Text.Text);
        File.WriteAllBytes(folder.File("sources/picture"), [0xFF, 0xD8, 0xFF]);

        SourceTexts texts = SourceTexts.Find(folder.Path, folder.File("nowhere"));

        texts.Texts.ShouldHaveSingleItem().FileName.ShouldBe("a b.html");
        texts.Of(Gazette).ShouldNotBeNull();
        texts.Problems.Select(p => p.Code).ShouldBe(["evidence/text-not-utf8", "evidence/no-folder"]);
        texts.Problems.ShouldAllBe(p => p.Severity == Severity.Warning);
    }

    [Fact]
    public void Find_LinkInTheFolder_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        folder.Write("sources/own.txt", "own");
        elsewhere.Write("secret.txt", "secret");
        File.CreateSymbolicLink(folder.File("sources/a"), elsewhere.File("secret.txt"));
        Directory.CreateSymbolicLink(folder.File("sources/b"), elsewhere.Path);

        SourceTexts texts = SourceTexts.Find(folder.Path);

        texts.Texts.Select(t => t.FileName).ShouldBe(["own.txt"]);
        texts.Problems.Select(p => p.Code).ShouldBe(["evidence/text-is-link", "evidence/text-is-link"]);
    }

    [Fact]
    public void Find_FolderOfTextsThatIsALink_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege on Windows");
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.Write("secret.txt", "secret");
        Directory.CreateSymbolicLink(folder.File("sources"), elsewhere.Path);

        SourceTexts texts = SourceTexts.Find(folder.Path);

        texts.Texts.ShouldBeEmpty();
        texts.Problems.ShouldHaveSingleItem().Code.ShouldBe("evidence/text-is-link");
        SourceTexts.Find(folder.Path, elsewhere.Path).Texts.ShouldHaveSingleItem().FileName.ShouldBe("secret.txt");
    }

    [Fact]
    public void Find_FileInPlaceOfTheFolder_IsTold()
    {
        using var folder = new TemporaryFolder();
        folder.Write("sources", "a file");

        SourceTexts.Find(folder.Path).Problems.ShouldHaveSingleItem().Code.ShouldBe("evidence/text-unreadable");
    }

    private static IEnumerable<string> CodesOf(Evidence evidence) => Check(evidence, Text).Problems.Select(p => p.Code);
}
