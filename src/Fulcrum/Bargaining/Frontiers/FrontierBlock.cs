using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>
/// The choices of one block that an efficient deal can contain: those that no other choice dominates, choices of equal points as one.
/// </summary>
/// <param name="Block">Canonical block of the table.</param>
/// <param name="Points">One point a distinct choice, in the parties' units.</param>
/// <param name="Choices">The table's choices with those points, rising; at least one each.</param>
internal sealed record FrontierBlock(int Block, PointSet Points, int[][] Choices)
{
    /// <summary>No choice at all where everything is off the table.</summary>
    /// <param name="signers">Those whose refusal takes a choice out, and those whose consent no choice may need.</param>
    public static FrontierBlock Of(DealTable table, int block, int[] parties, double[] units, (ulong Consent, ulong Without) signers, double tolerance)
    {
        int[] usable = [.. Enumerable.Range(table.Start[block], table.Start[block + 1] - table.Start[block])
            .Where(c => (table.RefusedBy[c] & signers.Consent) == 0 && (table.Needs[c] & signers.Without) == 0)];
        var all = new PointSet(parties.Length, usable.Length);
        for (int i = 0; i < parties.Length; i++)
        {
            for (int k = 0; k < usable.Length; k++)
                all.Of[i][k] = table.Points[usable[k] * table.Parties + parties[i]] / units[i];
        }
        int[] kept = ParetoFilter.Keep(all, tolerance, CancellationToken.None);
        PointSet points = all.Take(kept);
        var choices = new List<int>[kept.Length];
        for (int k = 0; k < kept.Length; k++)
            choices[k] = [];
        for (int u = 0; u < usable.Length; u++)
        {
            int place = PlaceOf(points, all, u, tolerance);
            if (place >= 0)
                choices[place].Add(usable[u]);
        }
        return new FrontierBlock(block, points, [.. choices.Select(c => c.ToArray())]);
    }

    private static int PlaceOf(PointSet points, PointSet all, int place, double tolerance)
    {
        for (int k = 0; k < points.Count; k++)
        {
            bool same = true;
            for (int i = 0; same && i < points.Parties; i++)
                same = Math.Abs(points.Of[i][k] - all.Of[i][place]) <= tolerance;
            if (same)
                return k;
        }
        return -1;
    }
}
