using System.Globalization;
using System.Text;

namespace Fulcrum.Cli.Pages;

/// <summary>How a piece of text stands out on a terminal with colours; without colours it is plain.</summary>
internal enum Ink { Plain, Strong, Faint, Accent, Caution }

/// <summary>A piece of a line in one ink.</summary>
internal readonly record struct Piece(string Text, Ink Ink)
{
    public static implicit operator Piece(string text) => new(text, Ink.Plain);
}

/// <summary>
/// Text laid out for reading: paragraphs wrapped at the page's width, and lines made of pieces. Characters that would steer a terminal are
/// replaced, so that nothing a case file says can do more than be read.
/// </summary>
internal sealed class Page(int width)
{
    private readonly List<IReadOnlyList<Piece>> _lines = [];

    public int Width { get; } = width;

    public void Blank()
    {
        if (_lines.Count > 0 && _lines[^1].Count > 0)
        {
            _lines.Add([]);
        }
    }

    /// <summary>A line as it is; what exceeds the width is cut with an ellipsis.</summary>
    public void Line(params IReadOnlyList<Piece> pieces)
    {
        var kept = new List<Piece>();
        int room = Width;
        foreach (Piece piece in pieces)
        {
            string text = Clean(piece.Text);
            int length = Columns(text);
            if (length > room)
            {
                kept.Add(piece with { Text = Cut(text, room) });
                break;
            }
            kept.Add(piece with { Text = text });
            room -= length;
        }
        _lines.Add(kept);
    }

    /// <summary>Cells side by side, each wrapped within its own columns, of which the last stays empty; the last cell ends at the page's width.</summary>
    public void Row(Ink ink, params IReadOnlyList<(string Text, int Columns)> cells)
    {
        var wrapped = new List<IReadOnlyList<string>>();
        int used = 0;
        foreach ((string text, int columns) in cells)
        {
            wrapped.Add(Wrapping.Wrap(Clean(text), Math.Max(1, Math.Min(columns - 1, Width - used)), 0, 0));
            used += columns;
        }
        for (int l = 0; l < wrapped.Max(w => w.Count); l++)
        {
            Line(new Piece(string.Concat(wrapped.Select((w, c) => c == wrapped.Count - 1 ? w.ElementAtOrDefault(l) ?? "" : Fit(w.ElementAtOrDefault(l) ?? "", cells[c].Columns))).TrimEnd(), ink));
        }
    }

    /// <summary>What the marks beside numbers and sentences mean.</summary>
    public void Marks() => Line(new Piece("\" quoted  ~ judged from a sentence  ? assumed  = computed", Ink.Faint));

    /// <summary>Left and right text on one line; if they do not fit together, on two.</summary>
    public void Spread(Piece left, Piece right)
    {
        int gap = Width - Columns(Clean(left.Text)) - Columns(Clean(right.Text));
        if (gap >= 2)
        {
            Line(left, new string(' ', gap), right);
            return;
        }
        Paragraph(left.Text, ink: left.Ink);
        Paragraph(right.Text, ink: right.Ink);
    }

    /// <summary>A section's title, with a faint explanation beside it.</summary>
    public void Heading(string title, string aside = "")
    {
        Blank();
        if (aside.Length == 0 || title.Length + 3 + aside.Length <= Width)
        {
            Line(aside.Length == 0 ? [new Piece(title, Ink.Strong)] : [new Piece(title, Ink.Strong), new Piece($"   {aside}", Ink.Faint)]);
            return;
        }
        Line(new Piece(title, Ink.Strong));
        Paragraph(aside, indent: 2, ink: Ink.Faint);
    }

    /// <summary>Wrapped text.</summary>
    /// <param name="hanging">Indent of the second and later lines; the same as the first's unless stated.</param>
    /// <param name="end">Set at the right margin of the last line where it fits, else on a line of its own.</param>
    public void Paragraph(string text, int indent = 0, int? hanging = null, Ink ink = Ink.Plain, string end = "")
    {
        IReadOnlyList<string> lines = Wrapping.Wrap(Clean(text), Width, indent, hanging ?? indent);
        for (int i = 0; i < lines.Count; i++)
        {
            bool last = i == lines.Count - 1;
            if (!last || end.Length == 0)
            {
                Line(new Piece(lines[i], ink));
                continue;
            }
            int gap = Width - Columns(lines[i]) - end.Length;
            if (gap < 2)
            {
                Line(new Piece(lines[i], ink));
                Line(new string(' ', Math.Max(0, Width - end.Length)), new Piece(end, Ink.Faint));
                continue;
            }
            Line(new Piece(lines[i], ink), new string(' ', gap), new Piece(end, Ink.Faint));
        }
    }

    /// <summary>Wrapped text behind a marker that alone stands out.</summary>
    public void Item(string marker, Ink ink, string text, int indent = 2)
    {
        int hanging = indent + marker.Length + 1;
        IReadOnlyList<string> lines = Wrapping.Wrap(Clean(text), Width, hanging, hanging);
        Line(new string(' ', indent), new Piece(marker, ink), lines[0][(indent + marker.Length)..]);
        foreach (string line in lines.Skip(1))
        {
            Line(line);
        }
    }

    public string ToText(bool colour)
    {
        var text = new StringBuilder();
        foreach (IReadOnlyList<Piece> line in _lines)
        {
            string plain = string.Concat(line.Select(p => p.Text));
            int keep = plain.TrimEnd().Length;
            foreach (Piece piece in line)
            {
                string shown = piece.Text[..Math.Clamp(keep, 0, piece.Text.Length)];
                keep -= piece.Text.Length;
                text.Append(colour ? Inked(shown, piece.Ink) : shown);
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Columns that a text takes: one per text element, two for the wide scripts of East Asia.</summary>
    public static int Columns(string text)
    {
        int columns = 0;
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            columns += Wide(((string)elements.Current).EnumerateRunes().First().Value) ? 2 : 1;
        }
        return columns;
    }

    /// <summary>The text padded or cut to exactly this many columns.</summary>
    public static string Fit(string text, int columns, bool right = false)
    {
        string cut = Columns(text) > columns ? Cut(text, columns) : text;
        string pad = new(' ', columns - Columns(cut));
        return right ? pad + cut : cut + pad;
    }

    private static string Cut(string text, int columns)
    {
        if (columns <= 0)
        {
            return "";
        }
        var kept = new StringBuilder();
        TextElementEnumerator elements = StringInfo.GetTextElementEnumerator(text);
        int used = 0;
        while (elements.MoveNext() && used + Columns((string)elements.Current) < columns)
        {
            kept.Append(elements.Current);
            used += Columns((string)elements.Current);
        }
        return kept.Append('~').ToString();
    }

    private static bool Wide(int rune) =>
        rune is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F
            or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFD;

    /// <summary>The text without controls and without the marks that turn its direction round.</summary>
    public static string Clean(string text) =>
        text.Any(Steers) ? string.Create(text.Length, text, (span, from) =>
        {
            for (int i = 0; i < from.Length; i++)
            {
                span[i] = Steers(from[i]) ? (char.IsWhiteSpace(from[i]) ? ' ' : '\uFFFD') : from[i];
            }
        }) : text;

    private static bool Steers(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Inked(string text, Ink ink) => text.Length == 0 ? "" : ink switch
    {
        Ink.Strong => $"\u001b[1m{text}\u001b[0m",
        Ink.Faint => $"\u001b[2m{text}\u001b[0m",
        Ink.Accent => $"\u001b[36m{text}\u001b[0m",
        Ink.Caution => $"\u001b[33m{text}\u001b[0m",
        _ => text,
    };
}
