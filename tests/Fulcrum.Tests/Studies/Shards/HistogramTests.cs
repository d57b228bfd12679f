using Fulcrum.Numerics;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Shouldly;

namespace Fulcrum.Tests.Studies.Shards;

/// <summary>What is kept of a result stays small however many draws are counted, adds up to the same bits in any order, and says how exact it still is.</summary>
public sealed class HistogramTests
{
    // 1,024 bins with a place of nine digits, a count of seven and their signs.
    private const int MostBytes = Histogram.MostBins * 20;

    private static readonly Func<ulong, int, double>[] Spreads =
    [
        (seed, draw) => 2e6 * RandomStream.UniformAt(seed, (ulong)draw, 1) - 1e6,
        (seed, draw) => 100 * RandomStream.UniformAt(seed, (ulong)draw, 1),
        (seed, draw) => draw % 50 == 0 ? 1e5 / (RandomStream.UniformAt(seed, (ulong)draw, 1) + 0.1) : 40 * RandomStream.UniformAt(seed, (ulong)draw, 2) - 20,
        (seed, draw) => Math.Round(9 * RandomStream.UniformAt(seed, (ulong)draw, 1)),
    ];

    [Fact]
    public void Counts_in_any_order_and_grouping_are_the_same_to_the_last_bin()
    {
        int widened = 0;
        for (ulong seed = 1; seed <= 40; seed++)
        {
            Func<ulong, int, double> spread = Spreads[seed % (ulong)Spreads.Length];
            double[] values = [.. Enumerable.Range(0, 3000).Select(d => spread(seed, d))];
            Histogram one = Of(values);
            var stream = new RandomStream(seed, 0, "groups");
            stream.Shuffle<double>(values);
            var groups = new List<Histogram>();
            for (int from = 0; from < values.Length;)
            {
                int many = Math.Min(1 + stream.NextBelow(1500), values.Length - from);
                groups.Add(Of(values.AsSpan(from, many)));
                from += many;
            }
            while (groups.Count > 1)
            {
                (int into, int other) = (stream.NextBelow(groups.Count - 1), groups.Count - 1);
                groups[into].Add(groups[other]);
                groups.RemoveAt(other);
            }

            groups[0].Doublings.ShouldBe(one.Doublings, $"seed {seed}");
            groups[0].Bins.ShouldBe(one.Bins, $"seed {seed}");
            one.Bins.Sum(b => b.Value).ShouldBe(values.Length, $"seed {seed}");
            widened += one.Doublings > 0 ? 1 : 0;
        }
        widened.ShouldBeInRange(10, 39);
    }

    [Fact]
    public void Quantiles_are_right_to_half_a_bin_and_bins_are_no_wider_than_they_must_be()
    {
        for (ulong seed = 1; seed <= 8; seed++)
        {
            Func<ulong, int, double> spread = Spreads[seed % (ulong)Spreads.Length];
            double[] values = [.. Enumerable.Range(0, 20_000).Select(d => spread(seed, d)).Order()];
            var tally = new Tally(64);
            Array.ForEach(values, tally.Add);

            foreach (double share in new[] { 0.05, 0.5, 0.95 })
            {
                tally.Quantile(share).ShouldBe(values[(int)Math.Ceiling(share * values.Length) - 1], tally.BinWidth / 2 + 1e-9, $"seed {seed}, {share}");
            }
            int Occupied(double width) => values.Select(v => Math.Floor((v + 0.5 / 64) / width)).Distinct().Count();
            Occupied(tally.BinWidth).ShouldBeLessThanOrEqualTo(Histogram.MostBins, $"seed {seed}");
            (tally.BinWidth == 1.0 / 64 || Occupied(tally.BinWidth / 2) > Histogram.MostBins).ShouldBeTrue($"seed {seed}");
        }
        Of([.. Enumerable.Range(0, 200_000).Select(d => Spreads[1](1, d))]).Width.ShouldBe(1.0 / 8);
    }

    [Fact]
    public void A_file_stays_small_however_many_draws_it_counts()
    {
        var measures = Enumerable.Range(0, Spreads.Length).Select(m => new Measure($"m{m}", MeasureUnit.Points)).ToArray();
        int Bytes(int draws)
        {
            var plan = new StudyPlan([new StudySetting("case", "abc")], draws, measures, []);
            return ShardText.Of(ShardRunner.Run(
                Shard.Fresh(plan, 1, 1), d => new StudyDraw([.. Spreads.Select(s => s(1, (int)d))], []), s => s, new ShardOptions { Threads = 2 })).Length;
        }

        int few = Bytes(20_000), many = Bytes(200_000);

        many.ShouldBeLessThan(Spreads.Length * MostBytes);
        // A digit more a bin, for counts ten times as large.
        many.ShouldBeLessThan(few + Spreads.Length * 2 * Histogram.MostBins);
    }

    [Fact]
    public void A_file_with_more_bins_than_there_can_be_is_refused()
    {
        KeyValuePair<int, long>[] bins = [.. Enumerable.Range(0, Histogram.MostBins + 1).Select(b => KeyValuePair.Create(b, 1L))];

        Should.Throw<ArgumentException>(() => Histogram.Of(64, 0, bins));
        Should.Throw<ArgumentException>(() => Histogram.Of(64, 31, bins[..3]));
        Histogram.Of(64, 2, bins[..^1]).Bins.Count().ShouldBe(Histogram.MostBins);
    }

    [Fact]
    public void Counts_that_are_forgotten_leave_nothing_behind()
    {
        var tally = new Tally(64);
        foreach (int draw in Enumerable.Range(0, 5000))
        {
            tally.Add(Spreads[0](1, draw));
        }
        tally.BinWidth.ShouldBeGreaterThan(1);

        tally.Clear();
        tally.Add(3);

        (tally.Count, tally.BinWidth, tally.Quantile(0.5), tally.Most).ShouldBe((1, 1.0 / 64, 3, 3));
    }

    private static Histogram Of(ReadOnlySpan<double> values)
    {
        var histogram = new Histogram(64);
        foreach (double value in values)
        {
            histogram.Add(value);
        }
        return histogram;
    }
}
