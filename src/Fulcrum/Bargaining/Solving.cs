using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining;

/// <summary>The door to the solvers: everything the rest of the room asks of a bargaining problem.</summary>
public static class Solving
{
    /// <summary>
    /// Solves over every coalition and every set of further parties whose consent some choice needs, and returns the best by the concept's objective.
    /// With several coalitions: one settlement per coalition, in the order of the problem's coalitions (products across coalitions are not compared).
    /// </summary>
    /// <exception cref="ArgumentException">More than 64 parties, lists whose lengths do not match the parties, or weights for an unknown party.</exception>
    /// <exception cref="ArgumentNullException">An improvement is asked for without an offer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<Settlement> Solve(BargainingProblem problem, SettlementOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(options);
        return Concepts.Solve(problem, options, cancellation);
    }

    /// <summary>Whether a deal is open, for any of the coalitions.</summary>
    /// <param name="within">Stops the search; the zone then says whether what it found is proven.</param>
    /// <exception cref="ArgumentException">More than 64 parties, or lists whose lengths do not match the parties.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static AgreementZone Zone(BargainingProblem problem, TimeLimit? within = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new ZoneFinder(DealTable.Of(problem), SearchBudget.Of(within, new SettlementOptions().NodeLimit), cancellation).Find();
    }

    /// <summary>The largest worst-party gain over single deals, over all coalitions; minus infinity when no deal can be signed.</summary>
    internal static double Margin(BargainingProblem problem, CancellationToken cancellation) =>
        new ZoneFinder(DealTable.Of(problem), new SearchBudget(new SettlementOptions().NodeLimit), cancellation).Margin();
}
