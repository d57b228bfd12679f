namespace Fulcrum.Bargaining.Situations;

/// <summary>Differences between hands of two states.</summary>
internal static class HandDifference
{
    // Two solves of problems that differ only in what no settlement depends on agree to better than this many points; it is a tenth of the certified gap.
    private const double Noise = 1e-7;

    /// <summary>0 for a difference that is rounding alone.</summary>
    public static double Settled(double points) => Math.Abs(points) <= Noise ? 0 : points;
}
