namespace Fulcrum.Bargaining.Solutions;

/// <summary>The best single deal found, in the table's choices (one per block), with the proof.</summary>
/// <param name="Choices">Null when no deal meets the conditions.</param>
/// <param name="Complete">Whether the search proved the deal best (or that there is none).</param>
/// <param name="Missing">When not complete: how much more worth at the prices, per point, a better deal could have at most.</param>
/// <param name="Room">The same, whether or not the search went through all deals.</param>
/// <param name="Ties">Other deals that are equally good, in order of keys; one more than asked for is never listed.</param>
internal sealed record SingleAnswer(int[]? Choices, double[] Gains, double[] Value, bool Complete, double Missing, double Room, IReadOnlyList<int[]> Ties, int Nodes);

/// <summary>
/// Branch and bound over single deals. A part of a deal is given up when the best that the open blocks can add, at the prices of the solution over mixtures,
/// is worth less than the best deal found needs, or when some member cannot reach its no-deal value any more. First the best value is found with the most
/// promising choices first; then the deals of that value are listed in order of keys, of which the first is the answer.
/// </summary>
internal sealed class SingleSearch
{
    private readonly UsableDeals deals;
    private readonly SingleGoal goal;
    private readonly SearchBudget budget;
    private readonly CancellationToken cancellation;
    private readonly int members;
    private readonly double[] value;
    private readonly double[] best;
    private readonly int[] chosen;
    private readonly List<int[]> found = [];
    private SearchOrder order;
    private bool listing;
    private bool stopped;
    private int nodes;
    private int wanted;
    private double needed = double.NegativeInfinity;

    private SingleSearch(UsableDeals deals, SingleGoal goal, SearchBudget budget, CancellationToken cancellation)
    {
        (this.deals, this.goal, this.budget, this.cancellation, members) = (deals, goal, budget, cancellation, deals.Count);
        value = new double[Math.Max(1, goal.Entries(deals))];
        best = new double[value.Length];
        Array.Fill(best, double.NegativeInfinity);
        chosen = new int[deals.Blocks];
        order = SearchOrder.ByWorth(deals, goal.Price);
    }

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static SingleAnswer Run(UsableDeals deals, SingleGoal goal, SearchBudget budget, CancellationToken cancellation)
    {
        if (!deals.Any)
            return new SingleAnswer(null, [], [], true, 0, 0, [], 0);
        var search = new SingleSearch(deals, goal, budget, cancellation);
        return search.Run();
    }

    private SingleAnswer Run()
    {
        Descend(0);
        bool complete = !stopped;
        if (found.Count == 0)
            return new SingleAnswer(null, [], [], complete, complete ? 0 : double.PositiveInfinity, double.PositiveInfinity, [], nodes);
        if (goal.MostTies == SingleGoal.ValueAlone)
            return new SingleAnswer(found[0], [], [.. best], complete, complete ? 0 : double.PositiveInfinity, double.PositiveInfinity, [], nodes);
        int[] fallback = found[0];
        int searched = nodes;
        found.Clear();
        (order, listing, stopped, nodes, wanted) = (SearchOrder.ByKey(deals, goal.Price), true, false, 0, goal.MostTies + 1);
        Descend(0);
        if (found.Count == 0)
            found.Add(fallback);
        var gains = new double[members];
        Gains(found[0], gains);
        double room = Math.Max(0, order.Worth(0) - needed) / Math.Max(goal.Price.Sum(), double.Epsilon);
        return new SingleAnswer(found[0], gains, [.. best], complete, complete ? 0 : room, room, found.GetRange(1, found.Count - 1), searched);
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
                found.Add([.. chosen]);
            return found.Count < wanted;
        }
        if (comparison > 0)
        {
            value.CopyTo(best, 0);
            found.Clear();
            found.Add([.. chosen]);
            double worth = goal.WorthNeeded(best);
            needed = worth - 1e-11 * (Math.Abs(worth) + order.Size);
        }
        return true;
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
