using FsCheck;
using FsCheck.Fluent;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Studies;

public sealed class SamplerTests
{
    /// <summary>Draws behind a mean; five standard errors of a uniform number over 0..1 are then 0.0102.</summary>
    private const int Many = 20_000;

    private const double FiveStandardErrors = 0.0105;

    private static Case Of(IReadOnlyList<Quantity> quantities, params Ranking[] rankings) =>
        UncertainCase.Plain.Build() with { Quantities = quantities, Rankings = rankings, NoDeal = null, Moves = [] };

    private static Quantity Q(int index, string key, NumberShape shape, int with = -1, bool against = false) =>
        new(index, key, key, shape, Support.None, TextPlace.None, with, against);

    private static Ranking R(bool ofWeights, params int[] groupSizes) => new(
        0, "r", "r", groupSizes.Select((size, g) => (IReadOnlyList<string>)Enumerable.Range(0, size).Select(m => $"{g}-{m}").ToArray()).ToArray(), ofWeights, Support.None,
        TextPlace.None);

    private static double[] Ranked(Ranking ranking, int draw) => Drawer(ranking)(draw);

    private static Func<int, double[]> Drawer(Ranking ranking)
    {
        var sampler = new Sampler(Of([], ranking), 7);
        return draw => sampler.Draw(draw).Ranked[0];
    }

    [Fact]
    public void Every_number_stays_within_its_shape()
    {
        Case @case = UncertainCase.Plain.Build();
        var sampler = new Sampler(@case, 1);
        for (int draw = 0; draw < 300; draw++)
        {
            CaseNumbers numbers = sampler.Draw(draw);
            @case.Quantities.ShouldAllBe(q => numbers[q] >= q.Shape.Least && numbers[q] <= q.Shape.Most);
        }
    }

    [Fact]
    public void A_draw_written_over_another_is_the_draw_itself()
    {
        Case @case = UncertainCase.Plain.Build();
        var sampler = new Sampler(@case, 6);
        CaseNumbers room = sampler.Blank();
        foreach (int draw in new[] { 4, 0, 9, 4 })
        {
            sampler.Draw(draw, room);
            CaseNumbers fresh = sampler.Draw(draw);
            room.Values.ShouldBe(fresh.Values);
            room.Ranked.SelectMany(r => r).ShouldBe(fresh.Ranked.SelectMany(r => r));
            room.MoveDays.ShouldBe(fresh.MoveDays);
            room.MoveChances.ShouldBe(fresh.MoveChances);
        }
    }

    [Fact]
    public void Numbers_of_a_uniform_shape_are_spread_evenly()
    {
        var sampler = new Sampler(Of([Q(0, "x", new NumberShape.Uniform(10, 20))]), 3);
        double[] values = Enumerable.Range(0, Many).Select(d => sampler.Draw(d).Values[0]).ToArray();
        foreach (double share in new[] { 0.1, 0.25, 0.5, 0.9 })
        {
            values.Count(v => v < 10 + 10 * share).ShouldBeInRange((int)(Many * (share - 2 * FiveStandardErrors)), (int)(Many * (share + 2 * FiveStandardErrors)));
        }
    }

    [Fact]
    public void Draw_hangs_on_the_key_and_neither_on_the_place_nor_on_other_numbers()
    {
        Quantity x = Q(0, "x", new NumberShape.Uniform(0, 1)), y = Q(1, "y", new NumberShape.Uniform(0, 1));
        double[] alone = new Sampler(Of([x]), 5).Draw(11).Values;
        double[] both = new Sampler(Of([y with { Index = 0 }, x with { Index = 1, Path = "renamed" }]), 5).Draw(11).Values;

        both[1].ShouldBe(alone[0]);
        both[0].ShouldNotBe(both[1]);
    }

    [Fact]
    public void Another_seed_or_another_draw_gives_other_numbers()
    {
        Case @case = Of([Q(0, "x", new NumberShape.Uniform(0, 1))]);
        double first = new Sampler(@case, 1).Draw(0).Values[0];

        new Sampler(@case, 2).Draw(0).Values[0].ShouldNotBe(first);
        new Sampler(@case, 1).Draw(1).Values[0].ShouldNotBe(first);
    }

    [Fact]
    public void Numbers_drawn_with_and_against_another_share_its_rank()
    {
        Case @case = Of([
            Q(0, "x", new NumberShape.Uniform(0, 10)), Q(1, "y", new NumberShape.Uniform(100, 200), with: 0), Q(2, "z", new NumberShape.Uniform(0, 1), with: 1, against: true)]);
        var sampler = new Sampler(@case, 9);
        for (int draw = 0; draw < 50; draw++)
        {
            double[] v = sampler.Draw(draw).Values;
            ((v[1] - 100) / 100).ShouldBe(v[0] / 10, 1e-12);
            v[2].ShouldBe(1 - v[0] / 10, 1e-12);
        }
    }

    [Fact]
    public void Circle_of_references_ends_and_still_draws()
    {
        Case @case = Of([Q(0, "x", new NumberShape.Uniform(0, 1), with: 1), Q(1, "y", new NumberShape.Uniform(0, 1), with: 0)]);

        new Sampler(@case, 1).Draw(0).Values.ShouldAllBe(v => v >= 0 && v <= 1);
    }

    [Fact]
    public void Ranked_values_fall_from_100_to_0()
    {
        Prop.ForAll(Gen.Choose(2, 8).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (groups, draw) =>
        {
            double[] values = Ranked(R(false, Enumerable.Repeat(1, groups).ToArray()), draw);
            return values[0] == 100 && values[^1] == 0 && values.Zip(values.Skip(1), (a, b) => a >= b).All(x => x);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ranked_values_have_the_means_of_order_statistics()
    {
        Func<int, double[]> ranked = Drawer(R(false, 1, 2, 1, 3, 1));
        double[] sums = new double[5];
        for (int draw = 0; draw < Many; draw++)
        {
            double[] values = ranked(draw);
            for (int g = 0; g < 5; g++)
            {
                sums[g] += values[g] / Many;
            }
        }

        sums.ShouldBe([100, 75, 50, 25, 0], 100 * FiveStandardErrors);
    }

    [Fact]
    public void Single_group_of_options_is_worth_nothing_and_a_single_weight_everything()
    {
        Ranked(R(false, 3), 4).ShouldBe([0]);
        Ranked(R(true, 4), 4)[0].ShouldBe(0.25, 1e-15);
    }

    [Fact]
    public void Ranked_weights_respect_the_order_and_sum_to_one_with_ties()
    {
        Prop.ForAll(Gen.Choose(1, 4).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (sizes, draw) =>
        {
            int[] groups = sizes.Take(7).ToArray();
            double[] weights = Ranked(R(true, groups), draw);
            double sum = weights.Zip(groups, (w, m) => w * m).Sum();
            return Math.Abs(sum - 1) < 1e-12 && weights.All(w => w >= 0) && weights.Zip(weights.Skip(1), (a, b) => a >= b - 1e-15).All(x => x);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ranked_weights_average_to_the_centroid_of_the_admissible_weights()
    {
        Ranking ranking = R(true, 1, 2, 1);
        double[] centroid = CaseNumbers.MidRange(Of([], ranking)).Ranked[0];
        Func<int, double[]> ranked = Drawer(ranking);
        double[] sums = new double[3];
        for (int draw = 0; draw < Many; draw++)
        {
            double[] weights = ranked(draw);
            for (int g = 0; g < 3; g++)
            {
                sums[g] += weights[g] / Many;
            }
        }

        sums.ShouldBe(centroid, FiveStandardErrors);
    }

    // a > b ~ c leaves one free number, the common weight of b and c, evenly spread from 0 to 1/3: the exact distribution, not only its mean.
    [Fact]
    public void Ranked_weights_with_a_tie_are_uniform_on_the_segment_that_is_left()
    {
        Func<int, double[]> ranked = Drawer(R(true, 1, 2));
        double[] tied = Enumerable.Range(0, Many).Select(d => ranked(d)[1]).ToArray();
        foreach (double share in new[] { 0.1, 0.25, 0.5, 0.75 })
        {
            ((double)tied.Count(w => w < share / 3) / Many).ShouldBe(share, 2 * FiveStandardErrors);
        }
    }

    // Two ways: uniform numbers on the whole simplex, thrown away unless they happen to respect the order.
    [Fact]
    public void Ranked_weights_are_distributed_as_by_rejection()
    {
        var stream = new Fulcrum.Numerics.RandomStream(1, 0, "rejection");
        var kept = new List<double>();
        Span<double> shares = stackalloc double[3];
        while (kept.Count < Many)
        {
            stream.NextSimplex(shares);
            if (shares[0] >= shares[1] && shares[1] >= shares[2])
            {
                kept.Add(shares[0]);
            }
        }
        Func<int, double[]> ranked = Drawer(R(true, 1, 1, 1));
        double[] drawn = Enumerable.Range(0, Many).Select(d => ranked(d)[0]).ToArray();
        foreach (double at in new[] { 0.4, 0.5, 0.6, 0.7, 0.85 })
        {
            ((double)drawn.Count(w => w < at) / Many).ShouldBe((double)kept.Count(w => w < at) / Many, 3 * FiveStandardErrors);
        }
    }

    [Fact]
    public void Vague_dates_visit_every_day_of_their_span_and_no_other()
    {
        Move move = UncertainCase.Plain.Build().Moves[0] with { Date = new VagueDate(new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 7), "week") };
        var sampler = new Sampler(Of([]) with { Moves = [move] }, 1);

        Enumerable.Range(0, 400).Select(d => sampler.Draw(d).MoveDays[0] - new DateOnly(2025, 2, 1).DayNumber).Distinct().Order().ShouldBe([0, 1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void Chances_of_a_course_sum_to_one_in_every_draw()
    {
        Case @case = UncertainCase.Plain.Build();
        var sampler = new Sampler(@case, 1);
        for (int draw = 0; draw < 100; draw++)
        {
            CaseNumbers numbers = sampler.Draw(draw);
            @case.NoDeal!.Default.Outcomes.Sum(o => numbers[o.Chance]).ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void Concession_binds_about_as_often_as_it_is_said_to()
    {
        Case @case = UncertainCase.Plain.Build();
        int move = Enumerable.Range(0, @case.Moves.Count).Single(m => @case.Moves[m].Binds is not null);
        var sampler = new Sampler(@case, 1);

        ((double)Enumerable.Range(0, Many).Count(d => sampler.Draw(d).Binds(move)) / Many).ShouldBe(0.6, 2 * FiveStandardErrors);
    }
}
