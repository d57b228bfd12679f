using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Two ways: whether the deal would be kept, draw by draw, as a study asks it and as objects say; equal to the last bit.</summary>
public sealed class KeptInDrawsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("politico", null)]
    [InlineData("national-interest", null)]
    [InlineData(null, "2025-02-20")]
    public void The_deal_of_a_worked_case_is_kept_or_broken_the_same_both_ways(string? reading, string? asOf)
    {
        Case @case = CaseFolder.Read(Rules.Repository.At("cases", "ukraine-2025"), new CaseReadOptions { Reading = reading is null ? null : new ReadingId(reading) }).Case!;
        CasePlan plan = CasePlan.Of(@case, asOf is null ? @case.AsOf : DateOnly.Parse(asOf, System.Globalization.CultureInfo.InvariantCulture));
        var keeping = new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>());
        (int kept, int broken) = Compared(plan, keeping, 60, reading ?? asOf ?? "base");
        (kept + broken).ShouldBe(60);
    }

    [Fact]
    public void Deals_of_random_cases_are_kept_or_broken_the_same_both_ways()
    {
        (int kept, int broken) = (0, 0);
        for (ulong seed = 1; seed <= 40; seed++)
        {
            CaseReadResult read = BreakableCases.Read(seed);
            Case @case = read.Case.ShouldNotBeNull(string.Join('\n', read.Problems.Select(p => $"seed {seed}: {p.Place} {p.Message}")));
            CasePlan plan = CasePlan.Of(@case, @case.AsOf);
            foreach (Dictionary<IssueId, OptionId> stated in new[] { [], BreakableCases.Deal(seed) })
            {
                (int k, int b) = Compared(plan, new WorkbenchKeeping(plan, stated), 8, $"seed {seed}");
                (kept, broken) = (kept + k, broken + b);
            }
        }
        kept.ShouldBeGreaterThan(100);
        broken.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_measure_of_a_study_is_what_objects_say_on_any_number_of_threads()
    {
        Workbench ukraine = Workbench.Open(Rules.Repository.At("cases", "ukraine-2025"));
        var request = new StudyRequest { Options = new AnalyzeOptions { Draws = 40, Seed = 3 }, Measures = ["kept"], Verdicts = ["kept"] };
        PreparedStudy study = new ShardedStudy(ukraine).Prepare(request).Value!;
        Case @case = ukraine.Read(new CaseRequest(null, [])).Case!;
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var keeping = new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>());
        var sampler = new Sampler(@case, 3);
        bool[] plain = [.. Enumerable.Range(0, 40).Select(d => keeping.Quick(sampler.Draw(d)).Foreseen.Kept)];

        var answers = new bool?[40];
        Parallel.For(0, 40, d => answers[d] = study.Answer(d).Holds[0]);

        answers.ShouldBe(plain.Select(k => (bool?)k));
        study.Plan.Verdicts.ShouldHaveSingleItem().Id.ShouldBe("kept", "the case's own name for it");
        plain.Distinct().Count().ShouldBe(2);
    }

    internal static (int Kept, int Broken) Compared(CasePlan plan, WorkbenchKeeping keeping, int draws, string where)
    {
        WorkbenchKept compiled = WorkbenchKept.Of(plan, keeping).ShouldNotBeNull(where);
        var sampler = new Sampler(plan.Case, 7);
        int kept = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            CaseNumbers numbers = sampler.Draw(draw);
            KeepingDraw plain = keeping.Quick(numbers);
            compiled.Choices(numbers).ShouldBe(plain.Breaches.Select(b => b.Choice), $"{where}, draw {draw}");
            compiled.Kept(numbers).ShouldBe(plain.Foreseen.Kept, $"{where}, draw {draw}");
            kept += plain.Foreseen.Kept ? 1 : 0;
        }
        return (kept, draws - kept);
    }
}
