using Fulcrum.Numerics;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Studies.Shards;

/// <summary>Large values and large numbers of draws: nothing is cut off in silence, nothing overflows, and every draw is still its own.</summary>
public sealed class LargeNumberTests
{
    private const long Trillion = 1_000_000_000_000;

    private static readonly Measure[] Measures = [new("hand.north", MeasureUnit.Points), new("level.price", MeasureUnit.Scale) { Doublings = 3 }];

    private static StudyPlan PlanOf(long draws) => new([new StudySetting("case", "abc")], draws, Measures, [new StudyVerdict("open", "a deal is open", "zone")]);

    // Now and then far beyond what is counted as it is, either way.
    private static StudyDraw Answer(long draw)
    {
        double u = RandomStream.UniformAt(3, (ulong)draw, 1), price = 8e6 * RandomStream.UniformAt(3, (ulong)draw, 2);
        return new StudyDraw([u < 0.1 ? -1e9 * (u + 1) : u > 0.8 ? 1e18 * u : 100 * u, price], [u > 0.5]);
    }

    private static byte[] Text(StudyPlan plan, StudyTally tally) => ShardText.Of(new Shard(plan, 1, 1, plan.Draws, tally));

    [Fact]
    public void Values_beyond_the_edge_are_counted_with_least_and_most_as_they_are_and_quantiles_are_bounds()
    {
        var tally = new Tally(64);
        foreach (double value in new[] { 1e300, -1e300, double.NaN, double.PositiveInfinity, 7, 1 << 20, -(1 << 20), 2e6 })
        {
            tally.Add(value);
        }

        (tally.Count, tally.Absent, tally.Below, tally.Above).ShouldBe((6, 2, 1, 2));
        (tally.Least, tally.Most).ShouldBe((-1e300, 1e300));
        (double.IsNaN(tally.Mean), double.IsNaN(tally.Deviation)).ShouldBe((true, true));
        new[] { 0.1, 0.3, 0.5, 0.6, 0.7, 1 }.Select(tally.Quantile).ShouldBe([-tally.Edge, -tally.Edge, 7, tally.Edge, tally.Edge, tally.Edge], tally.BinWidth);
    }

    [Fact]
    public void Large_scales_are_counted_in_steps_as_much_larger_to_the_same_number_of_digits()
    {
        Tally small = new(64), large = new(64, doublings: 3);
        foreach (int draw in Enumerable.Range(0, 5000))
        {
            double value = 1e6 * RandomStream.UniformAt(4, (ulong)draw, 1);
            small.Add(value);
            large.Add(8 * value);
        }

        (large.Above, large.Mean, large.Deviation, large.Quantile(0.3), large.BinWidth).ShouldBe((0, 8 * small.Mean, 8 * small.Deviation, 8 * small.Quantile(0.3), 8 * small.BinWidth));
    }

    [Fact]
    public void Shards_with_values_beyond_the_edge_merge_to_the_same_bits_in_any_division_and_read_back()
    {
        StudyPlan plan = PlanOf(2000);
        byte[] one = Text(plan, ShardRunner.Run(Shard.Fresh(plan, 1, 1), Answer, s => s, new ShardOptions { Threads = 2 }).Tally);
        foreach (int of in new[] { 2, 7, 64 })
        {
            var whole = new StudyTally(plan);
            foreach (int number in Enumerable.Range(1, of).Reverse())
            {
                whole.Add(ShardText.Read(ShardText.Of(ShardRunner.Run(Shard.Fresh(plan, number, of), Answer, s => s, new ShardOptions { Threads = 1 })), plan).Shard!.Tally);
            }
            Text(plan, whole).ShouldBe(one, $"{of} shards");
        }
        Tally hand = ShardText.Read(one, plan).Shard!.Tally.Measures[0];
        hand.Below.ShouldBe(Enumerable.Range(0, 2000).Count(d => Answer(d).Values[0] < -hand.Edge));
        hand.Above.ShouldBe(Enumerable.Range(0, 2000).Count(d => Answer(d).Values[0] > hand.Edge));
        hand.Least.ShouldBe(Enumerable.Range(0, 2000).Min(d => Answer(d).Values[0]));
    }

    [Theory]
    [InlineData("tally 2000 ", "tally 1999 ")]
    [InlineData("held ", "held 1")]
    public void Counts_that_do_not_add_up_are_refused_whatever_their_checksum(string was, string now)
    {
        StudyPlan plan = PlanOf(2000);
        string text = System.Text.Encoding.UTF8.GetString(Text(plan, ShardRunner.Run(Shard.Fresh(plan, 1, 1), Answer, s => s, new ShardOptions()).Tally));
        string body = text[..text.LastIndexOf("sha256 ", StringComparison.Ordinal)].Replace(was, now, StringComparison.Ordinal);
        string sum = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body)));

        ShardText.Read(System.Text.Encoding.UTF8.GetBytes($"{body}sha256 {sum}\n"), plan).ShouldBe((null, "its counts cannot be read"));
    }

    [Fact]
    public void A_plan_with_doubled_steps_reads_back()
    {
        using var folder = new TemporaryFolder();
        StudyPlan plan = PlanOf(Trillion);

        StudyFile.Claim(folder.Path, plan).ShouldBeNull();

        StudyPlan read = StudyFile.Read(folder.Path).Plan!;
        (read.Id, read.Draws).ShouldBe((plan.Id, Trillion));
        read.Measures.ShouldBe(Measures);
    }

    [Theory]
    [InlineData(100_000_000, 7)]
    [InlineData(Trillion, 100_000)]
    [InlineData(long.MaxValue, 99_991)]
    public void Shards_of_a_large_study_lie_side_by_side_and_are_of_one_size(long draws, int shards)
    {
        StudyPlan plan = PlanOf(draws);
        long next = 0;
        foreach (int shard in Enumerable.Range(1, shards))
        {
            (long first, long end) = plan.RangeOf(shard, shards);
            first.ShouldBe(next);
            (end - first).ShouldBeInRange(draws / shards, draws / shards + 1);
            next = end;
        }
        next.ShouldBe(draws);
    }

    [Theory]
    [InlineData(100_000_000)]
    [InlineData(3_000_000_000)]
    [InlineData(Trillion)]
    public void The_last_draws_of_a_large_study_are_counted_by_their_own_index(long draws)
    {
        const int Left = 700;
        StudyPlan plan = PlanOf(draws);
        var last = new StudyTally(plan);
        var told = new List<StudyProgress>();
        var begun = new Shard(plan, 1, 1, draws - Left, new StudyTally(plan));
        Shard end = ShardRunner.Run(begun, Answer, s => s, new ShardOptions { Threads = 2, Time = new TickingTime() }, new Told(told));
        for (long draw = draws - Left; draw < draws; draw++)
        {
            last.Add(Answer(draw));
        }

        (end.Finished, end.Tally.Draws).ShouldBe((true, Left));
        Text(plan, end.Tally).ShouldBe(Text(plan, last));
        (told[^1].Done, told[^1].Total, told[^1].TimeLeft).ShouldBe((draws, draws, TimeSpan.Zero));
    }

    [Fact]
    public void A_draw_far_along_is_drawn_by_its_whole_index()
    {
        var @case = new UncertainCase(["a", "b", "c"]).Build();
        var sampler = new Sampler(@case, 1);
        double[] far = sampler.Draw(Trillion).Values, wrapped = sampler.Draw(Trillion % (1L << 32)).Values;

        far.ShouldBe(sampler.Draw(Trillion).Values);
        far.ShouldNotBe(wrapped);
        far.ShouldNotBe(sampler.Draw(Trillion - 1).Values);
    }

    [Fact]
    public void Sums_of_a_trillion_draws_at_the_edge_are_exact()
    {
        Tally Half() => new(64, 0, new TallySums(Trillion / 2, 0, 0, 0, (Int128)(Trillion / 2) << 60, (Int128)(Trillion / 2) << 80, 1 << 20, 1 << 20),
            Histogram.Of(64, 0, [KeyValuePair.Create(1 << 26, Trillion / 2)]));
        Tally whole = Half();
        whole.Add(Half());

        (whole.Count, whole.Mean, whole.Deviation, whole.Quantile(0.5)).ShouldBe((Trillion, 1 << 20, 0, 1 << 20));
    }

    [Fact]
    public void Time_that_cannot_be_told_is_not_told()
    {
        var told = new List<StudyProgress>();
        using var stop = new CancellationTokenSource();
        StudyPlan plan = PlanOf(long.MaxValue);

        ShardRunner.Run(Shard.Fresh(plan, 1, 1), d => { stop.Cancel(); return Answer(d); }, s => s, new ShardOptions { Threads = 1, Time = new TickingTime() }, new Told(told), stop.Token);

        told.ShouldHaveSingleItem().TimeLeft.ShouldBeNull();
    }

    private sealed class Told(List<StudyProgress> all) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => all.Add(value);
    }

    // A second more at every look.
    private sealed class TickingTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _now);
    }
}
