using System.Text;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Studies.Shards;

/// <summary>Studies counted in files: one process, many threads, many shards in any order and after any kill give the same bits; what does not belong is refused by name.</summary>
public sealed class ShardTests
{
    private const int Draws = 1500;

    private static readonly StudyPlan Plan = PlanOf("seed", "1");

    private static StudyPlan PlanOf(string name, string value) => new(
        [new StudySetting("case", "abc"), new StudySetting(name, value)], Draws,
        [new Measure("hand.north", MeasureUnit.Points), new Measure("zone", MeasureUnit.Fact), new Measure("deal.a.b", MeasureUnit.Share)], [new StudyVerdict("open", "a deal is open", "zone")]);

    // Numbers whose sums depend on their order when they are added as they are.
    private static StudyDraw Answer(long draw)
    {
        double u = RandomStream.UniformAt(9, (ulong)draw, 1), share = RandomStream.UniformAt(9, (ulong)draw, 2);
        return new StudyDraw([draw % 7 == 0 ? 1e5 / (u + 0.2) : u * 1e-7, u < 0.3 ? 0 : 1, u < 0.3 ? double.NaN : share], [u < 0.1 ? null : u >= 0.3]);
    }

    private static byte[] Whole(IEnumerable<Shard> shards)
    {
        var (tally, problems) = ShardMerge.Of(Plan, new ShardReading([.. shards], []));
        problems.ShouldBeEmpty();
        return ShardText.Of(new Shard(Plan, 1, 1, Draws, tally!));
    }

    private static Shard Run(int number, int of, int threads = 1) => ShardRunner.Run(Shard.Fresh(Plan, number, of), Answer, s => s, new ShardOptions { Threads = threads });

    [Fact]
    public void Any_number_of_shards_and_threads_in_any_order_gives_the_same_bits()
    {
        byte[] one = Whole([Run(1, 1)]);
        var stream = new RandomStream(5, 0, "orders");
        foreach ((int of, int threads) in new[] { (1, 3), (2, 1), (7, 2), (64, 1), (1499, 1) })
        {
            Shard[] shards = [.. Enumerable.Range(1, of).Select(n => Run(n, of, threads))];
            stream.Shuffle<Shard>(shards);
            Whole(shards).ShouldBe(one, $"{of} shards, {threads} threads");
        }
    }

    [Fact]
    public void Counts_are_those_of_the_draws_themselves()
    {
        StudyTally tally = Run(1, 1).Tally;
        double[] hands = [.. Enumerable.Range(0, Draws).Select(d => Answer(d).Values[0]).Order()];

        tally.Draws.ShouldBe(Draws);
        tally.Measures[0].Mean.ShouldBe(hands.Average(), hands.Average() * 1e-9);
        tally.Measures[0].Least.ShouldBe(hands[0]);
        tally.Measures[0].Quantile(0.5).ShouldBe(hands[749], 0.5 / 64);
        tally.Measures[2].Absent.ShouldBe(Enumerable.Range(0, Draws).Count(d => double.IsNaN(Answer(d).Values[2])));
        tally.Verdicts[0].ShouldBe((Enumerable.Range(0, Draws).Count(d => Answer(d).Holds[0] == true), Enumerable.Range(0, Draws).Count(d => Answer(d).Holds[0] is null)));
    }

    [Fact]
    public void Quantiles_of_whole_points_are_exact_and_deviation_is_right()
    {
        var tally = new Tally(64);
        foreach (int value in Enumerable.Range(1, 100))
        {
            tally.Add(value);
        }

        tally.Quantile(0.05).ShouldBe(5);
        tally.Quantile(0.5).ShouldBe(50);
        tally.Quantile(0.95).ShouldBe(95);
        tally.Deviation.ShouldBe(Math.Sqrt((100 * 100 - 1) / 12.0), 1e-9);
    }

    [Fact]
    public void A_saved_shard_reads_back_to_the_same_bytes()
    {
        byte[] text = ShardText.Of(Run(2, 3));

        ShardText.Of(ShardText.Read(text, Plan).Shard!).ShouldBe(text);
    }

    [Fact]
    public void Every_changed_byte_and_every_cut_is_refused()
    {
        byte[] text = ShardText.Of(Run(2, 3));
        for (int i = 0; i < text.Length; i += 3)
        {
            byte[] damaged = [.. text];
            damaged[i] ^= 1;
            ShardText.Read(damaged, Plan).ShouldSatisfyAllConditions(r => r.Shard.ShouldBeNull($"byte {i}"), r => r.Refusal.ShouldNotBeNull());
            ShardText.Read(text[..i], Plan).Shard.ShouldBeNull($"cut at {i}");
        }
    }

    [Fact]
    public void A_shard_of_another_study_is_refused_with_what_differs()
    {
        byte[] other = ShardText.Of(Shard.Fresh(PlanOf("seed", "2"), 1, 3));

        ShardText.Read(other, Plan).Refusal.ShouldBe("it belongs to another study: 'seed 2' instead of 'seed 1'");
    }

    [Fact]
    public void What_is_stopped_at_any_save_goes_on_and_counts_nothing_twice()
    {
        byte[] one = Whole([Run(1, 1)]);
        using var folder = new TemporaryFolder();
        for (int stop = 1; stop <= 3; stop++)
        {
            // Killed after so many savings: what comes later never happened.
            int saves = 0;
            var options = new ShardOptions { BetweenSaves = TimeSpan.Zero };
            Should.Throw<Killed>(() => ShardRunner.Run(
                ShardFolder.Open(folder.Path, Plan, 1, 1).Shard!, Answer,
                s =>
                {
                    ShardFolder.Save(folder.Path, s).ShouldBeNull();
                    if (++saves == stop)
                    {
                        throw new Killed();
                    }
                    return s;
                },
                options));
        }
        Shard end = ShardRunner.Run(ShardFolder.Open(folder.Path, Plan, 1, 1).Shard!, Answer, s => s, new ShardOptions());

        Whole([end]).ShouldBe(one);
    }

    [Fact]
    public void An_interrupted_run_keeps_an_unbroken_run_of_draws()
    {
        using var stop = new CancellationTokenSource();
        Shard part = ShardRunner.Run(Shard.Fresh(Plan, 1, 1), d => { if (d == 700) { stop.Cancel(); } return Answer(d); }, s => s, new ShardOptions { Threads = 3 }, null, stop.Token);

        part.Finished.ShouldBeFalse();
        part.Tally.Draws.ShouldBe(part.Next);
        Whole([ShardRunner.Run(part, Answer, s => s, new ShardOptions())]).ShouldBe(Whole([Run(1, 1)]));
    }

    [Fact]
    public void Merging_refuses_by_name_what_is_missing_unfinished_misnamed_damaged_or_of_another_division()
    {
        using var folder = new TemporaryFolder();
        string At(string name) => Path.Combine(folder.Path, name);
        ShardFolder.Save(folder.Path, Run(1, 5));
        ShardFolder.Save(folder.Path, Shard.Fresh(Plan, 2, 5));
        File.Copy(At(Shard.NameOf(1, 5)), At(Shard.NameOf(3, 5)));
        File.WriteAllBytes(At(Shard.NameOf(4, 5)), Encoding.UTF8.GetBytes("fulcrum-shard 3\n"));
        ShardFolder.Save(folder.Path, Run(2, 6));

        var (tally, problems) = ShardMerge.Of(Plan, ShardFolder.ReadAll(folder.Path, Plan));

        tally.ShouldBeNull();
        problems.Select(p => (p.Code, p.Place.File)).ShouldBe(
            [
                ("study/shard-misnamed", Shard.NameOf(3, 5)), ("study/shard-refused", Shard.NameOf(4, 5)), ("study/shards-mixed", Shard.NameOf(2, 6)), ("study/shard-unfinished", Shard.NameOf(2, 5)),
            ],
            ignoreOrder: true);
        File.Delete(At(Shard.NameOf(2, 6)));
        ShardMerge.Of(Plan, ShardFolder.ReadAll(folder.Path, Plan)).Problems.ShouldContain(p => p.Code == "study/shard-missing" && p.Place.File == Shard.NameOf(5, 5));
    }

    [Fact]
    public void A_folder_belongs_to_one_study()
    {
        using var folder = new TemporaryFolder();

        StudyFile.Claim(folder.Path, Plan).ShouldBeNull();
        StudyFile.Claim(folder.Path, Plan).ShouldBeNull();
        StudyFile.Claim(folder.Path, PlanOf("seed", "2"))!.Message.ShouldContain("'seed 1' there, 'seed 2' asked for");
        StudyPlan read = StudyFile.Read(folder.Path).Plan.ShouldNotBeNull();
        (read.Id, read.Verdicts[0]).ShouldBe((Plan.Id, Plan.Verdicts[0]));
        File.AppendAllText(Path.Combine(folder.Path, StudyFile.Name), "x");
        StudyFile.Read(folder.Path).Problem!.Code.ShouldBe("study/no-plan");
    }

    [Fact]
    public void Shards_cover_every_draw_once()
    {
        foreach (int of in new[] { 1, 2, 7, 1500, 1601 })
        {
            Enumerable.Range(1, of).SelectMany(n => { var (first, end) = Plan.RangeOf(n, of); return Enumerable.Range((int)first, (int)(end - first)); }).ShouldBe(Enumerable.Range(0, Draws));
        }
    }

    private sealed class Killed : Exception;
}
