namespace Fulcrum.Commitments;

/// <summary>What one draw says about time. Arrays over parties follow the case; over <see cref="Months"/> they follow it.</summary>
/// <param name="Drift">Points a month by which each party's no-deal value changes.</param>
/// <param name="Hands">[month][party].</param>
/// <param name="Open">[month]: a single deal is open.</param>
/// <param name="Turn">Months from today after which the zone that is open today closes, or one opens where none is; NaN where it does not within the months looked at.</param>
/// <param name="Hazards">Chance a month of giving way for the first two principals, in a war of attrition; null where it is none.</param>
/// <param name="WithoutMediator">[mediator][party]: hands now if that mediator's consent were not needed and it claimed nothing, all else being the same; null for parties that do not mediate or whose consent and claim count for nothing.</param>
internal sealed record TrendDraw(
    IReadOnlyList<double> Drift, IReadOnlyList<IReadOnlyList<double>> Hands, IReadOnlyList<bool> Open, double Turn, (double First, double Second)? Hazards, IReadOnlyList<IReadOnlyList<double>?> WithoutMediator)
{
    /// <summary>Months from today at which hands and zone are worked out.</summary>
    public static readonly IReadOnlyList<int> Months = [0, 1, 2, 3, 6, 9, 12, 18, 24, 36];
}
