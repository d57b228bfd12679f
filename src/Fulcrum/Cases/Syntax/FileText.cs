namespace Fulcrum.Cases.Syntax;

/// <summary>
/// The text of one file of a case, without byte-order mark and with its line breaks as they stand (LF, CRLF or CR). Offsets count UTF-16 units
/// from 0, lines and columns from 1. Two texts are equal only when they are the same object.
/// </summary>
public sealed class FileText
{
    private readonly List<int> lineStarts = [0];

    // Thousands of problems may stand in one long line: it is cut out of the text once. Only a cache; a race would fill in the same words twice.
    private CutLine? lastLine;

    /// <param name="path">Path relative to the case folder, with '/'.</param>
    /// <param name="text">The content; a leading byte-order mark is dropped.</param>
    public FileText(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Path = path;
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
        for (int i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    public string Path { get; }

    public string Text { get; }

    public int LineCount => lineStarts.Count;

    /// <summary>Line and column of an offset; an offset beyond the end counts as the end.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        int at = Math.Clamp(offset, 0, Text.Length);
        int found = lineStarts.BinarySearch(at);
        int line = found >= 0 ? found : ~found - 1;
        return (line + 1, at - lineStarts[line] + 1);
    }

    public TextPlace PlaceOf(int offset)
    {
        (int line, int column) = PositionOf(offset);
        return new TextPlace(Path, line, column);
    }

    /// <summary>Offset of a line's first character.</summary>
    public int StartOf(int line) => lineStarts[Math.Clamp(line, 1, lineStarts.Count) - 1];

    /// <summary>The line without its break; empty for a line that does not exist.</summary>
    public string Line(int line)
    {
        if (line < 1 || line > lineStarts.Count)
        {
            return "";
        }
        if (lastLine is { } last && last.Line == line)
        {
            return last.Text;
        }
        int start = lineStarts[line - 1];
        int end = line < lineStarts.Count ? lineStarts[line] : Text.Length;
        string text = Text[start..end].TrimEnd('\r', '\n');
        lastLine = new CutLine(line, text);
        return text;
    }

    private sealed record CutLine(int Line, string Text);
}
