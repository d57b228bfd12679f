namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// From the chance of each choice to a mixture of whole deals: one line from 0 to 1 is cut per block, by key, in proportion to the chances, and each stretch
/// between cuts is a deal. With k choices more than blocks in use that is at most k + 1 deals: for a corner solution never more than parties.
/// </summary>
internal static class CanonicalMixture
{
    private const int MostTies = 16;

    /// <summary>Choices (canonical, one per block) with their share, in the order of the line.</summary>
    public static List<(double Share, int[] Choices)> Of(DealTable table, LotteryAnswer answer)
    {
        var line = new MixtureLine();
        line.Begin(table, answer.Shares);
        var mixture = new List<(double, int[])>();
        while (line.Next(out double share))
        {
            // Cuts that rounding parts leave one deal in two stretches.
            if (mixture.Count > 0 && mixture[^1].Item2.AsSpan().SequenceEqual(line.Choices))
                mixture[^1] = (mixture[^1].Item1 + share, mixture[^1].Item2);
            else
                mixture.Add((share, line.Choices.ToArray()));
        }
        return mixture;
    }

    /// <summary>Deals made of tied choices that the mixture does not use, in order of keys, at most 16.</summary>
    public static List<int[]> Ties(DealTable table, LotteryAnswer answer, List<(double Share, int[] Choices)> mixture)
    {
        var ties = new List<int[]>();
        var deal = new int[table.Blocks];
        for (int b = 0; b < table.Blocks; b++)
            deal[b] = NextTied(table, answer, b, table.Start[b]);
        while (ties.Count < MostTies)
        {
            if (!mixture.Any(m => m.Choices.AsSpan().SequenceEqual(deal)))
                ties.Add([.. deal]);
            int last = table.Blocks - 1;
            for (; last >= 0; last--)
            {
                int next = NextTied(table, answer, last, deal[last] + 1);
                deal[last] = next >= 0 ? next : NextTied(table, answer, last, table.Start[last]);
                if (next >= 0)
                    break;
            }
            if (last < 0)
                break;
        }
        return ties;
    }

    private static int NextTied(DealTable table, LotteryAnswer answer, int block, int from)
    {
        for (int c = from; c < table.Start[block + 1]; c++)
        {
            if (answer.Tied[c])
                return c;
        }
        return -1;
    }
}
