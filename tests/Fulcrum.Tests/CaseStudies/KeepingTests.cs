using Fulcrum.Cases;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>Whether one deal of the case would be kept hangs on assumptions that can be named.</summary>
public sealed class KeepingTests
{
    private static readonly string[] Unguaranteed =
        ["territory=line-frozen", "nato=long-pause", "guarantees=none", "sanctions=50", "arms=uncapped", "minerals=shared-fund", "accountability=pursued", "elections=when-law-allows", "plant=us-run"];

    [Fact]
    public void Same_deal_is_kept_or_broken_as_one_named_assumption_changes()
    {
        const string Path = "keeping.rearms.russia.russia";

        KeepAnswer quiet = Keep(null, (Path, "0"));
        KeepAnswer preparing = Keep(null, (Path, "2"));

        quiet.Deal.ShouldBe(preparing.Deal);
        quiet.Kept.Share.ShouldBeGreaterThan(0.5);
        preparing.Kept.Share.ShouldBeLessThan(0.5);
        preparing.Breakers.Single(b => b.Party == "russia").Breaks.Share.ShouldBeGreaterThan(0.5);
    }

    // The end of an attack is what the two authors judge most differently; each by its own numbers.
    [Fact]
    public void Believed_guarantee_never_makes_the_deal_less_kept_by_russia()
    {
        KeepAnswer answer = Keep("broken-promises");

        GuaranteeAnswer none = answer.Guarantees.Single(g => g.Lever is null);
        foreach (GuaranteeAnswer guarantee in answer.Guarantees.Where(g => g.Lever is not null))
        {
            guarantee.Kept.Hits.ShouldBeGreaterThanOrEqualTo(none.Kept.Hits, guarantee.Name);
        }
    }

    [Fact]
    public void Two_experts_part_over_assumptions_that_are_named_and_each_has_its_guarantee()
    {
        KeepContrast contrast = Workbench.Open(Studied.Folder(Studied.Ukraine))
            .KeepContrast(new ReadingId("broken-promises"), new ReadingId("national-interest"), ["guarantees=none"], new AnalyzeOptions { Draws = 200 }).Value!;

        contrast.One.Kept.Share.ShouldBeLessThan(contrast.Other.Kept.Share);
        (contrast.One.Stands, contrast.Other.Stands).ShouldBe(("fails", "holds"));
        contrast.Swaps[0].Flips.ShouldBeTrue();
        contrast.Method.Draws.ShouldBe(contrast.Swaps[0].Kept.Of);
        contrast.Swaps.ShouldAllBe(s => s.From != s.To);
        contrast.Sentences.Single().Text.ShouldContain(contrast.Swaps[0].Path);
        contrast.Sentences.Single().Rests.ShouldContain("guarantee");
    }

    // With the European force the first reading lies within chance of an even split, so that no swap can turn what is not decided.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Verdict_within_chance_of_the_line_is_undecided_and_no_swap_turns_it(ulong seed)
    {
        KeepContrast contrast = Workbench.Open(Studied.Folder(Studied.Ukraine))
            .KeepContrast(new ReadingId("broken-promises"), new ReadingId("national-interest"), [], new AnalyzeOptions { Draws = 60, Seed = seed }).Value!;

        contrast.One.Stands.ShouldBe("undecided", contrast.One.Kept.InDraws);
        contrast.Swaps.ShouldAllBe(s => !s.Flips);
        contrast.Sentences[0].Text.ShouldContain("in 'Broken promises' (undecided: too near to half for these draws)");
        contrast.Method.ShouldBe(new KeptMethod(60, 60, seed, contrast.Method.CaseHash, WorkbenchStudy.Version));
    }

    [Fact]
    public void Swapping_that_is_stopped_keeps_what_it_has_and_names_the_rest()
    {
        using var stop = new CancellationTokenSource();
        KeepContrast contrast = Workbench.Open(Studied.Folder(Studied.Ukraine)).KeepContrast(
            new ReadingId("broken-promises"), new ReadingId("national-interest"), ["guarantees=none"], new AnalyzeOptions { Draws = 4 }, new StopAfter(5, stop), stop.Token).Value!;

        contrast.Untried.ShouldNotBeEmpty();
        KeptSentence last = contrast.Sentences[^1];
        last.Id.ShouldBe("keep.against.national-interest.stopped");
        contrast.Untried.ShouldAllBe(path => last.Text.Contains(path));
    }

    private sealed class StopAfter(int steps, CancellationTokenSource stop) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Done == steps)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void What_is_no_number_is_swapped_too_and_what_cannot_be_swapped_alone_is_named()
    {
        Workbench ukraine = Workbench.Open(Studied.Folder(Studied.Ukraine));
        KeepContrast whole = ukraine.KeepContrast(null, new ReadingId("broken-promises"), ["guarantees=none"], new AnalyzeOptions { Draws = 4 }).Value!;
        whole.Sentences.Select(s => s.Id).ShouldBe(["keep.against.broken-promises"], "who holds a lever and what hangs together can be swapped alone");

        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "case.yaml", "evidence.yaml", "ledger.yaml", "sources.yaml" })
        {
            folder.Write(name, File.ReadAllText(Path.Combine(Studied.Folder(Studied.Ukraine), name)));
        }
        const string Holds = "no-deal.war-goes-on.line-holds-door-open.chance", Shut = "no-deal.war-goes-on.line-holds-door-shut.chance";
        foreach (string belief in new[] { "seen-from-moscow", "seen-from-kyiv" })
        {
            folder.Write($"readings/{belief}.yaml", $"reading: {belief}\nsays: As the case.\nset: {{keeping.rearms-for: 30}}\n");
        }
        folder.Write("readings/low.yaml", $"reading: Low\nsays: One.\nset: {{{Holds}: 0.1, {Shut}: 0.7}}\n");
        folder.Write("readings/high.yaml", $"reading: High\nsays: Two.\nset: {{{Holds}: 0.7, {Shut}: 0.1}}\n");
        KeepContrast apart = Workbench.Open(folder.Path).KeepContrast(new ReadingId("low"), new ReadingId("high"), [], new AnalyzeOptions { Draws = 4 }).Value!;

        apart.Sentences.Select(s => s.Id).ShouldBe(["keep.against.high", "keep.against.high.untried"]);
        apart.Sentences[1].Text.ShouldContain($"Not tried alone: {Holds}.");
    }

    [Fact]
    public void Analysis_has_its_sections_and_a_case_without_commitments_has_none()
    {
        Workbench ukraine = Workbench.Open(Studied.Folder(Studied.Ukraine)), panama = Workbench.Open(Studied.Folder(Studied.Panama));

        CommitmentSections sections = ukraine.Analyze(new AnalyzeOptions { Draws = 10 }).Value!.Commitments!;
        sections.Keeping.ShouldNotBeNull();
        sections.Credibility.ShouldNotBeNull();
        sections.Trend.ShouldNotBeNull();
        sections.Records.ShouldNotBeNull();
        panama.Analyze(new AnalyzeOptions { Draws = 10 }).Value!.Commitments.ShouldBeNull();
    }

    [Fact]
    public void Deal_that_is_none_of_the_case_is_a_problem_and_so_is_a_case_without_what_follows_a_breach()
    {
        Workbench ukraine = Workbench.Open(Studied.Folder(Studied.Ukraine));

        ukraine.Keep(["guarantees=nobody"], new AnalyzeOptions { Draws = 1 }).Problems[0].Code.ShouldBe("keep/unknown-term");
        ukraine.Keep(["guarantees"], new AnalyzeOptions { Draws = 1 }).Problems[0].Code.ShouldBe("keep/unknown-term");
        Workbench.Open(Studied.Folder(Studied.Panama)).Keep([], new AnalyzeOptions { Draws = 1 }).Problems[0].Code.ShouldBe("keep/no-after-breach");
        ukraine.KeepContrast(null, new ReadingId("nobody"), [], new AnalyzeOptions { Draws = 1 }).Problems[0].Code.ShouldBe("case/unknown-reading");
        Workbench.Open(Studied.Folder(Studied.Panama)).Record(CaseRequest.Base, null, Fulcrum.Commitments.RecordPrior.Jeffreys).Problems[0].Code.ShouldBe("record/no-commitments");
    }

    [Fact]
    public void Two_agreements_as_ledgers_are_counted_at_any_date()
    {
        Workbench workbench = Workbench.Open(Studied.Folder("budapest-and-minsk"));
        RecordAnswer At(int year, int month, int day) => workbench.Record(CaseRequest.Base, new DateOnly(year, month, day), Fulcrum.Commitments.RecordPrior.Jeffreys).Value!;

        RecordAnswer before = At(2014, 1, 1), after = At(2022, 2, 24);

        before.Parties.Sum(p => p.Broken).ShouldBe(0);
        after.Parties.Single(p => p.Party == "ukraine").Kept.ShouldBeGreaterThan(0);
        after.Parties.Single(p => p.Party == "russia").Broken.ShouldBeGreaterThan(0);
        after.Warnings.ShouldNotBeEmpty();
    }

    private static KeepAnswer Keep(string? reading, params (string Path, string Text)[] sets)
    {
        var request = new CaseRequest(reading is null ? null : new ReadingId(reading), [.. sets.Select(s => new Override(s.Path, s.Text, Support.None, TextPlace.None))]);
        Answer<KeepAnswer> answer = Workbench.Open(Studied.Folder(Studied.Ukraine)).Keep(Unguaranteed, new AnalyzeOptions { Request = request, Draws = 40 });
        return answer.Value ?? throw new InvalidOperationException(string.Join('\n', answer.Problems.Select(CaseProblemText.Render)));
    }
}
