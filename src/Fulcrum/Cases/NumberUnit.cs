namespace Fulcrum.Cases;

/// <summary>What a number of a case counts.</summary>
public enum NumberUnit
{
    /// <summary>Points of a party's own 100.</summary>
    Points,

    /// <summary>Points of a party's own 100, each month.</summary>
    PointsAMonth,

    /// <summary>Weights of issues, in any proportion: only their ratios count.</summary>
    Weight,

    /// <summary>A chance or a share, 0..1.</summary>
    Share,

    /// <summary>Months.</summary>
    Months,

    /// <summary>What another number is multiplied by.</summary>
    Factor,
}
