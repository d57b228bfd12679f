namespace Fulcrum.Bargaining;

public sealed record DrawOptions
{
    /// <summary>Antithetic pairs of orders per draw for fair shares when there are more acting changes than <see cref="ExactUpTo"/>; at least 1.</summary>
    public int PermutationPairs { get; init; } = 4;

    /// <summary>Number of acting changes up to which fair shares are exact. At mid-range 12, in draws fewer.</summary>
    public int ExactUpTo { get; init; } = 3;

    /// <summary>False: only the settlement, hands and zone now (for what-if and stress tests); the other arrays are filled with NaN.</summary>
    public bool Full { get; init; } = true;

    /// <summary>True: red lines are ignored.</summary>
    public bool IgnoreRedLines { get; init; }
}
