namespace Fulcrum.Reading.Finders.Actors;

/// <summary>Which of the other names that a case gives a party are a person's: 'Premier Ulla Brandt', or 'Ulla Brandt' where 'Brandt' stands beside it.</summary>
internal static class CaseAliases
{
    private static readonly HashSet<string> Titles = Lexicon.Words("people-nouns");
    private static readonly HashSet<string> Bodies = Lexicon.Words("bodies");
    private static readonly HashSet<string> Acting = Lexicon.Words("actors");

    public static bool IsPerson(string alias, IReadOnlyList<string> others)
    {
        string[] words = alias.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || !words.All(w => char.IsUpper(w[0]) || w is "al" or "bin" or "von" or "van" or "de" or "der" or "el" or "da" or "dos") || IsBody(words[^1]))
        {
            return false;
        }
        if (words.Length == 1)
        {
            return others.Any(o => o != alias && o.EndsWith(' ' + alias, StringComparison.Ordinal) && IsPerson(o, others));
        }
        return Titles.Contains(words[0].ToLowerInvariant()) || others.Contains(words[^1], StringComparer.Ordinal);
    }

    // 'Nurses' Alliance' beside 'Alliance' is none.
    private static bool IsBody(string word) => word.ToLowerInvariant() is var lower && (Bodies.Contains(lower) || Acting.Contains(lower) || (Titles.Contains(lower)));
}
