using Fulcrum.Cases;

namespace Fulcrum.Interchange;

/// <summary>What of a case a foreign format has no place for.</summary>
internal static class ExportLosses
{
    public static IEnumerable<CaseProblem> Of(Case @case, ForeignFormat format)
    {
        if (!@case.HasModel)
        {
            yield return InterchangeProblems.NotExported("a case without issues, weights and a course without agreement", format, "Add them first.");
            yield break;
        }
        bool table = format == ForeignFormat.Csv;
        if (@case.Together.Count > 0 && format is ForeignFormat.GeniusWeb or ForeignFormat.Negmas)
        {
            yield return InterchangeProblems.NotExported("values that depend on several issues ('together')", format, "Export hyper-rectangles (fulcrum export genius) or a table of deals (fulcrum export csv).");
        }
        if (@case.Levers.Count > 0)
        {
            yield return InterchangeProblems.LostInExport(table ? "what levers do when there is no deal" : "what levers do", format);
        }
        if (!table && (@case.RedLines.Count > 0 || @case.Issues.Any(i => i.MustSettle || i.Ends || i.Options.Any(o => o.Needs.Count > 0))))
        {
            yield return InterchangeProblems.LostInExport("which deals nobody may sign ('refuses', 'must-settle', 'ends', 'needs')", format);
        }
        if (@case.Parties.Count(p => p.Weights is not null) != @case.Consent.All.Count || @case.Consent.AtLeast > 0 || (table && @case.Issues.Any(i => i.Options.Any(o => o.Needs.Count > 0))))
        {
            yield return InterchangeProblems.LostInExport("whose consent is needed", format);
        }
        foreach (CaseProblem problem in Beyond(@case, format))
        {
            yield return problem;
        }
        if (@case.Moves.Count > 0 || @case.Evidence.Count > 0)
        {
            yield return InterchangeProblems.LostInExport("the ledger, evidence and sources", format);
        }
        if (@case.Quantities.Any(q => q.Shape.Least < q.Shape.Most && q.Shape is not NumberShape.Rest) || @case.Rankings.Count > 0)
        {
            yield return InterchangeProblems.LostInExport("ranges and ranks (their middle is written)", format);
        }
        if (format != ForeignFormat.Csv && @case.Issues.Any(i => i.Options.Any(o => o.OnlyNoDeal)))
        {
            yield return InterchangeProblems.LostInExport("options that nobody can sign ('only: no-deal')", format);
        }
    }

    // What the numbers of a negotiation rest on, and what comes after it.
    private static IEnumerable<CaseProblem> Beyond(Case @case, ForeignFormat format)
    {
        if (@case.Parties.Any(p => p.Weights is not null && p.Claim.Shape is not NumberShape.Fixed { Value: 1 }))
        {
            yield return InterchangeProblems.LostInExport("how much weight a party has ('claim'; all count alike)", format);
        }
        bool bids = format == ForeignFormat.GeniusWeb;
        if (@case.NoDeal!.PerMonth.Count > 0 || @case.NoDeal.Courses.Any(c => c.Then is not null || c.Outcomes.Count > 1) || (!bids && @case.NoDeal.Courses.Count > 1))
        {
            yield return InterchangeProblems.LostInExport("what follows when talks fail (only what it is worth to each party on the day)", format);
        }
        if (@case.Keeping is not null || @case.Commitments.Count + @case.Interim.Count + @case.ReferenceClasses.Count > 0 || @case.Together.Any(t => t.StandsForBreach))
        {
            yield return InterchangeProblems.LostInExport("whether a deal would be kept ('keeping', 'commitments', 'interim')", format);
        }
        if (@case.Readings.Count + @case.Beliefs.Count + @case.Verdicts.Count + @case.Groups.Count > 0)
        {
            yield return InterchangeProblems.LostInExport("readings, beliefs and verdicts", format);
        }
    }
}
