using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Numerics;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Searches that the clock stops: the best found with its gap, marked as such, never a proof.</summary>
public sealed class TimeLimitTests
{
    private const double Rounding = 1e-6;

    [Fact]
    public void Time_is_up_at_the_limit_and_parts_of_it_earlier()
    {
        var clock = new TickingClock(TimeSpan.FromSeconds(1));
        var limit = new TimeLimit(clock, TimeSpan.FromSeconds(4));

        limit.Until(0.5).Passed.ShouldBeFalse();
        limit.Until(0.5).Passed.ShouldBeTrue();
        limit.Passed.ShouldBeFalse();
        limit.Passed.ShouldBeTrue();
        Should.Throw<ArgumentOutOfRangeException>(() => new TimeLimit(clock, TimeSpan.FromSeconds(-1)));
    }

    [Theory]
    [InlineData(Concept.Nash)]
    [InlineData(Concept.KalaiSmorodinsky)]
    [InlineData(Concept.Egalitarian)]
    [InlineData(Concept.Welfare)]
    [InlineData(Concept.Raiffa)]
    public void Clock_that_stands_still_changes_nothing(Concept concept)
    {
        BargainingProblem problem = Problems.Random(3, parties: 3, blocks: 8, choices: 4);
        var options = new SettlementOptions { Concept = concept, Single = true };

        Settlement timed = Solve(problem, options with { Within = new TimeLimit(new TickingClock(TimeSpan.Zero), TimeSpan.FromSeconds(1)) });

        timed.Status.ShouldBe(SettlementStatus.Open);
        timed.Utilities.ShouldBe(Solve(problem, options).Utilities);
    }

    /// <summary>The gap is true: the best deal of all, weighed at the solution's prices, lies no further above than it says.</summary>
    [Theory]
    [InlineData(Concept.Nash)]
    [InlineData(Concept.Egalitarian)]
    public void Stopped_search_gives_the_best_found_and_its_gap(Concept concept)
    {
        int stopped = 0;
        for (ulong seed = 1; seed <= 4; seed++)
        {
            BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 100, choices: 10);
            var options = new SettlementOptions { Concept = concept, Single = true };
            Settlement best = Solve(problem, options);

            Settlement found = Solve(problem, options with { Within = new TimeLimit(new TickingClock(TimeSpan.FromSeconds(1)), TimeSpan.Zero) });

            best.Status.ShouldBe(SettlementStatus.Open, $"seed {seed}");
            stopped += found.Status == SettlementStatus.NotCertified ? 1 : 0;
            if (found.IsOpen)
            {
                double lost = Enumerable.Range(0, 3).Sum(i => found.Prices[i] * (best.Utilities[i] - found.Utilities[i]));
                lost.ShouldBeLessThanOrEqualTo(found.Gap + Rounding, $"seed {seed}");
            }
        }
        stopped.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void No_time_at_all_is_never_told_as_a_closed_zone()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 12, choices: 6);
            var now = new TimeLimit(new TickingClock(TimeSpan.FromSeconds(1)), TimeSpan.Zero);
            if (!Solving.Zone(problem).Single)
            {
                continue;
            }

            Settlement found = Solve(problem, new SettlementOptions { Single = true, Within = now });
            AgreementZone zone = Solving.Zone(problem, now);

            (found.IsOpen || found.Unproven).ShouldBeTrue($"seed {seed}");
            (zone.Single || !zone.Proven).ShouldBeTrue($"seed {seed}");
        }
    }

    /// <summary>Issues joined every which way: what the stopped search did not list is worth at most the gap more than something that it did.</summary>
    [Fact]
    public void Joined_issues_state_how_far_their_list_may_fall_short()
    {
        Case @case = Tangled(1);
        BargainingProblem problem = Situation(@case, new TimeLimit(new TickingClock(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(3)));
        DealBlock block = problem.Space.Blocks.Single();
        var random = new RandomStream(7, 0, "deals");

        block.Gap.ShouldBeInRange(1e-3, 200);
        for (int draw = 0; draw < 2_000; draw++)
        {
            double[] value = Value(@case, [.. @case.Issues.Select(i => random.NextBelow(i.Options.Count))]);
            block.Choices.ShouldContain(c => c.Points[0] >= value[0] - block.Gap - Rounding && c.Points[1] >= value[1] - block.Gap - Rounding);
        }
    }

    [Fact]
    public void Answers_over_an_unfinished_list_are_not_proven()
    {
        BargainingProblem problem = Situation(Tangled(2), new TimeLimit(new TickingClock(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(3)));
        double gap = problem.Space.Gap;

        foreach (bool single in (bool[])[true, false])
        {
            Settlement settlement = Solve(problem, new SettlementOptions { Single = single });

            settlement.Status.ShouldBe(SettlementStatus.NotCertified);
            settlement.Gap.ShouldBeGreaterThanOrEqualTo(gap);
        }
        EfficientFrontier frontier = EfficientFrontier.Of(problem, cancellation: TestContext.Current.CancellationToken);
        frontier.Exact.ShouldBeFalse();
        frontier.Epsilon.ShouldAllBe(e => e >= gap);
        BargainingProblem dear = problem with { NoDeal = [.. problem.NoDeal.Select(_ => 1000.0)] };
        Solving.Zone(dear).Proven.ShouldBeTrue();
        BargainingProblem near = problem with { NoDeal = [.. problem.Space.Blocks[0].Choices.Max(c => c.Points.Min()) is var top ? new[] { top + 1, top + 1 } : []] };
        Solving.Zone(near).ShouldSatisfyAllConditions(z => z.Single.ShouldBeFalse(), z => z.Proven.ShouldBeFalse());
        Solve(near, new SettlementOptions { Single = true }).Unproven.ShouldBeTrue();
    }

    [Fact]
    public void Front_door_says_that_the_clock_stopped_the_search()
    {
        var workbench = new Workbench(_ => new CaseReadResult(Tangled(2), []));
        var five = new TimeLimit(new TickingClock(TimeSpan.FromSeconds(1)), TimeSpan.FromSeconds(5));

        SolveAnswer stopped = workbench.Solve(CaseRequest.Base, new SettlementOptions { Single = true, Within = five }, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        stopped.Proof.ShouldBe("limit");
        stopped.Gap.ShouldNotBeNull().ShouldBeGreaterThan(0);
        stopped.Mixture.ShouldHaveSingleItem();
        stopped.Notes.ShouldContain("Stopped within the 5 seconds given, without a proof: the best deal found is shown, the gap says how much better another could be.");
    }

    private static Settlement Solve(BargainingProblem problem, SettlementOptions options) => Solving.Solve(problem, options, TestContext.Current.CancellationToken)[0];

    private static BargainingProblem Situation(Case @case, TimeLimit within) =>
        SituationBuilder.Build(CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), CaseMaker.Today, within: within);

    private static Case Tangled(ulong seed)
    {
        const int Issues = 14, Options = 4;
        var random = new RandomStream(seed, 0, "tangled");
        string[] parties = ["north", "south"];
        var maker = new CaseMaker();
        foreach (string party in parties)
            maker.Party(party, 1, [.. Enumerable.Range(0, Issues).Select(k => ($"i{k:D2}", 1.0 + random.NextBelow(9)))]);
        for (int k = 0; k < Issues; k++)
            maker.Issue($"i{k:D2}", [.. Enumerable.Range(0, Options).Select(o => $"o{o}")], [.. parties.Select(p => (p, Enumerable.Range(0, Options).Select(_ => (double)random.NextBelow(101)).ToArray()))]);
        var seen = new HashSet<string>();
        for (int t = 0; t < 150; t++)
        {
            int first = random.NextBelow(Issues - 1), second = first + 1 + random.NextBelow(Issues - first - 1);
            (string, string)[] when = [($"i{first:D2}", $"o{random.NextBelow(Options)}"), ($"i{second:D2}", $"o{random.NextBelow(Options)}")];
            string party = parties[random.NextBelow(2)];
            if (seen.Add($"{party} {string.Join(' ', when)}"))
                maker.Together(party, 1 + random.NextBelow(8), when);
        }
        return maker.Course("war", [("north", 5), ("south", 5)], (1, [.. Enumerable.Repeat("o0", Issues)])).Build();
    }

    // Straight from the case.
    private static double[] Value(Case @case, int[] options)
    {
        return [.. @case.Parties.Select(party =>
        {
            double sum = party.Weights!.Valued!.Values.Sum(w => w.Shape.Middle);
            double value = @case.Issues.Select((issue, k) => party.Weights.Valued![issue.Id].Shape.Middle / sum * ((Preference.Valued)issue.Preferences[party.Id]).Values[options[k]].Shape.Middle).Sum();
            return value + @case.Together.Where(t => t.Party == party.Id && t.When.All(w => w.Value.Contains(@case.Issue(w.Key).Options[options[Array.FindIndex([.. @case.Issues], i => i.Id == w.Key)]].Id))).Sum(t => t.Adds.Shape.Middle);
        })];
    }
}
