using Fulcrum.Numerics;
using Fulcrum.Studies.Sensitivity;
using Shouldly;

namespace Fulcrum.Tests.Studies.Sensitivity;

/// <summary>Functions whose indices are known in closed form.</summary>
public sealed class SobolTests
{
    // Uniform numbers of two samples, independent of each other.
    private static double Uniform(ulong seed, int row, int column, bool second) => RandomStream.UniformAt(seed, (ulong)row, (ulong)(2 * column + (second ? 1 : 0)));

    private static SobolResult Indices(Func<double[], double> function, int inputs, int rows, ulong seed = 1, int resamples = 200) => SobolIndices.Of(
        [.. Enumerable.Range(1, inputs).Select(i => $"x{i}")],
        (row, input) => function([.. Enumerable.Range(0, inputs).Select(i => Uniform(seed, row, i, input == SobolIndices.SampleB || input == i))]),
        new SobolOptions { Rows = rows, Resamples = resamples, Seed = seed, Threads = 1 }, null, TestContext.Current.CancellationToken);

    // Ishigami and Homma 1990, a = 7, b = 0.1.
    private static double Ishigami(double[] u)
    {
        double[] x = [.. u.Select(v => Math.PI * (2 * v - 1))];
        return Math.Sin(x[0]) + 7 * Math.Pow(Math.Sin(x[1]), 2) + 0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]);
    }

    // Sobol's g-function; Saltelli and Sobol 1995.
    private static readonly double[] A = [0, 1, 4.5, 9, 99];

    private static double G(double[] u) => u.Select((v, i) => (Math.Abs(4 * v - 2) + A[i]) / (1 + A[i])).Aggregate(1.0, (p, f) => p * f);

    [Theory]
    [InlineData(0, 0.3139, 0.5576)]
    [InlineData(1, 0.4424, 0.4424)]
    [InlineData(2, 0.0, 0.2437)]
    public void Ishigami_has_its_published_indices(int input, double first, double total)
    {
        // 20000 rows: standard errors of about 0.01.
        SobolIndex index = Indices(Ishigami, 3, 20_000, resamples: 20).Indices[input];

        index.First.Value.ShouldBe(first, 0.03);
        index.Total.Value.ShouldBe(total, 0.03);
    }

    [Fact]
    public void The_g_function_has_the_indices_of_its_formula()
    {
        double[] partial = [.. A.Select(a => 1.0 / 3 / ((1 + a) * (1 + a)))];
        double variance = partial.Aggregate(1.0, (p, v) => p * (1 + v)) - 1;

        SobolResult result = Indices(G, A.Length, 20_000, resamples: 20);

        result.Variance.ShouldBe(variance, 0.03 * variance);
        for (int i = 0; i < A.Length; i++)
        {
            result.Indices[i].First.Value.ShouldBe(partial[i] / variance, 0.03);
            result.Indices[i].Total.Value.ShouldBe(partial[i] * partial.Where((_, j) => j != i).Aggregate(1.0, (p, v) => p * (1 + v)) / variance, 0.03);
        }
    }

    [Fact]
    public void An_input_that_does_nothing_has_indices_of_zero_exactly()
    {
        SobolIndex idle = Indices(u => Math.Sin(7 * u[0]) + u[1], 3, 50).Indices[2];

        idle.First.Value.ShouldBe(0, 1e-12);
        idle.Total.Value.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Intervals_cover_the_true_indices_about_as_often_as_they_say()
    {
        // Nominally 90 of 100; percentile intervals of 250 rows cover a little less. 600 intervals: below 80 would be a defect.
        const double FewestCovered = 0.8;
        double[] first = [0.3139, 0.4424, 0], total = [0.5576, 0.4424, 0.2437];
        int covered = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            SobolResult result = Indices(Ishigami, 3, 250, seed, resamples: 100);
            for (int i = 0; i < 3; i++)
            {
                covered += Within(result.Indices[i].First, first[i]) + Within(result.Indices[i].Total, total[i]);
            }
        }
        (covered / 600.0).ShouldBeInRange(FewestCovered, 1);
    }

    [Fact]
    public void An_answer_that_never_moves_has_no_indices() => Indices(_ => 3, 2, 20).ShouldSatisfyAllConditions(r => r.Indices.ShouldBeEmpty(), r => r.Variance.ShouldBe(0));

    [Fact]
    public void Rows_without_an_answer_are_left_out() =>
        Indices(u => u[0] < 0.2 ? double.NaN : u[1], 2, 400).ShouldSatisfyAllConditions(r => r.Rows.ShouldBeInRange(200, 300), r => r.Indices[1].Total.Value.ShouldBe(1, 0.2));

    private static int Within(Estimated estimate, double truth) => estimate.Low <= truth && truth <= estimate.High ? 1 : 0;

    [Theory]
    [InlineData(0, 1e-13)]
    [InlineData(41, 1e-9)]
    [InlineData(2e6, 1e-4)]
    public void An_answer_that_moves_by_rounding_alone_does_not_move(double level, double rounding)
    {
        SobolResult still = Indices(u => level + rounding * u[0], 2, 64);

        still.Variance.ShouldBe(0);
        still.Indices.ShouldBeEmpty();
        Indices(u => level + (level > 1000 ? 1000 : 1) * u[0], 2, 64).Indices.Count.ShouldBe(2);
    }
}
