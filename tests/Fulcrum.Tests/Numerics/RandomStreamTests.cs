using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Numerics;

public sealed class RandomStreamTests
{
    private const int Samples = 200_000;

    // Five standard errors: a right generator fails one such check in about two million, and the seeds are fixed.
    private static double Tolerance(double deviation) => 5 * deviation / Math.Sqrt(Samples);

    [Fact]
    public void Stream_of_a_name_is_the_same_for_ever()
    {
        var stream = new RandomStream(1, 2, "no-deal.war.cost");

        ulong[] bits = [stream.NextBits(), stream.NextBits(), stream.NextBits()];

        bits.ShouldBe(Recorded);
        RandomStream.KeyHash("abc").ShouldBe(0xBA7816BF8F01CFEAUL); // FIPS 180-2, appendix B.1
    }

    private static readonly ulong[] Recorded = [1151388459549322034UL, 15417109593814431092UL, 17801916609412178873UL];

    [Fact]
    public void Streams_of_neighbouring_names_are_unrelated()
    {
        double covariance = 0;
        for (ulong draw = 0; draw < Samples; draw++)
        {
            double here = RandomStream.UniformAt(1, draw, 7) - 0.5;
            double there = RandomStream.UniformAt(1, draw + 1, 7) - 0.5;
            covariance += here * there / Samples;
        }

        covariance.ShouldBe(0, Tolerance(1.0 / 12));
    }

    [Fact]
    public void Uniform_has_mean_and_spread_of_the_unit_interval()
    {
        var stream = new RandomStream(3, 0, "uniform");
        var values = new double[Samples];
        for (int i = 0; i < Samples; i++)
            values[i] = stream.NextUniform();

        values.Min().ShouldBeGreaterThanOrEqualTo(0);
        values.Max().ShouldBeLessThan(1);
        values.Average().ShouldBe(0.5, Tolerance(Math.Sqrt(1.0 / 12)));
        values.Average(v => v * v).ShouldBe(1.0 / 3, Tolerance(Math.Sqrt(4.0 / 45)));
    }

    [Fact]
    public void Exponential_has_mean_one_and_median_log_two()
    {
        var stream = new RandomStream(4, 0, "exponential");
        var values = new double[Samples];
        for (int i = 0; i < Samples; i++)
            values[i] = stream.NextExponential();
        Array.Sort(values);

        values.Average().ShouldBe(1, Tolerance(1));
        OrderStatistics.Quantile(values, 0.5).ShouldBe(Math.Log(2), Tolerance(1));
        values.Count(v => v > 3).ShouldBeInRange((int)(Samples * Math.Exp(-3) * 0.95), (int)(Samples * Math.Exp(-3) * 1.05));
    }

    [Fact]
    public void Below_three_takes_each_value_a_third_of_the_time()
    {
        var stream = new RandomStream(5, 0, "below");
        var counts = new int[3];
        for (int i = 0; i < Samples; i++)
            counts[stream.NextBelow(3)]++;

        foreach (int count in counts)
            (count / (double)Samples).ShouldBe(1.0 / 3, Tolerance(Math.Sqrt(2.0 / 9)));
    }

    [Fact]
    public void Shuffle_of_three_takes_each_order_a_sixth_of_the_time()
    {
        var stream = new RandomStream(6, 0, "shuffle");
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < Samples; i++)
        {
            char[] items = ['a', 'b', 'c'];
            stream.Shuffle<char>(items);
            string order = new(items);
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        counts.Count.ShouldBe(6);
        foreach (int count in counts.Values)
            (count / (double)Samples).ShouldBe(1.0 / 6, Tolerance(Math.Sqrt(5.0 / 36)));
    }

    [Fact]
    public void Simplex_is_uniform_over_shares_that_sum_to_one()
    {
        var stream = new RandomStream(7, 0, "simplex");
        var shares = new double[4];
        var means = new double[4];
        double squares = 0;
        for (int i = 0; i < Samples; i++)
        {
            stream.NextSimplex(shares);
            shares.Sum().ShouldBe(1, 1e-12);
            shares.Min().ShouldBeGreaterThanOrEqualTo(0);
            for (int k = 0; k < 4; k++)
                means[k] += shares[k] / Samples;
            squares += shares[0] * shares[0] / Samples;
        }

        foreach (double mean in means)
            mean.ShouldBe(0.25, Tolerance(0.2));
        squares.ShouldBe(0.1, Tolerance(0.2)); // Dirichlet(1,1,1,1): E x^2 = 2 / (4 * 5)
    }
}
