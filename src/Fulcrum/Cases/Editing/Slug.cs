using System.Text;

namespace Fulcrum.Cases.Editing;

/// <summary>Ids as docs/case-format.md spells them: lower-case words with hyphens, starting with a letter or digit.</summary>
internal static class Slug
{
    public static bool IsId(string text) =>
        text.Length > 0 && text[0] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>The id nearest to a name; 'text' for a name without a letter or digit of the Latin alphabet.</summary>
    public static string Of(string name)
    {
        var id = new StringBuilder();
        foreach (char c in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c))
            {
                id.Append(c);
            }
            else if (id.Length > 0 && id[^1] != '-')
            {
                id.Append('-');
            }
        }
        string text = id.ToString().TrimEnd('-');
        return text.Length > 0 ? text : "text";
    }
}
