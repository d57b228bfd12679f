using Fulcrum.Bargaining.FairDivision;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

/// <summary>Asks for a division of a case's issues between two parties.</summary>
internal static class WorkbenchDivision
{
    public static Answer<DivideAnswer> Answer(Case @case, IReadOnlyList<string> between, IReadOnlyList<CaseProblem> warnings)
    {
        List<CaseProblem> problems = [];
        if (@case.Issues.Count == 0 || @case.Parties.All(p => p.Weights is null))
        {
            problems.Add(WorkbenchProblems.NothingToSolve(@case));
        }
        if (problems.Count > 0 || WorkbenchPairs.Of(@case, between, problems) is not { } pair)
        {
            return new Answer<DivideAnswer>(null, [.. problems, .. warnings]);
        }
        Division division = Dividing.Divide(@case, CaseNumbers.MidRange(@case), pair.First, pair.Second);
        return division.Why is { } why
            ? new Answer<DivideAnswer>(null, [WorkbenchProblems.NoDivision(why), .. warnings])
            : new Answer<DivideAnswer>(DivideComposer.Compose(@case, division), warnings);
    }
}
