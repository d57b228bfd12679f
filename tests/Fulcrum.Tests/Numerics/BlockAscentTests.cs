using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Numerics;

/// <summary>The quick climb against the interior point: the same levels, and proved by the programme's own bound.</summary>
public sealed class BlockAscentTests
{
    // What the interior point leaves at its tolerance of 1e-10, and what its square root leaves in a flat direction.
    private const double Close = 1e-5;

    // As products of prices and levels, which sum to 1.
    private const double Proven = 1e-8;

    public static IEnumerable<TheoryDataRow<int, int, int>> Shapes => [new(2, 1, 5), new(3, 7, 4), new(3, 40, 10), new(5, 12, 4), new(8, 30, 3), new(1, 4, 4)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Climb_ends_where_the_interior_point_ends(int rows, int blocks, int choices)
    {
        int climbed = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            SimplexProductProgram quick = Programme(seed, rows, blocks, choices), slow = Programme(seed, rows, blocks, choices);
            new InteriorPoint().Solve(slow, 1e-10).ShouldBe(InteriorPointStatus.Solved, $"seed {seed}");
            if (!new BlockAscent().Climb(quick, placed: false))
                continue;

            climbed++;
            double[] levels = Levels(quick);
            levels.ShouldBe(Levels(slow), Close, $"seed {seed}");
            for (int i = 0; i < rows; i++)
                quick.Price[i] = quick.Weight[i] / levels[i];
            quick.ProvenGap().ShouldBeLessThanOrEqualTo(Proven * blocks, $"seed {seed}");
            for (int b = 0; b < blocks; b++)
                quick.Share.AsSpan(b * choices, choices).ToArray().Sum().ShouldBe(1, 1e-12, $"seed {seed}, block {b}");
        }
        climbed.ShouldBeGreaterThanOrEqualTo(57, "it may give up, but seldom");
    }

    [Fact]
    public void Climb_from_anywhere_ends_in_the_same_place()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            SimplexProductProgram fresh = Programme(seed, 3, 9, 4), placed = Programme(seed, 3, 9, 4);
            var stream = new RandomStream(seed, 0, "anywhere");
            for (int b = 0; b < 9; b++)
                stream.NextSimplex(placed.Share.AsSpan(4 * b, 4));
            var ascent = new BlockAscent();
            if (ascent.Climb(fresh, placed: false) && ascent.Climb(placed, placed: true))
                Levels(placed).ShouldBe(Levels(fresh), Close, $"seed {seed}");
        }
    }

    [Theory]
    [InlineData(RowKind.AtLeast, 0)]
    [InlineData(RowKind.Fixed, 0)]
    [InlineData(RowKind.Weighed, 0.5)]
    public void Other_rows_than_weighed_ones_are_not_its_business(RowKind kind, double linear)
    {
        SimplexProductProgram p = Programme(1, 3, 5, 3);
        (p.Kind[1], p.Linear[1]) = (kind, linear);

        new BlockAscent().Climb(p, placed: false).ShouldBeFalse();
    }

    [Fact]
    public void A_row_that_nothing_can_lift_is_left_to_others()
    {
        SimplexProductProgram p = Programme(1, 3, 5, 3);
        p.Offset[0] = -100;

        new BlockAscent().Climb(p, placed: false).ShouldBeFalse();
    }

    private static double[] Levels(SimplexProductProgram p)
    {
        var levels = new double[p.Rows];
        p.LevelsInto(levels);
        return levels;
    }

    // Values of about 1 in sum over the blocks; claims that differ.
    private static SimplexProductProgram Programme(ulong seed, int rows, int blocks, int choices)
    {
        var stream = new RandomStream(seed, 0, "programme");
        var p = new SimplexProductProgram();
        p.Shape(rows, blocks, blocks * choices);
        for (int b = 0; b <= blocks; b++)
            p.Start[b] = b * choices;
        for (int k = 0; k < blocks * choices * rows; k++)
            p.Values[k] = stream.NextUniform() / blocks;
        double total = 0;
        for (int i = 0; i < rows; i++)
        {
            (p.Kind[i], p.Offset[i], p.Weight[i]) = (RowKind.Weighed, -0.2 * stream.NextUniform(), 0.3 + stream.NextUniform());
            total += p.Weight[i];
        }
        for (int i = 0; i < rows; i++)
            p.Weight[i] /= total;
        p.Seal();
        return p;
    }
}
