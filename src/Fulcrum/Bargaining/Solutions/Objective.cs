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
        Concept.KalaiSmorodinsky or Concept.Raiffa when ideal is not null => OfHopes(table, coalition, ideal, concept == Concept.Raiffa ? SameShareAfterSteps : SameShare, candidate, best) > 0,
        _ => Leximin(table, coalition, _ => 1, Same, candidate, best) > 0,
    };

    private static int OfHopes(DealTable table, ulong coalition, double[] ideal, double same, double[] x, double[] y) =>
        Leximin(table, coalition, i => ideal[i] > 0 ? 1 / ideal[i] : 0, same, x, y);

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

    // Sum of claim x ln(gain in x / gain in y). Where others gain in x than in y: more claims of gaining parties beat fewer, then the sum of claim x ln(gain / hope) counts, as for single deals.
    private static double LogRatio(DealTable table, ulong coalition, double[] x, double[] y)
    {
        (double sum, double hopes, double more, double all) = (0, 0, 0, 0);
        bool differ = false;
        for (int i = 0; i < table.Parties; i++)
        {
            if (!Counts(table, coalition, i))
                continue;
            (double least, double hope) = table.GainsOf(i);
            double rounding = Same * Math.Max(hope - least, hope), claim = table.Claims[i] > 0 ? table.Claims[i] : 1;
            (double gx, double gy) = (x[i] - table.NoDeal[i], y[i] - table.NoDeal[i]);
            (bool px, bool py) = (gx > rounding, gy > rounding);
            sum += px && py ? claim * Math.Log(gx / gy) : 0;
            hopes += px && !py ? claim * Math.Log(gx / hope) : py && !px ? -claim * Math.Log(gy / hope) : 0;
            more += claim * ((px ? 1 : 0) - (py ? 1 : 0));
            (all, differ) = (all + claim, differ || px != py);
        }
        return !differ ? sum : Math.Abs(more) > Same * all ? more : sum + hopes;
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
