namespace Fulcrum.Commitments;

/// <summary>
/// When a party prefers fighting now to a deal that lets the other grow: its fighting value falls, and the one that rises cannot promise to leave the gain
/// unused (Fearon 1995, pp. 401-409; Powell 2006, International Organization 60, 169-203).
/// </summary>
public static class PowerShift
{
    /// <summary>
    /// Two periods over an issue worth 1 in each; the declining side makes the offers and so gets the most that waiting can give. Values are averages over
    /// both periods, the second weighing <paramref name="later"/>.
    /// </summary>
    /// <param name="now">Its chance of winning now; <paramref name="then"/>: in the second period.</param>
    /// <param name="cost">What war costs it, and <paramref name="costRising"/> the other, as a share of the issue in the periods it spoils.</param>
    /// <returns>What fighting now gives it, and the most that it can have by waiting; negative infinity where the other accepts no first offer.</returns>
    public static (double Fighting, double Waiting) TwoPeriods(double now, double then, double cost, double costRising, double later)
    {
        double second = Math.Max(then - cost, Math.Min(1, then + costRising));
        double othersSecond = then + costRising >= then - cost ? 1 - second : 1 - then - costRising;
        // The other accepts a first share of x if (1 - later)(1 - x) + later * its second is at least what war now gives it.
        double most = later >= 1 ? 1 : 1 - (1 - now - costRising - later * othersSecond) / (1 - later);
        double first = Math.Min(1, most);
        return (now - cost, first < 0 ? double.NegativeInfinity : (1 - later) * first + later * second);
    }

    /// <summary>
    /// The same with a steady decline: the fastest monthly fall of its fighting value for which a deal can still make up, <c>-ln d (M - F)</c>, M the most
    /// that any deal can give it and F what fighting now gives it. Above that rate it fights now.
    /// </summary>
    public static double FastestBearableDecline(double fighting, double most, double discount) => discount <= 0 ? double.PositiveInfinity : -Math.Log(discount) * (most - fighting);

    /// <summary>The most that waiting can give: the best of any deal until the shift is complete, then the best that the grown other still accepts.</summary>
    public static double Waiting(double most, double afterwards, double discount, double months)
    {
        double later = Math.Pow(discount, months);
        return (1 - later) * most + later * afterwards;
    }
}

/// <summary>One draw's answer for one party that declines while another grows, points of the declining one.</summary>
/// <param name="Shift">Points a month by which its fighting value falls while the deal holds.</param>
internal sealed record PowerShiftDraw(int Declining, int Rising, double Shift, double Now, double Waiting, double Bearable)
{
    /// <summary>Fighting now is better than the best deal until the shift is over and what is left afterwards.</summary>
    public bool FightsNow => Now > Waiting;
}
