namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The Nash solution over mixtures for a coalition, with the further consent that serves it best (fewer parties among equals). A workspace: reuse it, but not
/// concurrently.
/// </summary>
internal sealed class CoalitionNash(LotterySolver lottery)
{
    private readonly List<ulong> _sets = [];

    // In points: gains smaller than this are no basis for the shortcut.
    private const double Doubtful = 1e-6;

    /// <summary>What answers are made of.</summary>
    public Lender Arrays => lottery.Arrays;

    /// <summary>The solution, in canonical places.</summary>
    /// <param name="own">The coalition's parties (canonical places).</param>
    /// <param name="start">A solution of a nearby problem for the same coalition, if one is at hand: it saves time.</param>
    public LotteryAnswer Best(DealTable table, ulong own, double gapTolerance, CancellationToken cancellation, LotteryStart? start = null)
    {
        ConsentSets.Fill(table, own, _sets);
        int work = 0;
        ulong everyone = own;
        foreach (ulong set in _sets)
            everyone |= set;
        if (everyone != own && Taken(table, own, everyone, gapTolerance, start, ref work) is { } taken)
            return taken with { Iterations = work };
        LotteryAnswer? best = null;
        foreach (ulong consent in _sets)
        {
            cancellation.ThrowIfCancellationRequested();
            LotteryAnswer answer = lottery.Solve(table, consent, Concept.Nash, gapTolerance, start);
            work += answer.Iterations;
            bool open = answer.Status != SettlementStatus.Closed;
            bool wasOpen = best is { Status: not SettlementStatus.Closed };
            if (best is not { } known || (open && (!wasOpen || Objective.Better(table, own, Concept.Nash, answer.Utilities, known.Utilities))))
                best = answer;
        }
        return best!.Value with { Iterations = work };
    }

    // Takes all further consent for granted. Its solution is the best of all sets when it is unique and those whom it needs are no worse off for it; without
    // claims they would not have changed what is maximised.
    private LotteryAnswer? Taken(DealTable table, ulong own, ulong everyone, double gapTolerance, LotteryStart? start, ref int work)
    {
        for (int i = 0; i < table.Parties; i++)
        {
            if (((everyone & ~own) >> i & 1) != 0 && table.Claims[i] > 0)
                return null;
        }
        lottery.Usable.Granted = everyone & ~own;
        LotteryAnswer answer = lottery.Solve(table, own, Concept.Nash, gapTolerance, start);
        lottery.Usable.Granted = 0;
        work += answer.Iterations;
        if (answer.Status == SettlementStatus.Closed)
            return answer; // nothing more can be open under more conditions
        ulong consent = own;
        for (int c = 0; c < answer.Shares.Length; c++)
            consent |= answer.Shares[c] > 0 ? table.Needs[c] : 0;
        return !answer.Many && Stands(table, own, consent, answer) ? answer with { Consent = consent, Tied = Only(table, consent, answer.Tied) } : null;
    }

    private static bool Stands(DealTable table, ulong own, ulong consent, LotteryAnswer answer)
    {
        bool claimed = false;
        for (int i = 0; i < table.Parties; i++)
        {
            double gain = answer.Utilities[i] - table.NoDeal[i];
            bool further = ((consent & ~own) >> i & 1) != 0;
            if (further && gain < 0)
                return false;
            bool claims = (own >> i & 1) != 0 && table.Claims[i] > 0;
            if (claims && gain <= Doubtful)
                return false;
            claimed |= claims;
        }
        for (int c = 0; c < answer.Shares.Length; c++)
        {
            if (answer.Shares[c] > 0 && !table.IsUsable(c, consent))
                return false;
        }
        return claimed;
    }

    private bool[] Only(DealTable table, ulong consent, bool[] tied)
    {
        bool[] usable = lottery.Arrays.Bools(tied.Length);
        for (int c = 0; c < tied.Length; c++)
            usable[c] = tied[c] && table.IsUsable(c, consent);
        return usable;
    }
}
