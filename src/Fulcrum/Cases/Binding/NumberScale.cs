namespace Fulcrum.Cases.Binding;

/// <summary>What numbers a place takes.</summary>
/// <param name="High">'?' means anything from 0 to this.</param>
/// <param name="IsShare">Numbers outside 0..1 are refused.</param>
/// <param name="IsValue">Numbers outside 0..100 draw a warning.</param>
/// <param name="IsMonths">Numbers below 0 are refused.</param>
/// <param name="Unit">What the number counts.</param>
/// <param name="TakesRest">The word 'rest' is a number here.</param>
internal sealed record NumberScale(double High, string What, bool IsShare = false, bool IsValue = false, bool TakesRest = false, bool IsMonths = false, NumberUnit Unit = NumberUnit.Points)
{
    public static readonly NumberScale Points = new(100, "points");
    public static readonly NumberScale PointsAMonth = new(100, "points a month", Unit: NumberUnit.PointsAMonth);
    public static readonly NumberScale Value = new(100, "a value", IsValue: true);
    public static readonly NumberScale Weight = new(100, "a weight", Unit: NumberUnit.Weight);
    public static readonly NumberScale Chance = new(1, "a chance", IsShare: true, TakesRest: true, Unit: NumberUnit.Share);
    public static readonly NumberScale Share = new(1, "a share", IsShare: true, Unit: NumberUnit.Share);
    public static readonly NumberScale Claim = new(1, "a claim", IsShare: true, Unit: NumberUnit.Share);
    public static readonly NumberScale Credibility = new(1, "credibility", IsShare: true, Unit: NumberUnit.Share);
    public static readonly NumberScale Discount = new(1, "a discount factor", IsShare: true, Unit: NumberUnit.Share);
    public static readonly NumberScale Factor = new(1, "a factor", Unit: NumberUnit.Factor);
    public static readonly NumberScale Months = new(120, "months", IsMonths: true, Unit: NumberUnit.Months);
}
