using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

public sealed class SentenceTests
{
    [Theory]
    [InlineData("The envoy flew to the U.S. on Monday. He met Mr. Okello there.", 2)]
    [InlineData("“We will not sign,” she said. “Not now.” The room fell silent.", 3)]
    [InlineData("Talks in Washington, D.C. ended at 5 p.m. without a deal.", 1)]
    [InlineData("It cost $1.5 million. Who pays? Nobody knows!", 3)]
    [InlineData("He left the U.S. The talks went on.", 2)]
    public void Splitter_abbreviations_and_quotes_keeps_sentences_whole(string text, int expected) => Read(text).Count.ShouldBe(expected);

    [Fact]
    public void Tokeniser_contractions_hyphens_and_figures_cut_like_the_treebank()
    {
        Words("They don't want a 30-day truce in mid-February worth $1,200.5.")
            .ShouldBe(["They", "do", "n't", "want", "a", "30", "-", "day", "truce", "in", "mid-February", "worth", "$", "1,200.5", "."]);
        Words("Vale’s team can’t “wait”.").ShouldBe(["Vale", "’s", "team", "ca", "n’t", "“", "wait", "”", "."]);
    }

    [Fact]
    public void Parser_plain_clause_finds_subject_and_object()
    {
        Sentence sentence = Read("The minister rejected the proposal.")[0];
        Token verb = sentence.Tokens.Single(t => t.Head < 0);

        verb.Lemma.ShouldBe("reject");
        sentence.Child(verb, "nsubj")!.Text.ShouldBe("minister");
        sentence.Child(verb, "obj")!.Text.ShouldBe("proposal");
    }

    [Fact]
    public void Parser_any_bytes_gives_one_root_and_no_cycles()
    {
        var random = new Random(11);
        for (int round = 0; round < 200; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next(0x20, 0x2FF)));
            foreach (Sentence sentence in Read(text))
            {
                sentence.Tokens.Count(t => t.Head < 0).ShouldBe(1, text);
                sentence.Tokens.ShouldAllBe(t => sentence.Ancestors(t).Count() < sentence.Tokens.Count, text);
            }
        }
    }

    private static IReadOnlyList<Sentence> Read(string text) => new SentenceReader(LanguageModel.English).Read(text, new Span(0, text.Length));

    private static string[] Words(string text) => [.. Tokeniser.Cut(text, new Span(0, text.Length)).Select(s => s.In(text))];
}
