using FsCheck;
using FsCheck.Fluent;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings.Kept;
using Fulcrum.Tests.CaseStudies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Commitments;

public sealed class CredibilityTests
{
    private const string Range = """
        fulcrum: 1
        case: One border
        starts: 2025-01-01
        as-of: 2025-01-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          land: {range: {from: 0, to: 100, step: 1, unit: north's share}, north: {0: 0, 100: 100}, south: {0: 100, 100: 0}}
        weights: {north: land, south: land}
        no-deal:
          war: {won: {chance: CHANCE, as: {land: 100}}, lost: {chance: rest, as: {land: 0}}, cost: {north: NORTH, south: SOUTH}}
        """;

    // For one issue the believed zone is Fearon's range (1995, p. 387): open where c_A + c_B - (p_A - p_B) is 0 or more.
    [Fact]
    public void Believed_zone_on_one_issue_is_the_range_of_fearon() => Prop.ForAll(
        Gen.Choose(0, 100).Two().ToArbitrary(), Gen.Choose(0, 30).Two().ToArbitrary(), (chances, costs) =>
        {
            double range = BargainingRange.Between(chances.Item1 / 100.0, chances.Item2 / 100.0, costs.Item1 / 100.0, costs.Item2 / 100.0);
            BargainingProblem first = Problem(chances.Item1, costs), second = Problem(chances.Item2, costs);
            BargainingProblem believed = BelievedProblem.Of(first, new Dictionary<PartyId, BargainingProblem> { [new PartyId("north")] = first, [new PartyId("south")] = second });

            // Costs and chances lie on the hundredths of the scale; what war leaves may lie beyond its ends.
            bool open = Enumerable.Range(0, 101).Any(x => x >= chances.Item1 - costs.Item1 && 100 - x >= 100 - chances.Item2 - costs.Item2);
            return (Solving.Zone(believed).Single == open).Label("zone").And((open == range >= -1e-9).Label($"range {range}"));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(60));

    // The same as a figure: where no side's no-deal lies beyond an end of the issue, the range is Fearon's to the last digits; open and closed agree with the solver everywhere.
    [Fact]
    public void Range_on_one_issue_is_the_range_of_fearon() => Prop.ForAll(
        Gen.Choose(0, 100).Two().ToArbitrary(), Gen.Choose(0, 30).Two().ToArbitrary(), (chances, costs) =>
        {
            BargainingProblem first = Problem(chances.Item1, costs), second = Problem(chances.Item2, costs);
            BargainingProblem believed = BelievedProblem.Of(first, new Dictionary<PartyId, BargainingProblem> { [new PartyId("north")] = first, [new PartyId("south")] = second });
            double fearon = BargainingRange.Between(chances.Item1 / 100.0, chances.Item2 / 100.0, costs.Item1 / 100.0, costs.Item2 / 100.0), range = OneIssueRange.Of(believed);
            bool within = costs.Item1 <= chances.Item1 && chances.Item2 + costs.Item2 <= 100;
            return (!within || Math.Abs(range - fearon) < 1e-9).Label($"{range}, {fearon}").And((Solving.Zone(believed).Single == range >= -1e-9).Label($"open {range}"));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(100));

    // Fearon's case: 10 and 12 of 100 for the war, one side gives itself 60 of 100, the other gives it 45. Half of the range is what the worse off gains.
    [Fact]
    public void Range_between_two_beliefs_is_told_on_the_scale_of_the_issue()
    {
        using var folder = new Fulcrum.Tests.Cases.TemporaryFolder();
        folder.Write("case.yaml", Range.Replace("CHANCE", "0.5", StringComparison.Ordinal).Replace("NORTH", "10", StringComparison.Ordinal).Replace("SOUTH", "12", StringComparison.Ordinal) + "\nbeliefs: {north: proud, south: calm}\n");
        folder.Write("readings/proud.yaml", "reading: Proud\nset: {no-deal.war.won.chance: 0.60}\n");
        folder.Write("readings/calm.yaml", "reading: Calm\nset: {no-deal.war.won.chance: 0.45}\n");

        CredibilityAnswer answer = Workbench.Open(folder.Path).Credibility(new AnalyzeOptions { Draws = 4, Threads = 1 }).Value.ShouldNotBeNull();

        DividedRange range = answer.Beliefs!.Range.ShouldNotBeNull();
        range.InCase.Median.ShouldBe(22, 1e-9);
        range.Believed.Median.ShouldBe(7, 1e-9);
        answer.Sentences.Single().Rests.ShouldContain("of 100 parts of 'Land': 22 with the case's numbers, 7 with each party's own beliefs");
    }

    [Fact]
    public void Own_views_that_equal_the_case_change_nothing()
    {
        BargainingProblem problem = Problem(60, (10, 10));
        BargainingProblem believed = BelievedProblem.Of(problem, new Dictionary<PartyId, BargainingProblem> { [new PartyId("north")] = problem });

        Solving.Zone(believed).Margin.ShouldBe(Solving.Zone(problem).Margin);
    }

    [Fact]
    public void Dearer_backing_down_never_makes_a_threat_less_likely_to_be_carried_out()
    {
        Case @case = Studied.Read(Studied.Ukraine);
        IReadOnlyList<Undertaking> all = Holding.Of(@case);
        Undertaking threat = all.First(u => @case.Levers[u.Lever].Id.Value == "us-guarantee");
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        double before = Holding.NetCost(@case, threat, middle);
        double[] dearer = [.. middle.Values];
        dearer[@case.Levers[threat.Lever].BackingDown!.Index] += 20;

        double after = Holding.NetCost(@case, threat, middle with { Values = dearer });

        after.ShouldBe(before - 20, 1e-9);
        Holding.Cost(@case, threat, middle with { Values = dearer }).ShouldBe(Holding.Cost(@case, threat, middle));
    }

    [Fact]
    public void Gap_between_what_is_believed_and_what_would_be_done_is_flagged_with_what_would_close_it()
    {
        CredibilityAnswer answer = Workbench.Open(Studied.Folder(Studied.Ukraine)).Credibility(new AnalyzeOptions { Draws = 40 }).Value!;

        UndertakingAnswer guarantee = answer.Undertakings.Single(u => u.Lever == "us-guarantee");
        guarantee.Flagged.ShouldBeTrue();
        guarantee.Devices.Count.ShouldBe(3);
        answer.Undertakings.Where(u => u.Derived is null).ShouldAllBe(u => !u.Flagged);
        answer.Beliefs!.Believers.Select(b => b.Party).ShouldBe(["ukraine", "russia"]);
        answer.Beliefs.ClosedByBeliefs.Hits.ShouldBeLessThanOrEqualTo(answer.Beliefs.Open.Hits);
    }

    private const string Levers = """
        fulcrum: 1
        case: What would be carried out
        starts: 2025-01-01
        as-of: 2025-06-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          price: {options: [none, half, full], north: {none: 0, half: 50, full: 100}, south: {none: 100, half: 50, full: 0}}
        weights: {north: price, south: price}
        no-deal: {war: {goes: {as: {rest: status-quo}}, cost: {north: 10, south: 50}}}
        levers:

        """;

    private static CredibilityAnswer Asked(string lever)
    {
        using var folder = new Fulcrum.Tests.Cases.TemporaryFolder();
        folder.Write("case.yaml", Levers + "  it: {holder: north, " + lever + "}\n");
        return Workbench.Open(folder.Path).Credibility(new AnalyzeOptions { Draws = 60, Threads = 1 }).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("refused-by-south: {south: -20}, costs-holder: 5, credibility: 0.95", "believed 0.95, but at the median", "What would close the gap: staking", 3)]
    [InlineData("refused-by-south: {south: -20, north: 6}, costs-holder: 0..10, credibility: 0.95", "believed 0.95, more than", "more than its holder's own payoffs support: they let it act in", 0)]
    [InlineData("refused-by-south: {south: -20, north: 6}, costs-holder: 5, credibility: 0.1", "less than its holder's own payoffs support", "no commitment is lacking", 0)]
    [InlineData("refused-by-south: {south: -20, north: 4}, costs-holder: 0..10, credibility: 0.1", "0.1, while its holder's own payoffs let it act in", "do not settle whether a commitment is lacking", 0)]
    [InlineData("refused-by-south: {south: -20}, costs-holder: 5", "the case states no credibility, so it counts as believed in full, but at the median", "What would close the gap: staking", 3)]
    public void Gap_is_told_in_its_own_direction(string lever, string says, string so, int devices)
    {
        CredibilityAnswer answer = Asked(lever);

        UndertakingAnswer it = answer.Undertakings.ShouldHaveSingleItem();
        it.Devices.Count.ShouldBe(devices);
        KeptSentence sentence = answer.Sentences.ShouldHaveSingleItem();
        $"{sentence.Text} {sentence.Rests}".ShouldContain(says);
        $"{sentence.Text} {sentence.Rests}".ShouldContain(so);
    }

    [Theory]
    [InlineData("no-deal: {south: -20}, costs-holder: 30", "threat", 30)]
    [InlineData("no-deal: {south: -20, north: 4}", "threat", -4)]
    [InlineData("breach: {south: -20}, backing-down: 7", "answer to a breach", -7)]
    [InlineData("worth: {price: [none, half]}, on: price, counts-beside: to try it, costs-holder: 20", "promise", -30)]
    public void Threats_towards_everybody_and_promises_worth_a_step_are_told(string lever, string kind, double net)
    {
        UndertakingAnswer it = Asked(lever).Undertakings.ShouldHaveSingleItem();

        (it.Kind, it.To).ShouldBe((kind, null));
        it.Net.ShouldNotBeNull().Median.ShouldBe(net, 1e-9);
    }

    [Fact]
    public void What_changes_failure_for_all_without_a_cost_to_its_holder_threatens_nobody_and_is_named()
    {
        CredibilityAnswer answer = Asked("no-deal: {south: -20}");

        answer.Undertakings.ShouldBeEmpty();
        answer.LeftOut.ShouldBe(["It"]);
        Asked("no-deal: {south: -20}, costs-holder: 3").LeftOut.ShouldBeEmpty();
    }

    // Europe's frozen assets in the case: nobody states how far they are believed. What is stated comes first.
    [Fact]
    public void Gap_against_a_credibility_that_nobody_stated_is_told_last()
    {
        KeptSentence[] gaps = [.. Workbench.Open(Studied.Folder(Studied.Ukraine)).Credibility(new AnalyzeOptions { Draws = 40 }).Value!.Sentences.Where(s => s.Id != "credibility.beliefs")];

        gaps[..^1].ShouldAllBe(s => s.Text.Contains("stated as believed", StringComparison.Ordinal));
        gaps[^1].Text.ShouldContain("promise of 'frozen assets': the case states no credibility, so it counts as believed in full");
    }

    [Fact]
    public void Announcement_is_carried_out_or_withdrawn_by_the_first_move_after_it()
    {
        Case @case = Studied.Read(Studied.Ukraine);
        Move threat = @case.Moves.First(m => m.Kind == MoveKind.Threaten && m.Lever is not null && m.SameAs is null);
        Case With(params MoveKind[] after) => @case with
        {
            Moves = [threat with { Date = Day(1) }, .. after.Select((kind, i) => threat with { Id = new MoveId($"after-{i}"), Key = $"after-{i}", Kind = kind, Date = Day(2 + i) })],
        };

        Announcements.Of(With(), threat.By, @case.AsOf).ShouldBe(new Announcements(1, 0, 0));
        Announcements.Of(With(MoveKind.Impose, MoveKind.Ease), threat.By, @case.AsOf).ShouldBe(new Announcements(1, 1, 0));
        Announcements.Of(With(MoveKind.Ease), threat.By, @case.AsOf).ShouldBe(new Announcements(1, 0, 1));
    }

    private static VagueDate Day(int day) => new(new DateOnly(2025, 2, day), new DateOnly(2025, 2, day), "");

    private static BargainingProblem Problem(int chance, (int North, int South) costs)
    {
        string text = Range.Replace("CHANCE", FormattableString.Invariant($"{chance / 100.0}"), StringComparison.Ordinal)
            .Replace("NORTH", FormattableString.Invariant($"{costs.North}"), StringComparison.Ordinal).Replace("SOUTH", FormattableString.Invariant($"{costs.South}"), StringComparison.Ordinal);
        Case @case = CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = text }, new CaseReadOptions()).Case!;
        return SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), CaseNumbers.MidRange(@case), @case.AsOf);
    }
}
