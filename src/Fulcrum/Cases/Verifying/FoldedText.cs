using System.Text;

namespace Fulcrum.Cases.Verifying;

/// <summary>
/// A text as a person remembers it: without the differences that copying and typing make. Case, kinds of quotation mark and of dash, runs of white
/// space, invisible characters, spaces around dashes and how often a dash is repeated do not count. Every folded character knows where it came from.
/// </summary>
public sealed class FoldedText
{
    private const char Ellipsis = '\u2026';
    private const char Nothing = '\0';

    // Where each folded character stood in the original.
    private readonly List<int> _origins;

    public FoldedText(string original)
    {
        _origins = new List<int>(original.Length);
        var folded = new StringBuilder(original.Length);
        for (int i = 0; i < original.Length; i++)
        {
            if (original[i] == Ellipsis)
            {
                folded.Append("...");
                _origins.AddRange([i, i, i]);
            }
            else
            {
                Append(folded, Folded(original[i]), i);
            }
        }
        DropSpace(folded);
        Text = folded.ToString();
    }

    /// <summary>The folded characters.</summary>
    public string Text { get; }

    /// <summary>Every place, in UTF-16 units of the original, where the folded words stand; overlapping places included.</summary>
    public IEnumerable<(int First, int End)> Find(string foldedWords, bool wholeWords) =>
        Places(foldedWords, wholeWords).Select(at => Original(at, foldedWords.Length));

    /// <summary>Every index into <see cref="Text"/> at which the folded words stand.</summary>
    internal IEnumerable<int> Places(string foldedWords, bool wholeWords)
    {
        if (foldedWords.Length == 0)
        {
            yield break;
        }
        for (int at = Text.IndexOf(foldedWords, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(foldedWords, at + 1, StringComparison.Ordinal))
        {
            if (!wholeWords || (Boundary(at) && Boundary(at + foldedWords.Length)))
            {
                yield return at;
            }
        }
    }

    /// <summary>The UTF-16 units of the original that a stretch of folded characters came from.</summary>
    internal (int First, int End) Original(int at, int length) => (_origins[at], _origins[at + length - 1] + 1);

    private bool Boundary(int at) =>
        at == 0 || at == Text.Length || !char.IsLetterOrDigit(Text[at - 1]) || !char.IsLetterOrDigit(Text[at]);

    private void Append(StringBuilder folded, char c, int origin)
    {
        bool afterDash = folded.Length > 0 && folded[^1] == '-';
        bool dropped = c == Nothing || (c == ' ' && (folded.Length == 0 || afterDash || folded[^1] == ' ')) || (c == '-' && afterDash);
        if (dropped)
        {
            return;
        }
        if (c == '-')
        {
            DropSpace(folded);
        }
        folded.Append(c);
        _origins.Add(origin);
    }

    private void DropSpace(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] == ' ')
        {
            folded.Length--;
            _origins.RemoveAt(_origins.Count - 1);
        }
    }

    private static char Folded(char c) => c switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or Nothing => Nothing,
        '-' or (>= '\u2010' and <= '\u2015') or '\u2212' => '-',
        '"' or '\'' or '`' or '\u00B4' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') or '\u2032' or '\u2033' or '\u2039' or '\u203A' => '\'',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToLowerInvariant(c),
    };
}
