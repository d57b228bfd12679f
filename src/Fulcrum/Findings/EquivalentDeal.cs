using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>
/// Says what a party has without a deal as a deal of the same worth to it: the one with the fewest departures from everything as it stands with the
/// conflict ended, and among these the nearest in points.
/// </summary>
public static class EquivalentDeal
{
    /// <summary>Deals this near, in points of the party's 100, count as the same worth.</summary>
    private const double Near = 1.5;

    /// <summary>Beyond this no deal is said to be equal.</summary>
    private const double Far = 4;

    private sealed record Variant(DealChoice Choice, int Departures);

    /// <summary>What can be said of it ('equals ...', 'is less than ...'); null when no deal with at most two departures comes near.</summary>
    public static string? Describe(Case @case, BargainingProblem problem, PartyId party)
    {
        int p = problem.Space.Parties.ToList().IndexOf(party);
        Variant[][] blocks = problem.Space.Blocks.Where(b => b.Choices.Count > 0).Select(b => Variants(@case, b)).ToArray();
        if (p < 0 || blocks.Length == 0 || blocks.Any(b => b.Length == 0))
        {
            return null;
        }
        double target = problem.NoDeal[p];
        return Beyond(@case, problem, p, target) ?? (Nearest(problem, blocks, p, target) is { } deal ? Words(@case, deal) : null);
    }

    // Of every deal that anyone could sign, levers and all; of those that settle the conflict where this holds of these alone.
    private static string? Beyond(Case @case, BargainingProblem problem, int p, double target)
    {
        (double worst, double best) = Ends(problem, p, _ => true);
        (double worstSettled, double bestSettled) = Ends(problem, p, c => c.Terms.Options.All(t => !LeavesConflictOpen(@case.Issue(t.Issue), t.Option)));
        return target > best + Near ? "is more than any deal could give it"
            : target < worst - Near ? "is less than the worst deal that could be signed"
            : target > bestSettled + Near ? "is more than any deal that ends the conflict could give it"
            : target < worstSettled - Near ? "is less than the worst deal that ends the conflict"
            : null;
    }

    private static (double Worst, double Best) Ends(BargainingProblem problem, int p, Func<DealChoice, bool> counted)
    {
        double worst = problem.Space.Constants[p], best = worst;
        foreach (DealBlock block in problem.Space.Blocks.Where(b => b.Choices.Count > 0))
        {
            double[] points = block.Choices.Where(c => problem.Coalitions.Any(k => (c.RefusedBy & k) == 0) && counted(c)).Select(c => c.Points[p]).ToArray();
            if (points.Length == 0)
            {
                return (double.NegativeInfinity, double.PositiveInfinity);
            }
            // Of a very large block only the efficient choices are listed: the worst is not among them, the best to within the gap.
            worst += block.OutOf is null ? points.Min() : double.NegativeInfinity;
            best += points.Max() + block.Gap;
        }
        return (worst, best);
    }

    // Each block's variants, fewest departures first; variants that leave the conflict going, or include an optional lever, are left out.
    private static Variant[] Variants(Case @case, DealBlock block) =>
        block.Choices
            .Where(c => !c.Terms.LeverIncluded && c.RefusedBy == 0 && c.Terms.Options.All(t => !LeavesConflictOpen(@case.Issue(t.Issue), t.Option)))
            .Select(c => new Variant(c, c.Terms.Options.Count(t => Departs(@case.Issue(t.Issue), t.Option))))
            .OrderBy(v => v.Departures).ThenBy(v => v.Choice.Key, StringComparer.Ordinal).ToArray();

    private static bool LeavesConflictOpen(Issue issue, OptionId option) => (issue.Ends || issue.MustSettle) && issue.IndexOf(option) == issue.StatusQuo;

    private static bool Departs(Issue issue, OptionId option) => !issue.Ends && issue.IndexOf(option) != issue.StatusQuo;

    private static List<DealTerms>? Nearest(BargainingProblem problem, Variant[][] blocks, int p, double target)
    {
        double start = problem.Space.Constants[p] + blocks.Sum(b => b[0].Choice.Points[p]);
        int startDepartures = blocks.Sum(b => b[0].Departures);
        (double Rank, double Distance, (int Block, int Variant)[] Swaps) best = (double.PositiveInfinity, double.PositiveInfinity, []);
        foreach ((int Block, int Variant)[] swaps in Swaps(blocks))
        {
            double value = start + swaps.Sum(s => blocks[s.Block][s.Variant].Choice.Points[p] - blocks[s.Block][0].Choice.Points[p]);
            double distance = Math.Abs(value - target);
            int departures = startDepartures + swaps.Sum(s => blocks[s.Block][s.Variant].Departures - blocks[s.Block][0].Departures);
            // Near enough: fewer departures win. Otherwise the distance decides, behind all that are near enough.
            double rank = distance <= Near ? departures : 1e6 + distance;
            if (rank < best.Rank || (rank == best.Rank && distance < best.Distance))
            {
                best = (rank, distance, swaps);
            }
        }
        return best.Distance > Far ? null : blocks.Select((b, i) => b[VariantOf(best.Swaps, i)].Choice.Terms).ToList();
    }

    private static int VariantOf((int Block, int Variant)[] swaps, int block) => swaps.Where(s => s.Block == block).Select(s => s.Variant).FirstOrDefault();

    private static IEnumerable<(int Block, int Variant)[]> Swaps(Variant[][] blocks)
    {
        yield return [];
        var single = blocks.SelectMany((b, i) => Enumerable.Range(1, Math.Min(b.Length, 40) - 1).Select(v => (Block: i, Variant: v))).ToArray();
        foreach (var one in single)
        {
            yield return [one];
        }
        foreach (var one in single)
        {
            foreach (var two in single.Where(s => s.Block > one.Block))
            {
                yield return [one, two];
            }
        }
    }

    private static string Words(Case @case, List<DealTerms> deal)
    {
        var terms = deal.SelectMany(t => t.Options).Select(t => (Issue: @case.Issue(t.Issue), t.Option)).ToArray();
        string? ends = terms.Where(t => t.Issue.Ends).Select(t => $"'{NameOf(t.Issue, t.Option)}'").FirstOrDefault();
        string[] others = terms.Where(t => Departs(t.Issue, t.Option)).Select(t => $"{t.Issue.Name} '{NameOf(t.Issue, t.Option)}'").ToArray();
        string start = ends is null ? "equals a deal" : $"equals {ends}";
        return others.Length == 0 ? $"{start} with all else as it stands" : $"{start} with {string.Join(", ", others)} and all else as it stands";
    }

    private static string NameOf(Issue issue, OptionId option) => issue.Options[issue.IndexOf(option)].Name;
}
