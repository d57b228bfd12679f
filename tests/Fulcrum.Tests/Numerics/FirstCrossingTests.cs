using FsCheck;
using FsCheck.Fluent;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Numerics;

public sealed class FirstCrossingTests
{
    private const double Within = 36;
    private const double Least = 0.25;

    // The best of several deals, each as good as the straight line of the party that it leaves worst off: two ways, against a walk in small steps.
    [Fact]
    public void Crossing_is_the_first_that_a_walk_in_small_steps_meets() => Prop.ForAll(
        Gen.Choose(-40, 40).ArrayOf(6).ToArbitrary(), Gen.Choose(-40, 40).ArrayOf(6).ToArbitrary(), (starts, slopes) =>
        {
            double Value(double time) => Enumerable.Range(0, 3).Max(d => Math.Min(Line(starts, slopes, 2 * d, time), Line(starts, slopes, 2 * d + 1, time)));
            double found = FirstCrossing.Find(Value, Math.Max(0, slopes.Max() / 10.0), Math.Max(0, -slopes.Min() / 10.0), Within, Least);
            double walked = Walked(Value);

            // A stay that is shorter than what is looked for may be missed, but nothing is found that is not there.
            bool brief = double.IsFinite(walked) && Enumerable.Range(1, 100).Any(i => (Value(walked + i * Least / 100) >= 0) == (Value(0) >= 0));
            return (double.IsNaN(found) ? double.IsNaN(walked) || brief : Math.Abs(found - walked) < 0.0021 || (brief && found > walked)).Label($"found {found}, walked {walked}");
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300));

    [Theory]
    [InlineData(60, -5.14, 60 / 5.14)]
    [InlineData(-24.1, 1, 24.1)]
    [InlineData(0, -2, 0)]
    public void Straight_line_crosses_where_it_does(double start, double slope, double time) =>
        FirstCrossing.Find(t => start + slope * t, Math.Max(0, slope), Math.Max(0, -slope), Within, Least).ShouldBe(time, 1e-9);

    [Theory]
    [InlineData(-40, 1)]
    [InlineData(3, 0)]
    [InlineData(3, 1)]
    public void Straight_line_that_stays_on_its_side_never_crosses(double start, double slope) =>
        FirstCrossing.Find(t => start + slope * t, Math.Max(0, slope), Math.Max(0, -slope), Within, Least).ShouldBe(double.NaN);

    // Closed at first, open for 18 days in three years: a look at some months alone misses it.
    [Fact]
    public void Short_stay_between_two_straight_slopes_is_not_skipped() =>
        FirstCrossing.Find(t => 0.3 - Math.Abs(t - 19.4), 1, 1, Within, Least).ShouldBe(19.1, 1e-9);

    private static double Line(int[] starts, int[] slopes, int at, double time) => starts[at] + slopes[at] / 10.0 * time;

    private static double Walked(Func<double, double> value)
    {
        for (int i = 1; i <= Within * 500; i++)
        {
            if ((value(i / 500.0) >= 0) != (value(0) >= 0))
            {
                return i / 500.0;
            }
        }
        return double.NaN;
    }
}
