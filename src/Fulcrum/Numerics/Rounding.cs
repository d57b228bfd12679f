namespace Fulcrum.Numerics;

/// <summary>What sums of points in binary fractions can be off by.</summary>
internal static class Rounding
{
    /// <summary>In points.</summary>
    public const double Points = 1e-9;

    /// <summary>A party that is offered as much as it has without is not worse off, whichever way the last digits of the two sums were rounded.</summary>
    public static bool NotBelow(double value, double bound) => value >= bound - Points;
}
