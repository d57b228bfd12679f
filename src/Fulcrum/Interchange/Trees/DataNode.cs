using Fulcrum.Cases;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Interchange.Trees;

/// <summary>A value in a foreign JSON or YAML file: a text, a list, or keys with values. Exactly one of the three is there.</summary>
internal sealed class DataNode(string name, TextPlace place, string line) : INode
{
    private Dictionary<string, DataNode>? byKey;

    /// <summary>The key under which it stands, or its place in a list; the file's name for the root.</summary>
    public string Name { get; } = name;

    public TextPlace Place { get; } = place;

    public string Line { get; } = line;

    /// <summary>The text of a word or number; null for null, lists and keys.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<DataNode>? Items { get; init; }

    public IReadOnlyList<DataNode>? Entries { get; init; }

    /// <summary>The value of a key, or null; of a key that stands twice the last.</summary>
    public DataNode? this[string key] => Entries is null ? null : (byKey ??= ByKey(Entries)).GetValueOrDefault(key);

    /// <summary>A YAML file's root, or null with problems.</summary>
    public static DataNode? OfYaml(FileText file, List<CaseProblem> problems)
    {
        SyntaxTree tree = YamlReader.Read(file);
        problems.AddRange(tree.Problems);
        return tree.Root is null || tree.Problems.Any(p => p.Severity == Severity.Error) ? null : Of(file.Path, tree.Root);
    }

    private static Dictionary<string, DataNode> ByKey(IReadOnlyList<DataNode> entries)
    {
        var known = new Dictionary<string, DataNode>(entries.Count, StringComparer.Ordinal);
        foreach (DataNode entry in entries)
        {
            known[entry.Name] = entry;
        }
        return known;
    }

    private static DataNode Of(string name, SyntaxNode node)
    {
        TextPlace place = node.Place;
        string line = node.Source.Line(place.Line);
        return node switch
        {
            MapNode map => new DataNode(name, place, line) { Entries = [.. map.Entries.Select(e => Of(e.Key.Value, e.Value))] },
            ListNode list => new DataNode(name, place, line) { Items = [.. list.Items.Select(i => Of(name, i))] },
            ScalarNode { IsEmpty: false } word => new DataNode(name, place, line) { Text = word.Value },
            _ => new DataNode(name, place, line),
        };
    }
}
