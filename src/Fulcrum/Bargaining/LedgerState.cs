using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>Where every lever and every issue stands at some point of the ledger, in one draw. Immutable.</summary>
public sealed class LedgerState
{
    private readonly CaseLayout _layout;

    internal LedgerState(CaseLayout layout, LeverState[] levers, IssueState[] issues)
    {
        _layout = layout;
        Levers = levers;
        Issues = issues;
    }

    internal LeverState[] Levers { get; }

    internal IssueState[] Issues { get; }

    /// <summary>The standing that the largest share of the lever has; of equal shares the first in the order of <see cref="Standing"/>.</summary>
    public Standing StandingOf(LeverId lever) => Levers[_layout.LeverOf[lever]].Main;

    /// <summary>The share 0..1 of the lever in each standing, in the order of <see cref="Standing"/>; they sum to 1.</summary>
    public IReadOnlyList<double> SharesOf(LeverId lever) => Levers[_layout.LeverOf[lever]].Shares;

    /// <summary>Options that binding concessions took off the table, as indices into the issue's options.</summary>
    public IReadOnlyList<int> RemovedOf(IssueId issue)
    {
        IssueState state = Issues[_layout.IssueOf[issue]];
        return Enumerable.Range(0, _layout.Issues[_layout.IssueOf[issue]].Count).Where(state.IsRemoved).ToList();
    }

    /// <summary>The same state with one lever wholly in another standing.</summary>
    public LedgerState With(LeverId lever, Standing standing)
    {
        int index = _layout.LeverOf[lever];
        return With(index, Levers[index].MovedTo(standing, 1));
    }

    internal LedgerState With(int lever, LeverState state)
    {
        var levers = (LeverState[])Levers.Clone();
        levers[lever] = state;
        return new LedgerState(_layout, levers, Issues);
    }
}
