using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>Groups a passage's tokens into sentences. Closing quotes and brackets stay with the sentence that they close.</summary>
internal static class SentenceSplitter
{
    /// <summary>Longer runs without an end are cut here: tables and lists, not prose.</summary>
    private const int Longest = 160;

    private static readonly HashSet<string> Starters = Lexicon.Words("starters");
    private static readonly HashSet<string> Titles = Lexicon.Words("titles-short");

    /// <summary>Index ranges of tokens, end excluded.</summary>
    public static List<(int From, int To)> Split(string text, List<Span> tokens)
    {
        var sentences = new List<(int, int)>();
        int from = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            int end = i + 1;
            if (Ends(text, tokens, i))
            {
                while (end < tokens.Count && IsCloser(text, tokens[end], tokens[end - 1]))
                {
                    end++;
                }
            }
            else if (end - from < Longest)
            {
                continue;
            }
            sentences.Add((from, end));
            from = end;
            i = end - 1;
        }
        if (from < tokens.Count)
        {
            sentences.Add((from, tokens.Count));
        }
        return sentences;
    }

    private static bool Ends(string text, List<Span> tokens, int i)
    {
        ReadOnlySpan<char> word = text.AsSpan(tokens[i].Start, tokens[i].Length);
        int next = i + 1;
        while (next < tokens.Count && IsCloser(text, tokens[next], tokens[next - 1]))
        {
            next++;
        }
        if (next >= tokens.Count)
        {
            return word is "." or "!" or "?" or "…";
        }
        if (word is "!" or "?")
        {
            return !char.IsLower(text[tokens[next].Start]);
        }
        if (word is "." or "…" || word.StartsWith(".."))
        {
            return !char.IsLower(text[tokens[next].Start]);
        }
        return word[^1] == '.' && word.Length > 1 && AbbreviationEnds(text, word, tokens[next]);
    }

    // 'in the U.S. The envoy' ends a sentence, 'the U.S. Treasury' does not, 'Gen. The' hardly occurs.
    private static bool AbbreviationEnds(string text, ReadOnlySpan<char> word, Span next) =>
        !Titles.Contains(word.ToString()) && char.IsUpper(text[next.Start]) && Starters.Contains(next.In(text));

    private static bool IsCloser(string text, Span token, Span before)
    {
        char c = text[token.Start];
        return token.Length == 1 && (c is '”' or '’' or ')' or ']' or '»' || (c is '"' or '\'' && token.Start == before.End));
    }
}
