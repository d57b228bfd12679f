namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Raiffa's sequential solution (Raiffa 1953): everyone's claim rises by an equal part of what it could still hope for while the others keep theirs, again and
/// again. Over single deals the last step goes as far as some deal allows: the deal that gives everyone the largest share of the rise still to be had.
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

    /// <summary>The solution of a coalition (a mask by index in the problem).</summary>
    public Settlement Find(ulong coalition)
    {
        double[] claims = [.. problem.NoDeal];
        Settlement? last = null;
        double[]? whole = null;
        int work = 0;
        doubted = false;
        for (int step = 0; step < MostSteps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            DealTable table = DealTable.Of(problem with { NoDeal = claims });
            Settlement now = new SettlementFinder(table, options with { Concept = Concept.KalaiSmorodinsky, Ideal = IdealPoint.Open }, cancellation).Find(coalition);
            work += now.Iterations;
            if (!now.IsOpen)
                break;
            last = now;
            double[] rises = Rises(table, table.ToCanonical(now.Coalition));
            whole ??= rises;
            int[] rising = [.. Enumerable.Range(0, claims.Length).Where(i => rises[i] > Near * whole[i] && Bargains(i, now.Coalition))];
            if (rising.Length == 0)
                break;
            if (options.Single && IsLast(rising.Min(i => (now.Utilities[i] - claims[i]) / rises[i]), rising.Length))
                break;
            foreach (int i in rising)
                claims[i] += rises[i] / rising.Length;
        }
        return last is null
            ? new Settlement(Concept.Raiffa, options.Single, SettlementStatus.Closed, [.. problem.NoDeal], [], double.NaN, work, new double[claims.Length], coalition, [], false)
            : Told(last) with { Concept = Concept.Raiffa, Iterations = work };
    }

    // Steps that rest on a search that was stopped may have led elsewhere.
    private Settlement Told(Settlement last) => doubted ? last with { Status = SettlementStatus.NotCertified, Gap = double.PositiveInfinity } : last;

    // Mixtures always contain the step: it is the average of everyone's best.
    private static bool IsLast(double share, int rising) => share < 1.0 / rising - Same || share > 1 - Same;

    private bool Bargains(int party, ulong coalition) =>
        (coalition >> party & 1) != 0 && (problem.Claims[party] > 0 || Enumerable.Range(0, problem.Claims.Count).All(i => (coalition >> i & 1) == 0 || problem.Claims[i] <= 0));

    // What each could gain at most over the claims so far, by index in the problem; 0 where nothing.
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
            rises[table.PartyOrder[members[m]]] = Math.Max(0, most ?? 0);
        }
        return rises;
    }
}
