namespace Fulcrum.Numerics;

/// <summary>Quantiles of samples, and sums that do not lose small terms.</summary>
public static class OrderStatistics
{
    /// <summary>
    /// The value below which the share <paramref name="probability"/> of the sample lies, linear between order statistics: definition 7 of Hyndman
    /// and Fan (1996). 0 gives the least value, 1 the greatest.
    /// </summary>
    /// <param name="sorted">In ascending order, without NaN.</param>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not in 0..1.</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.IsEmpty)
            throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        if (!(probability >= 0 && probability <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in 0..1.");
        double place = (sorted.Length - 1) * probability;
        int below = (int)place;
        double rest = place - below;
        return rest == 0 ? sorted[below] : sorted[below] + rest * (sorted[below + 1] - sorted[below]);
    }

    /// <summary>A sorted copy of the values that exist: NaN, a value that does not exist in its draw, is left out.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        double[] sorted = values.Where(v => !double.IsNaN(v)).ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>The sum with compensation for the digits lost in each addition (Neumaier 1974).</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        double lost = 0;
        foreach (double value in values)
        {
            double next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return sum + lost;
    }

    /// <exception cref="ArgumentException">There are no values.</exception>
    public static double Mean(ReadOnlySpan<double> values) =>
        values.IsEmpty ? throw new ArgumentException("A mean needs at least one value.", nameof(values)) : Sum(values) / values.Length;

    /// <summary>Standard error of the mean of independent values; NaN for fewer than two.</summary>
    public static double StandardError(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
            return double.NaN;
        double mean = Mean(values);
        var squares = new double[values.Length];
        for (int i = 0; i < squares.Length; i++)
            squares[i] = (values[i] - mean) * (values[i] - mean);
        return Math.Sqrt(Sum(squares) / (values.Length - 1) / values.Length);
    }
}
