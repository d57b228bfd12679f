using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>
/// Finds the clauses that commas part off between a subject and its verb: 'The fund, which approved a loan, wants ...', 'Iceland, excluded from the talks, said ...'.
/// Greedy parsing often takes their verb for the main one; parsed by themselves they leave a plain sentence behind.
/// </summary>
internal static class Bracketed
{
    private const int Shortest = 2;

    /// <summary>First and last word between the commas, the commas left out; in text order, none inside another.</summary>
    public static List<(int From, int To)> In(IReadOnlyList<string> words, ReadOnlySpan<Tag> tags)
    {
        var found = new List<(int, int)>();
        bool clauseHasVerb = false;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == "," && !clauseHasVerb && i > 0 && tags[i - 1] is Tag.Noun or Tag.Propn or Tag.Num or Tag.Pron && Opens(words, tags, i + 1) && End(words, tags, i + 1) is { } end)
            {
                found.Add((i + 1, end));
                i = end + 1;
                continue;
            }
            if (BeginsClause(words[i]))
            {
                clauseHasVerb = false;
            }
            clauseHasVerb |= tags[i] is Tag.Verb or Tag.Aux;
        }
        return found;
    }

    private static bool BeginsClause(string word) => word is ";" or ":" or "“" or "\"" or "that" or "and" or "but" or "while" or "although" or "because";

    private static bool Opens(IReadOnlyList<string> words, ReadOnlySpan<Tag> tags, int at)
    {
        for (int i = at; i < Math.Min(at + 3, words.Count - 1); i++)
        {
            if (words[i] is "which" or "who" or "whose" or "whom")
            {
                return true;
            }
            if (tags[i] is Tag.Verb || (i == at && tags[i] == Tag.Adj && words[i].EndsWith("ed", StringComparison.Ordinal)))
            {
                return words[i].EndsWith("ing", StringComparison.Ordinal) || (i == at && LooksParticiple(words, tags, i));
            }
            if (tags[i] is not (Tag.Adp or Tag.Adv or Tag.Num or Tag.Det or Tag.Pron or Tag.Adj))
            {
                return false;
            }
        }
        return false;
    }

    // 'excluded from', 'signed in', 'stuck in', 'asked by': nothing of its own follows it.
    private static bool LooksParticiple(IReadOnlyList<string> words, ReadOnlySpan<Tag> tags, int at) =>
        words[at] != "said" && at + 1 < words.Count && tags[at + 1] is Tag.Adp or Tag.Adv or Tag.Num or Tag.Part;

    // The comma that a finite verb follows.
    private static int? End(IReadOnlyList<string> words, ReadOnlySpan<Tag> tags, int from)
    {
        bool verb = false;
        int marks = 0;
        for (int i = from; i < words.Count - 1; i++)
        {
            verb |= i == from || tags[i] is Tag.Verb or Tag.Aux;
            marks += words[i] is "“" or "”" or "\"" ? 1 : 0;
            if (words[i] is ";" or ":")
            {
                return null;
            }
            if (words[i] == "," && verb && marks % 2 == 0 && i - from >= Shortest)
            {
                int next = i + 1;
                while (next < words.Count - 1 && next < i + 3 && tags[next] == Tag.Adv)
                {
                    next++;
                }
                if (tags[next] == Tag.Aux || (tags[next] == Tag.Verb && !words[next].EndsWith("ing", StringComparison.Ordinal)))
                {
                    return i - 1;
                }
            }
        }
        return null;
    }
}
