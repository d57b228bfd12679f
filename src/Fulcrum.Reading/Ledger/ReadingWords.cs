using Fulcrum.Cases;

namespace Fulcrum.Reading.Ledger;

/// <summary>The words of the ledger's vocabulary, as its files and documents spell them.</summary>
public static class ReadingWords
{
    public static string Of(MoveKind kind) => kind == MoveKind.RuleOut ? "rule-out" : kind.ToString().ToLowerInvariant();

    public static string Of(Factuality factuality) => factuality.ToString().ToLowerInvariant();

    public static MoveKind? Kind(string word) => FindKind(word);

    public static Factuality? Factuality(string word) => Enum.TryParse(word, true, out Factuality value) && !char.IsDigit(word[0]) ? value : null;

    private static MoveKind? FindKind(string word)
    {
        foreach (MoveKind kind in Enum.GetValues<MoveKind>())
        {
            if (Of(kind) == word)
            {
                return kind;
            }
        }
        return null;
    }
}
