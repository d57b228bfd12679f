using System.Numerics;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>
/// Which points no other dominates. Every party's coordinates are first turned into whole ranks, values that follow each other within the tolerance sharing
/// one: then equality is exact and no rounding makes a point. One point stays of those that are equal. Two parties by one sweep, three by a sweep over a
/// tree of prefix maxima (Kung, Luccio and Preparata 1975), more against the list of points kept so far, eight at a time.
/// </summary>
internal static class ParetoFilter
{
    private const int Checked = 1024;

    /// <summary>Places of the points kept, in descending order of the first party, then the second, and so on.</summary>
    /// <param name="tolerance">Coordinates closer than this count as equal.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static int[] Keep(PointSet points, double tolerance, CancellationToken cancellation)
    {
        if (points.Count <= 1)
            return points.Count == 0 ? [] : [0];
        var ranks = new int[points.Parties][];
        for (int i = 0; i < ranks.Length; i++)
            ranks[i] = RanksOf(points.Of[i], points.Count, tolerance);
        return Keep(ranks, cancellation);
    }

    /// <summary>The same over whole numbers, greater being better.</summary>
    public static int[] Keep(int[][] ranks, CancellationToken cancellation)
    {
        int[] order = Descending(ranks);
        return ranks.Length switch
        {
            1 => [order[0]],
            2 => Sweep(ranks, order),
            3 => SweepOverTree(ranks, order),
            _ => AgainstKept(ranks, order, cancellation),
        };
    }

    /// <summary>The rank of each value from below; values that follow each other within the tolerance share one.</summary>
    public static int[] RanksOf(double[] values, int count, double tolerance)
    {
        double[] sorted = values.AsSpan(0, count).ToArray();
        var places = new int[count];
        for (int k = 0; k < count; k++)
            places[k] = k;
        Array.Sort(sorted, places);
        var ranks = new int[count];
        int rank = 0;
        for (int k = 0; k < count; k++)
        {
            if (k > 0 && sorted[k] - sorted[k - 1] > tolerance)
                rank++;
            ranks[places[k]] = rank;
        }
        return ranks;
    }

    // Whoever dominates a point comes before it; equal points by place.
    private static int[] Descending(int[][] ranks)
    {
        int count = ranks[0].Length;
        var keys = new ulong[count];
        var order = new int[count];
        for (int k = 0; k < count; k++)
        {
            order[k] = k;
            keys[k] = ulong.MaxValue - ((ulong)(uint)ranks[0][k] << 32) - (ranks.Length > 1 ? (uint)ranks[1][k] : 0u);
        }
        Array.Sort(keys, order);
        int start = 0;
        for (int k = 1; k <= count; k++)
        {
            if (k < count && keys[k] == keys[start])
                continue;
            if (k - start > 1)
                Array.Sort(order, start, k - start, Comparer<int>.Create((x, y) => CompareFrom(ranks, 2, x, y)));
            start = k;
        }
        return order;
    }

    private static int CompareFrom(int[][] ranks, int from, int x, int y)
    {
        for (int i = from; i < ranks.Length; i++)
        {
            int c = ranks[i][y].CompareTo(ranks[i][x]);
            if (c != 0)
                return c;
        }
        return x.CompareTo(y);
    }

    private static int[] Sweep(int[][] ranks, int[] order)
    {
        var kept = new List<int>();
        int best = -1;
        foreach (int k in order)
        {
            if (ranks[1][k] <= best)
                continue;
            best = ranks[1][k];
            kept.Add(k);
        }
        return [.. kept];
    }

    // The tree holds, for every rank of the second party from the top, the greatest third rank seen.
    private static int[] SweepOverTree(int[][] ranks, int[] order)
    {
        int top = ranks[1].Max();
        var tree = new int[top + 2];
        var kept = new List<int>();
        foreach (int k in order)
        {
            int at = top - ranks[1][k] + 1;
            int third = ranks[2][k] + 1;
            int most = 0;
            for (int t = at; t > 0 && most < third; t -= t & -t)
                most = Math.Max(most, tree[t]);
            if (most >= third)
                continue;
            kept.Add(k);
            for (int t = at; t < tree.Length; t += t & -t)
                tree[t] = Math.Max(tree[t], third);
        }
        return [.. kept];
    }

    // Everything kept is at least as good for the first party already, so that only the others are compared.
    private static int[] AgainstKept(int[][] ranks, int[] order, CancellationToken cancellation)
    {
        var archive = new KeptRanks(ranks.Length - 1, order.Length);
        Span<int> point = stackalloc int[ranks.Length - 1];
        var kept = new List<int>();
        for (int n = 0; n < order.Length; n++)
        {
            if (n % Checked == 0)
                cancellation.ThrowIfCancellationRequested();
            for (int i = 1; i < ranks.Length; i++)
                point[i - 1] = ranks[i][order[n]];
            if (archive.Covers(point))
                continue;
            archive.Add(point);
            kept.Add(order[n]);
        }
        return [.. kept];
    }
}
