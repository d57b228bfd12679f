using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

public sealed class ReplayTests
{
    private static readonly LeverId Lever = new("lever");

    private static CaseMaker Base(Standing initial = Standing.Reserve) => new CaseMaker()
        .Party("north", 1, ("land", 1))
        .Party("south", 1, ("land", 1))
        .Issue("land", ["open", "line", "pause"], ("north", [100, 0, 50]), ("south", [0, 100, 50]))
        .Course("war", [], (0.5, ["open"]), (0.5, ["pause"]))
        .Lever("lever", "north", initial, noDeal: [("south", -10)]);

    private static LedgerState StateAt(CaseMaker maker, int day)
    {
        CasePlan plan = maker.Plan();
        return Replay.At(plan, CaseNumbers.MidRange(plan.Case), CaseMaker.Start.AddDays(day));
    }

    [Theory]
    [InlineData(9, Standing.Reserve)]
    [InlineData(10, Standing.Announced)]
    [InlineData(20, Standing.InForce)]
    public void Levers_stand_where_the_moves_up_to_the_day_left_them(int day, Standing expected) =>
        StateAt(Base().Move("b", 20, "lever", Standing.InForce).Move("a", 10, "lever", Standing.Announced), day).StandingOf(Lever).ShouldBe(expected);

    [Fact]
    public void Moves_of_the_same_day_go_by_key() =>
        StateAt(Base().Move("b", 10, "lever", Standing.InForce).Move("a", 10, "lever", Standing.Announced), 10).StandingOf(Lever).ShouldBe(Standing.InForce);

    public static TheoryData<string, Func<Move, Move>> WithoutEffect => new()
    {
        { "planned", move => move with { Factuality = Factuality.Planned } },
        { "an opinion", move => move with { Factuality = Factuality.Opinion } },
        { "an echo", move => move with { SameAs = new MoveId("other") } },
        { "out of the model", move => move with { InModel = false } },
    };

    [Theory]
    [MemberData(nameof(WithoutEffect))]
    public void A_move_that_did_not_happen_or_happened_elsewhere_does_not_act(string what, Func<Move, Move> change) =>
        Base().Move("a", 10, "lever", Standing.Gone, change: change).Plan().Changes.ShouldBeEmpty(what);

    [Fact]
    public void A_suspension_with_its_resumption_is_one_change_of_no_effect()
    {
        CasePlan plan = Base(Standing.InForce).Move("stop", 10, "lever", Standing.Reserve).Move("resume", 20, "lever", Standing.InForce).Plan();

        NetChange change = plan.Changes.ShouldHaveSingleItem();
        change.Id.ShouldBe("lever");
        change.Undone.ShouldBeTrue();
        change.Moves.Count.ShouldBe(2);
    }

    [Fact]
    public void A_change_made_by_one_move_carries_that_move_s_id() =>
        Base().Move("call", 10, "lever", Standing.GivenAway).Plan().Changes.ShouldHaveSingleItem().Id.ShouldBe("call");

    [Fact]
    public void The_same_yield_said_twice_is_one_change() =>
        Base().Yield("said", 10, "north", "land", ["open"], "line").Yield("said-again", 30, "north", "land", ["open"], "line").Plan()
            .Changes.ShouldHaveSingleItem().Id.ShouldBe("land:line");

    [Fact]
    public void Moves_after_the_as_of_date_are_left_out()
    {
        Case @case = Base().Move("a", 10, "lever", Standing.Announced).Move("b", 20, "lever", Standing.Gone).Build();

        CasePlan plan = CasePlan.Of(@case, CaseMaker.Start.AddDays(15));

        plan.Changes.ShouldHaveSingleItem().Moves.Count.ShouldBe(1);
        plan.Dates.ShouldBe([CaseMaker.Start, CaseMaker.Start.AddDays(10), CaseMaker.Start.AddDays(15)]);
    }

    [Fact]
    public void A_long_timeline_is_thinned_and_keeps_its_ends()
    {
        CaseMaker maker = Base();
        for (int day = 1; day <= 100; day++)
        {
            maker.Move($"m{day:D3}", day, "lever", day % 2 == 0 ? Standing.Reserve : Standing.Announced);
        }

        CasePlan plan = maker.Plan();

        plan.Dates.Count.ShouldBe(CasePlan.MostDates);
        plan.Dates[0].ShouldBe(CaseMaker.Start);
        plan.Dates[^1].ShouldBe(CaseMaker.Today);
    }

    [Fact]
    public void A_yield_narrows_deals_and_becomes_the_fact_everywhere()
    {
        CasePlan plan = Base().Yield("yield", 10, "north", "land", ["open", "pause"], "line").Plan();

        BargainingProblem problem = SituationBuilder.Build(plan, CaseNumbers.MidRange(plan.Case), CaseMaker.Today);

        problem.Space.Blocks.Single(b => b.Key == "issue:land").Choices.Select(c => c.Key).ShouldBe(["line"]);
        problem.NoDeal[0].ShouldBe(0);
    }

    [Fact]
    public void Ruling_out_changes_the_fact_only_where_the_option_stood()
    {
        CasePlan plan = Base().Yield("out", 10, "north", "land", ["open"], "line", onlyWhereRemoved: true).Plan();

        BargainingProblem problem = SituationBuilder.Build(plan, CaseNumbers.MidRange(plan.Case), CaseMaker.Today);

        problem.Space.Blocks.Single(b => b.Key == "issue:land").Choices.Select(c => c.Key).ShouldBe(["line", "pause"]);
        problem.NoDeal[0].ShouldBe(0.5 * 0 + 0.5 * 50);
    }

    [Fact]
    public void A_yield_that_does_not_bind_leaves_everything() =>
        StateAt(Base().Yield("yield", 10, "north", "land", ["open"], "line", binds: 0.4), 100).RemovedOf(new IssueId("land")).ShouldBeEmpty();

    [Fact]
    public void Drawn_days_decide_the_order_within_a_lever()
    {
        CasePlan plan = Base().Move("a", 10, "lever", Standing.Announced).Move("b", 20, "lever", Standing.InForce).Plan();
        CaseNumbers middle = CaseNumbers.MidRange(plan.Case);
        CaseNumbers swapped = middle with { MoveDays = [middle.MoveDays[1], middle.MoveDays[0]] };

        Replay.At(plan, swapped, CaseMaker.Today).StandingOf(Lever).ShouldBe(Standing.Announced);
    }

    [Fact]
    public void A_state_can_be_asked_for_any_set_of_changes()
    {
        CasePlan plan = Base().Move("a", 10, "lever", Standing.Announced).Yield("y", 20, "north", "land", ["open"], "line").Plan();

        LedgerState state = Replay.With(plan, CaseNumbers.MidRange(plan.Case), [false, true]);

        state.StandingOf(Lever).ShouldBe(Standing.Reserve);
        state.RemovedOf(new IssueId("land")).ShouldBe([0]);
    }
}
