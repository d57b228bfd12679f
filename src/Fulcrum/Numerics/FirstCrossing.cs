namespace Fulcrum.Numerics;

/// <summary>
/// When a function of time first changes sides of 0, where it rises and falls no faster than is known: no side is skipped, because the next value that is
/// worked out lies no further ahead than the bound lets it reach 0 (Piyavskii 1972; Shubert 1972).
/// </summary>
internal static class FirstCrossing
{
    private const double Exact = 1e-3;

    /// <summary>
    /// The first time in (0, <paramref name="within"/>] at which it stands on the other side than at 0; 0 itself counts as above. NaN where it never does.
    /// A crossing is found to the last digits where the function is straight around it.
    /// </summary>
    /// <param name="rise">The most by which it rises in one unit of time; <paramref name="fall"/>: falls. Both at least 0.</param>
    /// <param name="least">A stay on the other side that is shorter than this may be missed, where the function both rises and falls.</param>
    public static double Find(Func<double, double> value, double rise, double fall, double within, double least)
    {
        double time = 0, here = value(0);
        bool above = here >= 0;
        double towards = above ? fall : rise, away = above ? rise : fall;
        while (towards > 0 && time < within)
        {
            double next = away > 0 ? Math.Min(within, time + Math.Max(Math.Abs(here) / towards, least)) : within;
            double there = value(next);
            if ((there >= 0) != above)
            {
                return Between(value, (time, here), (next, there), above);
            }
            (time, here) = (next, there);
        }
        return double.NaN;
    }

    private static double Between(Func<double, double> value, (double Time, double Value) before, (double Time, double Value) after, bool above)
    {
        while (after.Time - before.Time > Exact)
        {
            double middle = (before.Time + after.Time) / 2, there = value(middle);
            if ((there >= 0) == above)
            {
                before = (middle, there);
            }
            else
            {
                after = (middle, there);
            }
        }
        double apart = before.Value - after.Value;
        return double.IsFinite(apart) && apart != 0 ? before.Time + (after.Time - before.Time) * before.Value / apart : after.Time;
    }
}
