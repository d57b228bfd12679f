namespace Fulcrum.Studies.Shards;

/// <summary>The tallies of all measures and verdicts of a study, or of a part of it.</summary>
public sealed class StudyTally
{
    private readonly Tally[] _measures;
    private readonly (long Hits, long Untold)[] _verdicts;

    public StudyTally(StudyPlan plan)
        : this([.. plan.Measures.Select(m => new Tally(StudyPlan.BinsPerUnit(m.Unit), m.Doublings))], new (long, long)[plan.Verdicts.Count], 0)
    {
    }

    internal StudyTally(Tally[] measures, (long Hits, long Untold)[] verdicts, long draws)
    {
        _measures = measures;
        _verdicts = verdicts;
        Draws = draws;
    }

    /// <summary>Draws counted.</summary>
    public long Draws { get; private set; }

    /// <summary>In the order of the plan.</summary>
    public IReadOnlyList<Tally> Measures => _measures;

    /// <summary>In how many draws each verdict held, and in how many it could not be told; in the order of the plan.</summary>
    public IReadOnlyList<(long Hits, long Untold)> Verdicts => _verdicts;

    public void Add(StudyDraw draw)
    {
        Draws++;
        for (int m = 0; m < _measures.Length; m++)
        {
            _measures[m].Add(draw.Values[m]);
        }
        for (int v = 0; v < _verdicts.Length; v++)
        {
            _verdicts[v].Hits += draw.Holds[v] == true ? 1 : 0;
            _verdicts[v].Untold += draw.Holds[v] is null ? 1 : 0;
        }
    }

    /// <summary>Forgets what was counted; the room for it stays.</summary>
    internal void Clear()
    {
        Draws = 0;
        Array.ForEach(_measures, m => m.Clear());
        Array.Clear(_verdicts);
    }

    /// <exception cref="ArgumentException">The tally is of another study.</exception>
    public void Add(StudyTally other)
    {
        if (other._measures.Length != _measures.Length || other._verdicts.Length != _verdicts.Length)
        {
            throw new ArgumentException("Tallies of different studies do not add up.", nameof(other));
        }
        Draws += other.Draws;
        for (int m = 0; m < _measures.Length; m++)
        {
            _measures[m].Add(other._measures[m]);
        }
        for (int v = 0; v < _verdicts.Length; v++)
        {
            _verdicts[v] = (_verdicts[v].Hits + other._verdicts[v].Hits, _verdicts[v].Untold + other._verdicts[v].Untold);
        }
    }
}

/// <summary>One draw's answer.</summary>
/// <param name="Values">One per measure; NaN where it does not exist.</param>
/// <param name="Holds">One per verdict; null where it cannot be told.</param>
public readonly record struct StudyDraw(double[] Values, bool?[] Holds);
