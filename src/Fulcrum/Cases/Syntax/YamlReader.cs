using Fulcrum.Cases.Problems;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlMark = YamlDotNet.Core.Mark;

namespace Fulcrum.Cases.Syntax;

/// <summary>
/// Reads the part of YAML that a case needs into a tree: maps, lists and scalars. Anchors, aliases, tags, several documents, repeated keys, keys that
/// are not plain words and nesting beyond <see cref="DeepestNesting"/> are refused, as problems. Never throws on any text.
/// </summary>
public sealed class YamlReader
{
    public const int DeepestNesting = 32;

    private const char Stand = '\uE03F';

    private readonly FileText source;
    private readonly Parser parser;
    private readonly List<CaseProblem> problems = [];

    private YamlReader(FileText source)
    {
        this.source = source;
        parser = new Parser(new StringReader(Shield(source.Text)));
    }

    public static SyntaxTree Read(FileText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        SyntaxNode? root = null;
        var reader = new YamlReader(source);
        List<CaseProblem> problems = reader.problems;
        try
        {
            root = reader.ReadDocument();
        }
        catch (YamlException e)
        {
            problems.Add(YamlTraps.Explain(source, (int)Math.Clamp(e.Start.Index, 0, source.Text.Length), e.Message));
        }
        // The parser's own checks have gaps (a code point beyond Unicode in an escape, say); they surface as these.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            int at = reader.parser.Current is { } last ? reader.Offset(last.End) : 0;
            int bracket = YamlTraps.Unclosed(source.Text);
            problems.Add(bracket >= 0
                ? YamlProblems.NotClosed(new ScalarNode(source, bracket, bracket + 1, "", isQuoted: false), source.Text[bracket])
                : YamlProblems.Unreadable(source, at));
        }
        return new SyntaxTree(source, root, problems);
    }

    private SyntaxNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart)
        {
            return new MapNode(source, 0, 0, [], isFlow: false);
        }
        parser.MoveNext();
        SyntaxNode? root = ReadNode(depth: 1);
        if (root is null)
        {
            return null;
        }
        parser.MoveNext();
        if (parser.MoveNext() && parser.Current is DocumentStart second)
        {
            problems.Add(YamlProblems.SecondDocument(NodeAt(second.Start, second.End)));
        }
        return root is ScalarNode { IsEmpty: true } ? new MapNode(source, 0, 0, [], isFlow: false) : root;
    }

    /// <summary>Reads the node at the parser's current event and leaves the parser on its last event; null when nesting is too deep.</summary>
    private SyntaxNode? ReadNode(int depth)
    {
        ParsingEvent at = parser.Current!;
        if (depth > DeepestNesting)
        {
            problems.Add(YamlProblems.TooDeep(NodeAt(at.Start, at.End)));
            return null;
        }
        if (at is NodeEvent node)
        {
            RefuseAnchorAndTag(node);
        }
        switch (at)
        {
            case Scalar scalar:
                return ScalarOf(scalar);
            case MappingStart start:
                return ReadMap(start, depth);
            case SequenceStart start:
                return ReadList(start, depth);
            default:
                problems.Add(YamlProblems.Alias(NodeAt(at.Start, at.End)));
                return NodeAt(at.Start, at.End);
        }
    }

    private MapNode? ReadMap(MappingStart start, int depth)
    {
        List<MapEntry> entries = [];
        var seen = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            SyntaxNode? key = ReadNode(depth + 1);
            if (key is null || !parser.MoveNext())
            {
                return null;
            }
            SyntaxNode? value = ReadNode(depth + 1);
            if (value is null)
            {
                return null;
            }
            if (key is not ScalarNode word)
            {
                problems.Add(YamlProblems.ComplexKey(key));
            }
            else if (seen.TryGetValue(word.Value, out ScalarNode? first))
            {
                problems.Add(YamlProblems.DuplicateKey(word, first.Place.Line));
            }
            else
            {
                seen.Add(word.Value, word);
                entries.Add(new MapEntry(word, value));
            }
        }
        bool flow = start.Style == MappingStyle.Flow;
        int end = flow ? Closing('}') : entries.Count > 0 ? entries[^1].Value.End : Offset(start.End);
        return new MapNode(source, Offset(start.Start), end, entries, flow);
    }

    private ListNode? ReadList(SequenceStart start, int depth)
    {
        List<SyntaxNode> items = [];
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            SyntaxNode? item = ReadNode(depth + 1);
            if (item is null)
            {
                return null;
            }
            items.Add(item);
        }
        bool flow = start.Style == SequenceStyle.Flow;
        int end = flow ? Closing(']') : items.Count > 0 ? items[^1].End : Offset(start.End);
        return new ListNode(source, Offset(start.Start), end, items, flow);
    }

    private int Closing(char bracket)
    {
        int at = Offset(parser.Current!.Start);
        return at < source.Text.Length && source.Text[at] == bracket ? at + 1 : at;
    }

    private ScalarNode ScalarOf(Scalar scalar)
    {
        int start = Offset(scalar.Start);
        int end = Offset(scalar.End);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            end = start + source.Text.AsSpan(start, end - start).TrimEnd().Length;
        }
        return new ScalarNode(source, start, end, scalar.Value.Replace(Stand, '?'), scalar.Style != ScalarStyle.Plain);
    }

    // YAML keeps a lone '?' in block style for itself, while a case writes 'key: ?' for an unknown number. A character from the private use area stands
    // in for it while the parser reads; it has the same length, so that no offset changes.
    private static string Shield(string text)
    {
        int at = text.IndexOf(": ?", StringComparison.Ordinal);
        if (at < 0 || text.Contains(Stand, StringComparison.Ordinal))
        {
            return text;
        }
        char[] shielded = text.ToCharArray();
        for (; at >= 0; at = text.IndexOf(": ?", at + 1, StringComparison.Ordinal))
        {
            bool ends = at + 3 == text.Length || text[at + 3] is ' ' or '\r' or '\n';
            shielded[at + 2] = ends ? Stand : '?';
        }
        return new string(shielded);
    }

    private void RefuseAnchorAndTag(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            problems.Add(YamlProblems.Anchor(NodeAt(node.Start, node.End)));
        }
        if (!node.Tag.IsEmpty)
        {
            problems.Add(YamlProblems.Tag(NodeAt(node.Start, node.End)));
        }
    }

    private ScalarNode NodeAt(YamlMark start, YamlMark end) => new(source, Offset(start), Offset(end), "", isQuoted: false);

    private int Offset(YamlMark mark) => (int)Math.Clamp(mark.Index, 0, source.Text.Length);
}
