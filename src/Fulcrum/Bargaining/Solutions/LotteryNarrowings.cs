namespace Fulcrum.Bargaining.Solutions;

/// <summary>What each narrowing of a <see cref="LotteryStage"/> left behind: the choices that were in play, and the prices that ruled some of them out.</summary>
internal sealed class LotteryNarrowings
{
    // The first of them are in use; the others are kept for their arrays.
    private readonly List<Narrowing> narrowings = [];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(ReadOnlySpan<int> active, ReadOnlySpan<double> price)
    {
        if (Count == narrowings.Count)
            narrowings.Add(new Narrowing());
        narrowings[Count++].Take(active, price);
    }

    /// <summary>
    /// Makes prices that hold on the narrowed choices hold on all usable deals, by adding enough of the prices of each stage that was narrowed.
    /// </summary>
    /// <param name="inside">The choices still in play.</param>
    public void Widen(UsableDeals usable, ReadOnlySpan<int> inside, Span<double> price)
    {
        for (int s = Count - 1; s >= 0; s--)
        {
            double multiple = MultipleFor(usable, price, narrowings[s], inside);
            for (int m = 0; m < usable.Count; m++)
                price[m] += multiple * narrowings[s].Price[m];
            inside = narrowings[s].Active;
        }
    }

    private static double MultipleFor(UsableDeals usable, ReadOnlySpan<double> price, Narrowing stage, ReadOnlySpan<int> inside)
    {
        double multiple = 0;
        for (int m = 0; m < usable.Count; m++)
        {
            if (price[m] < 0 && stage.Price[m] > 0)
                multiple = Math.Max(multiple, -price[m] / stage.Price[m]);
        }
        int next = 0;
        int outer = 0;
        for (int b = 0; b < usable.Blocks; b++)
        {
            double best = double.NegativeInfinity;
            double top = double.NegativeInfinity;
            for (; next < inside.Length && inside[next] < usable.Start[b + 1]; next++)
            {
                best = Math.Max(best, usable.Worth(price, inside[next]));
                top = Math.Max(top, usable.Worth(stage.Price, inside[next]));
            }
            for (; outer < stage.Active.Length && stage.Active[outer] < usable.Start[b + 1]; outer++)
            {
                double excess = usable.Worth(price, stage.Active[outer]) - best;
                double slack = top - usable.Worth(stage.Price, stage.Active[outer]);
                if (excess > 0 && slack > LotteryStage.Ruled)
                    multiple = Math.Max(multiple, excess / slack);
            }
        }
        return multiple;
    }

    private sealed class Narrowing
    {
        private int[] active = [];
        private double[] price = [];
        private int choices;
        private int members;

        public ReadOnlySpan<int> Active => active.AsSpan(0, choices);

        public ReadOnlySpan<double> Price => price.AsSpan(0, members);

        public void Take(ReadOnlySpan<int> inPlay, ReadOnlySpan<double> prices)
        {
            (choices, members) = (inPlay.Length, prices.Length);
            if (active.Length < choices)
                active = new int[choices];
            if (price.Length < members)
                price = new double[members];
            inPlay.CopyTo(active);
            prices.CopyTo(price);
        }
    }
}
