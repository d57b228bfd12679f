namespace Fulcrum.Bargaining.Solutions;

/// <summary>The line of <see cref="CanonicalMixture"/>, deal by deal. A workspace: reuse it, but not concurrently.</summary>
internal sealed class MixtureLine
{
    private const double Negligible = 1e-12;

    private readonly List<double> cuts = [];
    private DealTable table = null!;
    private double[] shares = [];
    private int[] deal = [];
    private int next;
    private double from;

    /// <summary>The choices (canonical, one per block) of the deal that <see cref="Next"/> found; until the next one.</summary>
    public ReadOnlySpan<int> Choices => deal.AsSpan(0, table.Blocks);

    /// <param name="chances">Chance of each choice of the table within its block.</param>
    public void Begin(DealTable deals, double[] chances)
    {
        (table, shares, next, from) = (deals, chances, 0, 0);
        if (deal.Length < table.Blocks)
            deal = new int[table.Blocks];
        cuts.Clear();
        for (int b = 0; b < table.Blocks; b++)
        {
            double sum = 0;
            for (int c = table.Start[b]; c < table.Start[b + 1]; c++)
            {
                sum += shares[c];
                if (sum > Negligible && sum < 1 - Negligible)
                    cuts.Add(sum);
            }
        }
        cuts.Sort();
        cuts.Add(1);
    }

    /// <summary>Goes on to the next deal; false at the end of the line.</summary>
    public bool Next(out double share)
    {
        while (next < cuts.Count)
        {
            double to = cuts[next++];
            if (to - from <= Negligible)
                continue;
            share = to - from;
            Take((from + to) / 2);
            from = to;
            return true;
        }
        share = 0;
        return false;
    }

    private void Take(double place)
    {
        for (int b = 0; b < table.Blocks; b++)
        {
            double sum = 0;
            int chosen = -1;
            for (int c = table.Start[b]; c < table.Start[b + 1]; c++)
            {
                if (shares[c] <= 0 || (chosen >= 0 && sum >= place))
                    continue;
                chosen = c;
                sum += shares[c];
            }
            deal[b] = chosen;
        }
    }
}
