using Fulcrum.Reading.Finders;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

/// <summary>Who speaks each quotation: article, paragraph, order in the paragraph, speaker ('-' where the text names none, as for a title in quotation marks).</summary>
public sealed class QuoteTests
{
    private const string Expected = """
        000 25 1 Fried
        000 33 1 Witkoff
        000 33 2 Witkoff
        000 34 1 Daalder
        000 34 2 Daalder
        001 18 1 Fried
        001 24 1 Witkoff
        001 24 2 Witkoff
        001 26 1 Daalder
        001 26 2 Daalder
        002 10 1 -
        002 12 1 -
        """;

    [Fact]
    public void Each_quotation_of_the_five_articles_has_its_speaker()
    {
        string folder = Shared.Folder("articles");

        IEnumerable<string> found = Directory.GetFiles(folder).Order(StringComparer.Ordinal).SelectMany(f => Quotes(f).Select(q => $"{Path.GetFileName(f)[..3]} {q.Paragraph} {q.Order} {q.Speaker ?? "-"}"));

        string.Join('\n', found).ShouldBe(Expected.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("“We will not sell the harbour to anyone,” said Peru's chief negotiator with Chile, Ana Ruiz, on Sunday.", "Ruiz")]
    [InlineData("“We will not sell the harbour to anyone,” the president's envoy, Ana Ruiz, said.", "Ruiz")]
    [InlineData("Minister Ana Ruiz left the hall. “We will not sell the harbour to anyone,” she said.", "Ruiz")]
    [InlineData("Minister Ana Ruiz told reporters: “We will not sell the harbour to anyone.”", "Ruiz")]
    [InlineData("“We will not sell the harbour,” said Minister Ana Ruiz. “It is the heart of our coast and always was.”", "Ruiz")]
    public void Tag_beside_a_quotation_names_its_speaker(string text, string speaker)
    {
        string file = Path.Combine(TemporaryFolders.New(), "a.txt");
        File.WriteAllText(file, text + "\n");

        Quotes(file).ShouldAllBe(q => q.Speaker == speaker);
        Quotes(file).ShouldNotBeEmpty();
    }

    private static IReadOnlyList<SpokenQuote> Quotes(string file) =>
        [.. ArticleFiles.Open([file], []).SelectMany(a => QuoteSpeakers.Of(new DocumentReader(LanguageModel.English).Read(a, null), Gazetteer.Shipped))];
}
