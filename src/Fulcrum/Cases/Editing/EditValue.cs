using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Editing;

/// <summary>
/// What an edit puts into a file: a text, a list or keys with values, without layout. Equal when the contents are equal, in order; how a text is
/// quoted does not count.
/// </summary>
public abstract record EditValue
{
    private EditValue() { }

    /// <summary>A key without value.</summary>
    public sealed record Nothing : EditValue;

    /// <summary>A text; written plain where YAML allows it, otherwise in quotes.</summary>
    /// <param name="InQuotes">Write it in quotes in any case, so that no YAML tool takes it for a number.</param>
    public sealed record Text(string Value, bool InQuotes = false) : EditValue
    {
        public bool Equals(Text? other) => other is not null && other.Value == Value;

        public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);
    }

    /// <summary>A list, written in brackets.</summary>
    public sealed record List(IReadOnlyList<EditValue> Items) : EditValue
    {
        public bool Equals(List? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Count;
    }

    /// <summary>Keys with values.</summary>
    /// <param name="InLines">One line a key where the surroundings allow it; otherwise, and by default, in braces.</param>
    public sealed record Map(IReadOnlyList<(string Key, EditValue Value)> Entries, bool InLines = false) : EditValue
    {
        public bool Equals(Map? other) => other is not null && Entries.SequenceEqual(other.Entries);

        public override int GetHashCode() => Entries.Count;
    }

    public static EditValue Of(string text) => new Text(text);

    public static EditValue ListOf(IEnumerable<string> items) => new List([.. items.Select(Of)]);

    /// <summary>What stands at a place of a file.</summary>
    public static EditValue Of(SyntaxNode node) => node switch
    {
        MapNode map => new Map([.. map.Entries.Select(e => (e.Key.Value, Of(e.Value)))]),
        ListNode list => new List([.. list.Items.Select(Of)]),
        ScalarNode { IsEmpty: false } scalar => new Text(scalar.Value, scalar.IsQuoted),
        _ => new Nothing(),
    };

    /// <summary>What somebody typed as YAML ('{is: 20..40, judged-from: gazette-2}'), or the problems of its YAML.</summary>
    public static (EditValue? Value, IReadOnlyList<CaseProblem> Problems) Parse(string yaml)
    {
        SyntaxTree tree = YamlReader.Read(new FileText("value", yaml));
        return tree.Problems.Count > 0 || tree.Root is null ? (null, tree.Problems) : (string.IsNullOrWhiteSpace(yaml) ? new Nothing() : Of(tree.Root), []);
    }
}
