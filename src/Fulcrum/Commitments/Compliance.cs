namespace Fulcrum.Commitments;

/// <summary>
/// One party's choice between keeping a deal and breaking it, as long-run averages in points of its own (docs/guide/keeping.md).
/// </summary>
/// <param name="Reward">R: the deal, kept by everyone.</param>
/// <param name="Temptation">T: while it breaks the deal and the others have not responded yet.</param>
/// <param name="After">P: what follows the response, if it broke the deal at once; without the guarantee.</param>
/// <param name="Growth">Points a month by which P grows while the deal is kept (rearmament); may be negative.</param>
/// <param name="GrowthMonths">Months after which P grows no more.</param>
/// <param name="Guarantee">q times G: what the guarantees of the deal take from a breaker, as it believes them.</param>
/// <param name="Discount">d: what a month later is worth, 0..1.</param>
/// <param name="Months">m: months until detection and response, 0 or more.</param>
public readonly record struct BreachChoice(
    double Reward, double Temptation, double After, double Growth, double GrowthMonths, double Guarantee, double Discount, double Months)
{
    /// <summary>d^m: the weight of everything after the response.</summary>
    public double Later => Math.Pow(Discount, Months);
}

/// <summary>
/// Whether a party keeps a deal: iff <c>R >= (1 - d^m) T + d^m (P - qG)</c>, the condition of repeated games with a delayed response (Friedman 1971; with
/// detection lags, Abreu, Milgrom and Pearce 1991). Ties are kept.
/// </summary>
public static class Compliance
{
    // Differences of values that are equal but for rounding are ties.
    internal const double Rounding = 1e-9;

    /// <summary>By how many points keeping is better than breaking the deal after <paramref name="month"/> months of keeping it; negative: it breaks.</summary>
    public static double Slack(BreachChoice choice, double month)
    {
        double later = choice.Later;
        double after = choice.After + choice.Growth * Math.Min(month, choice.GrowthMonths) - choice.Guarantee;
        return choice.Reward - (1 - later) * choice.Temptation - later * after;
    }

    /// <summary>Whether it keeps the deal for good. P moves in one direction, so that both ends of its growth decide.</summary>
    public static bool Keeps(BreachChoice choice) => LeastSlack(choice) >= -Rounding;

    /// <summary>The slack at the worse end of the growth of P.</summary>
    public static double LeastSlack(BreachChoice choice) => Math.Min(Slack(choice, 0), Slack(choice, choice.GrowthMonths));

    /// <summary>
    /// The first month at which breaking is better than keeping: 0 for at once, null for never. It looks one breach ahead: a party that gains by breaking
    /// now does not wait for a better moment.
    /// </summary>
    public static double? BreaksAt(BreachChoice choice)
    {
        double now = Slack(choice, 0);
        if (now < -Rounding)
        {
            return 0;
        }
        if (Slack(choice, choice.GrowthMonths) >= -Rounding)
        {
            return null;
        }
        return Math.Max(0, now) / (choice.Later * choice.Growth);
    }

    /// <summary>
    /// What a guarantee must at least take from a breaker, as it believes it (q times G), so that it keeps the deal for good:
    /// <c>max(0, P - [R - (1 - d^m) T] / d^m)</c> with P at its worse end. Infinite where no response is felt at all (d^m = 0) and it breaks.
    /// </summary>
    public static double PriceOfGuarantee(BreachChoice choice)
    {
        double later = choice.Later;
        double after = choice.After + Math.Max(0, choice.Growth * choice.GrowthMonths);
        double kept = choice.Reward - (1 - later) * choice.Temptation;
        if (later <= 0)
        {
            return kept >= 0 ? 0 : double.PositiveInfinity;
        }
        return Math.Max(0, after - kept / later);
    }
}
