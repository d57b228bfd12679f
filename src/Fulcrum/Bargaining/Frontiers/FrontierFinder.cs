using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>
/// Sets up a frontier: whose points are compared, in which units, which choices can be signed; and reads the answer back. Where a party whose act some choice is
/// refuses another, the two cannot stand in one deal: then every set of such signers is gone through by itself, and what any of them can sign is compared.
/// </summary>
internal sealed class FrontierFinder
{
    // Points of the frontier that disregards who refuses what; a coarse one is enough for a bound.
    private const int MostAbove = 5_000;

    private readonly DealTable table;
    private readonly FrontierOptions options;
    private readonly IProgress<FrontierProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly ulong coalition;
    private readonly int[] parties;
    private readonly double[] units;
    private ulong contested;

    public FrontierFinder(DealTable table, FrontierOptions options, IProgress<FrontierProgress>? progress, CancellationToken cancellation)
    {
        (this.table, this.options, this.progress, this.cancellation) = (table, options, progress, cancellation);
        coalition = table.ToCanonical(options.Coalition ?? (table.Problem.Coalitions.Count > 0 ? table.Problem.Coalitions[0] : 0));
        parties = Compared();
        units = [.. parties.Select(UnitOf)];
    }

    public EfficientFrontier Find()
    {
        PartyId[] names = [.. parties.Select(i => table.Problem.Space.Parties[table.PartyOrder[i]])];
        int[] shown = [.. Enumerable.Range(0, parties.Length).OrderBy(i => table.PartyOrder[parties[i]])];
        if (parties.Length == 0)
            return new EfficientFrontier([], [], true, [], []);
        (ulong[] sets, bool all) = Signers();
        FrontierRun[] runs = Runs(sets, ref all);
        PointSet last = runs.Length == 1 ? runs[0].Levels.Last : FrontierRun.Merged(runs, parties.Length, options.Tolerance, cancellation);
        bool[]? lottery = options.Lottery ? OnLotteries(runs, last) : null;
        int[][] ranks = [.. shown.Select(i => ParetoFilter.RanksOf(last.Of[i], last.Count, options.Tolerance))];
        int[] order = [.. Enumerable.Range(0, last.Count)];
        Array.Sort(order, (x, y) => ranks.Select(rank => rank[y].CompareTo(rank[x])).FirstOrDefault(c => c != 0) is var c and not 0 ? c : x.CompareTo(y));
        FrontierPoint[] points = [.. order.Select(k => PointAt(runs, last, k, shown, lottery?[k]))];
        double thinning = runs.Select(r => r.Levels.Epsilon).DefaultIfEmpty(0).Max();
        double[] epsilon = all ? [.. parties.Select(_ => thinning)] : Bound(last);
        return new EfficientFrontier(
            [.. shown.Select(i => names[i])], points, all && thinning == 0 && table.Gap == 0,
            [.. shown.Select(i => epsilon[i] * units[i] + table.Gap)], [.. shown.Select(i => options.Tolerance * units[i])])
        {
            AllSigners = all,
        };
    }

    // Beyond the most sets only as long as there is no point yet.
    private FrontierRun[] Runs(ulong[] sets, ref bool all)
    {
        var runs = new List<FrontierRun>();
        int planned = Math.Min(sets.Length, SignerSets.Most);
        for (int n = 0; n < sets.Length && (n < planned || runs.TrueForAll(run => run.Levels.Last.Count == 0)); n++)
        {
            if (Run(sets[n], Math.Min(n, planned - 1), planned) is { } run)
                runs.Add(run);
        }
        all &= sets.Length == planned;
        return [.. runs];
    }

    // Not every set of signers was gone through: held against the frontier of the deals that there were if nobody outside the coalition refused anything, which is at least as good.
    private double[] Bound(PointSet last)
    {
        FrontierBlock[] blocks = [.. Enumerable.Range(0, table.Blocks).Reverse()
            .Select(b => FrontierBlock.Of(table, b, parties, units, (coalition, 0), options.Tolerance))];
        FrontierLevels above = FrontierLevels.Build(blocks, Floor(), options.Tolerance, MostAbove, null, cancellation);
        return [.. Shortfall.Of(last, above.Last, cancellation).Select(lacking => lacking + above.Epsilon)];
    }

    public Deal ToProblem(int[] choices) => table.ToProblem(choices);

    // Null where such signers leave some block nothing; with one set alone an empty frontier says the same.
    private FrontierRun? Run(ulong signers, int number, int of)
    {
        FrontierBlock[] blocks = [.. Enumerable.Range(0, table.Blocks).Reverse()
            .Select(b => FrontierBlock.Of(table, b, parties, units, (coalition | signers, contested & ~signers), options.Tolerance))];
        if (of > 1 && Array.Exists(blocks, b => b.Points.Count == 0))
            return null;
        IProgress<FrontierProgress>? part = progress is null || of == 1 ? progress : new PartOfProgress(progress, number, of);
        FrontierLevels levels = FrontierLevels.Build(blocks, Floor(), options.Tolerance, Math.Max(1, options.Limit), part, cancellation);
        return new FrontierRun(signers, levels, new Lazy<FrontierTrace>(() => new FrontierTrace(levels, options.Tolerance)));
    }

    // Just the empty set where nobody whose act some choice is refuses another.
    private (ulong[] Sets, bool All) Signers()
    {
        (ulong acting, ulong refusing) = (0, 0);
        for (int c = 0; c < table.Needs.Length; c++)
        {
            bool signable = (table.RefusedBy[c] & coalition) == 0;
            acting |= signable ? table.Needs[c] & ~coalition : 0;
            refusing |= signable ? table.RefusedBy[c] : 0;
        }
        contested = acting & refusing;
        return SignerSets.Of(table, coalition, contested);
    }

    /// <summary>Whose consent just that deal (choices of the table) needs, of those for whom it matters which deals are listed.</summary>
    public ulong ContestedIn(int[] choices) => choices.Aggregate(0UL, (needs, c) => needs | table.Needs[c]) & contested;

    public ulong ContestedIn(int choice) => table.Needs[choice] & contested;

    // Canonical places, rising.
    private int[] Compared()
    {
        IReadOnlyList<PartyId> all = table.Problem.Space.Parties;
        if (options.Parties is not { } named)
        {
            ulong mask = coalition;
            for (int c = 0; c < table.Needs.Length; c++)
                mask |= (table.RefusedBy[c] & coalition) == 0 ? table.Needs[c] : 0;
            return [.. Enumerable.Range(0, table.Parties).Where(i => (mask >> i & 1) != 0)];
        }
        foreach (PartyId party in named.Where(party => !all.Contains(party)))
            throw new ArgumentException($"'{party}' is not a party of this problem.");
        return [.. Enumerable.Range(0, table.Parties).Where(i => named.Contains(all[table.PartyOrder[i]]))];
    }

    // A power of two of about the party's range, so that dividing by it changes no digit.
    private double UnitOf(int party)
    {
        double range = 0;
        for (int b = 0; b < table.Blocks; b++)
        {
            double low = double.PositiveInfinity;
            double high = double.NegativeInfinity;
            for (int c = table.Start[b]; c < table.Start[b + 1]; c++)
            {
                double points = table.Points[c * table.Parties + party];
                (low, high) = (Math.Min(low, points), Math.Max(high, points));
            }
            range += table.Start[b + 1] > table.Start[b] ? high - low : 0;
        }
        return range > 0 && double.IsFinite(range) ? Math.ScaleB(1, Math.ILogB(range)) : 1;
    }

    private double[] Floor() =>
        [.. parties.Select((party, i) => options.OpenOnly ? (table.NoDeal[party] - table.Constants[party]) / units[i] : double.NegativeInfinity)];

    // No mixture joins deals that the same signers cannot all conclude.
    private bool[] OnLotteries(FrontierRun[] runs, PointSet last)
    {
        if (parties.Length == 2 && runs.Length == 1 && runs[0].Levels.Epsilon == 0)
            return PlaneHull.Of(last, options.Tolerance);
        LotteryTest[] tests = [.. runs.Select(run => new LotteryTest(run.Levels.Blocks, parties.Length))];
        var on = new bool[last.Count];
        for (int k = 0; k < on.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            on[k] = Array.TrueForAll(tests, test => test.IsEfficient(last, k));
        }
        return on;
    }

    private FrontierPoint PointAt(FrontierRun[] runs, PointSet last, int place, int[] shown, bool? lottery)
    {
        var utilities = new double[parties.Length];
        bool open = true;
        for (int s = 0; s < shown.Length; s++)
        {
            int i = shown[s];
            utilities[s] = table.Constants[parties[i]] + last.Of[i][place] * units[i];
            open &= utilities[s] >= table.NoDeal[parties[i]] - options.Tolerance * units[i];
        }
        FrontierRun[] own = runs.Length == 1 ? [runs[0].At(place)] : [.. runs.Select(run => run.At(last, place, options.Tolerance)).OfType<FrontierRun>()];
        return new FrontierPoint(this, own, utilities, open, lottery);
    }

    /// <summary>Of several sets of signers in turn, so that the blocks done only ever rise.</summary>
    private sealed class PartOfProgress(IProgress<FrontierProgress> whole, int number, int of) : IProgress<FrontierProgress>
    {
        public void Report(FrontierProgress value) => whole.Report(new FrontierProgress(number * value.Blocks + value.BlocksDone, of * value.Blocks, value.Points));
    }
}
