namespace Fulcrum.Bargaining;

/// <summary>What a draw is asked beyond the settlement, the hands and the zone of today.</summary>
[Flags]
public enum DrawParts
{
    None = 0,

    /// <summary>What each net change cost.</summary>
    Costs = 1,

    /// <summary>What levers realise and press, what moving them would do, who depends on whom.</summary>
    Leverages = 2,

    /// <summary>Hands and zone at each date of the plan.</summary>
    Timeline = 4,

    /// <summary>The hand had no net change been made: contained in <see cref="Costs"/>, and far cheaper by itself.</summary>
    Unchanged = 8,

    All = Costs | Leverages | Timeline,
}

public sealed record DrawOptions
{
    /// <summary>Antithetic pairs of orders per draw for fair shares when there are more acting changes than <see cref="ExactUpTo"/>; at least 1.</summary>
    public int PermutationPairs { get; init; } = 4;

    /// <summary>Number of acting changes up to which fair shares are exact. At mid-range 12, in draws fewer.</summary>
    public int ExactUpTo { get; init; } = 3;

    /// <summary>False: only the settlement, hands and zone now (for what-if and stress tests); the other arrays are filled with NaN.</summary>
    public bool Full { get; init; } = true;

    /// <summary>Where <see cref="Full"/>, the parts that are wanted; the arrays of the others are filled with NaN.</summary>
    public DrawParts Parts { get; init; } = DrawParts.All;

    /// <summary>Which results of today are wanted besides hands and no-deal values; the others stay unfilled.</summary>
    internal TodayParts Today { get; init; } = TodayParts.All;

    /// <summary>True: red lines are ignored.</summary>
    public bool IgnoreRedLines { get; init; }
}
