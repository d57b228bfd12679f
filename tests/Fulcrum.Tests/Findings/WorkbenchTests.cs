using System.Text.Json;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Tests.Studies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Findings;

/// <summary>The front door on whole Monte Carlo runs of small cases.</summary>
public sealed class WorkbenchTests
{
    // As many draws as one run takes when nothing else is asked for.
    private const int MonteCarlo = 500;

    private static readonly AnalyzeOptions Some = new() { Draws = 24, Checks = false };

    private static Workbench On(Case @case) => new(_ => new CaseReadResult(@case, []));

    private static Analysis Analysed(Case @case, AnalyzeOptions options) => On(@case).Analyze(options, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

    private static DrawResult[] Draws(Case @case, int draws)
    {
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var sampler = new Sampler(@case, 1);
        return Enumerable.Range(0, draws).Select(d => DrawAnalysis.Run(plan, sampler.Draw(d), (ulong)d, new DrawOptions())).ToArray();
    }

    // Two parties swap names and data everywhere, keys go with the data: every draw of one is the same draw of the other, bit for bit.
    [Fact]
    public void Mirrored_case_has_the_mirrored_results_in_every_draw()
    {
        DrawResult[] plain = Draws(new UncertainCase(["a", "b", "c"]).Build(), MonteCarlo);
        DrawResult[] mirrored = Draws(new UncertainCase(["b", "a", "c"]).Build(), MonteCarlo);

        plain.Select(d => d.ZoneSingle).ShouldContain(true);
        for (int d = 0; d < plain.Length; d++)
        {
            Numbers(mirrored[d]).ShouldBe(Numbers(plain[d]), $"draw {d}");
        }
    }

    // The file turned around: parties, issues, outcomes, levers and moves in the opposite order.
    [Fact]
    public void Reordered_file_has_the_same_results_in_every_draw()
    {
        Case plain = UncertainCase.Plain.Build(), reversed = (UncertainCase.Plain with { Reversed = true }).Build();
        DrawResult[] there = Draws(plain, 24), back = Draws(reversed, 24);

        for (int d = 0; d < there.Length; d++)
        {
            back[d].Hands.Reverse().ShouldBe(there[d].Hands, $"hands of draw {d}");
            back[d].NoDeal.Reverse().ShouldBe(there[d].NoDeal, $"no-deal values of draw {d}");
            back[d].HandsUnchanged.Reverse().ShouldBe(there[d].HandsUnchanged, $"hands without changes of draw {d}");
            back[d].Margin.ShouldBe(there[d].Margin, $"margin of draw {d}");
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Whole_answer_is_the_same_for_any_number_of_threads(int threads)
    {
        string one = JsonSerializer.Serialize(Analysed(UncertainCase.Plain.Build(), Some with { Threads = 1 }));

        JsonSerializer.Serialize(Analysed(UncertainCase.Plain.Build(), Some with { Threads = threads })).ShouldBe(one);
    }

    [Fact]
    public void One_draw_is_enough_for_an_answer()
    {
        Analysis analysis = Analysed(UncertainCase.Plain.Build(), Some with { Draws = 1, Checks = true });

        analysis.Method.Done.ShouldBe(1);
        analysis.Findings.ShouldNotBeEmpty();
        JsonSerializer.Serialize(analysis).ShouldNotContain("NaN", Shouldly.Case.Sensitive);
    }

    [Fact]
    public void Interrupted_analysis_answers_from_the_draws_done()
    {
        using var stop = new CancellationTokenSource();
        var progress = new Stopper(5, stop);
        Analysis analysis = On(UncertainCase.Plain.Build()).Analyze(new AnalyzeOptions { Draws = 5000, Threads = 1 }, progress, stop.Token).Value.ShouldNotBeNull();

        analysis.Method.Partial.ShouldBeTrue();
        analysis.Method.Done.ShouldBe(5);
        analysis.CheckFirst[0].Kind.ShouldBe("partial");
    }

    private sealed class Stopper(int after, CancellationTokenSource stop) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Done == after)
            {
                stop.Cancel();
            }
        }
    }

    [Fact]
    public void Mean_of_fair_shares_is_the_mean_of_the_total_loss()
    {
        DrawResult[] draws = Draws(UncertainCase.Plain.Build(), 24);

        foreach (DrawResult draw in draws)
        {
            for (int party = 0; party < 2; party++)
            {
                // Three changes at most act, so that the shares are exact; what is left is the certified gap of the hands.
                draw.CostShare.Sum(c => c[party]).ShouldBe(draw.HandsUnchanged[party] - draw.Hands[party], 1e-4);
            }
        }
    }

    [Fact]
    public void Broken_files_give_their_problems_to_every_question()
    {
        var problem = new CaseProblem(Severity.Error, "case/broken", TextPlace.None, null, 1, "broken", "mend it");
        var workbench = new Workbench(_ => new CaseReadResult(null, [problem]));
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        workbench.Check().Problems.ShouldBe([problem]);
        workbench.Solve(CaseRequest.Base, new SettlementOptions(), cancellation).Problems.ShouldBe([problem]);
        workbench.Analyze(Some, null, cancellation).Problems.ShouldBe([problem]);
        workbench.Compare([null, new ReadingId("r")], Some, cancellation: cancellation).Problems.ShouldBe([problem]);
        workbench.WhatIf([], Some, null, cancellation).Problems.ShouldBe([problem]);
        workbench.Why("F1", Some, null, null, null, cancellation).Problems.ShouldBe([problem]);
    }

    [Fact]
    public void Partial_case_analyses_but_does_not_solve()
    {
        Workbench workbench = On(UncertainCase.Plain.Build() with { NoDeal = null });
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        workbench.Analyze(Some, null, cancellation).Value!.HasModel.ShouldBeFalse();
        workbench.Solve(CaseRequest.Base, new SettlementOptions(), cancellation).Problems[0].Code.ShouldBe("solve/no-model");
    }

    // Two issues that the parties weigh 3 to 1 and 1 to 3, from nothing: each takes the one that it cares for more (Nash 1950).
    [Fact]
    public void Solve_tells_the_deal_in_the_words_of_the_case()
    {
        Case @case = new Bargaining.CaseMaker()
            .Party("east", 1, ("river", 3), ("road", 1))
            .Party("west", 1, ("river", 1), ("road", 3))
            .Issue("river", ["idle", "east-has-it", "west-has-it"], ("east", [0, 100, 0]), ("west", [0, 0, 100]))
            .Issue("road", ["idle", "east-has-it", "west-has-it"], ("east", [0, 100, 0]), ("west", [0, 0, 100]))
            .Course("nothing", [], (1, ["idle", "idle"]))
            .Build();
        SolveAnswer answer = On(@case).Solve(CaseRequest.Base, new SettlementOptions(), TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        answer.Deals.ShouldBe("9");
        answer.Parties.Select(p => (p.Party, Math.Round(p.Utility, 4), p.NoDeal)).ShouldBe([("east", 75, 0), ("west", 75, 0)]);
        answer.Mixture.Single().Terms.Select(t => t.Option).ShouldBe(["east-has-it", "west-has-it"]);
        answer.Gap.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(1e-6);
    }

    [Fact]
    public void Change_that_changes_nothing_differs_in_no_draw()
    {
        WhatIfAnswer answer = On(UncertainCase.Plain.Build())
            .WhatIf([new Override("x", "1", Support.None, TextPlace.None)], Some, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        answer.Changes.ShouldBe(["x=1"]);
        answer.Hands.Select(h => h.Difference).ShouldAllBe(d => d! == new Spread(0, 0, 0, 24));
        answer.InShort.ShouldContain(s => s.Text.EndsWith("moves by less than a point in every draw."));
    }

    [Fact]
    public void What_if_pairs_the_draws()
    {
        Case cheap = UncertainCase.Plain.Build();
        Case dear = UncertainCase.Plain.Build();
        dear = dear with { Quantities = [.. dear.Quantities.Select(q => q.Key == "no-deal.war.cost.a" ? q with { Shape = new NumberShape.Triangular(20, 35, 50) } : q)] };
        // The same object must stand in the course: costs are looked up by index.
        var workbench = new Workbench(r => new CaseReadResult(r.Changes.Count == 0 ? cheap : dear, []));
        WhatIfAnswer answer = workbench.WhatIf([new Override("no-deal.war.cost.a", "20..35..50", Support.None, TextPlace.None)], Some, null, TestContext.Current.CancellationToken).Value!;

        answer.After.Hands[0].NoDeal!.Median.ShouldBe(answer.Before.Hands[0].NoDeal!.Median - 10, 1e-9);
    }

    [Fact]
    public void Compare_lists_what_differs_and_nothing_else()
    {
        Case plain = UncertainCase.Plain.Build();
        Case other = plain with { Quantities = [.. plain.Quantities.Select(q => q.Key == "no-deal.war.cost.a" ? q with { Shape = new NumberShape.Fixed(3), Support = new Support(Mark.Judged, [new("e1")], null) } : q)] };
        var workbench = new Workbench(r => new CaseReadResult(r.Reading is null ? plain : other, []));
        CompareAnswer answer = workbench.Compare([null, new ReadingId("other")], Some, cancellation: TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        AssumptionDifference difference = answer.Assumptions.Single();
        difference.Path.ShouldBe("no-deal.war.cost.a");
        difference.Values.Select(v => (v.Text, v.Mark)).ShouldBe([("10..25..40", "?"), ("3", "~")]);
    }

    [Fact]
    public void Checks_add_the_stress_test_and_the_numbers_on_which_the_zone_rests()
    {
        Analysis analysis = Analysed(UncertainCase.Plain.Build(), Some with { Checks = true });

        analysis.CheckFirst.ShouldContain(c => c.Kind == "stress");
        analysis.CheckFirst.Single(c => c.Supports.Any(s => s.StartsWith("no-deal.", StringComparison.Ordinal))).Text.ShouldContain("without a source");
    }

    // A stick in force presses b. Gone for good it lifts b and costs a; in reserve it still presses as much, so that the lead hangs on one word.
    [Theory]
    [InlineData(false, new[] { "eased" })]
    [InlineData(null, new string[0])]
    public void Lead_that_hangs_on_a_final_easing_is_flagged(bool? reversible, string[] flagged)
    {
        Case @case = UncertainCase.Plain.Build();
        Standing after = reversible == false ? Standing.Gone : Standing.Reserve;
        Case eased = @case with
        {
            Moves = [.. @case.Moves.Where(m => m.Id.Value == "gift"),
                @case.Moves.Single(m => m.Id.Value == "ban") with { Kind = MoveKind.Ease, LeverStanding = after, Reversible = reversible, Id = new("eased"), Key = "eased" }],
            Levers = [.. @case.Levers.Select(l => l.Id.Value != "stick" ? l : l with { Initial = Standing.InForce, NoDeal = l.NoDeal.ToDictionary(p => new PartyId("b"), p => p.Value) })],
            Focus = [new PartyId("a")],
        };
        Analysis analysis = Analysed(eased, Some with { Checks = true });

        analysis.CheckFirst.Where(c => c.Kind == "irreversible").SelectMany(c => c.Supports).ShouldBe(flagged);
    }

    [Theory]
    [InlineData("gift", "move")]
    [InlineData("stick", "lever")]
    [InlineData("no-deal.war.cost.a", "number")]
    [InlineData("no-deal.war.cost", "number")]
    [InlineData("weights.b", "ranking")]
    [InlineData("a", "party")]
    public void Why_finds_what_the_case_names(string id, string kind)
    {
        WhyAnswer why = On(UncertainCase.Plain.Build()).Why(id, Some, null, null, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        why.Steps.ShouldContain(s => s.Kind == kind);
    }

    [Fact]
    public void Why_leads_from_a_finding_down_to_the_source_with_the_words_where_they_are_at_hand()
    {
        Case @case = UncertainCase.Plain.Build();
        Evidence evidence = new(new("e1"), new("s1"), null, null, 4, "Speaker", "what it says", [], TextPlace.None);
        @case = @case with
        {
            Sources = [new Source(new("s1"), "Outlet", null, "Title", null, null, "news", null, null, null, TextPlace.None)],
            Evidence = [evidence],
            Moves = [.. @case.Moves.Select(m => m with { Evidence = [new("e1")] })],
        };
        Workbench workbench = On(@case);
        Finding finding = Analysed(@case, Some).Findings.First(f => f.Supports.Contains("e1"));
        WhyAnswer why = workbench.Why(finding.Id, Some, _ => "the very words", null, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        why.Steps[0].Text.ShouldBe(finding.Text);
        why.Steps.Select(s => s.Kind).ShouldContain("change");
        WhyStep quote = why.Steps.Single(s => s.Kind == "quote");
        quote.Text.ShouldBe("the very words");
        why.Steps.Single(s => s.Kind == "source").Text.ShouldBe("Title, Outlet (news), par. 4");
        why.Steps.Single(s => s.Kind == "evidence").Depth.ShouldBe(quote.Depth - 1);
    }

    [Fact]
    public void Why_of_an_unknown_id_says_what_is_near()
    {
        Answer<WhyAnswer> why = On(UncertainCase.Plain.Build()).Why("war.cost", Some, null, null, null, TestContext.Current.CancellationToken);

        why.Ok.ShouldBeFalse();
        why.Problems[0].Help.ShouldBe("did you mean no-deal.war.cost.a or no-deal.war.cost.b?");
    }

    private static List<double> Numbers(DrawResult d) =>
    [
        .. d.Hands, .. d.NoDeal, .. d.HandsUnchanged, d.Margin, .. d.SingleHands, .. d.CostInOrder.SelectMany(x => x), .. d.CostShare.SelectMany(x => x), .. d.CostUndone.SelectMany(x => x),
        .. d.Realised.SelectMany(x => x), .. d.Coercive.SelectMany(x => x), .. d.Dependence.SelectMany(x => x), .. d.HandsAt.SelectMany(x => x),
    ];
}
