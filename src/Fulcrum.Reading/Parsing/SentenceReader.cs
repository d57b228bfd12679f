using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>Passage to sentences with their trees. One a thread: it keeps the parser's workspace.</summary>
internal sealed class SentenceReader(LanguageModel model)
{
    private readonly ParserState state = new();

    public IReadOnlyList<Sentence> Read(string text, Span range)
    {
        List<Span> spans = Tokeniser.Cut(text, range);
        var sentences = new List<Sentence>();
        foreach (var (from, to) in SentenceSplitter.Split(text, spans))
        {
            var words = new string[to - from];
            var familiar = new string[words.Length];
            for (int i = 0; i < words.Length; i++)
            {
                words[i] = spans[from + i].In(text);
                familiar[i] = FamiliarNames.For(words[i]);
            }
            var (tags, heads, relations) = model.Parse(familiar, state);
            var tokens = new Token[words.Length];
            for (int i = 0; i < words.Length; i++)
            {
                tokens[i] = new Token(i, spans[from + i], words[i], model.Lemmas.Of(words[i], tags[i]), tags[i], heads[i], relations[i]);
            }
            sentences.Add(new Sentence(new Span(spans[from].Start, spans[to - 1].End), tokens));
        }
        return sentences;
    }
}
