using System.Buffers;
using Fulcrum.Cases.Problems;

namespace Fulcrum.Cases.Syntax;

/// <summary>Turns the YAML parser's complaint into the mistake that a person most likely made, judged from the line where reading stopped.</summary>
internal static class YamlTraps
{
    private const string Reserved = "@`%";

    private static readonly SearchValues<char> WordCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static CaseProblem Explain(FileText source, int offset, string complaint)
    {
        if (complaint.Contains("tab", StringComparison.Ordinal) && FirstTab(source) is { } tab)
        {
            return tab;
        }
        int line = source.PositionOf(offset).Line;
        // The parser often stops at the start of the line after the one that misled it.
        foreach (int candidate in new[] { line, line - 1 })
        {
            if (candidate >= 1 && Trap(source, candidate) is { } trap)
            {
                return trap;
            }
        }
        if (Unclosed(source.Text) is >= 0 and var bracket && bracket <= offset)
        {
            return YamlProblems.NotClosed(At(source, bracket, 1), source.Text[bracket]);
        }
        return complaint.Contains("did not find expected key", StringComparison.Ordinal)
            ? YamlProblems.Indentation(At(source, offset, 1))
            : YamlProblems.Syntax(At(source, offset, 1), Plain(complaint));
    }

    /// <summary>The first bracket or brace that is opened as a value and never closed, or -1. Quoted text and comments do not count.</summary>
    public static int Unclosed(string text)
    {
        var open = new Stack<int>();
        char before = '\n';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool starts = before is '\n' or ':' or '-' or ',' or '[' or '{';
            if (c is '\'' or '"' && starts)
            {
                int end = text.IndexOf(c, i + 1);
                i = end < 0 ? text.Length : end;
            }
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                int end = text.IndexOf('\n', i);
                i = end < 0 ? text.Length : end;
                c = '\n';
            }
            else if (c is '[' or '{' && (starts || open.Count > 0))
            {
                open.Push(i);
            }
            else if (c is ']' or '}' && open.Count > 0)
            {
                open.Pop();
            }
            before = c is ' ' or '\r' ? before : c;
        }
        return open.Count > 0 ? open.Last() : -1;
    }

    private static CaseProblem? Trap(FileText source, int line)
    {
        string text = source.Line(line);
        string content = text.TrimStart();
        int start = source.StartOf(line);
        int indent = text.Length - content.Length;
        int tab = text.IndexOf('\t', StringComparison.Ordinal);
        if (tab >= 0 && tab < indent)
        {
            return YamlProblems.Tab(At(source, start + tab, 1));
        }
        if (content.Length == 0 || content[0] == '#')
        {
            return null;
        }
        int reserved = ReservedStart(text);
        if (reserved >= 0)
        {
            return YamlProblems.ReservedCharacter(At(source, start + reserved, 1), text[reserved]);
        }
        int colon = SecondColon(text);
        if (colon >= 0)
        {
            return YamlProblems.ColonInText(At(source, start + colon, 1));
        }
        int missing = MissingSpace(content);
        return missing >= 0 ? YamlProblems.MissingSpace(At(source, start + indent + missing, 1)) : null;
    }

    private static CaseProblem? FirstTab(FileText source)
    {
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line);
            int tab = text.IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && string.IsNullOrWhiteSpace(text[..tab]))
            {
                return YamlProblems.Tab(At(source, source.StartOf(line) + tab, 1));
            }
        }
        return null;
    }

    /// <summary>A value that starts with a character that YAML keeps for itself.</summary>
    private static int ReservedStart(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (Reserved.Contains(text[i], StringComparison.Ordinal))
            {
                ReadOnlySpan<char> before = text.AsSpan(0, i).TrimEnd();
                if (before.Length == 0 || (before[^1] is ':' or '-' or ',' or '[' or '{' && (before.Length < i || before[^1] is ',' or '[' or '{')))
                {
                    return i;
                }
            }
        }
        return -1;
    }

    /// <summary>'key: some text: more' outside quotes and braces.</summary>
    private static int SecondColon(string text)
    {
        if (text.AsSpan().IndexOfAny("'\"{[") >= 0)
        {
            return -1;
        }
        int first = text.IndexOf(": ", StringComparison.Ordinal);
        return first < 0 ? -1 : text.IndexOf(": ", first + 2, StringComparison.Ordinal);
    }

    /// <summary>'key:value'.</summary>
    private static int MissingSpace(string content)
    {
        int colon = content.IndexOf(':', StringComparison.Ordinal);
        bool word = colon > 0 && content.AsSpan(0, colon).IndexOfAnyExcept(WordCharacters) < 0;
        return word && colon + 1 < content.Length && content[colon + 1] is not (' ' or '/') ? colon : -1;
    }

    /// <summary>Whether a scalar that should have been a block is 'key:value' written without the space.</summary>
    public static bool LooksLikeMissingSpace(ScalarNode node) => !node.IsQuoted && MissingSpace(node.Value) >= 0;

    private static ScalarNode At(FileText source, int offset, int length) => new(source, offset, offset + length, "", isQuoted: false);

    // The parser prefixes some messages with '(Line: 3, Col: 5, Idx: 40) - ...': the place is shown in our own way.
    private static string Plain(string complaint)
    {
        int cut = complaint.LastIndexOf(") - ", StringComparison.Ordinal);
        string text = (cut >= 0 ? complaint[(cut + 4)..] : complaint).Trim();
        int colon = text.LastIndexOf("): ", StringComparison.Ordinal);
        text = colon >= 0 ? text[(colon + 3)..] : text;
        return text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.') : "the text is not YAML";
    }
}
