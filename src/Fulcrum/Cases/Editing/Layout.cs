using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Editing;

/// <summary>The lines of a text: where they begin and end, how they are broken and indented.</summary>
internal sealed class Layout
{
    private readonly string _text;

    private Layout(string text)
    {
        _text = text;
        int at = text.AsSpan().IndexOfAny('\r', '\n');
        bool windows = at >= 0 && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
        Break = windows ? "\r\n" : at >= 0 && text[at] == '\r' ? "\r" : "\n";
    }

    public static Layout Of(FileText source) => new(source.Text);

    /// <summary>The line break that the file uses first; LF in a file of one line.</summary>
    public string Break { get; }

    public int Length => _text.Length;

    /// <summary>True for an empty file, too: nothing has to be broken before the first line.</summary>
    public bool EndsInBreak => _text.Length == 0 || IsBreak(_text.Length - 1);

    public int LineStart(int at)
    {
        while (at > 0 && !IsBreak(at - 1))
        {
            at--;
        }
        return at;
    }

    /// <summary>The end of the line, before its break.</summary>
    public int LineEnd(int at)
    {
        while (at < _text.Length && !IsBreak(at))
        {
            at++;
        }
        return at;
    }

    /// <summary>The start of the next line, or the end of the text.</summary>
    public int NextLine(int at)
    {
        int end = LineEnd(at);
        return end < _text.Length && _text[end] == '\r' && end + 1 < _text.Length && _text[end + 1] == '\n' ? end + 2 : Math.Min(end + 1, _text.Length);
    }

    /// <summary>How many characters stand before it on its line.</summary>
    public int Column(int at) => at - LineStart(at);

    public bool OnlySpaceBefore(int at) => !_text.AsSpan(LineStart(at), at - LineStart(at)).ContainsAnyExcept(' ');

    /// <summary>Whether anything but white space stands after the line.</summary>
    public bool HasTextAfter(int at) => !_text.AsSpan(LineEnd(at)).IsWhiteSpace();

    public bool HasEmptyLine(int from, int to)
    {
        for (int line = NextLine(from); line < to; line = NextLine(line))
        {
            if (line == LineEnd(line))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsBreak(int at) => _text[at] is '\n' or '\r';
}
