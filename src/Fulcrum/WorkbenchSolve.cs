using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

public sealed partial class Workbench
{
    /// <summary>One deterministic solve at mid-range values.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<SolveAnswer> Solve(CaseRequest request, SettlementOptions options, CancellationToken cancellation = default)
    {
        CaseProblem[] wrong = [];
        Answer<SolveAnswer> answer = AtMidRange(request, (@case, problem) =>
        {
            wrong = [.. WrongWeights(@case, options)];
            return wrong.Length > 0 ? null! : Solved(@case, problem, options, cancellation);
        }, options.Within);
        return wrong.Length > 0 ? new Answer<SolveAnswer>(null, [.. wrong, .. answer.Problems]) : answer;
    }

    /// <summary>A deal that is better for everyone than a proposal on the table: the smallest gain over it is made as large as possible.</summary>
    /// <param name="offer">'issue=option', or the id of a lever that the proposal includes; issues left out stand at their status quo.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<SolveAnswer> Improve(CaseRequest request, IReadOnlyList<string> offer, SettlementOptions options, CancellationToken cancellation = default)
    {
        IReadOnlyList<CaseProblem> wrong = [];
        Answer<SolveAnswer> answer = AtMidRange(request, (@case, problem) =>
        {
            (Deal? deal, wrong) = WorkbenchOffer.Read(@case, problem.Space, offer);
            wrong = [.. wrong, .. WrongWeights(@case, options)];
            return wrong.Count > 0 || deal is null ? null! : Solved(@case, problem, options with { Concept = Concept.Improvement, Offer = deal }, cancellation);
        }, options.Within);
        return wrong.Count > 0 ? new Answer<SolveAnswer>(null, [.. wrong, .. answer.Problems]) : answer;
    }

    private static IEnumerable<CaseProblem> WrongWeights(Case @case, SettlementOptions options)
    {
        PartyId[] known = [.. @case.Parties.Select(p => p.Id)];
        foreach (PartyId party in options.Weights?.Keys ?? [])
        {
            if (!known.Contains(party))
            {
                yield return WorkbenchProblems.NoSuchParty(party.Value, [.. known.Select(p => p.Value)]);
            }
        }
    }

    private static SolveAnswer Solved(Case @case, BargainingProblem problem, SettlementOptions options, CancellationToken cancellation) =>
        SolveComposer.Compose(@case, problem, Solving.Zone(problem, options.Within?.Until(0.8), cancellation), Solving.Solve(problem, options, cancellation), options);
}
