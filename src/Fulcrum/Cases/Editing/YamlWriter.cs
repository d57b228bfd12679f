using System.Globalization;
using System.Text;

namespace Fulcrum.Cases.Editing;

/// <summary>Writes values as YAML in the form that a case's files use: plain words where possible, single quotes otherwise.</summary>
internal static class YamlWriter
{
    private const int Step = 2;

    // Other YAML tools take these words for something else than text.
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase) { "", "~", "null", "true", "false" };

    /// <summary>The value on one line.</summary>
    public static string Inline(EditValue value) => value switch
    {
        EditValue.Text text => Text(text),
        EditValue.List list => "[" + string.Join(", ", list.Items.Select(Item)) + "]",
        EditValue.Map map => "{" + string.Join(", ", map.Entries.Select(e => Entry(e.Key, e.Value))) + "}",
        _ => "",
    };

    /// <summary>A key with its value: one line, or several for a map that is to stand in lines. No line break at the end.</summary>
    /// <param name="indent">Spaces before the key on every line but the first, whose beginning the caller writes.</param>
    public static string Lines(string key, EditValue value, int indent, string lineBreak)
    {
        if (value is not EditValue.Map { InLines: true, Entries.Count: > 0 } map)
        {
            return Entry(key, value);
        }
        var text = new StringBuilder(Key(key)).Append(':');
        foreach (var (name, inner) in map.Entries)
        {
            text.Append(lineBreak).Append(' ', indent + Step).Append(Lines(name, inner, indent + Step, lineBreak));
        }
        return text.ToString();
    }

    /// <summary>'key: value' on one line.</summary>
    public static string Entry(string key, EditValue value) => value is EditValue.Nothing ? Key(key) + ":" : $"{Key(key)}: {AfterKey(value)}";

    /// <summary>The value as it stands after a key: only there may a lone '?' go without quotes.</summary>
    public static string AfterKey(EditValue value) => value is EditValue.Text { Value: "?", InQuotes: false } ? "?" : Inline(value);

    private static string Item(EditValue value) => value is EditValue.Nothing ? "''" : Inline(value);

    private static string Key(string key) => Text(new EditValue.Text(key));

    private static string Text(EditValue.Text text)
    {
        if (text.Value.Any(NeedsEscape))
        {
            return Escaped(text.Value);
        }
        return !text.InQuotes && IsPlain(text.Value) ? text.Value : "'" + text.Value.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    // Strict enough for both block and flow style, for keys and for values.
    private static bool IsPlain(string text)
    {
        if (Taken.Contains(text) || text[0] == ' ' || text[^1] is ' ' or ':' || !StartsPlain(text) || text.StartsWith("---", StringComparison.Ordinal)
            || text.StartsWith("...", StringComparison.Ordinal))
        {
            return false;
        }
        return text.AsSpan().IndexOfAny(",[]{}") < 0 && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal);
    }

    private static bool StartsPlain(string text)
    {
        char first = text[0];
        bool minus = first == '-' && text.Length > 1 && (char.IsAsciiDigit(text[1]) || text[1] == '.');
        return char.IsLetterOrDigit(first) || first is '(' or '/' or '_' or '+' or '.' or '$' or '<' or '=' || minus;
    }

    private static bool NeedsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\u0085' || (c >= '\uE000' && c <= '\uF8FF') || char.IsSurrogate(c);

    private static string Escaped(string text)
    {
        var written = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            written.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                > 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
                _ when NeedsEscape((char)rune.Value) => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
                _ => rune.ToString(),
            });
        }
        return written.Append('"').ToString();
    }
}
