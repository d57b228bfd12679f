using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Numerics;

public sealed class LinearAlgebraTests
{
    public static IEnumerable<TheoryDataRow<ulong, int>> Sizes() =>
        Enumerable.Range(1, 20).Select(s => new TheoryDataRow<ulong, int>((ulong)s, 1 + s % 6));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Factored_matrix_solves_its_equations(ulong seed, int size)
    {
        var stream = new RandomStream(seed, 0, "matrix");
        double[] root = [.. Enumerable.Range(0, size * size).Select(_ => stream.NextUniform() - 0.5)];
        var matrix = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
                matrix[i * size + j] = Enumerable.Range(0, size).Sum(k => root[i * size + k] * root[j * size + k]) + (i == j ? 0.1 : 0);
        }
        double[] expected = [.. Enumerable.Range(0, size).Select(_ => stream.NextUniform())];
        double[] x = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size).Sum(j => matrix[i * size + j] * expected[j]))];

        SymmetricMatrix.Factor(matrix, size);
        SymmetricMatrix.Solve(matrix, size, x);

        for (int i = 0; i < size; i++)
            x[i].ShouldBe(expected[i], 1e-9, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Direction_that_equations_do_not_see_changes_none_of_them(ulong seed, int rows)
    {
        var stream = new RandomStream(seed, 1, "matrix");
        int columns = rows + 1;
        double[] matrix = [.. Enumerable.Range(0, rows * columns).Select(_ => stream.NextUniform() - 0.5)];
        var direction = new double[columns];

        Elimination.Null([.. matrix], rows, columns, direction).ShouldBeTrue();

        direction.First(d => Math.Abs(d) > 1e-9).ShouldBe(1, 1e-12);
        for (int i = 0; i < rows; i++)
            Enumerable.Range(0, columns).Sum(j => matrix[i * columns + j] * direction[j]).ShouldBe(0, 1e-9 * direction.Max(Math.Abs), $"seed {seed}");
    }

    [Fact]
    public void Rank_of_repeated_equations_is_counted_once()
    {
        var solution = new double[3];

        Elimination.Solve([1, 2, 3, 2, 4, 6, 0, 1, 1], 3, 3, [6, 12, 2], solution).ShouldBe(2);

        (solution[0] + 2 * solution[1] + 3 * solution[2]).ShouldBe(6, 1e-12);
        (solution[1] + solution[2]).ShouldBe(2, 1e-12);
    }

    [Fact]
    public void Equations_of_full_rank_leave_no_direction() => Elimination.Null([1, 0, 0, 1], 2, 2, new double[2]).ShouldBeFalse();
}
