namespace Fulcrum.Numerics;

/// <summary>
/// Newton's method with multipliers on a face of a <see cref="SimplexProductProgram"/>: the free shares (and t) are unknown, the binding rows are equations. Prices are
/// corrected from the present ones, so that where several prove the answer, those of the interior point stay in the middle of them.
/// A workspace of <see cref="OptimalFace"/>.
/// </summary>
internal sealed class FaceNewton
{
    private double[] levels = [];
    private double[] matrix = [];
    private double[] right = [];
    private double[] solution = [];
    private int multipliers;

    /// <summary>Length of the last step in its largest share: shorter than this, what is left is rounding, as each step squares the error.</summary>
    public const double Short = 1e-9;

    public double Length { get; private set; }

    /// <summary>One step; false when it leads far outside.</summary>
    public bool Step(SimplexProductProgram p, OptimalFace face)
    {
        Grow(p);
        Length = 0;
        int height = p.Rises ? 1 : 0;
        ReadOnlySpan<int> free = face.Free;
        ReadOnlySpan<int> reference = face.Reference;
        multipliers = free.Length + height;
        int size = multipliers + face.Binding.Length;
        if (size == 0)
            return true;
        Fill(p, face, size);
        Elimination.Solve(matrix.AsSpan(0, size * size), size, size, right.AsSpan(0, size), solution.AsSpan(0, size));
        for (int k = 0; k < free.Length; k++)
        {
            if (!double.IsFinite(solution[k]) || Math.Abs(solution[k]) > 2)
                return false;
            Length = Math.Max(Length, Math.Abs(solution[k]));
            p.Share[free[k]] += solution[k];
            p.Share[reference[k]] -= solution[k];
        }
        p.Height += height == 1 ? solution[free.Length] : 0;
        for (int a = 0; a < face.Binding.Length; a++)
            p.Price[face.Binding[a]] += solution[multipliers + a];
        return true;
    }

    /// <summary>The choice that went furthest below a share of 0, beyond rounding; -1 when none did. Tiny negative shares are cleared.</summary>
    public static int Lowest(SimplexProductProgram p)
    {
        int lowest = -1;
        for (int c = 0; c < p.Choices; c++)
        {
            if (p.Share[c] < -1e-9 && (lowest < 0 || p.Share[c] < p.Share[lowest]))
                lowest = c;
        }
        for (int c = 0; lowest < 0 && c < p.Choices; c++)
            p.Share[c] = Math.Max(0, p.Share[c]);
        return lowest;
    }

    /// <summary>Whether all levels are at most rounding below what is allowed.</summary>
    public bool Accept(SimplexProductProgram p)
    {
        p.LevelsInto(levels);
        for (int i = 0; i < p.Rows; i++)
        {
            double above = levels[i] - (p.Kind[i] == RowKind.AtLeast ? p.Rise[i] * p.Height : 0);
            if (!(p.Kind[i] == RowKind.Weighed ? above > 0 : p.Kind[i] == RowKind.AtLeast ? above >= -1e-10 : Math.Abs(above) <= 1e-9))
                return false;
        }
        return true;
    }

    /// <summary>Level of a row at the accepted point.</summary>
    public double LevelOf(int row) => levels[row];

    /// <summary>Whether the rows that are not on the face are at least that far from their bound.</summary>
    public bool IsClear(SimplexProductProgram p, OptimalFace face, double least)
    {
        for (int i = 0; i < p.Rows; i++)
        {
            bool free = p.Kind[i] == RowKind.Weighed || (p.Kind[i] == RowKind.AtLeast && !face.Binds[i]);
            if (free && !(levels[i] - (p.Kind[i] == RowKind.AtLeast ? p.Rise[i] * p.Height : 0) > least))
                return false;
        }
        return true;
    }

    /// <summary>Completes the prices of the accepted point: binding rows have theirs, weighed rows have only one right price, other rows have none.</summary>
    public void CompletePrices(SimplexProductProgram p, OptimalFace face)
    {
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] == RowKind.Weighed)
                p.Price[i] = p.Weight[i] / levels[i];
            else if (p.Kind[i] == RowKind.AtLeast && !face.Binds[i])
                p.Price[i] = 0;
        }
    }

    /// <summary>Rank of what the priced rows see of the free shares.</summary>
    public int Rank(SimplexProductProgram p, OptimalFace face)
    {
        Grow(p);
        ReadOnlySpan<int> free = face.Free;
        ReadOnlySpan<int> reference = face.Reference;
        int rows = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] == RowKind.AtLeast && !face.Binds[i])
                continue;
            for (int k = 0; k < free.Length; k++)
                matrix[rows * free.Length + k] = Difference(p, free[k], reference[k], i);
            rows++;
        }
        right.AsSpan(0, rows).Clear();
        return Elimination.Solve(matrix.AsSpan(0, rows * free.Length), rows, free.Length, right.AsSpan(0, rows), solution.AsSpan(0, free.Length));
    }

    private static double Difference(SimplexProductProgram p, int choice, int reference, int row) =>
        p.Values[choice * p.Rows + row] - p.Values[reference * p.Rows + row];

    private void Grow(SimplexProductProgram p)
    {
        if (levels.Length < p.Rows)
            levels = new double[p.Rows];
        int size = OptimalFace.MostFree + p.Rows + 1;
        if (right.Length < size)
            (matrix, right, solution) = (new double[size * size], new double[size], new double[size]);
    }

    private void Fill(SimplexProductProgram p, OptimalFace face, int size)
    {
        p.LevelsInto(levels);
        Array.Clear(matrix, 0, size * size);
        Array.Clear(right, 0, size);
        for (int k = 0; k < face.Free.Length; k++)
            FillFree(p, face, k, size);
        if (p.Rises)
            right[face.Free.Length] = 1;
        for (int a = 0; a < face.Binding.Length; a++)
            FillBinding(p, face, a, size);
    }

    private void FillFree(SimplexProductProgram p, OptimalFace face, int k, int size)
    {
        ReadOnlySpan<int> free = face.Free;
        ReadOnlySpan<int> reference = face.Reference;
        for (int i = 0; i < p.Rows; i++)
        {
            double difference = Difference(p, free[k], reference[k], i);
            right[k] += p.Linear[i] * difference;
            if (p.Kind[i] != RowKind.Weighed)
                continue;
            double slope = p.Weight[i] / levels[i] * difference;
            right[k] += slope;
            for (int l = 0; l < free.Length; l++)
                matrix[k * size + l] += slope / levels[i] * Difference(p, free[l], reference[l], i);
        }
    }

    private void FillBinding(SimplexProductProgram p, OptimalFace face, int a, int size)
    {
        int i = face.Binding[a];
        int freeCount = face.Free.Length;
        for (int k = 0; k < freeCount; k++)
        {
            double difference = Difference(p, face.Free[k], face.Reference[k], i);
            matrix[(multipliers + a) * size + k] = difference;
            matrix[k * size + multipliers + a] = -difference;
            right[k] += p.Price[i] * difference;
        }
        double rise = p.Kind[i] == RowKind.AtLeast ? p.Rise[i] : 0;
        if (p.Rises)
        {
            matrix[(multipliers + a) * size + freeCount] = -rise;
            matrix[freeCount * size + multipliers + a] = rise;
            right[freeCount] -= rise * p.Price[i];
        }
        right[multipliers + a] = -(levels[i] - rise * p.Height);
    }
}
