using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

public sealed partial class Workbench
{
    /// <summary>What would open a closed zone; or, where an offer is named, for whom it falls short and what would bring it. Every number at its middle.</summary>
    /// <param name="offer">'issue=option', or the id of a lever that the offer includes; issues left out stand at their status quo. Empty: the zone itself.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<OpeningAnswer> WhatOpens(CaseRequest request, IReadOnlyList<string> offer, CancellationToken cancellation = default)
    {
        IReadOnlyList<CaseProblem> wrong = [];
        Answer<OpeningAnswer> answer = AtMidRange(request, (@case, problem) =>
        {
            CasePlan plan = CasePlan.Of(@case, @case.AsOf);
            CaseNumbers numbers = CaseNumbers.MidRange(@case);
            if (offer.Count == 0)
            {
                return OpeningComposer.Compose(@case, problem, Solving.Zone(problem, cancellation: cancellation), OpeningLevers.Of(plan, numbers, cancellation));
            }
            (_, wrong) = WorkbenchOffer.Read(@case, problem.Space, offer);
            (var options, var levers) = WorkbenchOffer.Terms(@case, offer);
            return wrong.Count > 0 || OfferGap.Of(plan, numbers, options, levers, cancellation) is not { } gap ? null! : OpeningComposer.Compose(@case, gap);
        });
        return wrong.Count > 0 ? new Answer<OpeningAnswer>(null, [.. wrong, .. answer.Problems]) : answer;
    }
}
