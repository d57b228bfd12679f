using System.Text;

namespace Fulcrum.Cases.Verifying;

/// <summary>
/// A text as a person remembers it: without the differences that copying and typing make. Case, kinds of quotation mark and of dash, runs of white
/// space, invisible characters and spaces around dashes do not count. Every folded character knows where it came from.
/// </summary>
public sealed class FoldedText
{
    private readonly int[] _origins;
    private readonly int[] _ends;

    public FoldedText(string original)
    {
        var folded = new StringBuilder(original.Length);
        var origins = new List<int>(original.Length);
        var ends = new List<int>(original.Length);
        for (int i = 0; i < original.Length; i++)
        {
            foreach (char c in Folded(original[i]))
            {
                Append(c, i, i + 1);
            }
        }
        while (folded.Length > 0 && folded[^1] == ' ')
        {
            Drop();
        }
        Text = folded.ToString();
        _origins = [.. origins];
        _ends = [.. ends];

        void Append(char c, int from, int to)
        {
            bool afterSpaceOrDash = folded.Length == 0 || folded[^1] is ' ' or '-';
            if (c == ' ' && afterSpaceOrDash)
            {
                return;
            }
            if (c == '-')
            {
                if (folded.Length > 0 && folded[^1] == ' ')
                {
                    Drop();
                }
                if (folded.Length > 0 && folded[^1] == '-')
                {
                    ends[^1] = to;
                    return;
                }
            }
            folded.Append(c);
            origins.Add(from);
            ends.Add(to);
        }

        void Drop()
        {
            folded.Length--;
            origins.RemoveAt(origins.Count - 1);
            ends.RemoveAt(ends.Count - 1);
        }
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
    internal (int First, int End) Original(int at, int length) => (_origins[at], _ends[at + length - 1]);

    private bool Boundary(int at) =>
        at == 0 || at == Text.Length || !char.IsLetterOrDigit(Text[at - 1]) || !char.IsLetterOrDigit(Text[at]);

    private static string Folded(char c) => c switch
    {
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => "",
        '-' or (>= '\u2010' and <= '\u2015') or '\u2212' => "-",
        '"' or '\'' or '`' or '\u00B4' or '\u00AB' or '\u00BB' or (>= '\u2018' and <= '\u201F') or '\u2032' or '\u2033' or '\u2039' or '\u203A' => "'",
        '\u2026' => "...",
        _ when char.IsWhiteSpace(c) => " ",
        _ => char.ToLowerInvariant(c).ToString(),
    };
}
