using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Processes;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

public sealed partial class Workbench
{
    /// <summary>How offers would meet between two parties under an account of bargaining, at mid-range values; and what the ledger's own offers show.</summary>
    /// <param name="between">The two parties' ids; none for the two whose consent is needed.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<ProcessAnswer> Process(CaseRequest request, IReadOnlyList<string> between, ProcessOptions options, CancellationToken cancellation = default)
    {
        CaseReadResult read = Checked(request);
        if (read.Case is not { } @case)
        {
            return new Answer<ProcessAnswer>(null, read.Problems);
        }
        List<CaseProblem> problems = [];
        if (!@case.HasModel)
        {
            problems.Add(WorkbenchProblems.NothingToSolve(@case));
        }
        string[] named = [.. options.Discounts.Keys.Concat(options.Paces.Keys).Select(p => p.Value).Except(@case.Parties.Select(p => p.Id.Value))];
        problems.AddRange(named.Select(n => WorkbenchProblems.NoSuchParty(n, [.. @case.Parties.Select(p => p.Id.Value)])));
        if (problems.Count > 0 || WorkbenchPairs.Of(@case, between, problems) is not { } pair)
        {
            return new Answer<ProcessAnswer>(null, [.. problems, .. read.Problems]);
        }
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), middle, @case.AsOf);
        ProcessResult result = Bargaining.Processes.Process.Run(problem, pair.First, pair.Second, options, cancellation);
        return new Answer<ProcessAnswer>(
            ProcessComposer.Compose(@case, problem, result, options, LedgerOffers.Of(@case, middle, pair.First, pair.Second)), read.Problems);
    }
}
