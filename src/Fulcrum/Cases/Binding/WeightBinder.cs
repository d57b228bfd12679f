using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'weights:' and compares them with the preferences.</summary>
internal static class WeightBinder
{
    public static IReadOnlyList<Party> Bind(Block root, IReadOnlyList<Party> parties, IReadOnlyList<Issue> issues, BindingState state)
    {
        var lines = new Dictionary<string, (IssueWeights Weights, ScalarNode Key)>(StringComparer.Ordinal);
        if (root.Inner("weights") is { } block)
        {
            BlockSupport support = block.Support(BlockSupport.None);
            foreach (MapEntry entry in block.Others())
            {
                if (state.Parties.Resolve(entry.Key, state.Problems) is { } party && BindLine(entry, party, support, state) is { } weights)
                {
                    lines[party] = (weights, entry.Key);
                }
            }
        }
        if (issues.Count > 0)
        {
            foreach (Party party in parties)
            {
                bool stated = root.Map["weights"]?.Value is MapNode map && map[party.Id.Value] is not null;
                Compare(party, lines.TryGetValue(party.Id.Value, out var line) ? line : null, stated, issues, root, state);
            }
        }
        return [.. parties.Select(p => p with { Weights = lines.TryGetValue(p.Id.Value, out var line) ? line.Weights : null })];
    }

    private static IssueWeights? BindLine(MapEntry entry, string party, BlockSupport outer, BindingState state)
    {
        Trail trail = Trail.At("weights").Then(party, state.Parties.KeyOf(party));
        if (entry.Value is ScalarNode { IsEmpty: true })
        {
            state.Report(WordProblems.NoValue(entry.Key));
            return null;
        }
        if (entry.Value is ScalarNode plain)
        {
            return Ranked(plain, party, trail, outer.For(plain), state);
        }
        if (Block.Of(entry.Value, $"the weights of {party}", state) is not { } block)
        {
            return null;
        }
        if (block.Map["is"] is not null)
        {
            SyntaxNode? inner = block.Take("is");
            BlockSupport support = block.Support(outer);
            block.Close();
            return inner switch
            {
                null => null,
                ScalarNode word => Ranked(word, party, trail, support.For(word), state),
                _ => Block.Of(inner, $"the weights of {party}", state) is { } values ? Valued(values, entry.Key, party, trail, support, state) : null,
            };
        }
        return Valued(block, entry.Key, party, trail, outer, state);
    }

    private static IssueWeights? Ranked(ScalarNode node, string party, Trail trail, Support support, BindingState state)
    {
        if (!RankReader.LooksLikeRank(node.Value) && !state.IssueIds.Has(node.Value))
        {
            state.Report(ModelProblems.NotAPreference(node, $"the line of {party} under 'weights'"));
            return null;
        }
        Ranking? ranking = RankReader.Read(node, trail, ofWeights: true, support, word => state.IssueIds.Resolve(word, state.Problems), [], state);
        return ranking is null ? null : new IssueWeights(ranking, null);
    }

    private static IssueWeights? Valued(Block block, ScalarNode key, string party, Trail trail, BlockSupport outer, BindingState state)
    {
        BlockSupport support = block.Support(outer);
        var values = new Dictionary<IssueId, Quantity>();
        int problems = state.Problems.Count;
        foreach (MapEntry entry in block.Others())
        {
            if (state.IssueIds.Resolve(entry.Key, state.Problems) is not { } issue)
            {
                continue;
            }
            Quantity weight = QuantityReader.Read(entry.Value, trail.Then(issue, state.IssueIds.KeyOf(issue)), NumberScale.Weight, support, state);
            values[new IssueId(issue)] = weight;
            if (weight.Shape.Least < 0)
            {
                state.Report(ModelProblems.WeightNegative(entry.Value));
            }
        }
        if (problems == state.Problems.Count && values.Values.All(q => q.Shape.Most <= 0))
        {
            state.Report(ModelProblems.WeightsAllZero(key, party));
        }
        return values.Count == 0 ? null : new IssueWeights(null, values);
    }

    private static void Compare(Party party, (IssueWeights Weights, ScalarNode Key)? line, bool stated, IReadOnlyList<Issue> issues, Block root, BindingState state)
    {
        ScalarNode partyKey = ((MapNode)root.Map["parties"]!.Value)[party.Id.Value]!.Key;
        string[] preferred = [.. issues.Where(i => i.Preferences.ContainsKey(party.Id)).Select(i => i.Id.Value)];
        if (preferred.Length == 0 && line is null && !stated)
        {
            state.Report(ModelProblems.PartyWithoutPreferences(partyKey, party.Id.Value));
            return;
        }
        if (line is null)
        {
            if (!stated && !HasUnknownParty(root, state))
            {
                state.Report(ModelProblems.PartyWithoutWeights(partyKey, party.Id.Value));
            }
            return;
        }
        IssueWeights weights = line.Value.Weights;
        HashSet<string> weighed = weights.Ranked is { } ranking
            ? [.. ranking.Groups.SelectMany(g => g)]
            : [.. weights.Valued!.Where(w => w.Value.Shape.Most > 0).Select(w => w.Key.Value)];
        // A preference that could not be read, or weights that are all zero, have been told already.
        string[] spent = [.. weighed.Except(preferred).Where(i => !IsStated(root, i, party))];
        string[] idle = weighed.Count == 0 ? [] : [.. preferred.Where(p => !weighed.Contains(p))];
        if (spent.Length > 0)
        {
            state.Report(ModelProblems.WeightWithoutPreference(line.Value.Key, party.Id.Value, spent));
        }
        if (idle.Length > 0)
        {
            state.Report(ModelProblems.PreferenceWithoutWeight(line.Value.Key, party.Id.Value, idle));
        }
    }

    private static bool IsStated(Block root, string issue, Party party) =>
        root.Map["issues"]?.Value is MapNode issues && issues[issue]?.Value is MapNode block && block[party.Id.Value] is not null;

    private static bool HasUnknownParty(Block root, BindingState state) =>
        root.Map["weights"]?.Value is MapNode weights && weights.Entries.Any(e => !state.Parties.Has(e.Key.Value));
}
