using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Processes;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>Puts a process and the ledger's offers into names and sentences.</summary>
public static class ProcessComposer
{
    public static ProcessAnswer Compose(Case @case, BargainingProblem problem, ProcessResult result, ProcessOptions options, ConcessionRecord ledger)
    {
        bool patience = result.Model is ProcessModel.Rubinstein or ProcessModel.Stahl;
        ProcessParty Of(PartyId id, double noDeal) =>
            new(id.Value, @case.Party(id).Name, noDeal, patience ? options.Discounts.GetValueOrDefault(id, options.DefaultDiscount) : null);
        ProcessParty first = Of(result.First, result.FirstNoDeal);
        ProcessParty second = Of(result.Second, result.SecondNoDeal);
        return new ProcessAnswer(
            ModelName(result.Model), first, second, result.Closed, [.. result.Outcomes.Select(o => End(@case, problem.Space, o, first.Name, second.Name))], result.Steps,
            new OffersInLedger(ledger.Offers, Refused(ledger), ledger.Parties, ledger.Correlation), [.. Notes(@case, result)]);
    }

    public static string ModelName(ProcessModel model) => model.ToString().ToLowerInvariant();

    private static ProcessEnd End(Case @case, DealSpace space, ProcessOutcome outcome, string first, string second)
    {
        string title = outcome.Title.Replace("the first makes", first + " makes", StringComparison.Ordinal).Replace("the second makes", second + " makes", StringComparison.Ordinal);
        return new ProcessEnd(title, outcome.First, outcome.Second, [.. outcome.Deals.Select(d => Deal(@case, space, d))]);
    }

    private static SolvedDeal Deal(Case @case, DealSpace space, MixedDeal mixed)
    {
        DealTerms[] chosen = [.. mixed.Deal.Choices.Select((choice, b) => space.Blocks[b].Choices[choice].Terms)];
        var options = chosen.SelectMany(t => t.Options).ToDictionary(t => t.Issue, t => t.Option);
        SingleDealTerm[] terms =
        [
            .. @case.Issues.Select(issue =>
            {
                IssueOption option = issue.Options[options.TryGetValue(issue.Id, out OptionId id) ? issue.IndexOf(id) : issue.StatusQuo];
                return new SingleDealTerm(issue.Id.Value, issue.Name, option.Id.Value, option.Name);
            }),
        ];
        return new SolvedDeal(mixed.Share, terms, [.. chosen.Where(t => t.LeverIncluded && t.Lever is not null).Select(t => t.Lever!.Value.Value)]);
    }

    private static string? Refused(ConcessionRecord ledger) => ledger.TooFew
        ? string.Create(CultureInfo.InvariantCulture, $"The ledger holds {ledger.Offers} {(ledger.Offers == 1 ? "offer" : "offers")} of an option between these two; rates of concession and reciprocity are told from {LedgerOffers.Fewest} on, {LedgerOffers.FewestByEach} of them by each, because fewer show only noise.")
        : null;

    private static IEnumerable<string> Notes(Case @case, ProcessResult result)
    {
        if (result.Closed)
        {
            yield return "No deal leaves both at least as well off, so there is nothing over which offers could meet.";
        }
        if (!result.Closed && result.Outcomes.Count == 0)
        {
            yield return "The rounds end before the offers meet.";
        }
        if (@case.Parties.Count(p => p.Weights is not null) > 2)
        {
            yield return "Only these two are at the table: whether others would consent is not asked.";
        }
        yield return "A model of the order of offers, not a forecast of it.";
    }
}
