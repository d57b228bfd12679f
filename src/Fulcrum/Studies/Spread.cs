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
        double[] sorted = values.Where(double.IsFinite).ToArray();
        if (sorted.Length == 0)
        {
            return null;
        }
        Array.Sort(sorted);
        return new Spread(Quantile(sorted, 0.5), Quantile(sorted, 0.05), Quantile(sorted, 0.95), sorted.Length);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int below = (int)Math.Floor(place);
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
