using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// What one draw of a case's numbers says: plain arrays, so that a study can gather millions of them. Arrays over parties follow <see cref="Case.Parties"/>,
/// over issues and options <see cref="Case.Issues"/>, over levers <see cref="Case.Levers"/>, over changes <see cref="CasePlan.Changes"/>, over dates <see cref="CasePlan.Dates"/>.
/// All values are points of that party's own scale. A value that does not exist in this draw (a settlement where the zone is closed) is NaN.
/// </summary>
public sealed record DrawResult
{
    private bool _zoneSingle;
    private bool _zoneLottery;
    private double _margin;
    private double _largestGap;
    private double[][]? _optionShares;
    private double[]? _leverShares;
    private int[]? _singleOptions;

    public required bool ZoneSingle { get => _zoneSingle; init => _zoneSingle = value; }

    public required bool ZoneLottery { get => _zoneLottery; init => _zoneLottery = value; }

    /// <summary>Worst-party margin over single deals.</summary>
    public required double Margin { get => _margin; init => _margin = value; }

    /// <summary>Points at the predicted settlement; the no-deal value where no deal is open.</summary>
    public required double[] Hands { get; init; }

    /// <summary>r_i: value of the course after its own refusal.</summary>
    public required double[] NoDeal { get; init; }

    /// <summary>The hand had no net change of the ledger been made (date and drift of today).</summary>
    public required double[] HandsUnchanged { get; init; }

    /// <summary>Shares of each option of each issue in the settlement's mixture; null where closed.</summary>
    public required double[][]? OptionShares { get => _optionShares; init => _optionShares = value; }

    /// <summary>Share of the mixture that includes the lever as a term (0 where it is no optional term); null where closed.</summary>
    public required double[]? LeverShares { get => _leverShares; init => _leverShares = value; }

    /// <summary>Utilities of the best single deal (Nash), NaN where closed, and its options (option index by issue), null where closed.</summary>
    public required double[] SingleHands { get; init; }

    public required int[]? SingleOptions { get => _singleOptions; init => _singleOptions = value; }

    /// <summary>[change][party]: what the net change cost (positive: lost by it), in the order it happened.</summary>
    public required double[][] CostInOrder { get; init; }

    /// <summary>[change][party]: its fair share (Shapley 1953) of the total loss.</summary>
    public required double[][] CostShare { get; init; }

    /// <summary>[change][party]: estimated standard error of <see cref="CostShare"/> within this draw (0 when exact).</summary>
    public required double[][] CostShareError { get; init; }

    /// <summary>[change][party]: what undoing it today, all others standing, would bring back.</summary>
    public required double[][] CostUndone { get; init; }

    /// <summary>Whether each change takes effect in this draw (a concession that does not bind has no effect).</summary>
    public required bool[] ChangeActs { get; init; }

    /// <summary>[lever][party]: hand now minus hand if the lever were gone: what it realises.</summary>
    public required double[][] Realised { get; init; }

    /// <summary>[lever][party]: no-deal value if the lever were gone minus no-deal value now: coercion of that party (positive: it presses the party).</summary>
    public required double[][] Coercive { get; init; }

    /// <summary>[lever][standing][party]: hand if its holder moved it to that standing today, minus hand now; null for standings that it cannot reach.</summary>
    public required double[]?[][] IfMoved { get; init; }

    /// <summary>[party j][party i]: hand of j minus its value if i refused, the rest settling without i where consent allows (Emerson 1962).</summary>
    public required double[][] Dependence { get; init; }

    /// <summary>[date][party], at each date of the plan.</summary>
    public required double[][] HandsAt { get; init; }

    public required double[][] NoDealAt { get; init; }

    /// <summary>Whether a single deal is open at each date.</summary>
    public required bool[] ZoneAt { get; init; }

    /// <summary>Largest certified gap of any settlement in this draw, points.</summary>
    public required double LargestGap { get => _largestGap; init => _largestGap = value; }

    // What follows is for the room that owns the result while it is being filled (DrawRoom); afterwards nothing of it changes.
    internal void Put((bool Single, bool Lottery, double Margin) zone) => (_zoneSingle, _zoneLottery, _margin) = zone;

    internal void Put(double[][]? options, double[]? levers) => (_optionShares, _leverShares) = (options, levers);

    internal void Put(int[]? singleOptions) => _singleOptions = singleOptions;

    internal void Put(double largestGap) => _largestGap = largestGap;
}
