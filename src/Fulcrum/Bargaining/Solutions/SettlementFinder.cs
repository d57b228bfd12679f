namespace Fulcrum.Bargaining.Solutions;

/// <summary>The best settlement of a coalition over all sets of further parties whose consent may be sought; fewer parties among equals.</summary>
internal sealed class SettlementFinder(DealTable table, SettlementOptions options, CancellationToken cancellation)
{
    private readonly LotterySolver lottery = new();

    public Settlement Find(ulong coalition)
    {
        ulong own = table.ToCanonical(coalition);
        if (options is { Concept: Concept.Nash, Single: false })
            return Widened(Mixed(new CoalitionNash(lottery).Best(table, own, options.GapTolerance, cancellation)));
        Settlement? best = null;
        double[] bestUtilities = [];
        int work = 0;
        List<ulong> sets = ConsentSets.Of(table, own);
        double[]? ideal = options.Concept == Concept.KalaiSmorodinsky && sets.Count > 1 ? Ideals(sets) : null;
        foreach (ulong consent in sets)
        {
            cancellation.ThrowIfCancellationRequested();
            (Settlement candidate, double[] utilities) = options.Single || options.Concept == Concept.WelfareOfAll ? Single(consent) : Mixed(consent);
            work += candidate.Iterations;
            bool first = best is null || !best.IsOpen;
            if (best is not null && (!candidate.IsOpen || (!first && !Objective.Better(table, own, options.Concept, utilities, bestUtilities, ideal))))
                continue;
            (best, bestUtilities) = (candidate, utilities);
        }
        return Widened(best! with { Iterations = work });
    }

    /// <summary>The settlement with the consent of just these parties (a mask by index in the problem); for the concepts that are solved for each set by itself.</summary>
    public Settlement With(ulong parties)
    {
        ulong consent = table.ToCanonical(parties);
        return Widened((options.Single ? Single(consent) : Mixed(consent)).Item1);
    }

    /// <summary>The most that each party can gain under any of the sets; in canonical places.</summary>
    public double[] Ideals(List<ulong> sets)
    {
        var ideal = new double[table.Parties];
        var single = new SingleSolver(lottery, SearchBudget.Of(options.Within, options.NodeLimit), cancellation);
        foreach (ulong consent in sets)
        {
            lottery.Usable.Fill(table, consent);
            int[] members = [.. lottery.Usable.Members];
            for (int m = 0; m < members.Length; m++)
            {
                double? most = options.Single ? single.Ideal(table, consent, m, options.Ideal) : lottery.Extreme(table, consent, m)?.Gain;
                if (most > SingleGoal.Same * lottery.Usable.Unit[m])
                    ideal[members[m]] = Math.Max(ideal[members[m]], most.Value);
            }
        }
        return ideal;
    }

    // A space whose choices are not all listed may hold a better deal, by its gap at most; one whose search was stopped may be open after all.
    private Settlement Widened(Settlement found)
    {
        double gap = table.Gap;
        if (gap == 0)
            return found;
        return found.IsOpen ? found with { Status = SettlementStatus.NotCertified, Gap = found.Gap + gap } : found with { Unproven = true };
    }

    private (Settlement, double[]) Mixed(ulong consent)
    {
        LotteryAnswer answer = lottery.Solve(table, consent, options.Concept, options.GapTolerance);
        return (Mixed(answer), answer.Utilities);
    }

    private Settlement Mixed(LotteryAnswer answer)
    {
        if (answer.Status == SettlementStatus.Closed)
            return Closed(answer.Consent, answer.Iterations);
        List<(double Share, int[] Choices)> mixture = CanonicalMixture.Of(table, answer);
        List<int[]> ties = CanonicalMixture.Ties(table, answer, mixture);
        return new Settlement(
            options.Concept, false, answer.Status, table.ToProblem(answer.Utilities), [.. mixture.Select(m => Mixed(m.Share, m.Choices))], answer.Gap,
            answer.Iterations, table.ToProblem(answer.Prices), table.ToProblem(answer.Consent), [.. ties.Select(t => table.ToProblem(t))], answer.Many);
    }

    private (Settlement, double[]) Single(ulong consent)
    {
        var solver = new SingleSolver(lottery, SearchBudget.Of(options.Within, options.NodeLimit), cancellation);
        if (solver.Solve(table, consent, options.Concept, options.Ideal, options.GapTolerance) is not var (answer, prices))
            return (Closed(consent, 0), table.NoDeal);
        if (answer.Choices is null)
            return (Closed(consent, answer.Nodes) with { Unproven = !answer.Complete }, table.NoDeal);
        MixedDeal deal = Mixed(1, answer.Choices);
        var canonical = new double[table.Parties];
        for (int i = 0; i < canonical.Length; i++)
            canonical[i] = deal.Utilities[table.PartyOrder[i]];
        List<int[]> ties = [.. answer.Ties, .. new[] { answer.Choices }.Concat(answer.Ties).SelectMany(FoldedTwins).Take(SingleSolver.MostTies)];
        var settlement = new Settlement(
            options.Concept, true, answer.Complete ? SettlementStatus.Open : SettlementStatus.NotCertified, deal.Utilities, [deal],
            table.Gap > 0 ? answer.Room : answer.Missing,
            answer.Nodes, table.ToProblem(prices), table.ToProblem(consent), [.. ties.Take(SingleSolver.MostTies).Select(t => table.ToProblem(t))], ties.Count > 0);
        return (settlement, canonical);
    }

    // The same deal with some choices replaced by others that are worth the same to every consenting party, in order of keys.
    private IEnumerable<int[]> FoldedTwins(int[] deal)
    {
        IEnumerable<int[]> twins = [[]];
        for (int b = 0; lottery.Usable.Folded && b < table.Blocks; b++)
        {
            int[] alike = Alike(b, deal[b]);
            twins = twins.SelectMany(twin => alike.Select(c => (int[])[.. twin, c]));
        }
        return twins.Where(twin => twin.Length == deal.Length && !twin.AsSpan().SequenceEqual(deal));
    }

    private int[] Alike(int block, int choice) =>
        [.. Enumerable.Range(table.Start[block], table.Start[block + 1] - table.Start[block])
            .Where(c => c == choice || (table.IsUsable(c, lottery.Usable.Consent) && lottery.Usable.Same(c, choice)))];

    private Settlement Closed(ulong consent, int iterations) => new(
        options.Concept, options.Single, SettlementStatus.Closed, [.. table.Problem.NoDeal], [], double.NaN, iterations, new double[table.Parties],
        table.ToProblem(consent), [], false);

    private MixedDeal Mixed(double share, int[] choices)
    {
        var utilities = new double[table.Parties];
        for (int i = 0; i < table.Parties; i++)
        {
            double sum = table.Constants[i];
            foreach (int c in choices)
                sum += table.Points[c * table.Parties + i];
            utilities[table.PartyOrder[i]] = sum;
        }
        return new MixedDeal(share, table.ToProblem(choices), utilities);
    }
}
