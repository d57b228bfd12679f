namespace Fulcrum.Bargaining.Interdependence;

/// <summary>
/// Branch and bound for all efficient joint choices. A branch is given up when its bounds, one for every aim and for some sums of them, leave no room for a
/// value that what was found does not dominate. At the limit the answer is what was found, with the most that an open branch could still have bettered it.
/// </summary>
internal sealed class InteractionSearch
{
    private const int LargestTable = 20_000;
    private const int Checked = 4096;

    // Directions between two aims in which sums are bounded too.
    private static readonly double[] Mixes = [0.2, 0.35, 0.5, 0.65, 0.8];

    private readonly InteractionModel model;
    private readonly EliminationOrder order;
    private readonly double tolerance;
    private readonly SearchBudget budget;
    private readonly CancellationToken cancellation;
    private readonly double[][] prices;
    private readonly BucketBound[] bounds;
    private readonly int[] choice;
    private readonly List<(double[] Value, int[] Choice)> found = [];
    private int nodes;
    private bool stopped;
    private double gap;

    private InteractionSearch(InteractionModel model, EliminationOrder order, double tolerance, SearchBudget budget, CancellationToken cancellation)
    {
        (this.model, this.order, this.tolerance, this.budget, this.cancellation) = (model, order, tolerance, budget, cancellation);
        prices = [.. Directions(model.Aims)];
        bounds = [.. prices.Select(p => new BucketBound(model.Priced(p), order, LargestTable))];
        choice = new int[model.Issues];
    }

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EfficientCombinations Find(InteractionModel model, EliminationOrder order, double tolerance, SearchBudget budget, CancellationToken cancellation)
    {
        var search = new InteractionSearch(model, order, tolerance, budget, cancellation);
        double[] root = [.. search.bounds.Select(b => b.Root)];
        for (int d = 0; d < search.prices.Length; d++)
            search.Dive(d);
        search.Descend(0, root);
        return new EfficientCombinations([.. search.found.Select(f => f.Choice)], search.gap);
    }

    // Single aims first.
    private static IEnumerable<double[]> Directions(int aims)
    {
        for (int i = 0; i < aims; i++)
            yield return [.. Enumerable.Range(0, aims).Select(j => i == j ? 1.0 : 0.0)];
        if (aims == 2)
        {
            foreach (double share in Mixes)
                yield return [share, 1 - share];
        }
        else if (aims > 2)
        {
            yield return [.. Enumerable.Repeat(1.0 / aims, aims)];
        }
    }

    // Straight down by one bound, for something to compare with.
    private void Dive(int direction)
    {
        for (int depth = 0; depth < model.Issues; depth++)
        {
            int issue = order.Issues[^(depth + 1)];
            int best = 0;
            double most = double.NegativeInfinity;
            for (int o = 0; o < model.Options[issue]; o++)
            {
                choice[issue] = o;
                double change = bounds[direction].Change(issue, choice);
                if (change > most)
                    (most, best) = (change, o);
            }
            choice[issue] = best;
        }
        Leaf();
    }

    private void Descend(int depth, double[] above)
    {
        if (depth == model.Issues)
        {
            Leaf();
            return;
        }
        int issue = order.Issues[^(depth + 1)];
        var branches = new (int Option, double[] Bound, double Sum)[model.Options[issue]];
        for (int o = 0; o < branches.Length; o++)
        {
            choice[issue] = o;
            double[] bound = [.. above.Select((b, d) => b + bounds[d].Change(issue, choice))];
            branches[o] = (o, bound, bound.Sum());
        }
        Array.Sort(branches, (x, y) => y.Sum.CompareTo(x.Sum) is var c and not 0 ? c : x.Option.CompareTo(y.Option));
        foreach ((int option, double[] bound, _) in branches)
        {
            if (!HasRoom(bound))
                continue;
            stopped = stopped || budget.IsSpent(++nodes);
            if (stopped)
            {
                gap = Math.Max(gap, Beyond(bound));
                continue;
            }
            if (nodes % Checked == 0)
                cancellation.ThrowIfCancellationRequested();
            choice[issue] = option;
            Descend(depth + 1, bound);
        }
    }

    private void Leaf()
    {
        double[] value = model.ValueOf(choice);
        if (found.Exists(f => Covers(f.Value, value)))
            return;
        found.RemoveAll(f => Covers(value, f.Value));
        found.Add((value, [.. choice]));
        if (model.Aims == 2)
            found.Sort((x, y) => y.Value[0].CompareTo(x.Value[0]));
    }

    private bool Covers(double[] x, double[] y)
    {
        for (int i = 0; i < model.Aims; i++)
        {
            if (x[i] < y[i] - tolerance)
                return false;
        }
        return true;
    }

    private bool HasRoom(double[] bound)
    {
        if (model.Aims == 2)
            return HasCorner(bound);
        return !found.Exists(f => Covers(f.Value, bound));
    }

    // With two aims what is left undominated lies beyond the corners between neighbours.
    private bool HasCorner(double[] bound)
    {
        for (int k = 0; k <= found.Count; k++)
        {
            double first = k < found.Count ? found[k].Value[0] : double.NegativeInfinity;
            double second = k > 0 ? found[k - 1].Value[1] : double.NegativeInfinity;
            if (bound[0] <= first + tolerance || bound[1] <= second + tolerance)
                continue;
            bool room = true;
            for (int d = 2; room && d < prices.Length && k > 0 && k < found.Count; d++)
                room = bound[d] > prices[d][0] * first + prices[d][1] * second + tolerance;
            if (room)
                return true;
        }
        return false;
    }

    // How much would have to be taken off the branch's values, for every aim alike, so that what was found covers them.
    private double Beyond(double[] bound)
    {
        if (found.Count == 0)
            return double.PositiveInfinity;
        return model.Aims == 2 ? BeyondCorners(bound) : found.Min(f => Enumerable.Range(0, model.Aims).Max(i => bound[i] - f.Value[i]));
    }

    private double BeyondCorners(double[] bound)
    {
        double most = Math.Max(bound[0] - found[0].Value[0], bound[1] - found[^1].Value[1]);
        for (int k = 1; k < found.Count; k++)
        {
            (double first, double second) = (found[k].Value[0], found[k - 1].Value[1]);
            double room = Math.Min(bound[0] - first, bound[1] - second);
            for (int d = 2; d < prices.Length; d++)
                room = Math.Min(room, bound[d] - prices[d][0] * first - prices[d][1] * second);
            most = Math.Max(most, room);
        }
        return Math.Max(0, most);
    }
}
