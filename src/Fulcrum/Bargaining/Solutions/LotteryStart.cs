namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Where to begin: the solution of a nearby problem, such as a neighbouring draw or a ledger with one change more. It only saves time: an answer is proved on all
/// deals of its own problem, and a start that does not fit is passed over. Equal problems with equal starts give equal bits; answers from different starts may
/// differ by rounding.
/// </summary>
/// <param name="Prices">One per party by index in the problem; their scale does not matter. Another number of parties: the start is passed over.</param>
/// <param name="Shares">Chance of each choice in the canonical order of the <see cref="DealTable"/>; of another length (or empty): only the prices are used.</param>
internal readonly record struct LotteryStart(double[] Prices, double[] Shares)
{
    /// <summary>Null when no deal was open.</summary>
    public static LotteryStart? Of(DealTable table, LotteryAnswer answer) =>
        answer.Status == SettlementStatus.Closed ? null : new LotteryStart(table.ToProblem(answer.Prices), answer.Shares);

    /// <summary>Whether it has a finite price, 0 or more, for every party, and some price above 0.</summary>
    public bool Fits(DealTable table)
    {
        bool any = false;
        bool sound = Prices.Length == table.Parties;
        foreach (double price in Prices)
        {
            sound &= price >= 0 && double.IsFinite(price);
            any |= price > 0;
        }
        return sound && any;
    }
}
