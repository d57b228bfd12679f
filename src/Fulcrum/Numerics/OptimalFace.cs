namespace Fulcrum.Numerics;

/// <summary>
/// From an interior point near the optimum to the optimum itself: which choices may carry a share, which rows bind, the exact shares by Newton's method on
/// that face, whether they are the only ones, and if not, a corner of them that prefers earlier choices.
/// </summary>
public sealed class OptimalFace
{
    private const int MostFree = 96;

    private int[] free = [];
    private int[] reference = [];
    private double[] levels = [];
    private double[] matrix = [];
    private double[] right = [];
    private double[] solution = [];
    private double[] trial = [];
    private int[] binding = [];
    private int freeCount;
    private int bindingCount;

    /// <summary>Whether choice c may carry a share at an optimum.</summary>
    public bool[] Tied { get; private set; } = [];

    /// <summary>Whether row i is held at its bound by a positive price (weighed and fixed rows are not listed here).</summary>
    public bool[] Binds { get; private set; } = [];

    /// <summary>Whether other shares give all priced rows the same levels.</summary>
    public bool Many { get; private set; }

    /// <summary>Reads the face off a solved programme and replaces its answer by the exact one where that can be computed.</summary>
    public void Polish(SimplexProductProgram p)
    {
        Read(p);
        Many = false;
        TrimFree(p);
        if (freeCount > MostFree)
        {
            Many = true;
            return;
        }
        Array.Copy(p.Share, trial, p.Choices);
        double height = p.Height;
        bool good = true;
        ClearOthers(p);
        for (int round = 0; good && round < 3; round++)
            good = NewtonRound(p);
        if (good && Accept(p))
        {
            ChoosePrices(p);
        }
        else
        {
            Array.Copy(trial, p.Share, p.Choices);
            p.Height = height;
            ClearOthers(p);
        }
        Many = freeCount > 0 && Rank(p) < freeCount;
    }

    /// <summary>Moves to a corner of the optimal shares: at most rows - 1 choices more than blocks carry a share. Earlier choices are preferred.</summary>
    public void ToCorner(SimplexProductProgram p)
    {
        if (!Many)
            return;
        for (int moves = 0; moves < p.Choices + p.Rows && MoveTowardsCorner(p); moves++)
        {
        }
    }

    // The prices of the exact face, unless the interior point's prove a smaller gap. Weighed rows have only one right price.
    private void ChoosePrices(SimplexProductProgram p)
    {
        double[] old = right;
        for (int i = 0; i < p.Rows; i++)
        {
            p.Price[i] = p.Kind[i] == RowKind.Weighed ? p.Weight[i] / levels[i] : p.Price[i];
            old[i] = p.Price[i];
        }
        double gap = p.ProvenGap();
        int unknown = freeCount + (p.Rises ? 1 : 0);
        for (int i = 0; i < p.Rows; i++)
            p.Price[i] = p.Kind[i] == RowKind.Weighed ? p.Price[i] : 0;
        bool allowed = true;
        for (int a = 0; a < bindingCount; a++)
        {
            int i = binding[a];
            allowed &= p.Kind[i] == RowKind.Fixed || solution[unknown + a] >= 0;
            p.Price[i] = solution[unknown + a];
        }
        if (!allowed || !(p.ProvenGap() <= gap))
            old.AsSpan(0, p.Rows).CopyTo(p.Price);
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
            int top = p.Start[b];
            for (int c = p.Start[b] + 1; c < p.Start[b + 1]; c++)
                top = p.Share[c] > p.Share[top] ? c : top;
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                Tied[c] = c == top || p.Share[c] > p.Reduced[c];
                if (!Tied[c] || c == top)
                    continue;
                (free[freeCount], reference[freeCount]) = (c, top);
                freeCount++;
            }
        }
    }

    private void Grow(SimplexProductProgram p)
    {
        if (Tied.Length < p.Choices)
        {
            int n = Math.Max(p.Choices, 2 * Tied.Length);
            (Tied, free, reference, trial) = (new bool[n], new int[n], new int[n], new double[n]);
        }
        if (Binds.Length < p.Rows)
            (Binds, binding, levels) = (new bool[p.Rows], new int[p.Rows], new double[p.Rows]);
        int size = MostFree + p.Rows + 1;
        if (right.Length < size)
            (matrix, right, solution) = (new double[size * size], new double[size], new double[size]);
    }

    // On an optimal face the prices are a normal to what the priced rows see, so its rank is below their number. Where it is not, the face was read too
    // generously: the choice that has least share for its worth is taken out.
    private void TrimFree(SimplexProductProgram p)
    {
        bool aims = p.Rises;
        int priced = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            aims |= p.Kind[i] == RowKind.Weighed;
            priced += p.Kind[i] != RowKind.AtLeast || Binds[i] ? 1 : 0;
        }
        while (aims && freeCount > 0 && freeCount <= MostFree && freeCount >= priced && Rank(p) >= priced)
        {
            int weakest = 0;
            for (int k = 1; k < freeCount; k++)
            {
                if (p.Share[free[k]] * p.Reduced[free[weakest]] < p.Share[free[weakest]] * p.Reduced[free[k]])
                    weakest = k;
            }
            Tied[free[weakest]] = false;
            freeCount--;
            for (int k = weakest; k < freeCount; k++)
                (free[k], reference[k]) = (free[k + 1], reference[k + 1]);
        }
    }

    // Shares outside the face go to the block's reference choice, so that every block still sums to 1.
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

    private double Difference(SimplexProductProgram p, int k, int row) =>
        p.Values[free[k] * p.Rows + row] - p.Values[reference[k] * p.Rows + row];

    // Newton-Lagrange on the free shares (and t) with the binding rows as equations.
    private bool NewtonRound(SimplexProductProgram p)
    {
        int height = p.Rises ? 1 : 0;
        int unknown = freeCount + height;
        int size = unknown + bindingCount;
        if (size == 0)
            return true;
        p.LevelsInto(levels);
        Array.Clear(matrix, 0, size * size);
        Array.Clear(right, 0, size);
        for (int k = 0; k < freeCount; k++)
            FillFree(p, k, size);
        if (height == 1)
            right[freeCount] = 1;
        for (int a = 0; a < bindingCount; a++)
            FillBinding(p, unknown, a, size);
        Elimination.Solve(matrix.AsSpan(0, size * size), size, size, right.AsSpan(0, size), solution.AsSpan(0, size));
        for (int k = 0; k < freeCount; k++)
        {
            if (!double.IsFinite(solution[k]) || Math.Abs(solution[k]) > 2)
                return false;
            p.Share[free[k]] += solution[k];
            p.Share[reference[k]] -= solution[k];
        }
        p.Height += height == 1 ? solution[freeCount] : 0;
        return true;
    }

    private void FillFree(SimplexProductProgram p, int k, int size)
    {
        for (int i = 0; i < p.Rows; i++)
        {
            double difference = Difference(p, k, i);
            right[k] += p.Linear[i] * difference;
            if (p.Kind[i] != RowKind.Weighed)
                continue;
            double slope = p.Weight[i] / levels[i] * difference;
            right[k] += slope;
            for (int l = 0; l < freeCount; l++)
                matrix[k * size + l] += slope / levels[i] * Difference(p, l, i);
        }
    }

    private void FillBinding(SimplexProductProgram p, int unknown, int a, int size)
    {
        int i = binding[a];
        for (int k = 0; k < freeCount; k++)
        {
            double difference = Difference(p, k, i);
            matrix[(unknown + a) * size + k] = difference;
            matrix[k * size + unknown + a] = -difference;
        }
        double rise = p.Kind[i] == RowKind.AtLeast ? p.Rise[i] : 0;
        if (p.Rises)
        {
            matrix[(unknown + a) * size + freeCount] = -rise;
            matrix[freeCount * size + unknown + a] = rise;
        }
        right[unknown + a] = -(levels[i] - rise * p.Height);
    }

    // Shares and levels must not be negative beyond rounding; tiny negatives are cleared.
    private bool Accept(SimplexProductProgram p)
    {
        for (int c = 0; c < p.Choices; c++)
        {
            if (!(p.Share[c] >= -1e-9))
                return false;
            p.Share[c] = Math.Max(0, p.Share[c]);
        }
        p.LevelsInto(levels);
        for (int i = 0; i < p.Rows; i++)
        {
            double above = levels[i] - (p.Kind[i] == RowKind.AtLeast ? p.Rise[i] * p.Height : 0);
            if (p.Kind[i] == RowKind.Weighed ? above <= 0 : p.Kind[i] == RowKind.AtLeast ? above < -1e-10 : Math.Abs(above) > 1e-9)
                return false;
        }
        return true;
    }

    // Rank of what the priced rows see of the free shares.
    private int Rank(SimplexProductProgram p)
    {
        int rows = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            bool priced = p.Kind[i] != RowKind.AtLeast || Binds[i];
            for (int k = 0; priced && k < freeCount; k++)
                matrix[rows * freeCount + k] = Difference(p, k, i);
            rows += priced ? 1 : 0;
        }
        Array.Clear(right, 0, right.Length);
        return Elimination.Solve(matrix.AsSpan(0, rows * freeCount), rows, freeCount, right.AsSpan(0, Math.Max(rows, 1)), solution.AsSpan(0, freeCount));
    }

    private bool MoveTowardsCorner(SimplexProductProgram p)
    {
        p.LevelsInto(levels);
        int movable = Movable(p);
        int equations = Equations(p, movable);
        if (movable == 0 || !Elimination.Null(matrix.AsSpan(0, equations * movable), equations, movable, solution.AsSpan(0, movable)))
            return false;
        double length = double.PositiveInfinity;
        int hit = -1;
        for (int k = 0; k < movable; k++)
        {
            if (solution[k] < -1e-9 && -p.Share[free[k]] / solution[k] < length)
                (length, hit) = (-p.Share[free[k]] / solution[k], free[k]);
        }
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] != RowKind.AtLeast || Binds[i])
                continue;
            double slope = 0;
            for (int k = 0; k < movable; k++)
                slope += solution[k] * p.Values[free[k] * p.Rows + i];
            double above = Math.Max(0, levels[i] - p.Rise[i] * p.Height);
            if (slope < -1e-12 && -above / slope < length)
                (length, hit) = (-above / slope, -1);
        }
        for (int k = 0; k < movable; k++)
            p.Share[free[k]] = Math.Max(0, p.Share[free[k]] + length * solution[k]);
        if (hit >= 0)
            p.Share[hit] = 0;
        return true;
    }

    // Choices with a share, in blocks with more than one such.
    private int Movable(SimplexProductProgram p)
    {
        int count = 0;
        for (int b = 0; b < p.Blocks; b++)
        {
            int first = count;
            for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            {
                if (p.Share[c] > 1e-13)
                    free[count++] = c;
            }
            if (count - first < 2 || count > MostFree)
                count = first;
            for (int k = first; k < count; k++)
                reference[k] = b;
        }
        return count;
    }

    // Blocks keep their sum; priced rows, and rows that have come down to their bound, keep their level.
    private int Equations(SimplexProductProgram p, int movable)
    {
        int count = 0;
        for (int k = 0; k < movable; k++)
        {
            if (k > 0 && reference[k] == reference[k - 1])
                continue;
            for (int l = 0; l < movable; l++)
                matrix[count * movable + l] = reference[l] == reference[k] ? 1 : 0;
            count++;
        }
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] == RowKind.AtLeast && !Binds[i] && levels[i] - p.Rise[i] * p.Height > 1e-12)
                continue;
            for (int l = 0; l < movable; l++)
                matrix[count * movable + l] = p.Values[free[l] * p.Rows + i];
            count++;
        }
        return count;
    }
}
