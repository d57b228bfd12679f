using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings.Kept;
using Fulcrum.Numerics;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Commitments;

public sealed class ZoneInTimeTests
{
    private const double OneDay = 1 / Months.Days;

    private const string Tract = """
        fulcrum: 1
        case: A tract
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          tract: {options: [kept, sold], north: {kept: 0, sold: 60}, south: {kept: 0, sold: 60}}
        weights: {north: tract, south: tract}
        no-deal: {wait: {goes: {as: {rest: status-quo}}, cost: {north: NORTH}}, DRIFT}

        """;

    // 60 points of gain that melt by 5.14 a month are gone after 11.67 months, 355 days.
    [Fact]
    public void Day_on_which_a_zone_closes_is_told_to_the_day()
    {
        TrendAnswer answer = Asked("0", "per-month: {north: 5.14}");

        answer.Turns.Closes!.Hits.ShouldBe(answer.Method.Done);
        answer.Turns.ClosesAfter!.Median.ShouldBe(60 / 5.14, 1e-6);
        answer.Turns.ClosesOn.ShouldBe(new DayRange(new DateOnly(2026, 2, 19), new DateOnly(2026, 2, 19), new DateOnly(2026, 2, 19)));
        answer.Sentences.Single(s => s.Id == "trend.closes").Text.ShouldEndWith("there on 19 February 2026.");
    }

    [Fact]
    public void Day_on_which_a_zone_opens_is_a_range_where_the_drift_is_one()
    {
        TrendAnswer answer = Asked("-84.1", "per-month: {north: -2..-1}");

        answer.Turns.Opens!.Hits.ShouldBe(answer.Method.Done);
        answer.Turns.OpensAfter!.P5.ShouldBeInRange(12.05, 14);
        answer.Turns.OpensAfter.P95.ShouldBeInRange(20, 24.1);
        answer.Turns.OpensOn!.P5.ShouldBe(new DateOnly(2025, 3, 1).AddDays((int)Math.Round(answer.Turns.OpensAfter.P5 * 365.25 / 12)));
        answer.Sentences.Single(s => s.Id == "trend.opens").Text.ShouldContain("(between ");
    }

    [Fact]
    public void Case_that_states_no_drift_says_nothing_about_time()
    {
        TrendAnswer answer = Asked("0", "");

        answer.Parties.ShouldBeEmpty();
        answer.Zone.Select(z => z.Months).ShouldBe([0]);
        answer.Ripeness.ShouldBeNull();
        (answer.Turns.Closes, answer.Turns.Opens).ShouldBe((null, null));
        answer.Sentences.ShouldHaveSingleItem().Text.ShouldBe("The case states no drift: nothing can be said about time.");
    }

    [Fact]
    public void Drift_that_is_not_stated_is_not_shown_as_none()
    {
        TrendAnswer answer = Asked("0", "per-month: {south: -1}");

        answer.Parties.Select(p => p.Drift is null).ShouldBe([true, false]);
        answer.Ripeness.ShouldBeNull();
        answer.Sentences[0].Rests.ShouldEndWith("No drift is stated for North.");
    }

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 40).Select(i => (ulong)i)];

    // Two ways: the day found by steps against a look at every week, on cases with every feature of the model.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Zone_turns_on_the_day_that_a_look_at_every_week_brackets(ulong seed)
    {
        Case @case = RandomCases.Of(seed);
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        CaseNumbers numbers = CaseNumbers.MidRange(@case);
        TrendDraw draw = new WorkbenchTrend(plan).Run(numbers);
        bool Turned(double months) => Solving.Zone(SituationBuilder.Build(plan, numbers, Months.After(@case.AsOf, months))).Single != draw.Open[0];
        double week = Enumerable.Range(1, 156).Select(w => w * 7 / Months.Days).Where(Turned).DefaultIfEmpty(double.NaN).First();

        if (double.IsFinite(week))
        {
            draw.Turn.ShouldBeInRange(0, week + OneDay);
        }
        if (double.IsFinite(draw.Turn))
        {
            Turned(draw.Turn + OneDay).ShouldBeTrue();
            (draw.Turn < OneDay || !Turned(draw.Turn - OneDay)).ShouldBeTrue();
        }
    }

    private static TrendAnswer Asked(string cost, string drift)
    {
        using var folder = new Fulcrum.Tests.Cases.TemporaryFolder();
        folder.Write("case.yaml", Tract.Replace("NORTH", cost, StringComparison.Ordinal).Replace(", DRIFT", drift.Length == 0 ? "" : $", {drift}", StringComparison.Ordinal));
        return Workbench.Open(folder.Path).Trend(new AnalyzeOptions { Draws = 60, Threads = 1 }).Value.ShouldNotBeNull();
    }
}
