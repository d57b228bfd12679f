using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads what an issue's options are worth to a party: a ranking, a number per option, or points of a curve on a numeric issue.</summary>
internal static class PreferenceBinder
{
    public static Preference? Bind(MapEntry entry, Trail trail, IssueOptions options, NumericScale? scale, BlockSupport outer, BindingState state)
    {
        string what = $"the preference of {entry.Key.Value}";
        if (entry.Value is ScalarNode { IsEmpty: true })
        {
            state.Report(WordProblems.NoValue(entry.Key));
            return null;
        }
        if (entry.Value is ScalarNode rank)
        {
            return Ranked(rank, trail, what, options, outer.For(rank), state);
        }
        if (Block.Of(entry.Value, what, state) is not { } block)
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
                ScalarNode word => Ranked(word, trail, what, options, support.For(word), state),
                _ => Block.Of(inner, what, state) is { } values ? Numbers(values, trail, options, scale, support, state) : null,
            };
        }
        return Numbers(block, trail, options, scale, outer, state);
    }

    private static Preference? Numbers(Block block, Trail trail, IssueOptions options, NumericScale? scale, BlockSupport outer, BindingState state) =>
        scale is null ? Valued(block, trail, options, outer, state) : Curve(block, trail, scale, outer, state);

    private static Preference.Ranked? Ranked(ScalarNode node, Trail trail, string what, IssueOptions options, Support support, BindingState state)
    {
        if (!RankReader.LooksLikeRank(node.Value) && options.Find(node.Value) < 0)
        {
            state.Report(ModelProblems.NotAPreference(node, what));
            return null;
        }
        Ranking? ranking = RankReader.Read(node, trail, ofWeights: false, support, word => options.ResolveId(word, state), options.Ids, state);
        return ranking is null ? null : new Preference.Ranked(ranking);
    }

    private static Preference.Valued? Valued(Block block, Trail trail, IssueOptions options, BlockSupport outer, BindingState state)
    {
        BlockSupport support = block.Support(outer);
        var values = new Quantity?[options.All.Count];
        bool sound = true;
        foreach (MapEntry entry in block.Others())
        {
            if (options.Resolve(entry.Key, state) is not { } index)
            {
                sound = false;
                continue;
            }
            (string id, string key, _) = options.All[index];
            values[index] = QuantityReader.Read(entry.Value, trail.Then(id, key), NumberScale.Value, support, state);
        }
        string[] missing = [.. options.Ids.Where((_, i) => values[i] is null)];
        if (sound && missing.Length > 0)
        {
            state.Report(ModelProblems.OptionsWithoutValue(block.Map, missing));
        }
        return sound && missing.Length == 0 ? new Preference.Valued([.. values.Select(v => v!)]) : null;
    }

    private static Preference.Curve? Curve(Block block, Trail trail, NumericScale scale, BlockSupport outer, BindingState state)
    {
        BlockSupport support = block.Support(outer);
        var points = new SortedDictionary<double, Quantity>();
        foreach (MapEntry entry in block.Others())
        {
            bool onScale = NumberReader.TryPlain(entry.Key.Value, out double at) && at >= scale.From && at <= scale.To;
            if (!onScale)
            {
                state.Report(ModelProblems.PointOffScale(entry.Key, entry.Key.Value));
            }
            else if (points.ContainsKey(at))
            {
                state.Report(WordProblems.RepeatedWord(entry.Key, entry.Key.Value));
            }
            else
            {
                string point = at.ToString(System.Globalization.CultureInfo.InvariantCulture);
                points[at] = QuantityReader.Read(entry.Value, trail.Then(point), NumberScale.Value, support, state);
            }
        }
        if (points.Count == 0 && block.Map.Entries.Count == 0)
        {
            state.Report(ModelProblems.NotAPreference(block.Map, "a preference"));
        }
        return points.Count == 0 ? null : new Preference.Curve([.. points.Select(p => (p.Key, p.Value))]);
    }
}
