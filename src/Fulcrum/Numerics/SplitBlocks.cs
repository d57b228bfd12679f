namespace Fulcrum.Numerics;

/// <summary>
/// The blocks of a <see cref="SimplexProductProgram"/> whose share is split over several choices, brought into balance together by Newton's method on the weighed
/// rows. A workspace of <see cref="BlockAscent"/>.
/// </summary>
internal sealed class SplitBlocks
{
    private const int Most = 24;
    private const int Steps = 30;

    // A step this short leaves an error of rounding.
    private const double Balanced = 1e-5;

    private readonly int[] free = new int[Most];
    private readonly int[] reference = new int[Most];
    private readonly double[] matrix = new double[Most * Most];
    private readonly double[] right = new double[Most];
    private double[] change = [];
    private int freeCount;

    public void Clear() => freeCount = 0;

    /// <summary>Lists the choices of a block that have a share, each with the one of the block that has most; what finds no room stays as it is.</summary>
    public void Add(SimplexProductProgram p, int block)
    {
        int top = p.Start[block];
        for (int c = top + 1; c < p.Start[block + 1]; c++)
            top = p.Share[c] > p.Share[top] ? c : top;
        for (int c = p.Start[block]; c < p.Start[block + 1] && freeCount < Most; c++)
        {
            if (c != top && p.Share[c] > 0)
                (free[freeCount], reference[freeCount++]) = (c, top);
        }
    }

    /// <summary>Newton's method on the listed blocks, as long as it stays inside; a share that would pass 0 is given up. Levels and prices follow.</summary>
    public void Balance(SimplexProductProgram p, double[] level, double[] price)
    {
        for (int tries = 0; tries < Steps && freeCount > 0; tries++)
        {
            Direct(p, level, price);
            (double length, int hit) = Reach(p, level);
            double largest = 0;
            for (int k = 0; k < freeCount; k++)
            {
                p.Share[free[k]] += length * right[k];
                p.Share[reference[k]] -= length * right[k];
                largest = Math.Max(largest, Math.Abs(right[k]));
            }
            for (int i = 0; i < p.Rows; i++)
            {
                level[i] += length * change[i];
                price[i] = p.Weight[i] / level[i];
            }
            if (hit >= 0)
                GiveUp(p, hit);
            else if (length == 1 && largest < Balanced)
                return;
        }
    }

    // Newton's direction of the free shares, and what it changes in each row.
    private void Direct(SimplexProductProgram p, double[] level, double[] price)
    {
        int rows = p.Rows;
        if (change.Length < rows)
            change = new double[rows];
        Array.Clear(matrix, 0, freeCount * freeCount);
        for (int k = 0; k < freeCount; k++)
        {
            right[k] = 0;
            for (int i = 0; i < rows; i++)
            {
                double slope = price[i] * Difference(p, k, i);
                right[k] += slope;
                for (int l = 0; l <= k; l++)
                    matrix[k * freeCount + l] += slope / level[i] * Difference(p, l, i);
            }
        }
        SymmetricMatrix.Factor(matrix, freeCount);
        SymmetricMatrix.Solve(matrix, freeCount, right);
        Array.Clear(change, 0, rows);
        for (int k = 0; k < freeCount; k++)
        {
            for (int i = 0; i < rows; i++)
                change[i] += right[k] * Difference(p, k, i);
        }
    }

    private double Difference(SimplexProductProgram p, int k, int row) => p.Values[free[k] * p.Rows + row] - p.Values[reference[k] * p.Rows + row];

    // How far the direction may be followed, at most 1, and the choice whose share ends there (-1: none does). A level keeps a fifth of itself.
    private (double Length, int Hit) Reach(SimplexProductProgram p, double[] level)
    {
        double length = 1;
        int hit = -1;
        for (int i = 0; i < p.Rows; i++)
            length = length * change[i] < -0.8 * level[i] ? -0.8 * level[i] / change[i] : length;
        for (int k = 0; k < freeCount; k++)
        {
            if (length * right[k] < -p.Share[free[k]])
                (length, hit) = (-p.Share[free[k]] / right[k], free[k]);
            double falls = 0;
            for (int l = 0; l < freeCount; l++)
                falls += reference[l] == reference[k] ? right[l] : 0;
            if (length * falls > p.Share[reference[k]])
                (length, hit) = (p.Share[reference[k]] / falls, reference[k]);
        }
        return (length, hit);
    }

    // Leaves a choice without a share, and lists its block anew.
    private void GiveUp(SimplexProductProgram p, int choice)
    {
        p.Share[choice] = 0;
        int block = Array.BinarySearch(p.Start, 0, p.Blocks, choice);
        block = block >= 0 ? block : ~block - 1;
        int kept = 0;
        for (int k = 0; k < freeCount; k++)
        {
            if (free[k] < p.Start[block] || free[k] >= p.Start[block + 1])
                (free[kept], reference[kept++]) = (free[k], reference[k]);
        }
        freeCount = kept;
        Add(p, block);
    }
}
