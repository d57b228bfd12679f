namespace Fulcrum.Bargaining;

/// <summary>
/// How great a chance of failure a party could bear rather than accept the other's offer (Zeuthen 1930; Harsanyi 1956). Only for offers that are named and on
/// the table: at a Nash settlement all limits are equal by construction and say nothing.
/// </summary>
public static class RiskLimit
{
    /// <summary>
    /// (own - other's) / (own - no deal), within 0..1: 0 where the other's offer is at least as good, 1 where it is no better than no deal.
    /// Null where the party's own offer is no better to it than no deal: then it has nothing to hold out for.
    /// </summary>
    /// <param name="own">Value to the party of its own offer, in points; the other two likewise.</param>
    public static double? Of(double own, double others, double noDeal) =>
        own > noDeal ? Math.Clamp((own - others) / (own - noDeal), 0, 1) : null;
}
