namespace Fulcrum.Bargaining;

/// <summary>
/// How long searches may go on, by the caller's clock. A search that it stops gives the best it found with the gap it could still have closed; another run, or another
/// machine, may then give another answer. With a time limit branches are not counted.
/// </summary>
public sealed class TimeLimit
{
    private readonly TimeProvider clock;
    private readonly long started;

    /// <summary>Time runs from now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative span.</exception>
    public TimeLimit(TimeProvider clock, TimeSpan within) : this(clock, within, Started(clock, within))
    {
    }

    private TimeLimit(TimeProvider clock, TimeSpan within, long started) => (this.clock, Within, this.started) = (clock, within, started);

    public TimeSpan Within { get; }

    /// <summary>Whether the time is up.</summary>
    public bool Passed => clock.GetElapsedTime(started) >= Within;

    /// <summary>A limit that runs from the same moment and is up earlier: after a share (0..1) of the time.</summary>
    internal TimeLimit Until(double share) => new(clock, Within * share, started);

    private static long Started(TimeProvider clock, TimeSpan within)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(within, TimeSpan.Zero);
        return clock.GetTimestamp();
    }
}

/// <summary>When a search by branches stops: after so many, or when the time is up.</summary>
internal sealed record SearchBudget(int Branches, TimeLimit? Time = null)
{
    // Branches between two looks at the clock.
    private const int Checked = 256;

    /// <summary>Of a time limit, or else of a number of branches.</summary>
    public static SearchBudget Of(TimeLimit? time, int branches) => time is null ? new SearchBudget(branches) : new SearchBudget(int.MaxValue - 1, time);

    public bool IsSpent(int branches) => branches > Branches || (branches % Checked == 0 && Time is { Passed: true });
}
