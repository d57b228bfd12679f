namespace Fulcrum.Bargaining;

/// <summary>The door to the solvers: everything the rest of the room asks of a bargaining problem.</summary>
public static class Solving
{
    /// <summary>
    /// Solves over every coalition and every set of further parties whose consent some choice needs, and returns the best by the concept's objective.
    /// With several coalitions: one settlement per coalition, in the order of the problem's coalitions (products across coalitions are not compared).
    /// </summary>
    public static IReadOnlyList<Settlement> Solve(BargainingProblem problem, SettlementOptions options, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Whether a deal is open, for any of the coalitions.</summary>
    public static AgreementZone Zone(BargainingProblem problem, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
