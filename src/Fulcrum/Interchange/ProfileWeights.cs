namespace Fulcrum.Interchange;

/// <summary>
/// Weights as profiles of GENIUS and GeniusWeb state them: shares of their sum, in decimals that add up to exactly 1. GENIUS divides by nothing when it reads a profile,
/// and GeniusWeb refuses weights with another sum.
/// </summary>
internal static class ProfileWeights
{
    // As a case writes numbers, so that what is written and read again is the same.
    private const int Decimals = 10;
    private const decimal Unit = 0.0000000001m;

    // Reading a sum of written decimals is off by far less; a case's own numbers differ by more.
    private const double Noise = 1e-9;

    /// <summary>What the weights are divided by: their sum, or 1 where it is 1 but for rounding or where nothing weighs.</summary>
    public static double Sum(IReadOnlyList<double> weights)
    {
        double sum = weights.Sum();
        return sum <= 0 || Math.Abs(sum - 1) <= Noise ? 1 : sum;
    }

    /// <summary>The shares, rounded to 10 decimals; the last weight above 0 takes what rounding leaves over.</summary>
    public static decimal[] Of(IReadOnlyList<double> weights)
    {
        double sum = Sum(weights);
        decimal[] shares = [.. weights.Select(w => Math.Round((decimal)(w / sum), Decimals))];
        int last = Array.FindLastIndex(shares, s => s > weights.Count * Unit);
        if (last >= 0)
        {
            shares[last] += 1 - shares.Sum();
        }
        return shares;
    }
}
