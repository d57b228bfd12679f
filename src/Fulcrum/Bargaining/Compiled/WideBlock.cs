using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>Blocks of groups with many combinations, built as objects: what takes long about them is not their form.</summary>
internal static class WideBlock
{
    public static DealBlock Of(DrawModel model, CompiledCase compiled, CompiledGroup group, Situation situation, LeverSlots slots, YieldSets sets)
    {
        LeverState[] levers = [.. Enumerable.Range(0, compiled.Levers).Select(l => slots.StateOf(situation.Levers[l]))];
        IssueState[] issues = [.. Enumerable.Range(0, compiled.Issues).Select(k => sets.StateOf(situation.Yields[k], compiled.Layout.Issues[k].Count))];
        double[] adds = model.Adds[Array.IndexOf(compiled.Groups, group)];
        return new GroupBlock(model, group.Group, adds, new LedgerState(compiled.Layout, levers, issues), situation.Months).Build();
    }

    /// <summary>Which option each issue of the group takes, and the levers that deliver some of them.</summary>
    public static void PicksOf(CompiledCase compiled, CompiledGroup group, DealTerms terms, Span<(int Option, int By)> picks)
    {
        for (int place = 0; place < picks.Length; place++)
        {
            IssueLayout issue = compiled.Layout.Issues[group.Issues[place]];
            int option = issue.Places[terms.Options.First(o => o.Issue == issue.Issue.Id).Option];
            (int Lever, int Option)[] by = [.. group.Deliveries[place].Where(d => d.Option == option && terms.DeliveredBy.Contains(compiled.Layout.Levers[d.Lever].Id))];
            picks[place] = (option, by.Length > 0 ? by[0].Lever : -1);
        }
    }
}
