using Fulcrum.Bargaining.Situations;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>One term of an offer changed, and what that alone brings each party.</summary>
/// <param name="Block">Index of the block of the deal space.</param>
/// <param name="Choice">The choice that takes the offered one's place.</param>
/// <param name="Points">More (or, negative, less) than the offer, per party in the order of the space.</param>
public sealed record TermChange(int Block, int Choice, IReadOnlyList<double> Points);

/// <summary>How far an offer is from being signed, and what would bring it there.</summary>
/// <param name="Values">What it is worth, per party in the order of <paramref name="Space"/>.</param>
/// <param name="Gains">The same less what the party has without a deal.</param>
/// <param name="Needed">The parties whose consent it needs.</param>
/// <param name="Terms">The fewest changed terms with which nobody needed falls short, and of those the ones that leave the worst-off best off; null where none were found.</param>
/// <param name="Margin">The smallest gain of a party needed by the deal so changed.</param>
/// <param name="Levers">The fewest lever moves that bring the offer as it stands; null where none found do.</param>
public sealed record OfferGapResult(
    DealSpace Space, Deal Offer, IReadOnlyList<double> Values, IReadOnlyList<double> NoDeal, IReadOnlyList<double> Gains, IReadOnlyList<PartyId> Needed, IReadOnlyList<TermChange>? Terms,
    double Margin, Opening? Levers)
{
    /// <summary>Parties needed that never sign one of its terms, whatever it brings them.</summary>
    public IReadOnlyList<PartyId> Refusing { get; init; } = [];

    /// <summary>So many changed terms are proven not to be enough: one less than <see cref="Terms"/> where those are proven fewest, as many as there are where no deal is open.</summary>
    public int TooFew { get; init; }

    /// <summary>By how much no more changed terms than <see cref="Terms"/> could leave the worst-off better, in points; 0 when proven best.</summary>
    public double MarginGap { get; init; }

    /// <summary>Whether <see cref="Levers"/>, or that there are none, is proven: every set up to that size was gone through.</summary>
    public bool LeversComplete { get; init; }

    /// <summary>Whether it is proven that no change of terms brings the offer.</summary>
    public bool NoneBring => Terms is null && TooFew >= Space.Blocks.Count;

    /// <summary>Whether no party needed refuses a term of it and everyone needed has at least as much by it as without a deal.</summary>
    public bool Stands => Refusing.Count == 0 && Needed.All(p => Gains[Space.Parties.ToList().IndexOf(p)] >= -1e-9);
}

/// <summary>By how much a proposal falls short for whom, the fewest changes of its terms that would bring it, and the fewest lever moves.</summary>
public static class OfferGap
{
    /// <summary>Most lever moves, and most situations that the search for them looks at.</summary>
    public const int MostLevers = 4;

    private const int MostTrials = 4_000;

    private const int MostBranches = 2_000_000;

    /// <summary>In the situation at the plan's as-of date; null when no deal can contain the offer.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static OfferGapResult? Of(
        CasePlan plan, CaseNumbers numbers, IReadOnlyDictionary<IssueId, OptionId> options, IReadOnlyCollection<LeverId> levers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        LedgerState now = replay.With(replay.All);
        BargainingProblem problem = SituationBuilder.Build(model, now, model.MonthsAt(plan.AsOf));
        if (NamedDeals.Find(plan.Case, problem.Space, options, levers) is not { } offer)
        {
            return null;
        }
        double[] values = problem.Space.ValuesOf(offer);
        ulong needed = NeededBy(problem, offer.Choices);
        ulong refusing = needed & RefusedBy(problem, offer.Choices);
        NearestAnswer nearest = new NearestDeal(problem, offer, MostBranches, cancellation).Find();
        double MarginOf(BargainingProblem other) => NamedDeals.Find(plan.Case, other.Space, options, levers) is { } same ? MarginBy(other, same.Choices) : double.NegativeInfinity;
        OpeningLeversResult levered = new OpeningSearch(model, now, MarginOf, MostLevers, MostTrials, cancellation).Run();
        return new OfferGapResult(
            problem.Space, offer, values, problem.NoDeal, [.. values.Zip(problem.NoDeal, (u, r) => u - r)],
            [.. problem.Space.Parties.Where((_, i) => (needed >> i & 1) != 0)],
            nearest.Deal is null ? null : [.. Changes(problem, offer, nearest.Deal)], nearest.Deal is null ? double.NegativeInfinity : MarginBy(problem, nearest.Deal.Choices), levered.Best)
        {
            Refusing = [.. problem.Space.Parties.Where((_, i) => (refusing >> i & 1) != 0)],
            TooFew = nearest.TooFew,
            MarginGap = nearest.Missing,
            LeversComplete = levered.Complete,
        };
    }

    private static IEnumerable<TermChange> Changes(BargainingProblem problem, Deal offer, Deal deal)
    {
        for (int b = 0; b < deal.Choices.Count; b++)
        {
            IReadOnlyList<DealChoice> choices = problem.Space.Blocks[b].Choices;
            if (deal.Choices[b] != offer.Choices[b])
                yield return new TermChange(b, deal.Choices[b], [.. choices[deal.Choices[b]].Points.Zip(choices[offer.Choices[b]].Points, (now, was) => now - was)]);
        }
    }

    // Minus infinity where somebody needed refuses a term.
    private static double MarginBy(BargainingProblem problem, IReadOnlyList<int> choices)
    {
        ulong needed = NeededBy(problem, choices);
        return (RefusedBy(problem, choices) & needed) != 0 ? double.NegativeInfinity : Least(problem, problem.Space.ValuesOf(new Deal([.. choices])), needed);
    }

    private static ulong RefusedBy(BargainingProblem problem, IReadOnlyList<int> choices) =>
        choices.Select((c, b) => problem.Space.Blocks[b].Choices[c].RefusedBy).Aggregate(0UL, (all, refused) => all | refused);

    // The first coalition's parties, and those whose act some term is.
    private static ulong NeededBy(BargainingProblem problem, IReadOnlyList<int> choices) =>
        choices.Select((c, b) => problem.Space.Blocks[b].Choices[c].Needs).Aggregate(problem.Coalitions[0], (all, needs) => all | needs);

    private static double Least(BargainingProblem problem, double[] values, ulong needed) =>
        Enumerable.Range(0, values.Length).Where(i => (needed >> i & 1) != 0).Min(i => values[i] - problem.NoDeal[i]);
}
