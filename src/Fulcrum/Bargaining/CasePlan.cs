using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// A net change of the ledger: all moves on one lever, or one yield on an issue. A suspension with its resumption is one change, of no effect.
/// These are the players among whom a loss is shared.
/// </summary>
/// <param name="Id">The lever's id, or 'ISSUE:OPTION' of a yield; where one move alone makes the change, that move's id.</param>
/// <param name="Moves">Indices into <see cref="Case.Moves"/>, in date order (middle days, then file order by key).</param>
/// <param name="By">Who made it.</param>
/// <param name="Undone">True when the lever ends where it began.</param>
/// <param name="Irreversible">True when a move of it is stated not reversible.</param>
public sealed record NetChange(string Id, PartyId By, LeverId? Lever, IssueId? Issue, IReadOnlyList<int> Moves, bool Undone, bool Irreversible);

/// <summary>What stays the same over all draws of a case: the net changes, and the dates of the timeline (case start, each day a move acts, as-of).</summary>
public sealed record CasePlan(Case Case, DateOnly AsOf, IReadOnlyList<NetChange> Changes, IReadOnlyList<DateOnly> Dates)
{
    /// <summary>Moves after <paramref name="asOf"/> (by their middle day) are left out.</summary>
    public static CasePlan Of(Case @case, DateOnly asOf) => throw new NotImplementedException();
}

public sealed record DrawOptions
{
    /// <summary>Antithetic pairs of orders per draw for fair shares when there are more acting changes than <see cref="ExactUpTo"/>.</summary>
    public int PermutationPairs { get; init; } = 4;

    /// <summary>Number of acting changes up to which fair shares are exact. At mid-range 12, in draws fewer.</summary>
    public int ExactUpTo { get; init; } = 3;

    /// <summary>False: only the settlement, hands and zone now (for what-if and stress tests); the other arrays are filled with NaN.</summary>
    public bool Full { get; init; } = true;

    /// <summary>True: red lines are ignored.</summary>
    public bool IgnoreRedLines { get; init; }
}

/// <summary>The named analysis that a study runs: one draw in, plain results out. Pure; safe to call from many threads.</summary>
public static class DrawAnalysis
{
    /// <param name="orderSeed">Seed of the orders drawn for fair shares.</param>
    public static DrawResult Run(CasePlan plan, CaseNumbers numbers, ulong orderSeed, DrawOptions options) => throw new NotImplementedException();
}
