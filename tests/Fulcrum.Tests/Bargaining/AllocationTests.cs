using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>A study's loop allocates nothing once it has seen the sizes of a case's draws. Bytes are counted, not time: what one thread asks for is the same on any machine.</summary>
public sealed class AllocationTests
{
    private const int Counted = 200;
    private const int Passes = 3;

    // For 200 further draws together: arrays that grow, because a draw is the largest so far.
    private const int Growing = 131_072;

    [Theory]
    [InlineData("cases/ukraine-2025")]
    [InlineData("cases/panama-canal-1974")]
    [InlineData("cases/camp-david-1978")]
    [InlineData("tests/Fulcrum.EndToEnd/Samples/harbour")]
    public void Draws_with_all_costs_of_a_case_allocate_nothing(string folder)
    {
        Case @case = CaseFolder.Read(Rules.Repository.At(folder), new CaseReadOptions()).Case!;
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var sampler = new Sampler(@case, 7);
        CaseNumbers numbers = sampler.Blank();
        var room = new DrawRoom(plan, new DrawOptions { Parts = DrawParts.Costs });

        AllocatesNothing(draw =>
        {
            sampler.Draw(draw, numbers);
            DrawAnalysis.Fill(plan, numbers, (ulong)draw, room);
        });
    }

    [Theory]
    [InlineData("cases/ukraine-2025")]
    [InlineData("cases/panama-canal-1974")]
    [InlineData("tests/Fulcrum.EndToEnd/Samples/harbour")]
    public void Leverages_and_timelines_allocate_nothing(string folder)
    {
        Case @case = CaseFolder.Read(Rules.Repository.At(folder), new CaseReadOptions()).Case!;
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var sampler = new Sampler(@case, 7);
        CaseNumbers numbers = sampler.Blank();
        var room = new DrawRoom(plan, new DrawOptions());

        AllocatesNothing(draw =>
        {
            sampler.Draw(draw, numbers);
            DrawAnalysis.Fill(plan, numbers, (ulong)draw, room);
        });
    }

    [Theory]
    [InlineData("cases/ukraine-2025")]
    [InlineData("cases/panama-canal-1974")]
    [InlineData("tests/Fulcrum.EndToEnd/Samples/harbour")]
    public void A_study_of_all_results_and_verdicts_allocates_nothing_for_its_draws(string folder)
    {
        PreparedStudy study = new ShardedStudy(Workbench.Open(Rules.Repository.At(folder))).Prepare(new StudyRequest { Options = new AnalyzeOptions { Draws = 2 * Counted } }).Value!;
        Func<long, StudyDraw> answer = study.Worker();

        AllocatesNothing(draw => answer(draw));
    }

    // Draws that were seen once need nothing more; further ones only where one of them is larger than all before it.
    private static void AllocatesNothing(Action<int> draw)
    {
        Bytes(draw, 0);
        Bytes(draw, Counted).ShouldBeLessThanOrEqualTo(Growing, "further draws");
        // Of several passes the least: the runtime itself may note something on this thread meanwhile.
        Enumerable.Range(0, Passes).Min(_ => Bytes(draw, Counted)).ShouldBe(0, "draws that were seen");
    }

    private static long Bytes(Action<int> draw, int first)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int d = first; d < first + Counted; d++)
        {
            draw(d);
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
