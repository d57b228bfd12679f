using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>
/// Sets up a frontier: whose points are compared, in which units, which choices can be signed; and reads the answer back. Where a party whose act some choice is
/// refuses another, the two cannot stand in one deal: then every set of such signers is gone through by itself, and what any of them can sign is compared.
/// </summary>
internal sealed class FrontierFinder
{
    // 2^8 sets of signers; beyond that only none and all of them are gone through, and the answer is not called exact.
    private const int MostContested = 8;

    private readonly DealTable table;
    private readonly FrontierOptions options;
    private readonly IProgress<FrontierProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly ulong coalition;
    private readonly int[] parties;
    private readonly double[] units;
    private ulong contested;
    private bool unlisted;

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
        ulong[] sets = Signers();
        FrontierRun[] runs = [.. sets.Select((signers, n) => Run(signers, n, sets.Length)).OfType<FrontierRun>()];
        PointSet last = runs.Length == 1 ? runs[0].Levels.Last : FrontierRun.Merged(runs, parties.Length, options.Tolerance, cancellation);
        bool[]? lottery = options.Lottery ? OnLotteries(runs, last) : null;
        var points = new FrontierPoint[last.Count];
        for (int k = 0; k < points.Length; k++)
            points[k] = PointAt(runs, last, k, shown, lottery?[k]);
        Array.Sort(points, (x, y) => Compare(x.Utilities, y.Utilities));
        double epsilon = runs.Select(r => r.Levels.Epsilon).DefaultIfEmpty(0).Max();
        return new EfficientFrontier(
            [.. shown.Select(i => names[i])], points, epsilon == 0 && table.Gap == 0 && !unlisted,
            [.. shown.Select(i => epsilon * units[i] + table.Gap)], [.. shown.Select(i => options.Tolerance * units[i])]);
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

    // Sets of the further parties whose act some choice is and who refuse another; just the empty one where there are none.
    private ulong[] Signers()
    {
        (ulong acting, ulong refusing) = (0, 0);
        for (int c = 0; c < table.Needs.Length; c++)
        {
            bool signable = (table.RefusedBy[c] & coalition) == 0;
            acting |= signable ? table.Needs[c] & ~coalition : 0;
            refusing |= signable ? table.RefusedBy[c] : 0;
        }
        contested = acting & refusing;
        unlisted = ulong.PopCount(contested) > MostContested;
        if (unlisted)
            return [0, contested];
        var sets = new List<ulong>();
        for (ulong set = contested; ; set = (set - 1) & contested)
        {
            sets.Add(set);
            if (set == 0)
                return [.. sets.OrderBy(ulong.PopCount).ThenBy(s => s)];
        }
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

    private static int Compare(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        for (int i = 0; i < x.Count; i++)
        {
            int c = y[i].CompareTo(x[i]);
            if (c != 0)
                return c;
        }
        return 0;
    }

    /// <summary>Of several sets of signers in turn, so that the blocks done only ever rise.</summary>
    private sealed class PartOfProgress(IProgress<FrontierProgress> whole, int number, int of) : IProgress<FrontierProgress>
    {
        public void Report(FrontierProgress value) => whole.Report(new FrontierProgress(number * value.Blocks + value.BlocksDone, of * value.Blocks, value.Points));
    }
}
