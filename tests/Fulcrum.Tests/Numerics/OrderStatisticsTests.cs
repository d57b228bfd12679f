using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Numerics;

public sealed class OrderStatisticsTests
{
    // R, quantile(c(1, 2, 3, 4, 10), p, type = 7)
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.2)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.95, 8.8)]
    [InlineData(1, 10)]
    public void Quantile_is_linear_between_order_statistics(double probability, double expected) =>
        OrderStatistics.Quantile([1, 2, 3, 4, 10], probability).ShouldBe(expected, 1e-12);

    [Fact]
    public void Sum_keeps_small_terms_beside_large_ones() => OrderStatistics.Sum([1, 1e100, 1, -1e100]).ShouldBe(2);

    [Fact]
    public void Standard_error_of_two_values_is_half_their_distance() => OrderStatistics.StandardError([3, 7]).ShouldBe(2, 1e-12);

    [Fact]
    public void Sorted_leaves_out_values_that_do_not_exist() => OrderStatistics.Sorted([3, double.NaN, 1]).ShouldBe([1, 3]);
}
