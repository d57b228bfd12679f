using Fulcrum.Bargaining.Compiled;

namespace Fulcrum.Bargaining;

/// <summary>
/// Room for what draws of a plan answer to the same options: one result that each draw writes over. A study that counts what it reads needs no more than one
/// for every thread. One thread's own.
/// </summary>
internal sealed class DrawRoom
{
    private readonly CasePlan _plan;
    private readonly double[]?[][] _moved;
    private double[][]? _options;
    private double[]? _levers;
    private int[]? _single;

    /// <exception cref="ArgumentException">The case has no model.</exception>
    public DrawRoom(CasePlan plan, DrawOptions options)
    {
        if (!plan.Case.HasModel)
        {
            throw new ArgumentException("The case has no model to solve.", nameof(plan));
        }
        (_plan, Options) = (plan, options);
        DrawResult unfilled = plan.Workspaces.Unfilled(plan, NothingKnown);
        int parties = plan.Case.Parties.Count, changes = plan.Changes.Count, levers = plan.Case.Levers.Count, dates = plan.Dates.Count;
        bool costs = Asks(DrawParts.Costs), leverages = Asks(DrawParts.Leverages), timeline = Asks(DrawParts.Timeline);
        double[][] ofDates = timeline ? Table(dates, parties) : Rows(unfilled.Hands, dates);
        _moved = leverages ? [.. Enumerable.Range(0, levers).Select(_ => new double[]?[NumberPlaces.Standings])] : [];
        Result = unfilled with
        {
            Hands = new double[parties],
            NoDeal = new double[parties],
            ChangeActs = new bool[changes],
            SingleHands = (options.Today & TodayParts.Single) != 0 ? new double[parties] : unfilled.SingleHands,
            HandsUnchanged = costs || Asks(DrawParts.Unchanged) ? new double[parties] : unfilled.HandsUnchanged,
            CostInOrder = costs ? Table(changes, parties) : unfilled.CostInOrder,
            CostUndone = costs ? Table(changes, parties) : unfilled.CostUndone,
            CostShare = costs ? Table(changes, parties) : unfilled.CostShare,
            CostShareError = costs ? Table(changes, parties) : unfilled.CostShareError,
            Realised = leverages ? Table(levers, parties) : unfilled.Realised,
            Coercive = leverages ? Table(levers, parties) : unfilled.Coercive,
            IfMoved = leverages ? [.. Enumerable.Range(0, levers).Select(_ => new double[]?[NumberPlaces.Standings])] : unfilled.IfMoved,
            Dependence = leverages ? Table(parties, parties) : unfilled.Dependence,
            HandsAt = ofDates,
            NoDealAt = timeline ? Table(dates, parties) : ofDates,
            ZoneAt = new bool[dates],
        };
    }

    public DrawOptions Options { get; }

    /// <summary>What the last draw said; good until the next is answered.</summary>
    public DrawResult Result { get; }

    public bool Asks(DrawParts part) => Options.Full && (Options.Parts & part) == part;

    /// <summary>Shares of options, [issue][option], and of levers, all 0.</summary>
    public (double[][] Options, double[] Levers) Mixture()
    {
        _options ??= [.. _plan.Case.Issues.Select(issue => new double[issue.Options.Count])];
        _levers ??= new double[_plan.Case.Levers.Count];
        foreach (double[] shares in _options)
        {
            Array.Clear(shares);
        }
        Array.Clear(_levers);
        return (_options, _levers);
    }

    /// <summary>Option by issue.</summary>
    public int[] Single() => _single ??= new int[_plan.Case.Issues.Count];

    /// <summary>By party, for a lever moved to a standing.</summary>
    public double[] Moved(int lever, int standing) => _moved[lever][standing] ??= new double[_plan.Case.Parties.Count];

    private static DrawResult NothingKnown(CasePlan plan)
    {
        var missing = new double[plan.Case.Parties.Count];
        Array.Fill(missing, double.NaN);
        double[][] ofChanges = Rows(missing, plan.Changes.Count), ofLevers = Rows(missing, plan.Case.Levers.Count);
        var unmoved = new double[]?[plan.Case.Levers.Count][];
        Array.Fill(unmoved, new double[]?[NumberPlaces.Standings]);
        return new DrawResult
        {
            ZoneSingle = false,
            ZoneLottery = false,
            Margin = double.NaN,
            Hands = missing,
            NoDeal = missing,
            HandsUnchanged = missing,
            OptionShares = null,
            LeverShares = null,
            SingleHands = missing,
            SingleOptions = null,
            CostInOrder = ofChanges,
            CostShare = ofChanges,
            CostShareError = ofChanges,
            CostUndone = ofChanges,
            ChangeActs = [],
            Realised = ofLevers,
            Coercive = ofLevers,
            IfMoved = unmoved,
            Dependence = Rows(missing, plan.Case.Parties.Count),
            HandsAt = [],
            NoDealAt = [],
            ZoneAt = [],
            LargestGap = 0,
        };
    }

    private static double[][] Table(int rows, int parties)
    {
        var table = new double[rows][];
        for (int r = 0; r < rows; r++)
        {
            table[r] = new double[parties];
        }
        return table;
    }

    private static double[][] Rows(double[] row, int count)
    {
        var rows = new double[count][];
        Array.Fill(rows, row);
        return rows;
    }
}
