namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Parties in an order that neither their names nor their scales change: by where no deal and each choice lie within a party's own range. Parties alike in all of that keep
/// their canonical order. For choosing among equals what has to be one and the same whatever the units; sums are formed in canonical order.
/// </summary>
internal static class ScaleFreeOrder
{
    // Of a party's range: positions closer than this are one.
    private const int Digits = 9;

    /// <summary>Rank of each canonical place.</summary>
    public static int[] RanksOf(DealTable table)
    {
        double[][] positions = [.. Enumerable.Range(0, table.Parties).Select(party => Positions(table, party))];
        int[] order = [.. Enumerable.Range(0, table.Parties)];
        Array.Sort(order, (x, y) => Compare(positions[x], positions[y]) is var c and not 0 ? c : x.CompareTo(y));
        var ranks = new int[order.Length];
        for (int k = 0; k < order.Length; k++)
            ranks[order[k]] = k;
        return ranks;
    }

    private static double[] Positions(DealTable table, int party)
    {
        double[] points = [.. Enumerable.Range(0, table.Start[^1]).Select(c => table.Points[c * table.Parties + party])];
        var low = new double[table.Blocks];
        (double least, double range) = (table.Constants[party], 0);
        for (int b = 0; b < table.Blocks; b++)
        {
            ReadOnlySpan<double> own = points.AsSpan(table.Start[b], table.Start[b + 1] - table.Start[b]);
            (low[b], double high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (double x in own)
                (low[b], high) = (Math.Min(low[b], x), Math.Max(high, x));
            (least, range) = own.IsEmpty ? (least, range) : (least + low[b], range + high - low[b]);
        }
        double In(double distance) => range > 0 ? Math.Round(distance / range, Digits) : Math.Sign(distance);
        var positions = new List<double> { In(table.NoDeal[party] - least), table.Claims[party] };
        for (int b = 0; b < table.Blocks; b++)
        {
            for (int c = table.Start[b]; c < table.Start[b + 1]; c++)
                positions.AddRange([In(points[c] - low[b]), table.Needs[c] >> party & 1, table.RefusedBy[c] >> party & 1]);
        }
        return [.. positions];
    }

    private static int Compare(double[] x, double[] y)
    {
        for (int k = 0; k < x.Length; k++)
        {
            int c = x[k].CompareTo(y[k]);
            if (c != 0)
                return c;
        }
        return 0;
    }
}
