using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Frontiers;

/// <summary>Sets up a frontier: whose points are compared, in which units, which choices can be signed; and reads the answer back.</summary>
internal sealed class FrontierFinder
{
    private readonly DealTable table;
    private readonly FrontierOptions options;
    private readonly IProgress<FrontierProgress>? progress;
    private readonly CancellationToken cancellation;
    private readonly ulong coalition;
    private readonly int[] parties;
    private readonly double[] units;

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
        FrontierBlock[] blocks = [.. Enumerable.Range(0, table.Blocks).Reverse().Select(b => FrontierBlock.Of(table, b, parties, units, coalition, options.Tolerance))];
        FrontierLevels levels = FrontierLevels.Build(blocks, Floor(), options.Tolerance, Math.Max(1, options.Limit), progress, cancellation);
        var trace = new Lazy<FrontierTrace>(() => new FrontierTrace(levels, options.Tolerance));
        bool[]? lottery = options.Lottery ? OnLotteries(levels) : null;
        var points = new FrontierPoint[levels.Last.Count];
        for (int k = 0; k < points.Length; k++)
            points[k] = PointAt(levels.Last, k, shown, trace, lottery?[k]);
        Array.Sort(points, (x, y) => Compare(x.Utilities, y.Utilities));
        return new EfficientFrontier(
            [.. shown.Select(i => names[i])], points, levels.Epsilon == 0 && table.Gap == 0,
            [.. shown.Select(i => levels.Epsilon * units[i] + table.Gap)], [.. shown.Select(i => options.Tolerance * units[i])]);
    }

    public Deal ToProblem(int[] choices) => table.ToProblem(choices);

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

    private bool[] OnLotteries(FrontierLevels levels)
    {
        PointSet last = levels.Last;
        if (parties.Length == 2 && levels.Epsilon == 0)
            return PlaneHull.Of(last, options.Tolerance);
        var test = new LotteryTest(levels.Blocks, parties.Length);
        var on = new bool[last.Count];
        for (int k = 0; k < on.Length; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            on[k] = test.IsEfficient(last, k);
        }
        return on;
    }

    private FrontierPoint PointAt(PointSet last, int place, int[] shown, Lazy<FrontierTrace> trace, bool? lottery)
    {
        var utilities = new double[parties.Length];
        bool open = true;
        for (int s = 0; s < shown.Length; s++)
        {
            int i = shown[s];
            utilities[s] = table.Constants[parties[i]] + last.Of[i][place] * units[i];
            open &= utilities[s] >= table.NoDeal[parties[i]] - options.Tolerance * units[i];
        }
        return new FrontierPoint(this, trace, place, utilities, open, lottery);
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
}
