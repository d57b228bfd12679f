using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>'called the offer unfair', 'described it as a breakthrough': what is said of the object, good or bad (Lexicons/evaluations.txt).</summary>
internal static class Evaluations
{
    private static readonly Dictionary<string, HashSet<string>> Words =
        Lexicon.Rows("evaluations").ToDictionary(r => r[0], r => r[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>An entry that asks for a good or bad word has one; any other entry fits.</summary>
    public static bool Fit(Sentence sentence, Token verb, MoveEntry entry)
    {
        string? asked = entry.Has("bad") ? "bad" : entry.Has("good") ? "good" : null;
        return asked is null || Complement(sentence, verb).Any(w => Words[asked].Contains(w.Lemma) || Words[asked].Contains(w.Lower));
    }

    // 'unfair and dangerous', 'as a cheap trick': the word said of the object, its adjectives and what is joined to it.
    private static IEnumerable<Token> Complement(Sentence sentence, Token verb)
    {
        Token[] objects = [.. sentence.Children(verb).Where(c => c.Is("obj"))];
        foreach (Token child in sentence.Children(verb))
        {
            bool second = objects.Length > 1 && child.Index == objects[^1].Index;
            // 'called the plan unfair', taken for one thing by the parser.
            second |= child.Is("obj") && sentence.Children(child).Any(c => c.Is("compound") && (sentence.Child(c, "det") ?? sentence.Child(child, "det")) is { } article && article.Index < c.Index);
            bool named = sentence.Child(child, "case", "mark")?.Lower == "as";
            if (second || named || (child.Is("xcomp") && child.Tag is Tag.Adj or Tag.Noun or Tag.Propn))
            {
                yield return child;
                foreach (Token word in sentence.Children(child).Where(c => c.Is("amod", "conj")))
                {
                    yield return word;
                }
            }
        }
    }
}
