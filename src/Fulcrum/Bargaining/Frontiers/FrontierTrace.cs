using System.Numerics;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>
/// Finds the deals behind a point of a frontier by going back through its levels: a choice leads to the point when what is left without it is a point of the
/// level before. Nothing is stored while the frontier is built.
/// </summary>
internal sealed class FrontierTrace
{
    // The levels drop what differs by less than the tolerance, so that a difference may show up twice.
    private const double Slack = 3;

    private readonly FrontierLevels levels;
    private readonly double match;
    private readonly int[][] orders;
    private readonly double[][] firsts;
    private readonly BigInteger[]?[] counts;
    private readonly Lock counting = new();

    public FrontierTrace(FrontierLevels levels, double tolerance)
    {
        (this.levels, match) = (levels, tolerance * Slack);
        orders = new int[levels.Levels.Length][];
        firsts = new double[levels.Levels.Length][];
        counts = new BigInteger[levels.Levels.Length][];
        for (int l = 0; l < orders.Length; l++)
        {
            PointSet level = levels.Levels[l];
            int[] order = [.. Enumerable.Range(0, level.Count)];
            double[] first = level.Of[0].AsSpan(0, level.Count).ToArray();
            Array.Sort(first, order);
            (orders[l], firsts[l]) = (order, first);
        }
    }

    /// <summary>How many deals have the utilities of a point of the last level.</summary>
    public BigInteger Count(int point)
    {
        lock (counting)
            return CountOf(levels.Blocks.Count, point);
    }

    /// <summary>How many of them have exactly the marks <paramref name="wanted"/>, a deal having those of all its choices.</summary>
    public BigInteger Count(int point, ulong wanted, Func<int, ulong> marks)
    {
        var known = new Dictionary<(int, int, ulong), BigInteger>();
        BigInteger From(int level, int at, ulong soFar)
        {
            if (level == 0)
                return soFar == wanted ? BigInteger.One : BigInteger.Zero;
            if (known.TryGetValue((level, at, soFar), out BigInteger sum))
                return sum;
            foreach ((int choice, int before) in Before(level, at))
            {
                foreach (var alike in levels.Blocks[level - 1].Choices[choice].GroupBy(marks))
                    sum += alike.Count() * From(level - 1, before, soFar | alike.Key);
            }
            known[(level, at, soFar)] = sum;
            return sum;
        }
        return From(levels.Blocks.Count, point, 0);
    }

    /// <summary>
    /// All deals with the utilities of a point of the last level, as choices of the table by canonical block; in order of the blocks' and choices' keys.
    /// The array is handed out again with the next deal.
    /// </summary>
    public IEnumerable<int[]> Deals(int point)
    {
        var deal = new int[levels.Blocks.Count];
        foreach (int _ in Deals(levels.Blocks.Count, point, deal))
            yield return deal;
    }

    private IEnumerable<int> Deals(int level, int point, int[] deal)
    {
        if (level == 0)
        {
            yield return 0;
            yield break;
        }
        FrontierBlock block = levels.Blocks[level - 1];
        var ways = Before(level, point).SelectMany(way => block.Choices[way.Choice].Select(c => (Choice: c, way.Point))).OrderBy(way => way.Choice).ToArray();
        foreach ((int choice, int before) in ways)
        {
            deal[block.Block] = choice;
            foreach (int _ in Deals(level - 1, before, deal))
                yield return 0;
        }
    }

    private BigInteger CountOf(int level, int point)
    {
        if (level == 0)
            return BigInteger.One;
        BigInteger[] own = counts[level] ??= new BigInteger[levels.Levels[level].Count];
        if (own[point].IsZero)
        {
            BigInteger sum = BigInteger.Zero;
            foreach ((int choice, int before) in Before(level, point))
                sum += levels.Blocks[level - 1].Choices[choice].Length * CountOf(level - 1, before);
            own[point] = sum;
        }
        return own[point];
    }

    private List<(int Choice, int Point)> Before(int level, int point)
    {
        var found = new List<(int, int)>();
        PointSet now = levels.Levels[level];
        PointSet choices = levels.Blocks[level - 1].Points;
        PointSet earlier = levels.Levels[level - 1];
        double[] first = firsts[level - 1];
        for (int c = 0; c < choices.Count; c++)
        {
            double wanted = now.Of[0][point] - choices.Of[0][c];
            for (int k = FirstFrom(first, wanted - match); k < first.Length && first[k] <= wanted + match; k++)
            {
                int place = orders[level - 1][k];
                if (IsRest(now, point, choices, c, earlier, place))
                    found.Add((c, place));
            }
        }
        return found;
    }

    private bool IsRest(PointSet now, int point, PointSet choices, int choice, PointSet earlier, int place)
    {
        for (int i = 1; i < now.Parties; i++)
        {
            if (Math.Abs(earlier.Of[i][place] + choices.Of[i][choice] - now.Of[i][point]) > match)
                return false;
        }
        return true;
    }

    private static int FirstFrom(double[] sorted, double value)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
