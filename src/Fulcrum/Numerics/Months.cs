namespace Fulcrum.Numerics;

/// <summary>Months as drift, costs and rates count them: all of one length, a twelfth of a mean year.</summary>
internal static class Months
{
    public const double Days = 365.25 / 12;

    public static double Between(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / Days;

    /// <summary>The day that is nearest to this many months later.</summary>
    public static DateOnly After(DateOnly from, double months) => from.AddDays((int)Math.Round(months * Days));
}
