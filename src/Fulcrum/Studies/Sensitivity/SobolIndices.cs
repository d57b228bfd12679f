using Fulcrum.Numerics;

namespace Fulcrum.Studies.Sensitivity;

public sealed record SobolOptions
{
    /// <summary>Rows of the two samples: with n inputs, (n + 2) times as many values are worked out.</summary>
    public int Rows { get; init; } = 128;

    /// <summary>Resamples of the rows for the intervals.</summary>
    public int Resamples { get; init; } = 400;

    /// <summary>Share of the resamples within an interval.</summary>
    public double Level { get; init; } = 0.9;

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; }
}

/// <summary>An estimate with its bootstrap interval.</summary>
public sealed record Estimated(double Value, double Low, double High);

/// <summary>How much of the variance of an answer an input carries.</summary>
/// <param name="First">By itself: the share by which the variance falls, on average, once it is known (Sobol 1993).</param>
/// <param name="Total">By itself and together with others: the share that stays, on average, when all others are known (Homma and Saltelli 1996).</param>
public sealed record SobolIndex(string Input, Estimated First, Estimated Total);

/// <param name="Variance">Of the answer; 0 when it never moves, and then there are no indices.</param>
public sealed record SobolResult(IReadOnlyList<SobolIndex> Indices, double Mean, double Variance, int Rows, int Values);

/// <summary>
/// First-order and total Sobol indices: two independent samples A and B and, for every input, A with that input from B (Saltelli 2002), with Jansen's estimators
/// (Jansen 1999; Saltelli et al. 2010). Intervals by resampling whole rows (Efron 1979). Inputs must be independent of each other; what is drawn together is one input.
/// </summary>
public static class SobolIndices
{
    /// <summary>In place of an input: sample A itself, or B.</summary>
    public const int SampleA = -1, SampleB = -2;

    /// <summary>Answers are known to this share of their size: what moves less does not move.</summary>
    private const double Certain = 1e-6;

    /// <param name="value">From a row and an input (or <see cref="SampleA"/>, <see cref="SampleB"/>) to the answer with that input of A's row taken from B's. Pure.</param>
    public static SobolResult Of(
        IReadOnlyList<string> inputs, Func<int, int, double> value, SobolOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        int columns = inputs.Count + 2;
        StudyRun<double> run = StudyRunner.Run(
            i => value(i / columns, i % columns - 2), options.Rows * columns, new StudyOptions { Threads = options.Threads }, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        // Columns of a row: B, A, then the mixtures. A row in which some answer does not exist says nothing about differences.
        double[][] rows = [.. Enumerable.Range(0, options.Rows).Select(r => run.Results.Skip(r * columns).Take(columns).ToArray()).Where(r => r.All(double.IsFinite))];
        double[] both = [.. rows.SelectMany(r => new[] { r[0], r[1] })];
        double mean = both.Length == 0 ? double.NaN : both.Average(), variance = VarianceOf(rows, null);
        return variance > 0
            ? new SobolResult([.. inputs.Select((name, i) => Index(name, i, rows, options))], mean, variance, rows.Length, run.Results.Count)
            : new SobolResult([], mean, 0, rows.Length, run.Results.Count);
    }

    private static SobolIndex Index(string name, int input, double[][] rows, SobolOptions options)
    {
        var stream = new RandomStream(options.Seed, (ulong)input, "resamples");
        var first = new List<double>(options.Resamples);
        var total = new List<double>(options.Resamples);
        var picked = new int[rows.Length];
        for (int b = 0; b < options.Resamples; b++)
        {
            for (int r = 0; r < picked.Length; r++)
            {
                picked[r] = stream.NextBelow(rows.Length);
            }
            if (VarianceOf(rows, picked) > 0)
            {
                var (f, t) = Estimate(input, rows, picked);
                first.Add(f);
                total.Add(t);
            }
        }
        var (onFirst, onTotal) = Estimate(input, rows, null);
        return new SobolIndex(name, Between(onFirst, first, options.Level), Between(onTotal, total, options.Level));
    }

    private static (double First, double Total) Estimate(int input, double[][] rows, int[]? picked)
    {
        double toB = 0, toA = 0, apart = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[picked?[i] ?? i];
            double mixed = row[input + 2];
            toB += (row[0] - mixed) * (row[0] - mixed);
            toA += (row[1] - mixed) * (row[1] - mixed);
            apart += (row[0] - row[1]) * (row[0] - row[1]);
        }
        double variance = VarianceOf(rows, picked);
        // For an input that does nothing the first index is known to be 0, so what chance makes of it is seen in A against B; the other inputs share this error
        // in so far as they carry nothing (a control variate; the dummy of Khorashadi Zadeh et al. 2017).
        double carries = apart > 0 ? Math.Clamp(1 - toB / apart, 0, 1) : 0;
        double common = apart / (2 * rows.Length) / variance - 1;
        return (1 - toB / (2 * rows.Length) / variance + (1 - carries) * common, toA / (2 * rows.Length) / variance);
    }

    // Of samples A (column 1) and B (column 0) together, about their mean; 0 where it is no more than what the answers themselves are certain to.
    private static double VarianceOf(double[][] rows, int[]? picked)
    {
        double sum = 0, largest = 1;
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[picked?[i] ?? i];
            sum += row[0] + row[1];
            largest = Math.Max(largest, Math.Max(Math.Abs(row[0]), Math.Abs(row[1])));
        }
        double mean = sum / (2 * rows.Length), squares = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[picked?[i] ?? i];
            squares += (row[0] - mean) * (row[0] - mean) + (row[1] - mean) * (row[1] - mean);
        }
        double variance = squares / (2 * rows.Length);
        return rows.Length == 0 || variance <= Certain * largest * (Certain * largest) ? 0 : variance;
    }

    private static Estimated Between(double value, List<double> resamples, double level)
    {
        double[] sorted = OrderStatistics.Sorted(resamples);
        return sorted.Length == 0
            ? new Estimated(value, double.NaN, double.NaN)
            : new Estimated(value, OrderStatistics.Quantile(sorted, (1 - level) / 2), OrderStatistics.Quantile(sorted, (1 + level) / 2));
    }
}
