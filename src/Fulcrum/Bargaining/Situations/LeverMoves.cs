using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>Where a holder can move a lever next, by the printed table of standings (docs/case-format.md).</summary>
internal static class LeverMoves
{
    /// <summary>
    /// The standings that one move reaches from <paramref name="now"/>. From 'gone' none. What was given away comes back only when no move that gave it is
    /// stated irreversible.
    /// </summary>
    public static IEnumerable<Standing> Reachable(CasePlan plan, Lever lever, Standing now) => now switch
    {
        Standing.Reserve => [Standing.Announced, Standing.InForce, Standing.GivenAway, Standing.Gone],
        Standing.Announced => [Standing.Reserve, Standing.InForce, Standing.GivenAway, Standing.Gone],
        Standing.InForce => [Standing.Reserve, Standing.GivenAway, Standing.Gone],
        Standing.GivenAway when !IsFinal(plan, lever) => [Standing.Reserve, Standing.Gone],
        _ => [],
    };

    private static bool IsFinal(CasePlan plan, Lever lever) =>
        plan.Changes.Any(change => change.Lever == lever.Id
            && change.Moves.Any(m => plan.Case.Moves[m].LeverStanding == Standing.GivenAway && plan.Case.Moves[m].Reversible == false));
}
