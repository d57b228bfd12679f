namespace Fulcrum.Bargaining.Frontiers;

/// <summary>The frontier over the deals that one set of further signers can conclude, and a point of it.</summary>
/// <param name="Signers">Canonical places; of those alone whose act some choice is while they refuse another.</param>
/// <param name="Place">Of the last level; -1 for none.</param>
internal sealed record FrontierRun(ulong Signers, FrontierLevels Levels, Lazy<FrontierTrace> Trace, int Place = -1)
{
    public FrontierRun At(int place) => this with { Place = place };

    private readonly Lazy<(double[] Firsts, int[] Places)> byFirst = new(() => ByFirst(Levels.Last));

    /// <summary>The point of this run with the values of a merged one; null where it has none.</summary>
    public FrontierRun? At(PointSet merged, int place, double tolerance)
    {
        PointSet own = Levels.Last;
        (double[] firsts, int[] places) = byFirst.Value;
        int from = Array.BinarySearch(firsts, merged.Of[0][place] - tolerance);
        from = from < 0 ? ~from : from;
        while (from > 0 && firsts[from - 1] >= merged.Of[0][place] - tolerance)
            from--;
        for (int at = from; at < firsts.Length && firsts[at] <= merged.Of[0][place] + tolerance; at++)
        {
            int k = places[at];
            bool same = true;
            for (int i = 0; same && i < own.Parties; i++)
                same = Math.Abs(own.Of[i][k] - merged.Of[i][place]) <= tolerance;
            if (same)
                return At(k);
        }
        return null;
    }

    private static (double[] Firsts, int[] Places) ByFirst(PointSet points)
    {
        double[] firsts = points.Of[0].AsSpan(0, points.Count).ToArray();
        int[] places = [.. Enumerable.Range(0, points.Count)];
        Array.Sort(firsts, places);
        return (firsts, places);
    }

    /// <summary>What is efficient among the points of all runs.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PointSet Merged(FrontierRun[] runs, int parties, double tolerance, CancellationToken cancellation)
    {
        var all = new PointSet(parties, runs.Sum(run => run.Levels.Last.Count));
        for (int i = 0; i < parties; i++)
        {
            int next = 0;
            foreach (FrontierRun run in runs)
            {
                Array.Copy(run.Levels.Last.Of[i], 0, all.Of[i], next, run.Levels.Last.Count);
                next += run.Levels.Last.Count;
            }
        }
        return all.Take(ParetoFilter.Keep(all, tolerance, cancellation));
    }
}
