namespace Fulcrum.Reading.Syntax;

/// <summary>A word or mark of a sentence with its place in the dependency tree.</summary>
/// <param name="Index">Its place in the sentence, from 0.</param>
/// <param name="Head">Index of the word it depends on; -1 for the root.</param>
/// <param name="Relation">Universal Dependencies relation to the head, with subtype ('nsubj:pass').</param>
public sealed record Token(int Index, Span Span, string Text, string Lemma, Tag Tag, int Head, string Relation)
{
    /// <summary>The text in lower case, straight apostrophes.</summary>
    public string Lower { get; } = Lowered(Text);

    private static string Lowered(string text)
    {
        foreach (char c in text)
        {
            if (c is '’' || char.IsUpper(c))
            {
                return text.ToLowerInvariant().Replace('’', '\'');
            }
        }
        return text;
    }

    public bool Is(params ReadOnlySpan<string> relations)
    {
        foreach (string relation in relations)
        {
            if (Relation == relation)
            {
                return true;
            }
        }
        return false;
    }
}
