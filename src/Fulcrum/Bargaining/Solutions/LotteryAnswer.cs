namespace Fulcrum.Bargaining.Solutions;

/// <summary>A solution over mixtures in the canonical order of a <see cref="DealTable"/>: plain numbers, no lists of deals.</summary>
/// <param name="Consent">The parties whose consent it has (canonical places).</param>
/// <param name="Shares">Chance of each choice of the table within its block; empty when closed.</param>
/// <param name="Tied">Whether a choice may have a chance at some equally good solution; empty when closed.</param>
/// <param name="Utilities">One per canonical place; the no-deal values when closed.</param>
/// <param name="Prices">Normal of the frontier, summing to 1; zeros when closed.</param>
internal readonly record struct LotteryAnswer(
    SettlementStatus Status, ulong Consent, double[] Shares, bool[] Tied, double[] Utilities, double[] Prices, double Gap, int Iterations, bool Many);
