namespace Fulcrum.Numerics;

/// <summary>Small dense symmetric systems; matrices are row-major and only their lower half is read.</summary>
public static class SymmetricMatrix
{
    // A pivot this much smaller than its diagonal entry is rounding, not information.
    private const double Vanishing = 1e-14;

    /// <summary>
    /// Replaces the lower half of a positive semidefinite matrix by its Cholesky factor, with reciprocal diagonal. A direction without curvature gets an
    /// infinite pivot: solving moves nothing along it.
    /// </summary>
    public static void Factor(Span<double> matrix, int size)
    {
        for (int j = 0; j < size; j++)
        {
            double diagonal = matrix[j * size + j];
            double pivot = diagonal;
            for (int k = 0; k < j; k++)
                pivot -= matrix[j * size + k] * matrix[j * size + k];
            double inverse = pivot > Vanishing * diagonal && pivot > 0 ? 1 / Math.Sqrt(pivot) : 0;
            matrix[j * size + j] = inverse;
            for (int i = j + 1; i < size; i++)
            {
                double sum = matrix[i * size + j];
                for (int k = 0; k < j; k++)
                    sum -= matrix[i * size + k] * matrix[j * size + k];
                matrix[i * size + j] = sum * inverse;
            }
        }
    }

    /// <summary>Solves in place with a factor from <see cref="Factor"/>.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> vector)
    {
        for (int i = 0; i < size; i++)
        {
            double sum = vector[i];
            for (int k = 0; k < i; k++)
                sum -= factor[i * size + k] * vector[k];
            vector[i] = sum * factor[i * size + i];
        }
        for (int i = size - 1; i >= 0; i--)
        {
            double sum = vector[i];
            for (int k = i + 1; k < size; k++)
                sum -= factor[k * size + i] * vector[k];
            vector[i] = sum * factor[i * size + i];
        }
    }
}
