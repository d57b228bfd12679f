namespace Fulcrum.Bargaining.Frontiers;

/// <summary>By how much a list of points may fall short of others that dominate everything there is.</summary>
internal static class Shortfall
{
    /// <summary>
    /// Per party, in its units: every point of <paramref name="above"/> is matched by one of <paramref name="listed"/> that gives each party at most this much less. Infinite where
    /// nothing is listed and something is above.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static double[] Of(PointSet listed, PointSet above, CancellationToken cancellation)
    {
        var most = new double[above.Parties];
        for (int p = 0; p < above.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            (int nearest, double least) = (-1, double.PositiveInfinity);
            for (int k = 0; k < listed.Count && least > 0; k++)
            {
                double lacking = 0;
                for (int i = 0; i < most.Length && lacking < least; i++)
                    lacking = Math.Max(lacking, above.Of[i][p] - listed.Of[i][k]);
                (nearest, least) = lacking < least ? (k, lacking) : (nearest, least);
            }
            for (int i = 0; i < most.Length; i++)
                most[i] = nearest < 0 ? double.PositiveInfinity : Math.Max(most[i], above.Of[i][p] - listed.Of[i][nearest]);
        }
        return most;
    }
}
