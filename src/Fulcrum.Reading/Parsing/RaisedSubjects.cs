using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>'Is said to have agreed', 'is expected to meet': the infinitive is what the subject does, not a purpose of the saying. The parser wavers between the two.</summary>
internal static class RaisedSubjects
{
    private static readonly HashSet<string> Raising = Lexicon.Words("raising");

    public static bool IsRaising(Token word) => Raising.Contains(word.Lower);

    public static void Mend(IReadOnlyList<string> words, ReadOnlySpan<Tag> tags, int[] heads, string[] relations)
    {
        for (int i = 1; i < heads.Length; i++)
        {
            if (tags[i] is not (Tag.Verb or Tag.Aux) || relations[i] is not ("advcl" or "csubj" or "ccomp" or "acl" or "advcl:relcl") || heads[i] < 0 || heads[i] >= i)
            {
                continue;
            }
            int head = heads[i];
            bool adjacent = head + 1 < words.Count && words[head + 1] == "to" && heads[head + 1] == i;
            if (adjacent && Raising.Contains(words[head].ToLowerInvariant()) && HasHelper(head, heads, relations))
            {
                relations[i] = "xcomp";
            }
        }
    }

    private static bool HasHelper(int verb, int[] heads, string[] relations)
    {
        for (int i = 0; i < verb; i++)
        {
            if (heads[i] == verb && relations[i] is "aux:pass" or "cop" or "nsubj:pass")
            {
                return true;
            }
        }
        return false;
    }
}
