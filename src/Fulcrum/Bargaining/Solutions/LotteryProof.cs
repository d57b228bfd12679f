namespace Fulcrum.Bargaining.Solutions;

/// <summary>The prices of an answer, which prove how good it is: on all usable deals, whatever was narrowed on the way.</summary>
internal sealed class LotteryProof(UsableDeals usable, LotteryStage stage, LotteryRoles roles, Lender arrays)
{
    // In a member's unit: a gain below its bound by more than this is short of it.
    private const double Short = 1e-8;

    // Of a price: what rounding may part it by from weight / gain.
    private const double Rounding = 1e-9;

    // In a member's unit: what stands for a gain of a member who has none.
    private const double Nothing = 1e-12;

    private double[] price = [];

    /// <summary>One price a member, in points; never negative.</summary>
    public double[] MemberPrices()
    {
        double[] prices = arrays.Doubles(usable.Count);
        for (int m = 0; m < prices.Length; m++)
            prices[m] = stage.PriceOf(m);
        stage.Widen(prices);
        for (int m = 0; m < prices.Length; m++)
            prices[m] = Math.Max(0, prices[m]) / usable.Unit[m];
        return prices;
    }

    /// <summary>
    /// What any usable deal could add at the prices, per point: the certificate. The prices, one per party, are left summing to 1. Those of weighed members are weight / gain at the
    /// gains handed out, whatever the programme ended with, and what somebody is short of its bound counts in full: an answer that was not reached proves nothing.
    /// </summary>
    public double Certify(double[] prices)
    {
        if (price.Length < usable.Count)
            price = new double[usable.Count];
        Span<double> held = price.AsSpan(0, usable.Count);
        double scale = Scale();
        for (int m = 0; m < usable.Count; m++)
            held[m] = stage.Role[m] == MemberRole.Weighed && scale != 1 ? RightPrice(m) : scale * stage.PriceOf(m);
        stage.Widen(held);
        (double gap, double shortest) = (0, 0);
        for (int b = 0, k = 0; b < usable.Blocks; b++)
        {
            double best = double.NegativeInfinity;
            for (int c = usable.Start[b]; c < usable.Start[b + 1]; c++)
            {
                double worth = stage.Worth(held, c);
                best = Math.Max(best, worth);
                if (k < stage.Program.Choices && stage.Active[k] == c)
                    gap -= stage.Program.Share[k++] * worth;
            }
            gap += best;
        }
        double total = 0;
        for (int m = 0; m < usable.Count; m++)
        {
            double slack = stage.Role[m] == MemberRole.Weighed ? 0 : held[m] - stage.Linear[m];
            double bound = stage.Bound[m] + (stage.Role[m] == MemberRole.Rising ? stage.Rise[m] * stage.Program.Height : 0);
            double above = roles.GainOf(m) - bound;
            gap += slack == 0 ? 0 : Math.Abs(slack * above);
            shortest = above < -Short ? Math.Max(shortest, -above * usable.Unit[m]) : shortest;
            prices[usable.Members[m]] = held[m] / usable.Unit[m];
            total += prices[usable.Members[m]];
        }
        for (int i = 0; total > 0 && i < prices.Length; i++)
            prices[i] /= total;
        return Math.Max(shortest, total > 0 ? gap / total : 0);
    }

    // 1 where the programme's prices of weighed members are right but for rounding; else by how much all prices must be scaled so that the right ones fit to the others.
    private double Scale()
    {
        (double held, double right, bool fits) = (0, 0, true);
        for (int m = 0; m < usable.Count; m++)
        {
            if (stage.Role[m] != MemberRole.Weighed)
                continue;
            (double here, double own) = (stage.PriceOf(m), RightPrice(m));
            (held, right, fits) = (held + here, right + own, fits && Math.Abs(here - own) <= Rounding * own);
        }
        return fits || !(held > 0) ? 1 : right / held;
    }

    private double RightPrice(int m) => stage.Weight[m] / Math.Max(roles.GainOf(m) - stage.Bound[m], Nothing);
}
