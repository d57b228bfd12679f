namespace Fulcrum.Commitments;

/// <summary>What one draw says about the keeping of one deal. Arrays over parties follow the case.</summary>
/// <param name="Rewards">The deal, kept.</param>
/// <param name="NoDeal">Without a deal.</param>
/// <param name="Breaches">One per party that could break it.</param>
/// <param name="Foreseen">Who breaks it first, when, and what it is worth today to parties that foresee it.</param>
/// <param name="Guarantees">The same deal with each guarantee that the case knows.</param>
/// <param name="Zones">Open deals, taken at their word and foreseen.</param>
internal sealed record KeepingDraw(
    IReadOnlyList<double> Rewards, IReadOnlyList<double> NoDeal, IReadOnlyList<BreachValues> Breaches, ForeseenDeal Foreseen, IReadOnlyList<GuaranteeDraw> Guarantees,
    ForeseenZone Zones)
{
    /// <summary>One per interim agreement of the case.</summary>
    public IReadOnlyList<InterimDraw> Interim { get; init; } = [];

    /// <summary>One per pair of a party that grows during a deal and one that declines by it.</summary>
    public IReadOnlyList<PowerShiftDraw> Shifts { get; init; } = [];
}

/// <summary>The deal with one guarantee in place of its own.</summary>
/// <param name="Lever">Index of the guarantor's lever in the case; -1 for no guarantee at all.</param>
/// <param name="Kept">Nobody would break the deal.</param>
/// <param name="Felt">Per breaker: what the guarantee takes from it, as it believes it (q times G).</param>
/// <param name="Acceptable">The deal leaves everyone whose consent is needed at least as well off as no deal, kept or broken as foreseen.</param>
/// <param name="CarriedOut">The guarantor's own payoffs let it act when the first in <paramref name="Felt"/> to break does.</param>
/// <param name="NetCost">What acting costs the guarantor beyond its own stake and the cost of standing by, points; negative: it gains by acting.</param>
internal sealed record GuaranteeDraw(int Lever, bool Kept, IReadOnlyList<double> Felt, bool Acceptable, bool CarriedOut, double NetCost);

/// <summary>Whether deals are open, taken at their word and when breaches are foreseen.</summary>
/// <param name="AtTheirWord">Some single deal leaves everyone whose consent is needed at least as well off, were it kept.</param>
/// <param name="Kept">Some such deal would also be kept by everyone for good.</param>
/// <param name="Foreseen">Some deal, kept or broken as foreseen, leaves everyone whose consent is needed at least as well off today.</param>
/// <param name="BestKept">Value of the best kept deal to each party; null where there is none.</param>
/// <param name="BestKeptOptions">Its options by issue.</param>
/// <param name="Settlement">Value today of the bargaining solution over single deals with foresight; null where nothing is open.</param>
/// <param name="SettlementKept">That solution is a deal that is kept.</param>
/// <param name="AtTheirWordValues">The bargaining solution over single deals taken at their word; null where none is open.</param>
internal sealed record ForeseenZone(
    bool AtTheirWord, bool Kept, bool Foreseen, IReadOnlyList<double>? BestKept, IReadOnlyList<int>? BestKeptOptions, IReadOnlyList<double>? Settlement, bool SettlementKept,
    IReadOnlyList<double>? AtTheirWordValues);
