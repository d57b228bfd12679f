using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>The options of one issue, for everything that mentions them. On a numeric issue '50' and '50.0' are the same option.</summary>
internal sealed class IssueOptions(string issue, IReadOnlyList<(string Id, string Key, double? At)> options)
{
    // A table of deals has tens of thousands of options.
    private readonly Dictionary<string, int> _places = options.Select((o, i) => (o.Id, Place: i)).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.Place, StringComparer.Ordinal);

    public IReadOnlyList<(string Id, string Key, double? At)> All => options;

    public bool IsNumeric => options.Count > 0 && options[0].At is not null;

    public IEnumerable<string> Ids => options.Select(o => o.Id);

    /// <summary>Index of the option that a word names, or -1.</summary>
    public int Find(string word)
    {
        if (_places.TryGetValue(word, out int place))
        {
            return place;
        }
        bool number = NumberReader.TryPlain(word, out double at) && IsNumeric;
        for (int i = 0; number && i < options.Count; i++)
        {
            if (options[i].At is { } point && Math.Abs(point - at) < 1e-9)
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Index of the option that a node names, or null with a problem.</summary>
    public int? Resolve(SyntaxNode node, BindingState state)
    {
        if (Block.Bare(node, state) is not ScalarNode word)
        {
            state.Report(WordProblems.NotAText(node, "option"));
            return null;
        }
        int index = Find(word.Value);
        if (index >= 0)
        {
            return index;
        }
        state.Report(WordProblems.UnknownOption(word, word.Value, issue, Ids));
        return null;
    }

    /// <summary>Id of the option that a node names, or null with a problem.</summary>
    public string? ResolveId(SyntaxNode node, BindingState state) => Resolve(node, state) is { } index ? options[index].Id : null;
}
