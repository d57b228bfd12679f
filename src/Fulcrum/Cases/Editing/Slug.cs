using System.Text;
using Fulcrum.Cases.Binding;

namespace Fulcrum.Cases.Editing;

/// <summary>Makes ids from names.</summary>
internal static class Slug
{
    private const string Nameless = "text";

    /// <summary>The id nearest to a name; 'text' for a name without a letter or digit of the Latin alphabet, 'text-no' for a name that YAML tools would not take for a word.</summary>
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
        return text.Length == 0 ? Nameless : Register.IsYamlWord(text) ? $"{Nameless}-{text}" : text;
    }
}
