using Fulcrum.Bargaining.Situations;
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
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        int count = replay.Acting.Length;
        if (count == 0 || count > most)
        {
            return null;
        }
        var costs = new ConcessionCosts(replay, new HandSolver(model), model.MonthsAt(plan.AsOf));
        var hands = new double[1 << count][];
        for (int mask = 0; mask < hands.Length; mask++)
        {
            hands[mask] = model.Layout.InFileOrder(costs.Hands((UInt128)mask));
        }
        return new SubsetHands(replay.Acting, hands);
    }
}
