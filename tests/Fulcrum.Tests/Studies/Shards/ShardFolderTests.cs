using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Studies.Shards;

/// <summary>What happens to a part at work when its folder changes under it: another process, another study, no more room.</summary>
public sealed class ShardFolderTests : IDisposable
{
    private static readonly string Harbour = Rules.Repository.At("tests", "Fulcrum.EndToEnd", "Samples", "harbour");
    private static readonly ShardOptions Always = new() { Threads = 1, BetweenSaves = TimeSpan.Zero };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static StudyPlan PlanOf(string seed) => new([new StudySetting("case", "abc"), new StudySetting("seed", seed)], 1000, [new Measure("zone", MeasureUnit.Fact)], []);

    private static StudyDraw Answer(long draw) => new([draw % 3 == 0 ? 1 : 0], []);

    private static Shard Upto(StudyPlan plan, long next)
    {
        Shard shard = Shard.Fresh(plan, 1, 1);
        for (long draw = 0; draw < next; draw++)
        {
            shard.Tally.Add(Answer(draw));
        }
        return shard with { Next = next };
    }

    [Fact]
    public void A_part_that_another_process_got_further_with_goes_on_from_there_and_never_falls_back()
    {
        StudyPlan plan = PlanOf("1");
        ShardFolder.Keep(_folder.Path, Upto(plan, 900)).Problem.ShouldBeNull();

        ShardFolder.Keep(_folder.Path, Upto(plan, 400)).Further!.Next.ShouldBe(900);

        ShardFolder.Open(_folder.Path, plan, 1, 1).Shard!.Next.ShouldBe(900);
        var drawn = new List<long>();
        Shard end = ShardRunner.Run(Shard.Fresh(plan, 1, 1), d => { drawn.Add(d); return Answer(d); }, s => ShardFolder.Keep(_folder.Path, s).Further, Always);
        (end.Finished, end.Tally.Draws).ShouldBe((true, 1000));
        drawn.Count.ShouldBeLessThan(400);
        ShardText.Of(end).ShouldBe(ShardText.Of(Upto(plan, 1000)));
    }

    [Fact]
    public void A_part_stops_at_the_first_save_that_fails_and_keeps_what_was_saved()
    {
        StudyPlan plan = PlanOf("1");
        int saves = 0;

        Shard end = ShardRunner.Run(Shard.Fresh(plan, 1, 1), Answer, s => ++saves < 3 ? s : null, Always);

        saves.ShouldBe(3);
        end.Finished.ShouldBeFalse();
    }

    [Fact]
    public void A_folder_that_became_another_studys_is_left_alone()
    {
        ShardFolder.Keep(_folder.Path, Upto(PlanOf("1"), 10)).Problem.ShouldBeNull();
        File.Delete(_folder.File(StudyFile.Name));
        StudyFile.Claim(_folder.Path, PlanOf("2")).ShouldBeNull();
        byte[] was = File.ReadAllBytes(_folder.File(Shard.NameOf(1, 1)));

        (Shard? further, Fulcrum.Cases.CaseProblem? problem) = ShardFolder.Keep(_folder.Path, Upto(PlanOf("1"), 20));

        further.ShouldBeNull();
        problem!.Code.ShouldBe("study/another-study");
        File.ReadAllBytes(_folder.File(Shard.NameOf(1, 1))).ShouldBe(was);
    }

    [Fact]
    public void A_damaged_file_is_saved_over_by_the_part_that_holds_its_counts()
    {
        StudyPlan plan = PlanOf("1");
        ShardFolder.Keep(_folder.Path, Upto(plan, 10)).Problem.ShouldBeNull();
        File.WriteAllText(_folder.File(Shard.NameOf(1, 1)), "fulcrum-shard 3\n");

        ShardFolder.Keep(_folder.Path, Upto(plan, 20)).Further!.Next.ShouldBe(20);

        ShardFolder.Open(_folder.Path, plan, 1, 1).Shard!.Next.ShouldBe(20);
    }

    [Fact]
    public void A_run_whose_folder_cannot_be_saved_to_ends_with_the_reason()
    {
        var study = new ShardedStudy(Workbench.Open(Harbour));
        var request = new StudyRequest { Options = new AnalyzeOptions { Draws = 40, Threads = 1 }, Measures = ["zone"], BetweenSaves = TimeSpan.Zero };
        study.Claim(request, _folder.Path).Problems.ShouldBeEmpty();
        // A folder in the place of the part's file: nothing can be renamed over it, whoever runs this.
        Directory.CreateDirectory(_folder.File(Shard.NameOf(1, 2)));
        File.WriteAllText(Path.Combine(_folder.File(Shard.NameOf(1, 2)), "x"), "");

        Answer<Shard> answer = study.Run(request, _folder.Path, 1, 2, null, TestContext.Current.CancellationToken);

        answer.Value.ShouldBeNull();
        answer.Problems.ShouldHaveSingleItem().Code.ShouldBe("study/not-saved");
    }

    [Fact]
    public void What_rankings_leave_open_is_there_as_soon_as_a_part_is_finished()
    {
        var study = new ShardedStudy(Workbench.Open(Harbour));
        var request = new StudyRequest { Options = new AnalyzeOptions { Draws = 20, Threads = 1 }, Measures = ["zone"], Verdicts = ["hand.north >= 40"] };
        bool expected = study.Prepare(request).Value!.Ranked(TestContext.Current.CancellationToken) is not null;

        study.Run(request, _folder.Path, 1, 2, null, TestContext.Current.CancellationToken).Value!.Finished.ShouldBeTrue();

        RanksFile.Exists(_folder.Path).ShouldBe(expected);
    }
}
