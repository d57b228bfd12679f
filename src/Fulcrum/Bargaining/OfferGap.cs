using Fulcrum.Bargaining.Situations;
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
/// <param name="Terms">The fewest changed terms with which nobody needed falls short, and of those the ones that leave the worst-off best off; null where none of the ways looked at is enough.</param>
/// <param name="Margin">The smallest gain of a party needed by the deal so changed.</param>
/// <param name="Levers">The fewest lever moves that bring the offer as it stands; null where none found do.</param>
public sealed record OfferGapResult(
    DealSpace Space, Deal Offer, IReadOnlyList<double> Values, IReadOnlyList<double> NoDeal, IReadOnlyList<double> Gains, IReadOnlyList<PartyId> Needed, IReadOnlyList<TermChange>? Terms,
    double Margin, Opening? Levers)
{
    /// <summary>Parties needed that never sign one of its terms, whatever it brings them.</summary>
    public IReadOnlyList<PartyId> Refusing { get; init; } = [];

    /// <summary>Up to how many changed terms every way was looked at: <see cref="OfferGap.MostChanges"/>, or fewer where there are fewer terms or too many ways.</summary>
    public int Searched { get; init; }

    /// <summary>Without <see cref="Terms"/>: whether a deal farther from the offer is open; null where changes were found, or where that could not be settled.</summary>
    public bool? OpenFarther { get; init; }

    /// <summary>Whether no party needed refuses a term of it and everyone needed has at least as much by it as without a deal.</summary>
    public bool Stands => Refusing.Count == 0 && Needed.All(p => Gains[Space.Parties.ToList().IndexOf(p)] >= -1e-9);
}

/// <summary>By how much a proposal falls short for whom, the fewest changes of its terms that would bring it, and the fewest lever moves.</summary>
public static class OfferGap
{
    /// <summary>Most changed terms.</summary>
    public const int MostChanges = 6;

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
        (List<TermChange>? terms, double margin, int searched) = new Nearest(problem, offer, cancellation).Find();
        double MarginOf(BargainingProblem other) => NamedDeals.Find(plan.Case, other.Space, options, levers) is { } same ? MarginBy(other, same.Choices) : double.NegativeInfinity;
        Opening? opening = new OpeningSearch(model, now, MarginOf, MostLevers, MostTrials, cancellation).Run().Best;
        return new OfferGapResult(
            problem.Space, offer, values, problem.NoDeal, [.. values.Zip(problem.NoDeal, (u, r) => u - r)],
            [.. problem.Space.Parties.Where((_, i) => (needed >> i & 1) != 0)], terms, margin, opening)
        {
            Refusing = [.. problem.Space.Parties.Where((_, i) => (refusing >> i & 1) != 0)],
            Searched = searched,
            OpenFarther = terms is null ? OpenAtAll(problem, cancellation) : null,
        };
    }

    // Of the first coalition, whose consent an offer needs.
    private static bool? OpenAtAll(BargainingProblem problem, CancellationToken cancellation) =>
        Solving.Zone(problem with { Coalitions = [problem.Coalitions[0]] }, cancellation: cancellation) is { Proven: true } zone ? zone.Single : null;

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

    // Fewest changes first; a branch is given up when the best changes still allowed leave some always needed party short.
    private sealed class Nearest(BargainingProblem problem, Deal offer, CancellationToken cancellation)
    {
        private const double Rounding = 1e-9;

        private readonly IReadOnlyList<DealBlock> blocks = problem.Space.Blocks;
        private readonly int[] always = [.. Enumerable.Range(0, problem.NoDeal.Count).Where(i => (problem.Coalitions[0] >> i & 1) != 0)];
        private readonly int[] choices = [.. offer.Choices];
        private readonly double[] gains = [.. problem.Space.ValuesOf(offer).Zip(problem.NoDeal, (u, r) => u - r)];
        private double[][] rises = [];
        private int[]? best;
        private double most = double.NegativeInfinity;
        private int branches;

        /// <summary>Also up to how many changes all ways were gone through.</summary>
        public (List<TermChange>? Terms, double Margin, int Searched) Find()
        {
            rises = [.. blocks.Select((block, b) => always.Select(i => Math.Max(0, block.Choices.Max(c => c.Points[i]) - block.Choices[offer.Choices[b]].Points[i])).ToArray())];
            int searched = -1;
            for (int size = 0; size <= Math.Min(MostChanges, blocks.Count) && best is null && branches < MostBranches; size++)
            {
                Descend(0, size);
                searched = branches < MostBranches ? size : searched;
            }
            return best is null ? (null, double.NegativeInfinity, Math.Max(0, searched)) : ([.. Changes(best)], most, Math.Max(0, searched));
        }

        private IEnumerable<TermChange> Changes(int[] deal)
        {
            for (int b = 0; b < deal.Length; b++)
            {
                if (deal[b] != offer.Choices[b])
                    yield return new TermChange(b, deal[b], [.. blocks[b].Choices[deal[b]].Points.Zip(blocks[b].Choices[offer.Choices[b]].Points, (now, was) => now - was)]);
            }
        }

        private void Descend(int from, int left)
        {
            if (left == 0)
            {
                Try();
                return;
            }
            if (!MayReach(from, left))
                return;
            for (int b = from; b <= blocks.Count - left; b++)
            {
                for (int c = 0; c < blocks[b].Choices.Count && branches < MostBranches; c++)
                {
                    if (c == offer.Choices[b])
                        continue;
                    if (++branches % 4096 == 0)
                        cancellation.ThrowIfCancellationRequested();
                    Move(b, c, 1);
                    choices[b] = c;
                    Descend(b + 1, left - 1);
                    choices[b] = offer.Choices[b];
                    Move(b, c, -1);
                }
            }
        }

        private void Move(int block, int choice, int sign)
        {
            for (int i = 0; i < gains.Length; i++)
                gains[i] += sign * (blocks[block].Choices[choice].Points[i] - blocks[block].Choices[offer.Choices[block]].Points[i]);
        }

        private bool MayReach(int from, int left)
        {
            for (int a = 0; a < always.Length; a++)
            {
                if (gains[always[a]] + rises.Skip(from).Select(r => r[a]).OrderDescending().Take(left).Sum() < -Rounding)
                    return false;
            }
            return true;
        }

        private void Try()
        {
            double margin = MarginBy(problem, choices);
            if (margin >= -Rounding && margin > most + Rounding)
                (best, most) = ([.. choices], margin);
        }
    }
}
