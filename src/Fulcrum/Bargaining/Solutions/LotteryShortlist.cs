using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The programme over the few choices that prices near the right ones leave in play. The prices of its exact answer must then put every choice that was set aside
/// clearly behind the best of its block: such a choice has a share in no optimum (complementary slackness), so that neither the answer nor its ties miss
/// anything. Where that is not so clear, nothing is claimed, and the whole programme is to be solved.
/// </summary>
internal sealed class LotteryShortlist(UsableDeals usable, LotteryStage stage)
{
    // A choice is set aside when it stays behind the best of its block whatever the right prices are, as long as each differs from the one at hand by less
    // than this part of it.
    private const double Near = 0.2;

    // Behind by less than this, for prices that sum to 1, is not clear.
    private const double Clear = 1e-6;
    private const int Rounds = 3;

    private double[] price = [];
    private bool[] kept = [];

    /// <summary>Solves the programme of the stage's roles from a start that fits. When false, nothing is known and nothing is set aside.</summary>
    public bool Solve(LotteryStart start)
    {
        Grow();
        for (int m = 0; m < usable.Count; m++)
            price[m] = start.Prices[usable.Table.PartyOrder[usable.Members[m]]] * usable.Unit[m];
        if (start.Shares.Length == usable.Table.Start[^1])
        {
            stage.Build();
            if (Place(start.Shares) && stage.Resume())
                return true;
        }
        kept.AsSpan(0, usable.Start[usable.Blocks]).Clear();
        KeepNear();
        return SolveKept();
    }

    private bool SolveKept()
    {
        for (int round = 0; round < Rounds; round++)
        {
            stage.Restrict(kept);
            if (stage.Solve() != InteriorPointStatus.Solved)
                break;
            for (int m = 0; m < usable.Count; m++)
                price[m] = stage.PriceOf(m);
            if (!KeepNear())
                return true;
        }
        stage.UseAll();
        return false;
    }

    private void Grow()
    {
        if (price.Length < usable.Count)
            price = new double[usable.Count];
        if (kept.Length < usable.Choice.Length)
            kept = new bool[usable.Choice.Length];
    }

    // The start as the programme's answer, as far as its choices are still there. False when a block has lost most of its share.
    private bool Place(double[] shares)
    {
        SimplexProductProgram p = stage.Program;
        p.Height = 0;
        for (int b = 0; b < p.Blocks; b++)
        {
            double sum = 0;
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                p.Share[c] = shares[usable.Choice[c]];
                p.Reduced[c] = p.Share[c] > 0 ? 0 : 1;
                sum += p.Share[c];
            }
            if (!(sum > 0.5))
                return false;
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
                p.Share[c] /= sum;
        }
        PlacePrices(p);
        return true;
    }

    // Brought to the scale at which weighed rows have price x level = weight.
    private void PlacePrices(SimplexProductProgram p)
    {
        p.LevelsInto(p.Level);
        double scale = 0;
        for (int m = 0; m < usable.Count; m++)
            scale += stage.Role[m] == MemberRole.Weighed ? price[m] * p.Level[stage.RowOf(m)] : 0;
        scale = scale > 0 ? 1 / scale : 1;
        for (int m = 0; m < usable.Count; m++)
        {
            int row = stage.RowOf(m);
            if (row >= 0)
                (p.Price[row], p.Level[row]) = (price[m] * scale, price[m] > 0 ? 0 : 1);
        }
    }

    // Keeps what is near the best of its block at the prices, besides what was kept already. Whether something that was set aside was not clearly behind.
    private bool KeepNear()
    {
        ReadOnlySpan<double> prices = price.AsSpan(0, usable.Count);
        double total = 0;
        foreach (double one in prices)
            total += Math.Abs(one);
        bool unclear = false;
        for (int b = 0; b < usable.Blocks; b++)
        {
            int top = usable.Start[b];
            double best = double.NegativeInfinity;
            for (int k = usable.Start[b]; k < usable.Start[b + 1]; k++)
            {
                double worth = stage.Worth(prices, k);
                (top, best) = worth > best ? (k, worth) : (top, best);
            }
            for (int k = usable.Start[b]; k < usable.Start[b + 1]; k++)
            {
                if (kept[k])
                    continue;
                double behind = best - stage.Worth(prices, k);
                unclear |= !(behind > Clear * total);
                kept[k] = !(behind > Near * Spread(prices, top, k));
            }
        }
        return unclear;
    }

    // By how much the worth of two choices differs, whichever way, party by party.
    private double Spread(ReadOnlySpan<double> prices, int one, int other)
    {
        ReadOnlySpan<double> first = usable.Values.AsSpan(one * prices.Length, prices.Length);
        ReadOnlySpan<double> second = usable.Values.AsSpan(other * prices.Length, prices.Length);
        double spread = 0;
        for (int m = 0; m < prices.Length; m++)
            spread += Math.Abs(prices[m] * (first[m] - second[m]));
        return spread;
    }
}
