namespace Fulcrum.Bargaining.Solutions;

/// <summary>The best single deal found, in the table's choices (one per block), with the proof.</summary>
/// <param name="Choices">Null when no deal meets the conditions.</param>
/// <param name="Complete">Whether the search proved the deal best (or that there is none).</param>
/// <param name="Missing">When not complete: how much more worth at the prices, per point, a better deal could have at most.</param>
/// <param name="Room">The same, whether or not the search went through all deals.</param>
/// <param name="Ties">Other deals that are equally good, in order of keys; one more than asked for is never listed.</param>
internal readonly record struct SingleAnswer(int[]? Choices, double[] Gains, double[] Value, bool Complete, double Missing, double Room, IReadOnlyList<int[]> Ties, int Nodes);

/// <summary>
/// Branch and bound over single deals. A part of a deal is given up when the best that the open blocks can add, at the prices of the solution over mixtures,
/// is worth less than the best deal found needs, or when some member cannot reach its no-deal value any more. First the best value is found with the most
/// promising choices first; then the deals of that value are listed in order of keys, of which the first is the answer. A workspace: reuse it, but not concurrently.
/// </summary>
/// <param name="arrays">What answers are made of.</param>
internal sealed class SingleSearch(Lender arrays)
{
    private readonly List<int[]> found = [];
    private readonly SearchOrder order = new();
    private UsableDeals deals = null!;
    private SingleGoal goal;
    private SearchBudget budget = null!;
    private CancellationToken cancellation;
    private int members;
    private double[] value = [];
    private double[] best = [];
    private int[] chosen = [];
    private bool listing;
    private bool stopped;
    private int nodes;
    private int wanted;
    private double needed;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public SingleAnswer Run(UsableDeals usable, SingleGoal aim, SearchBudget limit, CancellationToken token)
    {
        if (!usable.Any)
            return new SingleAnswer(null, [], [], true, 0, 0, [], 0);
        (deals, goal, budget, cancellation, members) = (usable, aim, limit, token, usable.Count);
        (listing, stopped, nodes, wanted, needed) = (false, false, 0, 0, double.NegativeInfinity);
        int entries = Math.Max(1, goal.Entries(deals));
        (value, best, chosen) = (arrays.Doubles(entries), arrays.Doubles(entries), arrays.Ints(deals.Blocks));
        Array.Fill(best, double.NegativeInfinity);
        found.Clear();
        order.FillByWorth(deals, goal.Price);
        return Run();
    }

    private SingleAnswer Run()
    {
        Descend(0);
        bool complete = !stopped;
        if (found.Count == 0)
            return new SingleAnswer(null, [], [], complete, complete ? 0 : double.PositiveInfinity, double.PositiveInfinity, [], nodes);
        if (goal.MostTies == SingleGoal.ValueAlone)
            return new SingleAnswer(found[0], [], best, complete, complete ? 0 : double.PositiveInfinity, double.PositiveInfinity, [], nodes);
        int[] fallback = found[0];
        int searched = nodes;
        found.Clear();
        order.FillByKey(deals, goal.Price);
        (listing, stopped, nodes, wanted) = (true, false, 0, goal.MostTies + 1);
        Descend(0);
        if (found.Count == 0)
            found.Add(fallback);
        double[] gains = arrays.Doubles(members);
        Gains(found[0], gains);
        double room = Math.Max(0, order.Worth(0) - needed) / Math.Max(goal.Price.Sum(), double.Epsilon);
        return new SingleAnswer(found[0], gains, best, complete, complete ? 0 : room, room, found.Count == 1 ? Array.Empty<int[]>() : found.GetRange(1, found.Count - 1), searched);
    }

    // Whether to go on.
    private bool Descend(int depth)
    {
        if (depth == deals.Blocks)
            return Leaf();
        for (int k = order.First(depth); k < order.First(depth + 1); k++)
        {
            if (budget.IsSpent(++nodes))
            {
                stopped = true;
                return false;
            }
            if ((nodes & 4095) == 0)
                cancellation.ThrowIfCancellationRequested();
            order.Take(depth, k);
            if (order.Worth(depth + 1) < needed)
            {
                if (order.Descending)
                    break;
                continue;
            }
            if (!Promising(depth + 1))
                continue;
            chosen[order.Block(depth)] = order.Choice(k);
            if (!Descend(depth + 1))
                return false;
        }
        return true;
    }

    private bool Promising(int depth)
    {
        ReadOnlySpan<double> most = order.Most(depth);
        for (int m = 0; m < members; m++)
        {
            bool must = goal.Role[m] == MemberRole.AtLeast || (goal.Watched && goal.Role[m] != MemberRole.Out);
            if (must && most[m] < -SingleGoal.Same * deals.Unit[m])
                return false;
        }
        if (found.Count == 0 && !listing)
            return true;
        goal.Value(most, deals.Unit, value);
        return Compare(value, best) >= 0;
    }

    private bool Leaf()
    {
        goal.Value(order.Most(deals.Blocks), deals.Unit, value);
        int comparison = found.Count == 0 && !listing ? 1 : Compare(value, best);
        if (listing)
        {
            if (comparison >= 0)
                found.Add(Chosen());
            return found.Count < wanted;
        }
        if (comparison > 0)
        {
            value.CopyTo(best, 0);
            found.Clear();
            found.Add(Chosen());
            double worth = goal.WorthNeeded(best);
            needed = worth - 1e-11 * (Math.Abs(worth) + order.Size);
        }
        return true;
    }

    private int[] Chosen()
    {
        int[] copy = arrays.Ints(chosen.Length);
        chosen.CopyTo(copy, 0);
        return copy;
    }

    private int Compare(double[] x, double[] y)
    {
        for (int k = 0; k < x.Length; k++)
        {
            double tolerance = SingleGoal.Same * (goal.Kind == GoalKind.Product ? 1 : Scale());
            if (x[k] == y[k] || Math.Abs(x[k] - y[k]) <= tolerance)
                continue;
            return x[k] > y[k] ? 1 : -1;
        }
        return 0;
    }

    // One unit of the value: the largest unit of a counted member, in the measure of the goal.
    private double Scale()
    {
        double scale = 0;
        for (int m = 0; m < members; m++)
        {
            if (goal.Role[m] == MemberRole.Rising)
                scale = Math.Max(scale, deals.Unit[m] / goal.Weight[m]);
            else if (goal.Role[m] == MemberRole.Weighed)
                scale = Math.Max(scale, deals.Unit[m] * goal.Weight[m]);
        }
        return scale;
    }

    private void Gains(int[] deal, double[] gains)
    {
        int n = deals.Table.Parties;
        for (int m = 0; m < members; m++)
        {
            gains[m] = deals.Base[m];
            for (int b = 0; b < deals.Blocks; b++)
                gains[m] += deals.Table.Points[deal[b] * n + deals.Members[m]];
        }
    }
}
