namespace Fulcrum.Bargaining.Solutions;

/// <summary>The prices of an answer, which prove how good it is: on all usable deals, whatever was narrowed on the way.</summary>
internal sealed class LotteryProof(UsableDeals usable, LotteryStage stage, LotteryRoles roles, Lender arrays)
{
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

    /// <summary>What any usable deal could add at the prices, per point: the certificate. The prices, one per party, are left summing to 1.</summary>
    public double Certify(double[] prices)
    {
        if (price.Length < usable.Count)
            price = new double[usable.Count];
        Span<double> held = price.AsSpan(0, usable.Count);
        for (int m = 0; m < usable.Count; m++)
            held[m] = stage.PriceOf(m);
        stage.Widen(held);
        double gap = 0;
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
            gap += slack == 0 ? 0 : slack * (roles.GainOf(m) - bound);
            prices[usable.Members[m]] = held[m] / usable.Unit[m];
            total += prices[usable.Members[m]];
        }
        for (int i = 0; total > 0 && i < prices.Length; i++)
            prices[i] /= total;
        return total > 0 ? Math.Max(0, gap / total) : 0;
    }
}
