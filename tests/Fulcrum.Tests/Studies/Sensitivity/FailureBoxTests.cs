using Fulcrum.Cases;
using Fulcrum.Numerics;
using Fulcrum.Studies;
using Fulcrum.Studies.Sensitivity;
using Shouldly;

namespace Fulcrum.Tests.Studies.Sensitivity;

public sealed class FailureBoxTests
{
    private static DrawnInput[] Inputs(ulong seed, int draws) =>
        [.. Enumerable.Range(0, 6).Select(i => new DrawnInput($"x{i}", $"x{i}", Mark.Assumed, [.. Enumerable.Range(0, draws).Select(d => RandomStream.UniformAt(seed, (ulong)d, (ulong)i))]))];

    [Fact]
    public void A_planted_box_is_found_with_its_two_sides()
    {
        for (ulong seed = 1; seed <= 10; seed++)
        {
            DrawnInput[] inputs = Inputs(seed, 1000);
            bool[] fails = [.. Enumerable.Range(0, 1000).Select(d => inputs[1].Values[d] > 0.6 && inputs[4].Values[d] < 0.5)];

            FailureBoxResult box = FailureBox.Find(inputs, fails, new FailureBoxOptions());

            box.Sides.Select(s => s.Input).ShouldBe(["x1", "x4"], $"seed {seed}");
            box.Sides[0].Low.ShouldBe(0.6, 0.05);
            box.Sides[1].High.ShouldBe(0.5, 0.05);
            box.Density.ShouldBeGreaterThan(0.85);
            box.Coverage.ShouldBeGreaterThan(0.85);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.85)]
    public void Input_of_two_values_is_peeled_by_the_value(double share)
    {
        DrawnInput[] inputs = [.. Inputs(3, 600), new DrawnInput("binds", "binds", Mark.Assumed, [.. Enumerable.Range(0, 600).Select(d => RandomStream.UniformAt(3, (ulong)d, 77) < share ? 1.0 : 0)])];
        bool[] fails = [.. inputs[^1].Values.Select(v => v > 0)];

        foreach (bool turned in new[] { false, true })
        {
            BoxSide side = FailureBox.Find(inputs, turned ? [.. fails.Select(f => !f)] : fails, new FailureBoxOptions()).Sides.ShouldHaveSingleItem();
            (side.Input, side.Low, side.High).ShouldBe(("binds", turned ? 0 : 1, turned ? 0 : 1));
        }
    }

    [Fact]
    public void Failures_by_pure_chance_look_no_better_in_the_box_where_it_is_judged()
    {
        double gain = 0;
        for (ulong seed = 1; seed <= 20; seed++)
        {
            bool[] fails = [.. Enumerable.Range(0, 400).Select(d => RandomStream.UniformAt(seed, (ulong)d, 99) < 0.3)];
            FailureBoxResult box = FailureBox.Find(Inputs(seed, 400), fails, new FailureBoxOptions());
            gain += box.Density - box.Everywhere;
        }
        (gain / 20).ShouldBeInRange(-0.05, 0.05);
    }

    [Fact]
    public void Without_failures_or_with_nothing_else_there_is_no_box()
    {
        FailureBox.Find(Inputs(1, 100), new bool[100], new FailureBoxOptions()).Sides.ShouldBeEmpty();
        FailureBox.Find(Inputs(1, 100), [.. Enumerable.Repeat(true, 100)], new FailureBoxOptions()).Sides.ShouldBeEmpty();
        FailureBox.Find(Inputs(1, 0), [], new FailureBoxOptions()).Sides.ShouldBeEmpty();
    }
}
