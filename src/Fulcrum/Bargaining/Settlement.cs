using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

public enum Concept
{
    /// <summary>Nash (1950): the product of gains over no deal is largest; claims as exponents.</summary>
    Nash,

    /// <summary>Kalai and Smorodinsky (1975): everyone gets the same share of the gain it could at best hope for.</summary>
    KalaiSmorodinsky,

    /// <summary>The smallest gain is largest, then the next smallest. Compares points of different parties.</summary>
    Egalitarian,

    /// <summary>The sum of claim-weighted gains is largest among deals that leave nobody worse off. Compares points of different parties.</summary>
    Welfare,

    /// <summary>The same over all deals, whether or not they leave somebody worse off; single deals only. Compares points of different parties.</summary>
    WelfareOfAll,

    /// <summary>Raiffa (1953): everyone's claim rises step by step, by an equal part of what it could still hope for.</summary>
    Raiffa,

    /// <summary>The smallest gain over a proposal on the table is largest, then the next smallest. Compares points of different parties.</summary>
    Improvement,
}

/// <summary>From which point gains are counted.</summary>
public enum Disagreement
{
    /// <summary>What each party has without a deal.</summary>
    NoDeal,

    /// <summary>Each party's worst deal, where that is better than no deal: for files in which no deal is worth nothing.</summary>
    WorstDeal,
}

/// <summary>What each party could at best hope for (Kalai-Smorodinsky).</summary>
public enum IdealPoint
{
    /// <summary>Its best among the deals that leave nobody worse off, as Kalai and Smorodinsky (1975) define it.</summary>
    Open,

    /// <summary>Its best among all deals; single deals only.</summary>
    Any,
}

public enum SettlementStatus
{
    /// <summary>A deal (or mixture) exists and the solution is certified.</summary>
    Open,

    /// <summary>No deal leaves everyone whose consent is needed at least as well off: there is no agreement zone.</summary>
    Closed,

    /// <summary>The time or iteration limit was reached; the best found is reported with its gap.</summary>
    NotCertified,
}

/// <summary>A deal as one choice index per block of its space.</summary>
public sealed record Deal(IReadOnlyList<int> Choices);

/// <summary>A deal with its probability in a mixture and its value to each party.</summary>
public sealed record MixedDeal(double Share, Deal Deal, IReadOnlyList<double> Utilities);

/// <summary>The answer of a solution concept, with how it was made.</summary>
/// <param name="Utilities">Value to each party; the no-deal values when closed.</param>
/// <param name="Mixture">At most as many deals as parties; one for a single deal; empty when closed. Chosen canonically among equals (by keys).</param>
/// <param name="Gap">Certified bound on what is lost against the true optimum, in points (0 for an exhaustive proof); NaN when closed.</param>
/// <param name="Prices">At the solution, the rate at which a point of each party counts (the normal of the frontier), summing to 1; constraints included.</param>
/// <param name="Coalition">The parties (bit mask) whose consent the solution has.</param>
/// <param name="Ties">Other single deals, or mixtures' corner deals, that are equally good (at most 16 are listed).</param>
/// <param name="ManyOptima">True when different deals give the same solution values.</param>
public sealed record Settlement(
    Concept Concept, bool Single, SettlementStatus Status, IReadOnlyList<double> Utilities, IReadOnlyList<MixedDeal> Mixture, double Gap, int Iterations,
    IReadOnlyList<double> Prices, ulong Coalition, IReadOnlyList<Deal> Ties, bool ManyOptima)
{
    public bool IsOpen => Status != SettlementStatus.Closed;

    /// <summary>Closed without proof: the search was stopped before a deal was found or ruled out.</summary>
    public bool Unproven { get; init; }
}

public sealed record SettlementOptions
{
    public Concept Concept { get; init; } = Concept.Nash;

    /// <summary>Solve over single deals instead of mixtures.</summary>
    public bool Single { get; init; }

    public Disagreement Disagreement { get; init; }

    public IdealPoint Ideal { get; init; }

    /// <summary>Bargaining weights in place of the problem's claims, for the parties named.</summary>
    public IReadOnlyDictionary<PartyId, double>? Weights { get; init; }

    /// <summary>The proposal that <see cref="Concept.Improvement"/> starts from.</summary>
    public Deal? Offer { get; init; }

    /// <summary>Certified gap at which a mixture solution stops, in points.</summary>
    public double GapTolerance { get; init; } = 1e-6;

    /// <summary>Most branch-and-bound nodes for a single deal before the best found is reported with its gap.</summary>
    public int NodeLimit { get; init; } = 5_000_000;

    /// <summary>How long to search, in place of <see cref="NodeLimit"/>; null for no such limit.</summary>
    public TimeLimit? Within { get; init; }
}

/// <summary>Whether and how widely a deal is open.</summary>
/// <param name="Single">Some single deal leaves everyone whose consent is needed at least as well off.</param>
/// <param name="Lottery">Some mixture does.</param>
/// <param name="Margin">The largest worst-party gain over single deals, in points; negative when closed.</param>
/// <param name="LotteryMargin">The same over mixtures.</param>
/// <param name="Best">The deal with that margin.</param>
/// <param name="Blockers">When closed: the parties without whose consent a deal would be open, each alone sufficient; when no single one is, the parties worst off in <paramref name="Best"/>.</param>
/// <param name="NeededChange">When closed: per party, by how much its no-deal value would have to fall for the zone to open, others unchanged; infinite when that alone cannot open it.</param>
public sealed record AgreementZone(
    bool Single, bool Lottery, double Margin, double LotteryMargin, Deal? Best, IReadOnlyList<PartyId> Blockers, IReadOnlyList<double> NeededChange)
{
    /// <summary>Whether no deal can be open where none was found; false where a search was stopped before it had gone through all deals.</summary>
    public bool Proven { get; init; } = true;
}
