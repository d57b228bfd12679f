namespace Fulcrum.Studies.Shards;

/// <summary>
/// What a study keeps of one measure instead of its draws: exact whole-number sums and a histogram of at most 1024 bins. All of it adds up without rounding, so
/// tallies merged in any order and grouping are the same to the last bit. Values are counted in steps of 2^-40; beyond a million either way they stand at the edge.
/// </summary>
public sealed class Tally
{
    private const double Unit = 1L << 40;
    /// <summary>The largest number, either way, that is counted as it is.</summary>
    internal const double Edge = 1 << 20;

    /// <param name="binsPerUnit">Bins of the histogram per 1 of the measure; each is centred on a multiple of its width. Values that spread far make them wider.</param>
    public Tally(int binsPerUnit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(binsPerUnit, 1);
        BinsPerUnit = binsPerUnit;
        Histogram = new Histogram(binsPerUnit);
    }

    internal Tally(int binsPerUnit, TallySums sums, int doublings, IEnumerable<KeyValuePair<int, long>> bins)
    {
        (BinsPerUnit, Sums) = (binsPerUnit, sums);
        Histogram = Histogram.Of(binsPerUnit, doublings, bins);
    }

    public int BinsPerUnit { get; }

    /// <summary>Width of the histogram's bins now; quantiles are right to half of it.</summary>
    public double BinWidth => Histogram.Width;

    internal TallySums Sums { get; private set; } = TallySums.Empty;

    internal Histogram Histogram { get; }

    /// <summary>Draws in which the measure exists.</summary>
    public long Count => Sums.Count;

    /// <summary>Draws in which it does not.</summary>
    public long Absent => Sums.Absent;

    /// <summary>NaN when it exists in no draw, as the others.</summary>
    public double Mean => Count == 0 ? double.NaN : (double)Sums.Sum / Unit / Count;

    /// <summary>Standard deviation over the draws.</summary>
    public double Deviation => Count == 0 ? double.NaN : Math.Sqrt(Math.Max(0, (double)Sums.Squares / Unit / Count - Mean * Mean));

    public double Least => Count == 0 ? double.NaN : Sums.Least;

    public double Most => Count == 0 ? double.NaN : Sums.Most;

    public void Add(double value)
    {
        if (!double.IsFinite(value))
        {
            Sums = Sums with { Absent = Sums.Absent + 1 };
            return;
        }
        double kept = Math.Clamp(value, -Edge, Edge) + 0.0;
        Sums = new TallySums(
            Sums.Count + 1, Sums.Absent, Sums.Sum + Steps(kept * Unit), Sums.Squares + Steps(kept * kept * Unit), Math.Min(Sums.Least, kept), Math.Max(Sums.Most, kept));
        Histogram.Add(kept);
    }

    /// <exception cref="ArgumentException">The bins are of another width.</exception>
    public void Add(Tally other)
    {
        if (other.BinsPerUnit != BinsPerUnit)
        {
            throw new ArgumentException("Tallies with bins of different widths do not add up.", nameof(other));
        }
        Sums = Sums.Plus(other.Sums);
        Histogram.Add(other.Histogram);
    }

    /// <summary>Forgets what was counted; the room for it stays.</summary>
    internal void Clear()
    {
        Sums = TallySums.Empty;
        Histogram.Clear();
    }

    // Through a short whole number where it fits, which is quicker and the same.
    private static Int128 Steps(double steps) => Math.Abs(steps) < long.MaxValue / 2 ? (long)Math.Round(steps) : (Int128)Math.Round(steps);

    /// <summary>The value below or at which this share of the draws lies, to half a bin (the inverse of the counted distribution); NaN when there is none.</summary>
    /// <param name="share">0..1.</param>
    public double Quantile(double share) => Count == 0 ? double.NaN : Math.Clamp(Histogram.Value(share * Count), Sums.Least, Sums.Most);
}

/// <param name="Sum">In steps of 2^-40.</param>
/// <param name="Squares">Sum of the squares, in steps of 2^-40.</param>
internal readonly record struct TallySums(long Count, long Absent, Int128 Sum, Int128 Squares, double Least, double Most)
{
    public static readonly TallySums Empty = new(0, 0, 0, 0, double.PositiveInfinity, double.NegativeInfinity);

    public TallySums Plus(TallySums other) => new(
        Count + other.Count, Absent + other.Absent, Sum + other.Sum, Squares + other.Squares, Math.Min(Least, other.Least), Math.Max(Most, other.Most));
}
