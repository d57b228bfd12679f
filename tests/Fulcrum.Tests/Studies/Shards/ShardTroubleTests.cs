using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Seals;
using Fulcrum.Studies.Shards;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Studies.Shards;

/// <summary>Folders and files that a study, a seal or a package meets on a real disk.</summary>
public sealed class ShardTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static StudyPlan PlanOf(int draws) => new([new StudySetting("case", "abc")], draws, [new Measure("zone", MeasureUnit.Fact)], [new StudyVerdict("open", "a deal is open", "zone")]);

    private static void Tells(CaseProblem? problem, string code)
    {
        problem.ShouldNotBeNull().Code.ShouldBe(code);
        problem.Message.ShouldNotBeNullOrEmpty();
        problem.Help.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_folder_of_another_study_is_refused_and_says_in_what_they_differ()
    {
        StudyFile.Claim(_folder.Path, PlanOf(10)).ShouldBeNull();

        CaseProblem? problem = StudyFile.Claim(_folder.Path, PlanOf(20));

        Tells(problem, "study/another-study");
        problem!.Message.ShouldContain("20");
    }

    [Fact]
    public void A_study_folder_that_is_not_there_or_holds_nothing_is_told_apart()
    {
        Tells(ShardFolder.ReadAll(_folder.File("nowhere"), PlanOf(10)).Problems.ShouldHaveSingleItem(), "study/no-folder");
        Tells(ShardMerge.Of(PlanOf(10), ShardFolder.ReadAll(_folder.Path, PlanOf(10))).Problems.ShouldHaveSingleItem(), "study/no-shards");
    }

    [Fact]
    public void A_part_or_a_plan_that_cannot_be_saved_says_why()
    {
        string file = _folder.Write("a-file", "x");

        Tells(ShardFolder.Save(file, Shard.Fresh(PlanOf(10), 1, 2)), "study/not-saved");
        Tells(StudyFile.Claim(file, PlanOf(10)), "study/not-saved");
    }

    [Fact]
    public void Seals_and_packages_that_another_program_keeps_to_itself_cannot_be_read()
    {
        using var other = new FileStream(_folder.Write("locked", "x"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Tells(SealFile.Read(_folder.File("locked")).Problem, "seal/unreadable");
        Tells(WorkbenchReplication.VerifyFile(_folder.File("locked"), 1).Problems.ShouldHaveSingleItem(), "replication/unreadable");
    }
}
