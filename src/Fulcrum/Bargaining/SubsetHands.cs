using Fulcrum.Bargaining.Compiled;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// Each party's hand for every subset of the net changes, everything else as it is today: what 'had it not been made' switches show.
/// </summary>
/// <param name="Changes">Indices into <see cref="CasePlan.Changes"/> of the changes that act, in the order of the bits.</param>
/// <param name="Hands">[mask][party in the order of <see cref="Case.Parties"/>]: bit i of the mask set when <c>Changes[i]</c> was made.</param>
public sealed record SubsetHands(IReadOnlyList<int> Changes, IReadOnlyList<double[]> Hands)
{
    /// <param name="most">Most acting changes for which all subsets are worked out, 1 to 20.</param>
    /// <returns>Null when more changes act, or none.</returns>
    /// <exception cref="ArgumentException">The case has no model.</exception>
    public static SubsetHands? Of(CasePlan plan, CaseNumbers numbers, int most = 12)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 20);
        if (!plan.Case.HasModel)
        {
            throw new ArgumentException("The case has no model to solve.", nameof(plan));
        }
        DrawWorkspace workspace = plan.Workspaces.Take(plan);
        workspace.Begin(numbers, ignoreRedLines: false);
        int count = workspace.Moves.Acting;
        bool few = count > 0 && count <= most;
        var hands = new double[few ? 1 << count : 0][];
        for (int mask = 0; mask < hands.Length; mask++)
        {
            hands[mask] = new double[plan.Case.Parties.Count];
            workspace.InFileOrder(workspace.Costs.Hands((UInt128)mask), hands[mask]);
        }
        int[] acting = [.. Enumerable.Range(0, count).Select(workspace.Moves.ChangeOf)];
        plan.Workspaces.GiveBack(workspace);
        return few ? new SubsetHands(acting, hands) : null;
    }
}
