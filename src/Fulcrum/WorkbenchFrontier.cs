using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

public sealed partial class Workbench
{
    /// <summary>The deals that cannot be improved for one party without costing another something, with every number at its middle.</summary>
    /// <param name="deals">Of the deals that share a point, how many are listed at most, at least one.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<FrontierAnswer> Frontier(
        CaseRequest request, FrontierOptions options, IProgress<FrontierProgress>? progress = null, int deals = 1, CancellationToken cancellation = default) =>
        AtMidRange(request, (@case, problem) => FrontierComposer.Compose(@case, problem, EfficientFrontier.Of(problem, options, progress, cancellation), deals), failing: options.OpenOnly);

    // The problem at the case's as-of date, or what stands in the way of one; without the value of failing where the question does not need it and the case does not state it.
    private Answer<T> AtMidRange<T>(CaseRequest request, Func<Case, BargainingProblem, T> answer, TimeLimit? within = null, bool failing = true) where T : class
    {
        // Of the time, a fifth goes to the check of the case, another two to finding the combinations of issues that depend on each other.
        CaseReadResult read = Checked(request, within?.Until(0.2));
        if (read.Case is not { } @case)
        {
            return new Answer<T>(null, read.Problems);
        }
        if (!@case.HasModel && (failing || @case.Issues.Count == 0 || @case.Parties.All(p => p.Weights is null)))
        {
            return new Answer<T>(null, [WorkbenchProblems.NothingToSolve(@case), .. read.Problems]);
        }
        return new Answer<T>(answer(@case, SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), CaseNumbers.MidRange(@case), @case.AsOf, within: within?.Until(0.6))), read.Problems);
    }
}
