namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The usable deals laid out for a depth-first search: in which order blocks and choices are tried, what has been gained down to a depth, and the most that the
/// blocks below can still add, to each member and in worth at the prices. Refilled for every search.
/// </summary>
internal sealed class SearchOrder
{
    private const int MostInserted = 24;

    private UsableDeals deals = null!;
    private int members;
    private int[] inOrder = [];
    private int[] blocks = [];
    private int[] first = [];
    private int[] choice = [];
    private double[] points = [];
    private double[] worth = [];
    private double[] places = [];
    private double[] spreads = [];
    private double[] openMost = [];
    private double[] openWorth = [];
    private double[] gained = [];
    private double[] most = [];
    private double[] gainedWorth = [];

    private void Fill(UsableDeals usable, double[] price, bool byWorth)
    {
        (deals, members, Descending, Size) = (usable, usable.Count, byWorth, 0);
        int count = deals.Start[deals.Blocks];
        int depth = deals.Blocks;
        Grow(count, depth);
        for (int k = 0; k < count; k++)
            places[k] = WorthOf(k, price);
        for (int b = 0; b < depth; b++)
            (blocks[b], spreads[b]) = (b, byWorth ? Spread(places, b) : 0);
        Descend(blocks.AsSpan(0, depth), spreads);
        first[0] = 0;
        (openWorth[depth], gainedWorth[0]) = (0, 0);
        openMost.AsSpan(depth * members, members).Clear();
        for (int d = 0; d < depth; d++)
            FillBlock(d, places, byWorth);
        for (int d = depth - 1; d >= 0; d--)
            FillOpen(d);
        for (int m = 0; m < members; m++)
        {
            gained[m] = deals.Base[m];
            most[m] = gained[m] + openMost[m];
            gainedWorth[0] += price[m] * deals.Base[m];
            Size += Math.Abs(price[m]) * (Math.Abs(deals.Most[m]) + Math.Abs(deals.Least[m]) + deals.Unit[m]);
        }
    }

    /// <summary>Whether the choices of a block come in descending worth.</summary>
    public bool Descending { get; private set; }

    /// <summary>A size of worth, for what counts as rounding.</summary>
    public double Size { get; private set; }

    public void FillByWorth(UsableDeals usable, double[] price) => Fill(usable, price, byWorth: true);

    public void FillByKey(UsableDeals usable, double[] price) => Fill(usable, price, byWorth: false);

    public int First(int depth) => first[depth];

    public int Block(int depth) => blocks[depth];

    /// <summary>The table's choice at a place of this order.</summary>
    public int Choice(int place) => choice[place];

    /// <summary>The most that the choices taken down to a depth can be worth.</summary>
    public double Worth(int depth) => gainedWorth[depth] + openWorth[depth];

    /// <summary>The most that each member can gain with the choices taken down to a depth.</summary>
    public ReadOnlySpan<double> Most(int depth) => most.AsSpan(depth * members, members);

    public void Take(int depth, int place)
    {
        gainedWorth[depth + 1] = gainedWorth[depth] + worth[place];
        for (int m = 0; m < members; m++)
        {
            double now = gained[depth * members + m] + points[place * members + m];
            gained[(depth + 1) * members + m] = now;
            most[(depth + 1) * members + m] = now + openMost[(depth + 1) * members + m];
        }
    }

    private void Grow(int count, int depth)
    {
        if (choice.Length < count)
            (choice, worth, places, inOrder) = (new int[count], new double[count], new double[count], new int[count]);
        if (points.Length < count * members)
            points = new double[count * members];
        if (blocks.Length < depth)
            (blocks, spreads) = (new int[depth], new double[depth]);
        if (first.Length < depth + 1)
            (first, openWorth, gainedWorth) = (new int[depth + 1], new double[depth + 1], new double[depth + 1]);
        if (gained.Length < (depth + 1) * members)
            (gained, most, openMost) = (new double[(depth + 1) * members], new double[(depth + 1) * members], new double[(depth + 1) * members]);
    }

    private double WorthOf(int place, double[] price)
    {
        double sum = 0;
        for (int m = 0; m < members; m++)
            sum += price[m] * PointsOf(place, m);
        return sum;
    }

    private double PointsOf(int place, int m) => deals.Table.Points[deals.Choice[place] * deals.Table.Parties + deals.Members[m]];

    private double Spread(double[] places, int block)
    {
        ReadOnlySpan<double> own = places.AsSpan(deals.Start[block], deals.Start[block + 1] - deals.Start[block]);
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;
        foreach (double x in own)
            (low, high) = (Math.Min(low, x), Math.Max(high, x));
        return high - low;
    }

    private void FillBlock(int depth, double[] places, bool byWorth)
    {
        int from = deals.Start[blocks[depth]];
        Span<int> own = inOrder.AsSpan(0, deals.Start[blocks[depth] + 1] - from);
        for (int k = 0; k < own.Length; k++)
            own[k] = from + k;
        if (byWorth)
            Descend(own, places);
        int next = first[depth];
        foreach (int place in own)
        {
            choice[next] = deals.Choice[place];
            worth[next] = places[place];
            for (int m = 0; m < members; m++)
                points[next * members + m] = PointsOf(place, m);
            next++;
        }
        first[depth + 1] = next;
    }

    // Puts places, given as they rise, in the order of descending numbers, of equal ones the earlier first.
    private static void Descend(Span<int> order, double[] numbers)
    {
        if (order.Length > MostInserted)
        {
            DescendMany(order, numbers);
            return;
        }
        for (int i = 1; i < order.Length; i++)
        {
            for (int k = i; k > 0 && numbers[order[k]].CompareTo(numbers[order[k - 1]]) > 0; k--)
                (order[k - 1], order[k]) = (order[k], order[k - 1]);
        }
    }

    private static void DescendMany(Span<int> order, double[] numbers) =>
        order.Sort((x, y) => numbers[y].CompareTo(numbers[x]) is var c and not 0 ? c : x.CompareTo(y));

    private void FillOpen(int depth)
    {
        openWorth[depth] = double.NegativeInfinity;
        openMost.AsSpan(depth * members, members).Fill(double.NegativeInfinity);
        for (int k = first[depth]; k < first[depth + 1]; k++)
        {
            openWorth[depth] = Math.Max(openWorth[depth], worth[k]);
            for (int m = 0; m < members; m++)
                openMost[depth * members + m] = Math.Max(openMost[depth * members + m], points[k * members + m]);
        }
        openWorth[depth] += openWorth[depth + 1];
        for (int m = 0; m < members; m++)
            openMost[depth * members + m] += openMost[(depth + 1) * members + m];
    }
}
