using Fulcrum.Reading.Parsing;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>Weights in training: rows appear when a feature first takes part in a mistake; sums for averaging are kept lazily (Daume 2006).</summary>
internal sealed class TrainingTable(int classes) : IFeatureScores
{
    private readonly Dictionary<ulong, int> rows = [];
    private float[] weights = new float[1024 * classes];
    private float[] totals = new float[1024 * classes];
    private int[] stamps = new int[1024 * classes];

    public int Classes => classes;

    /// <summary>Number of examples seen.</summary>
    public int Clock { get; set; }

    public int Features => rows.Count;

    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        foreach (ulong feature in features)
        {
            if (rows.TryGetValue(feature, out int row))
            {
                ReadOnlySpan<float> values = weights.AsSpan(row * classes, classes);
                for (int cls = 0; cls < values.Length; cls++)
                {
                    scores[cls] += values[cls];
                }
            }
        }
    }

    public void Update(ReadOnlySpan<ulong> features, int right, int wrong)
    {
        foreach (ulong feature in features)
        {
            int row = RowOf(feature);
            Add(row * classes + right, 1);
            Add(row * classes + wrong, -1);
        }
    }

    /// <summary>Averages, drops rows without a weight of at least the given size, and quantises to signed bytes. The largest 0.02 % are clipped.</summary>
    public SortedDictionary<uint, sbyte[]> Quantise(float least)
    {
        float[] averages = new float[rows.Count * classes];
        for (int i = 0; i < averages.Length; i++)
        {
            averages[i] = (totals[i] + weights[i] * (Clock - stamps[i])) / Clock;
        }
        float[] sizes = [.. averages.Select(Math.Abs).Where(a => a > 0).Order()];
        float scale = 127 / sizes[(int)(sizes.Length * 0.9998)];
        var kept = new SortedDictionary<uint, sbyte[]>();
        foreach ((ulong feature, int row) in rows)
        {
            ReadOnlySpan<float> values = averages.AsSpan(row * classes, classes);
            if (values.ContainsAnyExceptInRange(-least, least))
            {
                kept.TryAdd(FeatureTable.KeyOf(feature), Array.ConvertAll(values.ToArray(), v => (sbyte)Math.Clamp(MathF.Round(v * scale), -127, 127)));
            }
        }
        return kept;
    }

    private int RowOf(ulong feature)
    {
        if (!rows.TryGetValue(feature, out int row))
        {
            row = rows.Count;
            rows.Add(feature, row);
            if ((row + 1) * classes > weights.Length)
            {
                Array.Resize(ref weights, weights.Length * 2);
                Array.Resize(ref totals, totals.Length * 2);
                Array.Resize(ref stamps, stamps.Length * 2);
            }
        }
        return row;
    }

    private void Add(int at, float step)
    {
        totals[at] += weights[at] * (Clock - stamps[at]);
        stamps[at] = Clock;
        weights[at] += step;
    }
}
