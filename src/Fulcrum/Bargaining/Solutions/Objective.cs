namespace Fulcrum.Bargaining.Solutions;

/// <summary>Compares solutions of the same coalition under different sets of further parties, by the coalition's own gains.</summary>
internal static class Objective
{
    private const double Same = 1e-9;

    // Of an ideal gain: what the solution over mixtures is certified to, for a party with ten points to gain; and ten times what Raiffa's last step leaves open.
    private const double SameShare = 1e-7, SameShareAfterSteps = 1e-6;

    /// <summary>Whether <paramref name="candidate"/> is better by more than rounding. Utilities in canonical places.</summary>
    /// <param name="ideal">For Kalai-Smorodinsky and Raiffa: the most that each party can gain under any of the sets compared, so that shares of one and the same hope are compared.</param>
    public static bool Better(DealTable table, ulong coalition, Concept concept, double[] candidate, double[] best, double[]? ideal = null) => concept switch
    {
        Concept.Welfare or Concept.WelfareOfAll => Sum(table, coalition, candidate, best) > Same,
        Concept.Nash => LogRatio(table, coalition, candidate, best) > Same,
        Concept.KalaiSmorodinsky or Concept.Raiffa when ideal is not null => Leximin(
            table, coalition, i => ideal[i] > 0 ? 1 / ideal[i] : 0, concept == Concept.Raiffa ? SameShareAfterSteps : SameShare, candidate, best) > 0,
        _ => Leximin(table, coalition, _ => 1, Same, candidate, best) > 0,
    };

    private static bool Counts(DealTable table, ulong coalition, int i)
    {
        bool claims = false;
        for (int k = 0; k < table.Parties; k++)
            claims |= (coalition >> k & 1) != 0 && table.Claims[k] > 0;
        return (coalition >> i & 1) != 0 && (!claims || table.Claims[i] > 0);
    }

    private static double Sum(DealTable table, ulong coalition, double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < table.Parties; i++)
            sum += Counts(table, coalition, i) ? (table.Claims[i] > 0 ? table.Claims[i] : 1) * (x[i] - y[i]) : 0;
        return sum;
    }

    // Sum of claim x ln(gain in x / gain in y); parties that gain in neither count nothing, and more gaining parties beat fewer.
    private static double LogRatio(DealTable table, ulong coalition, double[] x, double[] y)
    {
        double sum = 0;
        int more = 0;
        for (int i = 0; i < table.Parties; i++)
        {
            if (!Counts(table, coalition, i))
                continue;
            (double gx, double gy) = (x[i] - table.NoDeal[i], y[i] - table.NoDeal[i]);
            (bool px, bool py) = (gx > Same, gy > Same);
            more += (px ? 1 : 0) - (py ? 1 : 0);
            sum += px && py ? (table.Claims[i] > 0 ? table.Claims[i] : 1) * Math.Log(gx / gy) : 0;
        }
        return more != 0 ? more : sum;
    }

    // Gains by a factor each; a party with none is left out.
    private static int Leximin(DealTable table, ulong coalition, Func<int, double> factor, double same, double[] x, double[] y)
    {
        int[] parties = [.. Enumerable.Range(0, table.Parties).Where(i => Counts(table, coalition, i) && factor(i) > 0)];
        double[] Gains(double[] u) => [.. parties.Select(i => (u[i] - table.NoDeal[i]) * factor(i)).Order()];
        double[] a = Gains(x), b = Gains(y);
        for (int k = 0; k < a.Length; k++)
        {
            if (Math.Abs(a[k] - b[k]) > same)
                return a[k] > b[k] ? 1 : -1;
        }
        return 0;
    }
}
