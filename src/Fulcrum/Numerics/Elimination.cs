namespace Fulcrum.Numerics;

/// <summary>Gauss-Jordan elimination with complete pivoting for small dense systems that may be singular. Matrices are row-major and overwritten.</summary>
public static class Elimination
{
    // Entries this much smaller than the largest of the given matrix are rounding.
    private const double Vanishing = 1e-10;

    /// <summary>
    /// A solution of matrix x = right with the fewest non-zero entries that elimination finds: variables without a pivot stay 0, equations without a pivot
    /// are left as they are. Returns the rank.
    /// </summary>
    public static int Solve(Span<double> matrix, int rows, int columns, Span<double> right, Span<double> solution)
    {
        Span<int> pivotOf = columns <= 128 ? stackalloc int[columns] : new int[columns];
        int rank = Reduce(matrix, rows, columns, right, pivotOf);
        for (int c = 0; c < columns; c++)
            solution[c] = pivotOf[c] >= 0 ? right[pivotOf[c]] : 0;
        return rank;
    }

    /// <summary>
    /// A direction that the equations do not see, with 1 in the first variable (in order) that can move at all; false when there is none.
    /// </summary>
    public static bool Null(Span<double> matrix, int rows, int columns, Span<double> direction)
    {
        Span<int> pivotOf = columns <= 128 ? stackalloc int[columns] : new int[columns];
        Span<double> right = rows <= 128 ? stackalloc double[rows] : new double[rows];
        right.Clear();
        if (Reduce(matrix, rows, columns, right, pivotOf) == columns)
            return false;
        int free = columns - 1;
        while (pivotOf[free] >= 0)
            free--;
        for (int c = 0; c < columns; c++)
            direction[c] = pivotOf[c] >= 0 ? -matrix[pivotOf[c] * columns + free] : c == free ? 1 : 0;
        int first = 0;
        while (Math.Abs(direction[first]) < Vanishing)
            first++;
        double scale = direction[first];
        for (int c = 0; c < columns; c++)
            direction[c] /= scale;
        return true;
    }

    // Reduced row echelon form; pivotOf[c] is the row whose only non-zero pivot column is c, or -1.
    private static int Reduce(Span<double> matrix, int rows, int columns, Span<double> right, Span<int> pivotOf)
    {
        pivotOf.Fill(-1);
        double largest = 0;
        for (int k = 0; k < rows * columns; k++)
            largest = Math.Max(largest, Math.Abs(matrix[k]));
        int rank = 0;
        while (rank < Math.Min(rows, columns))
        {
            (int row, int column) = Pivot(matrix, rank, rows, columns, pivotOf);
            if (row < 0 || Math.Abs(matrix[row * columns + column]) <= Vanishing * largest)
                break;
            Swap(matrix, right, columns, row, rank);
            Clear(matrix, right, rows, columns, rank, column);
            pivotOf[column] = rank++;
        }
        return rank;
    }

    private static (int Row, int Column) Pivot(ReadOnlySpan<double> matrix, int from, int rows, int columns, ReadOnlySpan<int> pivotOf)
    {
        (int, int) best = (-1, -1);
        double size = 0;
        for (int r = from; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                if (pivotOf[c] >= 0 || Math.Abs(matrix[r * columns + c]) <= size)
                    continue;
                size = Math.Abs(matrix[r * columns + c]);
                best = (r, c);
            }
        }
        return best;
    }

    private static void Swap(Span<double> matrix, Span<double> right, int columns, int a, int b)
    {
        if (a == b)
            return;
        for (int c = 0; c < columns; c++)
            (matrix[a * columns + c], matrix[b * columns + c]) = (matrix[b * columns + c], matrix[a * columns + c]);
        (right[a], right[b]) = (right[b], right[a]);
    }

    private static void Clear(Span<double> matrix, Span<double> right, int rows, int columns, int pivot, int column)
    {
        double inverse = 1 / matrix[pivot * columns + column];
        for (int c = 0; c < columns; c++)
            matrix[pivot * columns + c] *= inverse;
        right[pivot] *= inverse;
        for (int r = 0; r < rows; r++)
        {
            double factor = matrix[r * columns + column];
            if (r == pivot || factor == 0)
                continue;
            for (int c = 0; c < columns; c++)
                matrix[r * columns + c] -= factor * matrix[pivot * columns + c];
            right[r] -= factor * right[pivot];
            matrix[r * columns + column] = 0;
        }
    }
}
