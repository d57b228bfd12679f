namespace Fulcrum.Numerics;

/// <summary>
/// A quick climb to the optimum of a <see cref="SimplexProductProgram"/> whose rows are all weighed: block by block, share moves from the worst choice that has
/// some to the best at the prices of the moment (block-coordinate Frank-Wolfe with pairwise steps; Lacoste-Julien et al. 2013, Lacoste-Julien and Jaggi 2015), and
/// after each round Newton's method balances the few blocks that are split. In an optimum hardly any block is split, so that most of the work is looking. It proves
/// nothing: <see cref="OptimalFace"/> does, and where it does not, the interior point starts afresh.
/// A workspace; deterministic; not for concurrent use.
/// </summary>
internal sealed class BlockAscent
{
    private const int Rounds = 30;

    // Levels below this are no place to start from.
    private const double Low = 0.01;

    // Advantages below this, for prices times levels that sum to 1, are none.
    private const double None = 1e-9;

    private readonly SplitBlocks split = new();
    private double[] level = [];
    private double[] price = [];
    private double[] change = [];

    /// <summary>Climbs until no block offers anything more; the shares are left in the programme, with reduced worths of 0 where there is a share and 1 elsewhere.</summary>
    /// <param name="placed">Whether to begin at the programme's present shares, if they give every row something.</param>
    public bool Climb(SimplexProductProgram p, bool placed)
    {
        if (!Grow(p) || !((placed && Measure(p)) || Begin(p)))
            return false;
        for (int round = 0; round < Rounds; round++)
        {
            if (!Improve(p))
                return Finish(p, round);
            split.Balance(p, level, price);
        }
        return false;
    }

    private bool Grow(SimplexProductProgram p)
    {
        if (level.Length < p.Rows)
            (level, price, change) = (new double[p.Rows], new double[p.Rows], new double[p.Rows]);
        bool weighed = p.Rows > 0;
        for (int i = 0; i < p.Rows; i++)
            weighed &= p.Kind[i] == RowKind.Weighed && p.Linear[i] == 0;
        return weighed;
    }

    // Levels and prices of the present shares; false when some row gets next to nothing.
    private bool Measure(SimplexProductProgram p)
    {
        p.LevelsInto(level);
        bool all = true;
        for (int i = 0; i < p.Rows; i++)
        {
            all &= level[i] > Low;
            price[i] = p.Weight[i] / level[i];
        }
        return all;
    }

    // The best choice of every block at the prices of even shares; where that leaves a row with next to nothing, at higher prices for it.
    private bool Begin(SimplexProductProgram p)
    {
        for (int b = 0; b < p.Blocks; b++)
            p.Share.AsSpan(p.Start[b], p.Start[b + 1] - p.Start[b]).Fill(1.0 / (p.Start[b + 1] - p.Start[b]));
        p.LevelsInto(level);
        for (int i = 0; i < p.Rows; i++)
            price[i] = p.Weight[i] / Math.Max(level[i], 0.1);
        for (int tries = 0; tries < 4; tries++)
        {
            p.Share.AsSpan(0, p.Choices).Clear();
            for (int b = 0; b < p.Blocks; b++)
                p.Share[Best(p, b)] = 1;
            p.LevelsInto(level);
            bool all = true;
            for (int i = 0; i < p.Rows; i++)
            {
                bool enough = level[i] > Low;
                all &= enough;
                price[i] *= enough ? 1 : 3;
            }
            if (all)
                return Measure(p);
        }
        return false;
    }

    private int Best(SimplexProductProgram p, int block)
    {
        int top = -1;
        double best = double.NegativeInfinity;
        for (int c = p.Start[block]; c < p.Start[block + 1]; c++)
        {
            double worth = Worth(p, c);
            (top, best) = worth > best ? (c, worth) : (top, best);
        }
        return top;
    }

    private double Worth(SimplexProductProgram p, int choice)
    {
        ReadOnlySpan<double> value = p.Values.AsSpan(choice * p.Rows, p.Rows);
        double worth = 0;
        for (int i = 0; i < value.Length; i++)
            worth += price[i] * value[i];
        return worth;
    }

    // One round through the blocks; whether any share moved. Lists the choices of split blocks, each with the one of its block that has most.
    private bool Improve(SimplexProductProgram p)
    {
        bool moved = false;
        split.Clear();
        for (int b = 0; b < p.Blocks; b++)
        {
            int top = -1;
            int away = -1;
            int held = 0;
            double best = double.NegativeInfinity;
            double worst = double.PositiveInfinity;
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                double worth = Worth(p, c);
                (top, best) = worth > best ? (c, worth) : (top, best);
                if (p.Share[c] <= 0)
                    continue;
                held++;
                (away, worst) = worth < worst ? (c, worth) : (away, worst);
            }
            if (best - worst > None)
            {
                Move(p, top, away);
                moved = true;
                held = 2;
            }
            if (held > 1)
                split.Add(p, b);
        }
        return moved;
    }

    // As much as is best of one choice's share to another of its block.
    private void Move(SimplexProductProgram p, int to, int from)
    {
        int rows = p.Rows;
        for (int i = 0; i < rows; i++)
            change[i] = p.Values[to * rows + i] - p.Values[from * rows + i];
        double most = p.Share[from];
        double length = Length(p, most);
        p.Share[to] += length;
        p.Share[from] = length >= most ? 0 : most - length;
        for (int i = 0; i < rows; i++)
        {
            level[i] += length * change[i];
            price[i] = p.Weight[i] / level[i];
        }
    }

    // Where the objective stops rising along the change, at most the given length: Newton's method kept between bounds.
    private double Length(SimplexProductProgram p, double most)
    {
        double low = 0;
        double high = most;
        double length = most;
        for (int tries = 0; tries < 8; tries++)
        {
            double slope = 0;
            double bend = 0;
            bool inside = true;
            for (int i = 0; i < p.Rows; i++)
            {
                double reached = level[i] + length * change[i];
                inside &= reached > 0;
                double one = change[i] / reached;
                slope += p.Weight[i] * one;
                bend += p.Weight[i] * one * one;
            }
            if (inside && (slope >= 0 && length >= most))
                return most;
            if (!inside || slope < 0)
                high = length;
            else
                low = length;
            double next = inside ? length + slope / bend : 0.5 * (low + high);
            next = next > low && next < high ? next : 0.5 * (low + high);
            if (Math.Abs(next - length) <= 1e-3 * next)
                return next;
            length = next;
        }
        return low;
    }

    private static bool Finish(SimplexProductProgram p, int rounds)
    {
        for (int c = 0; c < p.Choices; c++)
            p.Reduced[c] = p.Share[c] > 0 ? 0 : 1;
        (p.Height, p.Iterations) = (0, rounds);
        return true;
    }
}
