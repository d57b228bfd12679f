namespace Fulcrum.Studies.Shards;

/// <summary>
/// How often each value occurred, in at most <see cref="MostBins"/> bins however many values are counted. Bins begin narrow; whenever the values occupy more
/// than that many, each two neighbours become one, until they do not. How wide the bins are thus hangs on the set of values alone: it is the least doubling at
/// which they fit, and a set never fits where a part of it does not. So counts that are added up in any order and grouping are the same to the last bit
/// (uniform collapse: Epicoco et al. 2020).
/// </summary>
internal sealed class Histogram
{
    /// <summary>Values over a hundred points still stand in bins of at most an eighth of a point.</summary>
    public const int MostBins = 1024;

    private const int FewestPlaces = 32;

    private readonly int _binsPerUnit;

    // A table of open places, never more than half full; a place with no count is free.
    private int[] _bins = new int[FewestPlaces];
    private long[] _counts = new long[FewestPlaces];
    private int _count;

    /// <param name="binsPerUnit">Bins per 1 of the values before any doubling; each is centred on a multiple of its width.</param>
    public Histogram(int binsPerUnit) => _binsPerUnit = binsPerUnit;

    /// <summary>How often the bins have doubled in width: bin b holds the first bins from b x 2^Doublings on.</summary>
    public int Doublings { get; private set; }

    /// <summary>Width of a bin.</summary>
    public double Width => (1 << Doublings) / (double)_binsPerUnit;

    /// <summary>Bins that hold something, the lowest first.</summary>
    public IEnumerable<KeyValuePair<int, long>> Bins =>
        Enumerable.Range(0, _bins.Length).Where(place => _counts[place] > 0).Select(place => KeyValuePair.Create(_bins[place], _counts[place])).OrderBy(b => b.Key);

    /// <summary>Counts as they were read from a file.</summary>
    /// <exception cref="ArgumentException">No histogram has such counts.</exception>
    public static Histogram Of(int binsPerUnit, int doublings, IEnumerable<KeyValuePair<int, long>> bins)
    {
        if (doublings is < 0 or >= 31)
        {
            throw new ArgumentException("Wider bins than a histogram has.", nameof(doublings));
        }
        var histogram = new Histogram(binsPerUnit) { Doublings = doublings };
        int given = 0;
        foreach ((int bin, long count) in bins)
        {
            if (count <= 0 || ++given > MostBins)
            {
                throw new ArgumentException("More bins than a histogram has, or one that holds nothing.", nameof(bins));
            }
            histogram.Add(bin, count);
        }
        return histogram._count == given ? histogram : throw new ArgumentException("A bin stands twice.", nameof(bins));
    }

    /// <param name="value">Finite; at most 2^20 either way.</param>
    public void Add(double value) => Add((int)Math.Round(value * _binsPerUnit) >> Doublings, 1);

    public void Add(Histogram other)
    {
        Widen(other.Doublings);
        for (int place = 0; place < other._bins.Length; place++)
        {
            if (other._counts[place] > 0)
            {
                // The bins may double on the way.
                Add(other._bins[place] >> (Doublings - other.Doublings), other._counts[place]);
            }
        }
    }

    /// <summary>Forgets what was counted; the room for it stays.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        (_count, Doublings) = (0, 0);
    }

    /// <summary>The middle of the bin in which the value of that rank stands, ranks from 1.</summary>
    public double Value(double rank)
    {
        long reached = 0;
        foreach ((int bin, long count) in Bins)
        {
            reached += count;
            if (reached >= rank)
            {
                return ((double)bin * (1 << Doublings) + ((1 << Doublings) - 1) / 2.0) / _binsPerUnit;
            }
        }
        return double.NaN;
    }

    private void Add(int bin, long count)
    {
        Put(bin, count);
        while (_count > MostBins)
        {
            Widen(Doublings + 1);
        }
    }

    private void Put(int bin, long count)
    {
        int place = PlaceOf(bin);
        if (_counts[place] == 0)
        {
            _bins[place] = bin;
            _count++;
        }
        _counts[place] += count;
        if (2 * _count > _bins.Length)
        {
            Grow();
        }
    }

    private int PlaceOf(int bin)
    {
        int place = (int)((uint)bin * 0x9E3779B9u >> 7) & (_bins.Length - 1);
        while (_counts[place] > 0 && _bins[place] != bin)
        {
            place = (place + 1) & (_bins.Length - 1);
        }
        return place;
    }

    private void Grow()
    {
        (int[] bins, long[] counts) = (_bins, _counts);
        (_bins, _counts, _count) = (new int[2 * bins.Length], new long[2 * bins.Length], 0);
        for (int place = 0; place < bins.Length; place++)
        {
            if (counts[place] > 0)
            {
                Put(bins[place], counts[place]);
            }
        }
    }

    private void Widen(int doublings)
    {
        if (doublings <= Doublings)
        {
            return;
        }
        Span<int> bins = stackalloc int[MostBins + 1];
        Span<long> counts = stackalloc long[MostBins + 1];
        int held = 0;
        for (int place = 0; place < _bins.Length; place++)
        {
            if (_counts[place] > 0)
            {
                (bins[held], counts[held++]) = (_bins[place], _counts[place]);
            }
        }
        Array.Clear(_counts);
        _count = 0;
        for (int k = 0; k < held; k++)
        {
            Put(bins[k] >> (doublings - Doublings), counts[k]);
        }
        Doublings = doublings;
    }
}
