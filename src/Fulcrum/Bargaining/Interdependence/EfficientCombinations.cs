namespace Fulcrum.Bargaining.Interdependence;

/// <summary>The efficient joint choices on issues that depend on each other.</summary>
/// <param name="Choices">One of those that are alike.</param>
/// <param name="Gap">In points: for every joint choice that was not found a found one gives each aim at most this much less; 0 when proven.</param>
internal sealed record EfficientCombinations(IReadOnlyList<int[]> Choices, double Gap)
{
    /// <summary>Most entries of the tables of an exact elimination.</summary>
    private const double MostWork = 300_000;

    public bool Proven => Gap == 0;

    /// <summary>
    /// Needless options are dropped; then by elimination where the issues are joined narrowly enough, by branch and bound elsewhere.
    /// </summary>
    /// <param name="tolerance">Values closer than this count as equal, in points.</param>
    /// <param name="budget">After which what was found is given with its gap.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EfficientCombinations Find(InteractionModel model, double tolerance, SearchBudget budget, CancellationToken cancellation)
    {
        int[][] kept = WorseOptions.Dropped(model);
        InteractionModel smaller = model.Keeping(kept);
        var order = EliminationOrder.Of(smaller);
        EfficientCombinations found = order.Work <= MostWork
            ? new EfficientCombinations(ParetoElimination.Find(smaller, order, tolerance, cancellation), 0)
            : InteractionSearch.Find(smaller, order, tolerance, budget, cancellation);
        return found with { Choices = [.. found.Choices.Select(choice => choice.Select((o, k) => kept[k][o]).ToArray())] };
    }
}
