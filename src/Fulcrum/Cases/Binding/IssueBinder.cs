using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'issues:', with the preferences that stand in them.</summary>
internal static class IssueBinder
{
    private static readonly string[] Reserved = ["rest", "note", "quoted", "judged-from", "is", "times", "remove"];

    public static IReadOnlyList<Issue> Bind(Block root, BindingState state)
    {
        if (root.Inner("issues") is not { } block)
        {
            return [];
        }
        string? ends = root.Text("ends");
        IReadOnlyList<ScalarNode> mustSettle = root.Words("must-settle");
        HashSet<string> settled = [.. mustSettle.Select(w => w.Value)];
        List<Issue> issues = [];
        foreach (MapEntry entry in block.Others())
        {
            if (BindIssue(entry, ends == entry.Key.Value, settled.Contains(entry.Key.Value), state) is { } issue)
            {
                issues.Add(issue);
            }
        }
        return issues;
    }

    /// <summary>'ends:' and 'must-settle:', once the issues are known.</summary>
    public static void CheckMentions(Block root, BindingState state)
    {
        _ = root.Id("ends", state.IssueIds);
        _ = root.Ids("must-settle", state.IssueIds);
    }

    private static Issue? BindIssue(MapEntry entry, bool ends, bool mustSettle, BindingState state)
    {
        string id = entry.Key.Value;
        if (Block.Of(entry.Value, $"issue {id}", state) is not { } block)
        {
            state.IssueIds.AddBroken(entry.Key);
            return null;
        }
        (string key, string name, IReadOnlyList<string> _) = block.Names(id);
        string? asks = block.Text("asks");
        BlockSupport support = block.Support(BlockSupport.None);
        if (!state.IssueIds.Add(entry.Key, key, state.Problems, Reserved))
        {
            return null;
        }
        (IReadOnlyList<IssueOption> bare, NumericScale? scale) = OptionBinder.Bind(block, entry.Key, state);
        var known = new IssueOptions(id, [.. bare.Select(o => (o.Id.Value, o.Key, o.At))]);
        state.OptionsByIssue[id] = known;
        IReadOnlyList<IssueOption> options = OptionBinder.WithNeeds(block.Inner("needs"), bare, known, state);
        int statusQuo = block.Take("status-quo") is { } node && known.Resolve(node, state) is { } index ? index : 0;
        if (options.Count > 0 && options.All(o => o.OnlyNoDeal))
        {
            state.Report(ModelProblems.NothingToSign(entry.Key, id));
        }
        var preferences = new Dictionary<PartyId, Preference>();
        Trail trail = Trail.At("issues").Then(id, key);
        foreach (MapEntry other in block.Others())
        {
            if (!state.Parties.Has(other.Key.Value))
            {
                if (state.Parties.IsUnknown(other.Key.Value))
                {
                    block.Refuse(other, state.Parties.Ids);
                }
            }
            else if (options.Count > 0
                && PreferenceBinder.Bind(other, trail.Then(other.Key.Value, state.Parties.KeyOf(other.Key.Value)), known, scale, support, state) is { } preference)
            {
                preferences[new PartyId(other.Key.Value)] = preference;
            }
        }
        return new Issue(new IssueId(id), key, name, asks, options, statusQuo, scale, mustSettle, ends, preferences, entry.Key.Place);
    }
}
