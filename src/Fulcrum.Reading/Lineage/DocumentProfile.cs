using Fulcrum.Reading.Finders;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Lineage;

/// <summary>What two documents are compared by: stems of their content words by sentence, quotations, names and figures. Small enough to keep for thousands of documents.</summary>
internal sealed class DocumentProfile
{
    private DocumentProfile(Document document, IReadOnlyList<SentenceProfile> sentences, IReadOnlyList<string> quotes)
    {
        Document = document;
        Sentences = sentences;
        Quotes = quotes;
        Words = sentences.SelectMany(s => s.Words).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());
    }

    public Document Document { get; }

    public IReadOnlyList<SentenceProfile> Sentences { get; }

    /// <summary>Quotations of five words and more, lower case without punctuation.</summary>
    public IReadOnlyList<string> Quotes { get; }

    /// <summary>Term counts of the whole document.</summary>
    public IReadOnlyDictionary<int, int> Words { get; }

    /// <summary>The profile without paragraphs that turned out to be no part of the article; the document is the one given.</summary>
    public DocumentProfile Within(Document clean)
    {
        HashSet<int> body = [.. clean.Passages.Where(p => p.Role == PassageRole.Body).Select(p => p.Number)];
        return new DocumentProfile(clean, [.. Sentences.Where(s => body.Contains(s.Paragraph))], Quotes);
    }

    public static DocumentProfile Of(Document document)
    {
        var sentences = new List<SentenceProfile>();
        var quotes = new List<string>();
        foreach (Passage passage in document.Passages.Where(p => p.Speaks && p.Role == PassageRole.Body))
        {
            sentences.AddRange(passage.Sentences.Where(s => s.Tokens.Count > 3).Select(s => SentenceProfile.Of(passage, s)));
            foreach (Span quote in AttributionFinder.Quotes(document.Text, passage.Span))
            {
                string plain = Plain(quote.In(document.Text));
                if (plain.Count(c => c == ' ') >= 4)
                {
                    quotes.Add(plain);
                }
            }
        }
        return new DocumentProfile(document, sentences, quotes);
    }

    private static string Plain(string text)
    {
        char[] kept = [.. text.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c == ' ')];
        return string.Join(' ', new string(kept).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}

/// <summary>One sentence: hashes of its content words (sorted, distinct), and the figures and names in it.</summary>
internal sealed record SentenceProfile(int Paragraph, Span Span, int[] Words, IReadOnlyList<string> Figures, IReadOnlyList<string> Names)
{
    private static readonly HashSet<string> Stop = ["be", "have", "do", "say", "will", "would", "can", "could", "may", "might", "also", "not", "more", "other", "such", "one", "even", "just"];

    public static SentenceProfile Of(Passage passage, Sentence sentence)
    {
        var words = new SortedSet<int>();
        foreach (Token token in sentence.Tokens.Where(t => t.Tag is Tag.Noun or Tag.Propn or Tag.Verb or Tag.Adj or Tag.Num or Tag.Adv))
        {
            string lemma = token.Lemma.ToLowerInvariant();
            if (lemma.Length > 2 && !Stop.Contains(lemma))
            {
                words.Add(NumberOf(lemma));
            }
        }
        return new SentenceProfile(
            passage.Number, sentence.Span, [.. words],
            [.. sentence.Tokens.Where(t => t.Tag == Tag.Num && t.Text.Any(char.IsDigit)).Select(t => t.Text)],
            [.. sentence.Tokens.Where(t => t.Tag == Tag.Propn).Select(t => string.Intern(t.Text))]);
    }

    // A stable hash: the same on every machine and for any order of reading. Two words in some hundred thousand share one.
    private static int NumberOf(string word)
    {
        uint hash = 2166136261;
        foreach (char c in word)
        {
            hash = (hash ^ c) * 16777619;
        }
        return (int)hash;
    }
}
