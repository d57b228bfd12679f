namespace Fulcrum.Cases.Syntax;

/// <summary>
/// A part of a YAML file, with its place: offsets into <see cref="FileText.Text"/>, first included, end excluded. Immutable. Nodes of an overlaid
/// tree (a reading's override, say) keep the source they came from, so that a problem points at the line that somebody can change.
/// </summary>
public abstract class SyntaxNode
{
    private protected SyntaxNode(FileText source, int start, int end)
    {
        Source = source;
        Start = start;
        End = Math.Max(start, end);
    }

    public FileText Source { get; }

    public int Start { get; }

    public int End { get; }

    public TextPlace Place => Source.PlaceOf(Start);

    /// <summary>The node as it stands in its file.</summary>
    public string Written => Source.Text[Math.Min(Start, Source.Text.Length)..Math.Min(End, Source.Text.Length)];
}

/// <summary>A single value. YAML's own guesses (yes as true, 1e3 as a number) are not made: it is text.</summary>
public sealed class ScalarNode(FileText source, int start, int end, string value, bool isQuoted) : SyntaxNode(source, start, end)
{
    public string Value { get; } = value;

    /// <summary>Written in quotes or as a block of text.</summary>
    public bool IsQuoted { get; } = isQuoted;

    /// <summary>Nothing written, or YAML's null.</summary>
    public bool IsEmpty => !IsQuoted && Value is "" or "~" or "null";

    /// <summary>A part of the value as a node of its own, so that a problem can point at it; the whole node when the text in the file differs from the value.</summary>
    public ScalarNode Part(int index, int length)
    {
        int start = Start + (IsQuoted ? 1 : 0) + index;
        string part = Value.Substring(index, length);
        bool found = start + length <= End && string.CompareOrdinal(Source.Text, start, part, 0, length) == 0;
        return found ? new ScalarNode(Source, start, start + length, part, IsQuoted) : new ScalarNode(Source, Start, End, part, IsQuoted);
    }
}

public sealed class ListNode(FileText source, int start, int end, IReadOnlyList<SyntaxNode> items, bool isFlow) : SyntaxNode(source, start, end)
{
    public IReadOnlyList<SyntaxNode> Items { get; } = items;

    /// <summary>Written in brackets.</summary>
    public bool IsFlow { get; } = isFlow;
}

/// <summary>Keys with values, in file order; no key stands twice.</summary>
public sealed class MapNode : SyntaxNode
{
    private readonly Dictionary<string, MapEntry> byKey;

    public MapNode(FileText source, int start, int end, IReadOnlyList<MapEntry> entries, bool isFlow) : base(source, start, end)
    {
        Entries = entries;
        IsFlow = isFlow;
        byKey = new Dictionary<string, MapEntry>(entries.Count, StringComparer.Ordinal);
        foreach (MapEntry entry in entries)
        {
            byKey.TryAdd(entry.Key.Value, entry);
        }
    }

    public IReadOnlyList<MapEntry> Entries { get; }

    /// <summary>Written in braces.</summary>
    public bool IsFlow { get; }

    /// <summary>The entry of a key (ordinal), or null.</summary>
    public MapEntry? this[string key] => byKey.GetValueOrDefault(key);
}

public sealed record MapEntry(ScalarNode Key, SyntaxNode Value);
