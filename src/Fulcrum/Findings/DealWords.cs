using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>A deal of a deal space in the words of the case.</summary>
internal static class DealWords
{
    public static SolvedDeal Of(Case @case, DealSpace space, double share, Deal deal)
    {
        DealTerms[] chosen = [.. deal.Choices.Select((choice, b) => space.Blocks[b].Choices[choice].Terms)];
        var options = chosen.SelectMany(t => t.Options).ToDictionary(t => t.Issue, t => t.Option);
        SingleDealTerm[] terms = [.. @case.Issues.Select(issue =>
        {
            IssueOption option = issue.Options[options.TryGetValue(issue.Id, out OptionId id) ? issue.IndexOf(id) : issue.StatusQuo];
            return new SingleDealTerm(issue.Id.Value, issue.Name, option.Id.Value, option.Name);
        })];
        LeverId[] levers = [.. chosen.Where(t => t.LeverIncluded && t.Lever is not null).Select(t => t.Lever!.Value)];
        return new SolvedDeal(share, terms, [.. levers.Select(l => l.Value)]) { LeverNames = [.. levers.Select(id => @case.Levers.First(l => l.Id == id).Name)] };
    }
}
