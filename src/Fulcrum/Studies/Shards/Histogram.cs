using System.Runtime.InteropServices;

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

    private readonly int _binsPerUnit;
    private Dictionary<int, long> _bins = [];

    /// <param name="binsPerUnit">Bins per 1 of the values before any doubling; each is centred on a multiple of its width.</param>
    public Histogram(int binsPerUnit) => _binsPerUnit = binsPerUnit;

    /// <summary>How often the bins have doubled in width: bin b holds the first bins from b x 2^Doublings on.</summary>
    public int Doublings { get; private set; }

    /// <summary>Width of a bin.</summary>
    public double Width => (1 << Doublings) / (double)_binsPerUnit;

    /// <summary>Bins that hold something, the lowest first.</summary>
    public IEnumerable<KeyValuePair<int, long>> Bins => _bins.OrderBy(b => b.Key);

    /// <summary>Counts as they were read from a file.</summary>
    /// <exception cref="ArgumentException">No histogram has such counts.</exception>
    public static Histogram Of(int binsPerUnit, int doublings, IEnumerable<KeyValuePair<int, long>> bins)
    {
        var histogram = new Histogram(binsPerUnit) { Doublings = doublings, _bins = new Dictionary<int, long>(bins) };
        return doublings is >= 0 and < 31 && histogram._bins.Count <= MostBins ? histogram : throw new ArgumentException("More bins than a histogram has.", nameof(bins));
    }

    /// <param name="value">Finite; at most 2^20 either way.</param>
    public void Add(double value) => Add((int)Math.Round(value * _binsPerUnit) >> Doublings, 1);

    public void Add(Histogram other)
    {
        Widen(other.Doublings);
        foreach ((int bin, long count) in other._bins)
        {
            // The bins may double on the way.
            Add(bin >> (Doublings - other.Doublings), count);
        }
    }

    /// <summary>Forgets what was counted; the room for it stays.</summary>
    public void Clear()
    {
        _bins.Clear();
        Doublings = 0;
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
        CollectionsMarshal.GetValueRefOrAddDefault(_bins, bin, out _) += count;
        while (_bins.Count > MostBins)
        {
            Widen(Doublings + 1);
        }
    }

    private void Widen(int doublings)
    {
        if (doublings <= Doublings)
        {
            return;
        }
        var wider = new Dictionary<int, long>(MostBins + 1);
        foreach ((int bin, long count) in _bins)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(wider, bin >> (doublings - Doublings), out _) += count;
        }
        (_bins, Doublings) = (wider, doublings);
    }
}
