using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>What is wrong, or worth knowing, about a case as a model. A case without a model has no such problems.</summary>
public static class ModelCheck
{
    /// <summary>Most parties of a case.</summary>
    public const int MostParties = 64;

    /// <summary>Most net changes of a ledger.</summary>
    public const int MostChanges = 128;

    /// <summary>Errors first, then warnings. A case with an error cannot be planned (<see cref="CasePlan.Of"/> refuses it).</summary>
    /// <param name="within">Stops the search among issues that depend on each other in too many ways to list.</param>
    public static IReadOnlyList<CaseProblem> Of(Case @case, TimeLimit? within = null)
    {
        var errors = Errors(@case).ToList();
        return errors.Count > 0 || !@case.HasModel ? errors : Warnings(@case, within).ToList();
    }

    internal static IEnumerable<CaseProblem> Errors(Case @case)
    {
        if (@case.Parties.Count > MostParties)
        {
            yield return ModelProblems.TooManyParties(@case, MostParties);
            yield break;
        }
        int changes = ChangesOfLedger.Of(@case, DateOnly.MaxValue).Count;
        if (changes > MostChanges)
        {
            yield return ModelProblems.TooManyChanges(@case, changes, MostChanges);
        }
        double coalitions = ConsentRule.Count(@case.Consent);
        if (coalitions > CaseLayout.MostCoalitions)
        {
            yield return ModelProblems.TooManyCoalitions(@case, coalitions, CaseLayout.MostCoalitions);
            yield break;
        }
    }

    private static bool CanBeSettled(IssueLayout issue, CaseLayout layout) =>
        issue.ByKey.Any(o =>
            !issue.Issue.Options[o].OnlyNoDeal && !(issue.Issue.MustSettle && o == issue.Issue.StatusQuo) && (issue.RefusedBy[o] & layout.ConsentAlways) == 0);

    private static IEnumerable<CaseProblem> Warnings(Case @case, TimeLimit? within)
    {
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        foreach (IssueLayout issue in plan.Layout.Issues.Where(issue => !CanBeSettled(issue, plan.Layout)))
        {
            yield return ModelProblems.NothingToSign(issue.Issue);
        }
        BargainingProblem problem = SituationBuilder.Build(plan, CaseNumbers.MidRange(@case), @case.AsOf, within: within);
        foreach (DealBlock block in problem.Space.Blocks.Where(block => block.Gap > 0))
        {
            yield return ModelProblems.NotAllCombinations(@case, block);
        }
        if (StatusQuoOf(@case, problem.Space) is { } values && problem.Coalitions.Any(coalition => IsBetterDeal(values, problem.NoDeal, coalition)))
        {
            yield return ModelProblems.StatusQuoIsADeal(@case);
        }
    }

    // Nobody needed is worse off, and somebody gains: a deal that is just what failure brings is no peace for free.
    private static bool IsBetterDeal(double[] values, IReadOnlyList<double> noDeal, ulong coalition)
    {
        const double Rounding = 1e-9;
        var gains = Enumerable.Range(0, values.Length).Where(p => (coalition >> p & 1) != 0).Select(p => values[p] - noDeal[p]).ToList();
        return gains.TrueForAll(gain => gain >= -Rounding) && gains.Exists(gain => gain > Rounding);
    }

    // Null where some issue's status quo cannot stand in a deal.
    private static double[]? StatusQuoOf(Case @case, DealSpace space)
    {
        var values = space.Constants.ToArray();
        foreach (DealBlock block in space.Blocks.Where(block => block.Choices.Count == 0 || block.Choices[0].Terms.Lever is null))
        {
            DealChoice? unchanged = block.Choices.FirstOrDefault(choice => choice.Terms.Options.All(term => IsStatusQuo(@case.Issue(term.Issue), term.Option)));
            if (unchanged is null)
            {
                return null;
            }
            for (int p = 0; p < values.Length; p++)
            {
                values[p] += unchanged.Points[p];
            }
        }
        return values;
    }

    private static bool IsStatusQuo(Issue issue, OptionId option) => issue.IndexOf(option) == issue.StatusQuo;
}
