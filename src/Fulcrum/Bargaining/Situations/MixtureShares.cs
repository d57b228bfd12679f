using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>What the settlement's mixture of deals contains, as shares; over several coalitions their mean. Arrays follow the file.</summary>
internal sealed class MixtureShares(CaseLayout layout, DealSpace space, IReadOnlyList<Settlement> settlements)
{
    /// <summary>[issue][option].</summary>
    public double[][] Options()
    {
        var shares = layout.Case.Issues.Select(issue => new double[issue.Options.Count]).ToArray();
        foreach ((double share, Deal deal) in Deals())
        {
            int[] options = OptionsOf(layout, space, deal);
            for (int k = 0; k < options.Length; k++)
            {
                shares[k][options[k]] += share;
            }
        }
        return shares;
    }

    /// <summary>[lever]: included as an optional term, or delivering an option.</summary>
    public double[] Levers()
    {
        var shares = new double[layout.Levers.Length];
        foreach ((double share, Deal deal) in Deals())
        {
            foreach (LeverId lever in LeversOf(space, deal))
            {
                shares[Array.FindIndex(layout.LeverPlaces, place => layout.Levers[place].Id == lever)] += share;
            }
        }
        return shares;
    }

    /// <summary>Option index by issue, in file order.</summary>
    public static int[] OptionsOf(CaseLayout layout, DealSpace space, Deal deal)
    {
        var options = new int[layout.Issues.Length];
        for (int b = 0; b < deal.Choices.Count; b++)
        {
            foreach ((IssueId issue, OptionId option) in space.Blocks[b].Choices[deal.Choices[b]].Terms.Options)
            {
                int place = layout.IssueOf[issue];
                options[Array.IndexOf(layout.IssuePlaces, place)] = layout.Issues[place].Issue.IndexOf(option);
            }
        }
        return options;
    }

    private static IEnumerable<LeverId> LeversOf(DealSpace space, Deal deal) =>
        deal.Choices.Select((choice, b) => space.Blocks[b].Choices[choice].Terms)
            .SelectMany(terms => terms.Lever is { } lever && terms.LeverIncluded ? terms.DeliveredBy.Append(lever) : terms.DeliveredBy)
            .Distinct();

    private IEnumerable<(double Share, Deal Deal)> Deals() =>
        settlements.SelectMany(settlement => settlement.Mixture.Select(mixed => (mixed.Share / settlements.Count, mixed.Deal)));
}
