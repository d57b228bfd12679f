namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Raiffa's sequential solution (Raiffa 1953): everyone's claim rises by an equal part of what it could still hope for while the others keep theirs, again and
/// again. Over single deals the last step goes as far as some deal allows: the deal that gives everyone the largest share of the rise still to be had.
/// Where further parties' consent may be sought, the steps are gone for each set of them by itself: steps that change sets on the way would hang on what is left of
/// the rises, which in the end is rounding. The set counts whose end gives the least-served the largest share of its best hope under any of the sets.
/// </summary>
internal sealed class RaiffaSteps(BargainingProblem problem, SettlementOptions options, CancellationToken cancellation)
{
    private const int MostSteps = 200;

    // Shares of a rise closer than this are equal.
    private const double Same = 1e-9;

    // Over mixtures the claims only approach the frontier; the rest of the way, as a share of a party's whole rise, is gone in one step.
    private const double Near = 1e-7;

    private readonly LotterySolver lottery = new();
    private bool doubted;
    private bool unproven;

    /// <summary>The solution of a coalition (a mask by index in the problem).</summary>
    public Settlement Find(ulong coalition)
    {
        DealTable table = DealTable.Of(problem);
        ulong own = table.ToCanonical(coalition);
        List<ulong> sets = ConsentSets.Of(table, own);
        double[]? ideal = sets.Count > 1 ? new SettlementFinder(table, ByStep, cancellation).Ideals(sets) : null;
        Settlement? best = null;
        int work = 0;
        (doubted, unproven) = (false, false);
        foreach (ulong consent in sets)
        {
            if (Stepped(table.ToProblem(consent), ref work) is not { } candidate)
                continue;
            if (best is null || Objective.Better(table, own, Concept.Raiffa, Canonical(table, candidate), Canonical(table, best), ideal))
                best = candidate;
        }
        return best is null
            ? new Settlement(
                Concept.Raiffa, options.Single, SettlementStatus.Closed, [.. problem.NoDeal], [], double.NaN, work, new double[table.Parties], coalition, [], false)
            {
                Unproven = unproven,
            }
            : Told(best) with { Concept = Concept.Raiffa, Iterations = work };
    }

    private SettlementOptions ByStep => options with { Concept = Concept.KalaiSmorodinsky, Ideal = IdealPoint.Open };

    private static double[] Canonical(DealTable table, Settlement settlement) => [.. table.PartyOrder.Select(i => settlement.Utilities[i])];

    // The end of the steps with the consent of just these parties (by index in the problem); null where they have no deal.
    private Settlement? Stepped(ulong consent, ref int work)
    {
        double[] claims = [.. problem.NoDeal];
        Settlement? last = null;
        double[]? whole = null;
        for (int step = 0; step < MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            DealTable table = DealTable.Of(problem with { NoDeal = claims });
            Settlement now = new SettlementFinder(table, ByStep, cancellation).With(consent);
            work += now.Iterations;
            if (!now.IsOpen)
            {
                unproven |= now.Unproven;
                break;
            }
            if (last is not null && now.Status == SettlementStatus.NotCertified && last.Status == SettlementStatus.Open)
                break; // what is left to rise is less than can be told from rounding: the step before is the end
            last = now;
            double[] rises = Rises(table, table.ToCanonical(consent));
            whole ??= rises;
            int[] rising = [.. Enumerable.Range(0, claims.Length).Where(i => rises[i] > Near * whole[i] && Bargains(i, consent))];
            if (rising.Length == 0)
                break;
            if (options.Single && IsLast(rising.Min(i => (now.Utilities[i] - claims[i]) / rises[i]), rising.Length))
                break;
            foreach (int i in rising)
                claims[i] += rises[i] / rising.Length;
        }
        return last;
    }

    // Steps that rest on a search that was stopped may have led elsewhere.
    private Settlement Told(Settlement last) => doubted ? last with { Status = SettlementStatus.NotCertified, Gap = double.PositiveInfinity } : last;

    // Mixtures always contain the step: it is the average of everyone's best.
    private static bool IsLast(double share, int rising) => share < 1.0 / rising - Same || share > 1 - Same;

    private bool Bargains(int party, ulong coalition) =>
        (coalition >> party & 1) != 0 && (problem.Claims[party] > 0 || Enumerable.Range(0, problem.Claims.Count).All(i => (coalition >> i & 1) == 0 || problem.Claims[i] <= 0));

    // What each could gain at most over the claims so far, by index in the problem; 0 where nothing but rounding.
    private double[] Rises(DealTable table, ulong consent)
    {
        var rises = new double[table.Parties];
        var single = new SingleSolver(lottery, SearchBudget.Of(options.Within, options.NodeLimit), cancellation);
        lottery.Usable.Fill(table, consent);
        int[] members = [.. lottery.Usable.Members];
        for (int m = 0; m < members.Length; m++)
        {
            SingleAnswer? extreme = options.Single ? single.Extreme(table, consent, m) : null;
            doubted |= extreme is { Complete: false };
            double? most = options.Single ? extreme?.Value[0] : lottery.Extreme(table, consent, m)?.Gain;
            rises[table.PartyOrder[members[m]]] = most > LotteryRoles.Rounding * lottery.Usable.Unit[m] ? most.Value : 0;
        }
        return rises;
    }
}
