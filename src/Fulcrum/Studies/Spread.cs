using Fulcrum.Numerics;

namespace Fulcrum.Studies;

/// <summary>
/// Where a number lies over the draws in which it exists: its median and the 5th and 95th of 100, unrounded. Absent (null) where it exists in no draw.
/// Quantiles interpolate linearly between the ordered values (Hyndman and Fan 1996, definition 7).
/// </summary>
/// <param name="Count">Draws in which the number exists.</param>
public sealed record Spread(double Median, double P5, double P95, int Count)
{
    /// <summary>Values that are not finite are left out; null when none is left.</summary>
    public static Spread? Of(IEnumerable<double> values)
    {
        double[] sorted = OrderStatistics.Sorted(values.Where(double.IsFinite));
        return sorted.Length == 0
            ? null
            : new Spread(OrderStatistics.Quantile(sorted, 0.5), OrderStatistics.Quantile(sorted, 0.05), OrderStatistics.Quantile(sorted, 0.95), sorted.Length);
    }
}
