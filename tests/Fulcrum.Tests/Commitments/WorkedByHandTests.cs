using Fulcrum.Findings.Kept;
using Fulcrum.Studies;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Commitments;

/// <summary>
/// Beliefs, time, the mediator and power shifts on one border between two states, where every answer can be worked out on paper: war is a lottery over the whole
/// of it, so that without a deal each has its chance less its cost.
/// </summary>
public sealed class WorkedByHandTests
{
    private const double Close = 1e-6;

    private const string Border = """
        fulcrum: 1
        case: One border
        starts: 2025-01-01
        as-of: 2025-01-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          land: {range: {from: 0, to: 100, step: 1, unit: north's share}, north: {0: 0, 100: 100}, south: {0: 100, 100: 0}}
        weights: {north: land, south: land}
        no-deal:
          war: {won: {chance: 0.5, as: {land: 100}}, lost: {chance: rest, as: {land: 0}}, cost: {north: 10, south: 10}}

        """;

    // Each has 40 without a deal, so that all from 40 to 60 is open; the north believes in 55 or 65, the south in 55 or 45.
    [Theory]
    [InlineData(0.65, 0.35, 15, true, true, -7.5)]
    [InlineData(0.75, 0.45, 25, true, false, -10)]
    [InlineData(0.75, 0.25, 25, false, false, -10)]
    public void Beliefs_close_the_zone_and_it_is_told_whose_error_would_have_to_be_put_right(double north, double south, double optimism, bool opensByNorth, bool opensBySouth, double bluff)
    {
        BeliefAnswer beliefs = Credibility(north, south).Beliefs.ShouldNotBeNull();

        (beliefs.Open.Share, beliefs.BelievedOpen.Share, beliefs.ClosedByBeliefs.Share, beliefs.MutualOptimism.Share).ShouldBe((1, 0, 1, 1));
        beliefs.Believers[0].Optimism!.Median.ShouldBe(optimism, Close);
        beliefs.Believers.Select(b => b.OpensIfCorrected!.Share == 1).ShouldBe([opensByNorth, opensBySouth]);
        // What the south loses if all believe the north: half of what the north gains by it, or all of its gain from a deal where none is left.
        beliefs.Believers[0].Bluff.Single().Points!.Median.ShouldBe(bluff, 1e-3);
    }

    [Fact]
    public void Beliefs_that_leave_a_deal_open_need_no_correction_and_a_lever_seen_otherwise_is_named()
    {
        CredibilityAnswer answer = Credibility(0.55, 0.5);

        answer.Beliefs!.ClosedByBeliefs.Hits.ShouldBe(0);
        answer.Beliefs.Believers.ShouldAllBe(b => b.OpensIfCorrected == null);
        answer.Beliefs.MutualOptimism.Hits.ShouldBe(0, "the south thinks no better of failing than the case does");
        answer.Beliefs.Leverage.Single().ShouldBe(new PerceivedLeverage("arms", "Arms", "north", "North", "0.5", "0.1"));
    }

    // The north gains a point a month without a deal: above 60 after more than 20 months no share is left that both prefer.
    [Fact]
    public void Zone_closes_when_the_prospects_have_crossed()
    {
        TrendAnswer answer = Trend("  per-month: {north: 1, south: 0}\n");

        answer.Turns.Closes!.Share.ShouldBe(1);
        answer.Turns.ClosesAfter!.Median.ShouldBe(20, 1e-3);
        answer.Turns.Opens.ShouldBeNull();
        answer.Zone.Where(z => z.Open.Share > 0).Select(z => z.Months).ShouldBe([0, 1, 2, 3, 6, 9, 12, 18]);
        answer.Ripeness!.Hurting.Hits.ShouldBe(0);
        answer.Parties.Select(p => (p.Favoured.Share, p.Hurt.Share)).ShouldBe([(1, 0), (0, 1)]);
    }

    [Fact]
    public void Zone_opens_when_a_side_that_gains_by_war_has_lost_that_gain()
    {
        TrendAnswer answer = Trend("  per-month: {north: -0.1, south: -1}\n", "cost: {north: 10, south: 10}", "cost: {north: 0, south: -10}");

        answer.Turns.Closes.ShouldBeNull();
        answer.Turns.Opens!.Share.ShouldBe(1);
        answer.Turns.OpensAfter!.Median.ShouldBe(10, 1e-3);
        (answer.Ripeness!.Hurting.Share, answer.Ripeness.WayOut.Share, answer.Ripeness.Both.Share).ShouldBe((1, 0, 0));
    }

    [Fact]
    public void Stalemate_that_hurts_both_with_a_deal_in_view_is_ripe()
    {
        Ripeness ripe = Trend("  per-month: {north: -1, south: -1}\n").Ripeness!;

        (ripe.Hurting.Share, ripe.WayOut.Share, ripe.Both.Share).ShouldBe((1, 1, 1));
    }

    // The broker has 55 without a deal and so lets the north have 45 at most; the two alone would meet halfway between the north's 43, its calls counted, and 60.
    [Fact]
    public void Mediator_s_own_stake_moves_the_settlement_and_what_it_spent_is_listed()
    {
        string text = Border.Replace("south: {role: principal}}", "south: {role: principal}, broker: {role: mediator}}\nconsent: {all: [north, south, broker]}", StringComparison.Ordinal)
            .Replace("as-of: 2025-01-01", "as-of: 2025-06-01", StringComparison.Ordinal)
            .Replace("100: 0}}\n", "100: 0}, broker: {0: 100, 100: 0}}\n", StringComparison.Ordinal).Replace("south: land}", "south: land, broker: land}", StringComparison.Ordinal)
            .Replace("south: 10}}", "south: 10, broker: -5}}", StringComparison.Ordinal) + "levers: {calls: {holder: broker, no-deal: {north: 3}}}\n";
        const string Ledger = """
            moves:
              called: {date: 2025-02-01, by: broker, to: north, kind: give, what: a call, lever: calls}
              warned: {date: 2025-03-01, by: broker, to: south, kind: threaten, what: a warning}
              later: {date: 2025-09-01, by: broker, to: south, kind: threaten, what: a plan, factuality: planned}
            """;
        using TemporaryFolder folder = Folder(text, ("ledger.yaml", Ledger));

        MediatorAnswer broker = Asked(Workbench.Open(folder.Path).Trend(Few)).Mediators.Single();

        broker.Tilt.Select(t => (t.Benefits, t.Pressure)).ShouldBe([(1, 0), (0, 1)]);
        broker.WithoutIt.Select(p => Math.Round(p.Points!.Median, 3)).ShouldBe([6.5, -6.5]);
        LeverageSpent spent = broker.Spent.Single();
        (spent.Lever, spent.Date, spent.Worth.Single().Party, spent.Worth.Single().When, spent.Worth.Single().Points.Median).ShouldBe(("calls", new DateOnly(2025, 2, 1), "north", "without a deal", 3));
        broker.Theory.ShouldContain(t => t.Contains("Kydd", StringComparison.Ordinal));
        broker.Theory.ShouldContain(t => t.Contains("Beber", StringComparison.Ordinal));
    }

    [Fact]
    public void Lever_that_was_stopped_and_resumed_is_told_each_time_with_what_hangs_on_it_in_each_branch()
    {
        string text = Border.Replace("south: {role: principal}}", "south: {role: principal}, broker: {role: mediator}}", StringComparison.Ordinal)
            .Replace("as-of: 2025-01-01", "as-of: 2025-06-01", StringComparison.Ordinal)
            + "levers: {sting: {holder: broker, deal: {south: 2}, refused-by-south: {south: -8}, credibility: {general: 0.5, announced: 0.25}}}\n";
        const string Ledger = """
            moves:
              threatened: {date: 2025-02-01, by: broker, to: south, kind: threaten, what: a threat, lever: sting}
              imposed: {date: 2025-03-01, by: broker, to: south, kind: impose, what: done, lever: sting}
              eased: {date: 2025-04-01, by: broker, to: south, kind: ease, what: eased, lever: sting}
            """;
        using TemporaryFolder folder = Folder(text, ("ledger.yaml", Ledger));

        IReadOnlyList<LeverageSpent> spent = Asked(Workbench.Open(folder.Path).Trend(Few)).Mediators.Single().Spent;

        spent.Select(s => (s.Date.Month, s.To)).ShouldBe([(2, "announced"), (3, "in force"), (4, "reserve")]);
        spent.ShouldAllBe(s => s.Worth.Count == 2);
        spent[0].Worth.Select(w => (w.Party, w.When, w.Points.Median)).ShouldBe([("south", "in a deal", 2), ("south", "if it refuses", -8)]);
        spent.Select(s => s.Believed!.Median).ShouldBe([0.25, 0.5, 0.5]);
    }

    // A deal that lets the south take 39 points of the north's chance within a month leaves the north no more than 1 to hope for afterwards.
    [Theory]
    [InlineData(39, true)]
    [InlineData(0.01, false)]
    public void Fast_and_large_shift_makes_the_declining_side_prefer_fighting_now(double points, bool fights)
    {
        string keeping = FormattableString.Invariant($"  after-breach: again\n  again: {{won: {{chance: 0.5, as: {{land: 100}}}}, lost: {{chance: rest, as: {{land: 0}}}}, cost: {{north: 10, south: 10}}}}\n")
            + FormattableString.Invariant($"keeping: {{discount: 0.99, rearms-for: 1, rearms: {{south: {{south: {points}, north: -{points}}}}}}}\n");
        using TemporaryFolder folder = Folder(Border + keeping);

        PowerShiftAnswer shift = Asked(Workbench.Open(folder.Path).Keep([], Few)).Shifts.Single(s => s.Declining == "north");

        shift.Now!.Median.ShouldBe(40, Close);
        (shift.FightsNow.Share == 1).ShouldBe(fights);
    }

    private static AnalyzeOptions Few => new() { Draws = 4, Threads = 1 };

    private static CredibilityAnswer Credibility(double north, double south)
    {
        static string Reading(double chance, string more) => FormattableString.Invariant($"reading: Own view\nsays: Its own chances.\nset: {{no-deal.war.won.chance: {chance}{more}}}\n");
        using TemporaryFolder folder = Folder(
            Border + "levers: {arms: {holder: south, refused-by-north: {north: 0}, credibility: 0.5}}\nbeliefs: {north: proud, south: bold}\n",
            ("readings/proud.yaml", Reading(north, ", levers.arms.credibility: 0.1")), ("readings/bold.yaml", Reading(south, "")));
        return Asked(Workbench.Open(folder.Path).Credibility(Few));
    }

    private static TrendAnswer Trend(string more, string from = "cost:", string to = "cost:")
    {
        using TemporaryFolder folder = Folder(Border.Replace(from, to, StringComparison.Ordinal) + more);
        return Asked(Workbench.Open(folder.Path).Trend(Few));
    }

    private static TemporaryFolder Folder(string text, params (string Name, string Text)[] others)
    {
        var folder = new TemporaryFolder();
        folder.Write("case.yaml", text);
        foreach ((string name, string content) in others)
        {
            folder.Write(name, content);
        }
        return folder;
    }

    private static T Asked<T>(Answer<T> answer) where T : class => answer.Value ?? throw new InvalidOperationException(string.Join('\n', answer.Problems.Select(Fulcrum.Cases.CaseProblemText.Render)));
}
