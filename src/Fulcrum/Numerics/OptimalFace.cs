namespace Fulcrum.Numerics;

/// <summary>
/// From an interior point near the optimum to the optimum itself: which choices may carry a share, which rows bind, the exact shares on that face, whether
/// they are the only ones, and if not, a corner of them that prefers earlier choices. A face is taken only when its own prices prove the answer; otherwise
/// the most doubtful reading is turned, a few times, and in the end the interior point stands as it is.
/// </summary>
public sealed class OptimalFace
{
    internal const int MostFree = 96;

    // How many faces are tried, and how small a proven gap (for prices that sum to 1) ends the search.
    private const int Tries = 12;
    private const double Proven = 1e-10;
    private const double Rounding = 1e-12;

    // Of a level of 1: what rounding leaves of it. The price of a level near 0 is known no better than the level.
    private const double Digits = 8e-15;

    // What an early end asks of everything on the face, which must not be 0, and of everything outside, which must be worse.
    private const double Clear = 1e-6;
    private const double Behind = 1e-8;

    private readonly FaceNewton newton = new();
    private readonly FaceCorner corner = new();
    private int[] free = [];
    private int[] reference = [];
    private double[] shares = [];
    private double[] prices = [];
    private int[] binding = [];
    private int freeCount;
    private int lowest;
    private int bindingCount;

    /// <summary>Whether choice c may carry a share at an optimum.</summary>
    public bool[] Tied { get; private set; } = [];

    /// <summary>Whether row i is held at its bound by a positive price (weighed and fixed rows are not listed here).</summary>
    public bool[] Binds { get; private set; } = [];

    /// <summary>Whether other shares give all priced rows the same levels.</summary>
    public bool Many { get; private set; }

    /// <summary>Choices whose shares are free on the face, each with the choice of its block that takes up the difference.</summary>
    internal ReadOnlySpan<int> Free => free.AsSpan(0, freeCount);

    internal ReadOnlySpan<int> Reference => reference.AsSpan(0, freeCount);

    /// <summary>Rows that stand at their bound on the face, fixed rows included.</summary>
    internal ReadOnlySpan<int> Binding => binding.AsSpan(0, bindingCount);

    /// <summary>
    /// Tries to end early, from a point that is only near: true when the face read there proves its answer and leaves no doubt about itself, as everything on it
    /// has a share or a price and everything outside is worse by more than rounding. Otherwise the point is left as it was.
    /// </summary>
    public bool Finish(SimplexProductProgram p)
    {
        Read(p);
        Trim(p);
        if (freeCount > MostFree)
            return false;
        double height = p.Height;
        Remember(p);
        if (TryFace(p) && IsStrict(p))
        {
            Many = freeCount > 0 && newton.Rank(p, this) < freeCount;
            if (!Many)
                return true;
        }
        shares.AsSpan(0, p.Choices).CopyTo(p.Share);
        prices.AsSpan(0, p.Rows).CopyTo(p.Price);
        p.Height = height;
        return false;
    }

    /// <summary>Reads the face off a solved programme and replaces its answer by the exact one where that can be computed and proved.</summary>
    public void Polish(SimplexProductProgram p)
    {
        Read(p);
        Trim(p);
        Many = freeCount > MostFree;
        if (Many)
            return;
        double height = p.Height;
        Remember(p);
        bool found = TryFace(p);
        for (int tries = 1; !found && tries < Tries; tries++)
        {
            Restore(p, height);
            found = Revise(p) && TryFace(p);
        }
        if (!found)
            Withdraw(p, height);
        Many = freeCount > 0 && newton.Rank(p, this) < freeCount;
    }

    /// <summary>Moves to a corner of the optimal shares: at most rows - 1 choices more than blocks carry a share. Earlier choices are preferred.</summary>
    public void ToCorner(SimplexProductProgram p)
    {
        if (Many)
            corner.Reach(p, Binds);
    }

    private void Remember(SimplexProductProgram p)
    {
        p.Share.AsSpan(0, p.Choices).CopyTo(shares);
        p.Price.AsSpan(0, p.Rows).CopyTo(prices);
    }

    // Everything on the face well above 0, everything outside well below the best of its block, at the prices of the exact answer.
    private bool IsStrict(SimplexProductProgram p)
    {
        double total = 0;
        for (int i = 0; i < p.Rows; i++)
            total += Math.Abs(p.Price[i]) + Math.Abs(p.Linear[i]);
        for (int a = 0; a < bindingCount; a++)
        {
            if (p.Kind[binding[a]] == RowKind.AtLeast && !(p.Price[binding[a]] > Clear * total))
                return false;
        }
        for (int b = 0; b < p.Blocks; b++)
        {
            double top = p.Worth(Largest(p, b));
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                if (Tied[c] ? !(p.Share[c] > Clear) : !(top - p.Worth(c) > Behind * total))
                    return false;
            }
        }
        return newton.IsClear(p, this, Clear);
    }

    // Newton's answer on the face, if it is allowed and proved by its prices.
    private bool TryFace(SimplexProductProgram p)
    {
        lowest = -1;
        ClearOthers(p);
        for (int round = 0; round < 3; round++)
        {
            if (!newton.Step(p, this))
                return false;
            if (newton.Length < FaceNewton.Short && bindingCount == 0)
                break;
        }
        lowest = FaceNewton.Lowest(p);
        if (lowest >= 0 || !newton.Accept(p))
            return false;
        newton.CompletePrices(p, this);
        return IsProved(p);
    }

    private bool IsProved(SimplexProductProgram p)
    {
        double total = 0, proven = Proven;
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] == RowKind.Weighed)
                proven = Math.Max(proven, Digits / newton.LevelOf(i));
            if (p.Kind[i] == RowKind.AtLeast && !(p.Price[i] >= -Rounding))
                return false;
            p.Price[i] = p.Kind[i] == RowKind.AtLeast ? Math.Max(0, p.Price[i]) : p.Price[i];
            total += Math.Abs(p.Price[i]) + Math.Abs(p.Linear[i]);
        }
        return p.ProvenGap() <= proven * total;
    }

    private void Restore(SimplexProductProgram p, double height)
    {
        shares.AsSpan(0, p.Choices).CopyTo(p.Share);
        prices.AsSpan(0, p.Rows).CopyTo(p.Price);
        p.Height = height;
        p.ScalePrices();
    }

    // The interior point as it is; without the shares that the face leaves out, where that is proved nearly as well.
    private void Withdraw(SimplexProductProgram p, double height)
    {
        Restore(p, height);
        Read(p);
        Trim(p);
        double gap = p.ProvenGap();
        ClearOthers(p);
        if (!newton.Accept(p) || p.ProvenGap() > Math.Max(2 * gap, Proven))
            shares.AsSpan(0, p.Choices).CopyTo(p.Share);
    }

    private void Read(SimplexProductProgram p)
    {
        Grow(p);
        bindingCount = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            Binds[i] = p.Kind[i] == RowKind.AtLeast && p.Price[i] > p.Level[i];
            if (Binds[i] || p.Kind[i] == RowKind.Fixed)
                binding[bindingCount++] = i;
        }
        freeCount = 0;
        for (int b = 0; b < p.Blocks; b++)
        {
            int top = Largest(p, b);
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                Tied[c] = c == top || p.Share[c] > p.Reduced[c];
                if (Tied[c] && c != top)
                    (free[freeCount], reference[freeCount++]) = (c, top);
            }
        }
    }

    private static int Largest(SimplexProductProgram p, int block)
    {
        int top = p.Start[block];
        for (int c = top + 1; c < p.Start[block + 1]; c++)
            top = p.Share[c] > p.Share[top] ? c : top;
        return top;
    }

    private void Grow(SimplexProductProgram p)
    {
        if (Tied.Length < p.Choices)
        {
            int n = Math.Max(p.Choices, 2 * Tied.Length);
            (Tied, free, reference, shares) = (new bool[n], new int[n], new int[n], new double[n]);
        }
        if (Binds.Length < p.Rows)
            (Binds, binding, prices) = (new bool[p.Rows], new int[p.Rows], new double[p.Rows]);
    }

    // On an optimal face the prices are a normal to what the priced rows see, so its rank is below their number. Where it is not, the face was read too
    // generously: the choice that has least share for its worth is taken out.
    private void Trim(SimplexProductProgram p)
    {
        bool aims = p.Rises;
        int priced = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            aims |= p.Kind[i] == RowKind.Weighed;
            priced += p.Kind[i] != RowKind.AtLeast || Binds[i] ? 1 : 0;
        }
        while (aims && freeCount > 0 && freeCount <= MostFree && freeCount >= priced && newton.Rank(p, this) >= priced)
        {
            int weakest = 0;
            for (int k = 1; k < freeCount; k++)
                weakest = Likelier(p, free[weakest], free[k]) ? k : weakest;
            Remove(free[weakest]);
        }
    }

    // A choice that went below 0 leaves the face. Otherwise the most doubtful reading is turned: the choice outside the face with most share for its worth is added, or the row with most level for its price is freed.
    private bool Revise(SimplexProductProgram p)
    {
        if (lowest >= 0)
            return Remove(lowest);
        int row = -1;
        for (int a = 0; a < bindingCount; a++)
        {
            int i = binding[a];
            if (p.Kind[i] == RowKind.AtLeast && (row < 0 || p.Level[i] * p.Price[binding[row]] > p.Level[binding[row]] * p.Price[i]))
                row = a;
        }
        int choice = -1;
        for (int c = 0; c < p.Choices; c++)
        {
            if (!Tied[c] && (choice < 0 || Likelier(p, c, choice)))
                choice = c;
        }
        bool add = choice >= 0 && (row < 0 || p.Share[choice] * p.Price[binding[row]] >= p.Level[binding[row]] * p.Reduced[choice]);
        if (add)
            return Add(p, choice);
        if (row < 0)
            return false;
        Binds[binding[row]] = false;
        bindingCount--;
        for (int a = row; a < bindingCount; a++)
            binding[a] = binding[a + 1];
        return true;
    }

    private bool Add(SimplexProductProgram p, int choice)
    {
        if (freeCount == MostFree)
            return false;
        int block = Array.BinarySearch(p.Start, 0, p.Blocks, choice);
        Tied[choice] = true;
        (free[freeCount], reference[freeCount++]) = (choice, Largest(p, block >= 0 ? block : ~block - 1));
        return true;
    }

    // A reference choice is left alone: it has most of its block.
    private bool Remove(int choice)
    {
        int place = Free.IndexOf(choice);
        if (place < 0)
            return false;
        Tied[choice] = false;
        freeCount--;
        for (int k = place; k < freeCount; k++)
            (free[k], reference[k]) = (free[k + 1], reference[k + 1]);
        return true;
    }

    private static bool Likelier(SimplexProductProgram p, int x, int y) => p.Share[x] * p.Reduced[y] > p.Share[y] * p.Reduced[x];

    // Shares outside the face are dropped, and every block is brought back to 1.
    private void ClearOthers(SimplexProductProgram p)
    {
        for (int b = 0; b < p.Blocks; b++)
        {
            double sum = 0;
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                p.Share[c] = Tied[c] ? p.Share[c] : 0;
                sum += p.Share[c];
            }
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
                p.Share[c] /= sum;
        }
    }
}
