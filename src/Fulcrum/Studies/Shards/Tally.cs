namespace Fulcrum.Studies.Shards;

/// <summary>
/// What a study keeps of one measure instead of its draws: exact whole-number sums and a histogram of at most 1024 bins. All of it adds up without rounding, so
/// tallies merged in any order and grouping are the same to the last bit. Values are counted in steps of 2^-40, doubled as often as the measure says; those beyond
/// <see cref="Edge"/> either way are counted as such, and no sum or bin holds them.
/// </summary>
public sealed class Tally
{
    private const double Unit = 1L << 40;

    /// <summary>The largest number, either way, that is counted as it is where no step is doubled.</summary>
    internal const double FirstEdge = 1 << 20;

    private readonly double _scale;

    /// <param name="binsPerUnit">Bins of the histogram per 1 of the measure; each is centred on a multiple of its width. Values that spread far make them wider.</param>
    /// <param name="doublings">How often steps and bins are doubled from the start, for a measure of large numbers.</param>
    public Tally(int binsPerUnit, int doublings = 0)
        : this(binsPerUnit, doublings, TallySums.Empty, new Histogram(binsPerUnit))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(binsPerUnit, 1);
    }

    /// <exception cref="ArgumentException">Sums and bins are not those of one and the same draws.</exception>
    internal Tally(int binsPerUnit, int doublings, TallySums sums, Histogram histogram)
    {
        (BinsPerUnit, Doublings, Sums, Histogram, _scale) = (binsPerUnit, doublings, sums, histogram, Math.ScaleB(1, doublings));
        if (histogram.Bins.Sum(b => b.Value) != sums.Count - sums.Below - sums.Above || (sums.Count > 0 && !(sums.Least <= sums.Most)))
        {
            throw new ArgumentException("The bins hold other draws than the sums.", nameof(sums));
        }
    }

    public int BinsPerUnit { get; }

    public int Doublings { get; }

    /// <summary>The largest number, either way, that is counted as it is.</summary>
    public double Edge => FirstEdge * _scale;

    /// <summary>Width of the histogram's bins now; quantiles are right to half of it.</summary>
    public double BinWidth => Histogram.Width * _scale;

    internal TallySums Sums { get; private set; }

    internal Histogram Histogram { get; }

    /// <summary>Draws in which the measure exists.</summary>
    public long Count => Sums.Count;

    /// <summary>Draws in which it does not.</summary>
    public long Absent => Sums.Absent;

    /// <summary>Draws in which it lies below minus <see cref="Edge"/>.</summary>
    public long Below => Sums.Below;

    /// <summary>Draws in which it lies above <see cref="Edge"/>.</summary>
    public long Above => Sums.Above;

    /// <summary>NaN when it exists in no draw, as the others; and where a value lies beyond the edge, of which no sum is kept.</summary>
    public double Mean => Within == Count && Count > 0 ? (double)Sums.Sum / Unit / Count * _scale : double.NaN;

    /// <summary>Standard deviation over the draws; NaN as the mean.</summary>
    public double Deviation
    {
        get
        {
            double mean = Mean / _scale;
            return double.IsNaN(mean) ? double.NaN : Math.Sqrt(Math.Max(0, (double)Sums.Squares / Unit / Count - mean * mean)) * _scale;
        }
    }

    public double Least => Count == 0 ? double.NaN : Sums.Least;

    public double Most => Count == 0 ? double.NaN : Sums.Most;

    private long Within => Sums.Count - Sums.Below - Sums.Above;

    public void Add(double value)
    {
        TallySums sums = Sums;
        if (!double.IsFinite(value))
        {
            Sums = sums with { Absent = sums.Absent + 1 };
            return;
        }
        double kept = value / _scale + 0.0;
        (double least, double most) = (Math.Min(sums.Least, value + 0.0), Math.Max(sums.Most, value + 0.0));
        if (Math.Abs(kept) > FirstEdge)
        {
            Sums = sums with { Count = sums.Count + 1, Below = sums.Below + (kept < 0 ? 1 : 0), Above = sums.Above + (kept > 0 ? 1 : 0), Least = least, Most = most };
            return;
        }
        Sums = sums with { Count = sums.Count + 1, Sum = sums.Sum + Steps(kept * Unit), Squares = sums.Squares + Steps(kept * kept * Unit), Least = least, Most = most };
        Histogram.Add(kept);
    }

    /// <exception cref="ArgumentException">The bins are of another width.</exception>
    public void Add(Tally other)
    {
        if (other.BinsPerUnit != BinsPerUnit || other.Doublings != Doublings)
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

    /// <summary>
    /// The value below or at which this share of the draws lies, to half a bin (the inverse of the counted distribution); NaN when there is none. Where it lies beyond
    /// the edge, the edge: it is then known only to be at most that (among the values below) or at least that.
    /// </summary>
    /// <param name="share">0..1.</param>
    public double Quantile(double share)
    {
        double rank = share * Count;
        return Count == 0 ? double.NaN
            : Below > 0 && rank <= Below ? -Edge
            : Above > 0 && rank > Count - Above ? Edge
            : Math.Clamp(Histogram.Value(rank - Below) * _scale, Math.Max(Sums.Least, -Edge), Math.Min(Sums.Most, Edge));
    }
}

/// <param name="Below">Of these draws, those beyond the edge; neither sum holds them.</param>
/// <param name="Sum">In steps of 2^-40, doubled as the measure says.</param>
/// <param name="Squares">Sum of the squares, in steps of 2^-40 of the squared measure in the same doubling.</param>
/// <param name="Least">As it is, also beyond the edge.</param>
internal readonly record struct TallySums(long Count, long Absent, long Below, long Above, Int128 Sum, Int128 Squares, double Least, double Most)
{
    public static readonly TallySums Empty = new(0, 0, 0, 0, 0, 0, double.PositiveInfinity, double.NegativeInfinity);

    public TallySums Plus(TallySums other) => new(
        Count + other.Count, Absent + other.Absent, Below + other.Below, Above + other.Above, Sum + other.Sum, Squares + other.Squares,
        Math.Min(Least, other.Least), Math.Max(Most, other.Most));
}
