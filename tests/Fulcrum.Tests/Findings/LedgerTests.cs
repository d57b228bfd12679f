using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;
using static Fulcrum.Tests.Findings.CraftedDraws;

namespace Fulcrum.Tests.Findings;

public sealed class LedgerTests
{
    private static readonly Move Template = Case().Moves[0] with { Lever = null, LeverStanding = null };

    private static Move Row(string id, string by, MoveKind kind, params string[] to) =>
        Template with { Id = new MoveId(id), Key = id, By = new PartyId(by), Kind = kind, To = [.. to.Select(t => new PartyId(t))], What = $"what {id} says" };

    private static Analysis Of(params Move[] moves) => Of(Case() with { Moves = moves });

    private static Analysis Of(Case @case) =>
        AnalysisBuilder.Build(new AnalysisInput { Plan = CasePlan.Of(@case with { NoDeal = null }, CaseMaker.Today), Draws = [], Asked = 0, Seed = 1 });

    [Fact]
    public void Demands_and_what_met_them_are_counted_per_party_asked()
    {
        Analysis analysis = Of(
            Row("d1", "north", MoveKind.Demand, "south") with { MetBy = [new("c1")] }, Row("d2", "broker", MoveKind.Demand, "south", "north"), Row("c1", "south", MoveKind.Concede));

        analysis.Ledger.Asked.Select(a => (a.Party, a.Asked, a.Met)).ShouldBe([("north", 1, 0), ("south", 2, 1)]);
        analysis.Findings.Single(f => f.Kind == FindingKind.AskedAndMet).Text
            .ShouldBe("From 1 January 2025 to 1 July 2025 north was asked for 1 thing and met none; south was asked for 2 things and met 1.");
    }

    [Fact]
    public void Echoes_and_what_has_not_happened_are_not_counted()
    {
        Analysis analysis = Of(
            Row("t1", "north", MoveKind.Threaten, "south"), Row("t2", "north", MoveKind.Threaten, "south") with { SameAs = new("t1") },
            Row("t3", "north", MoveKind.Threaten, "south") with { Factuality = Factuality.Hypothetical });

        (analysis.Ledger.Moves, analysis.Ledger.Echoes).ShouldBe((2, 1));
        analysis.Ledger.Pressure.Select(p => (p.Party, p.Count)).ShouldBe([("north", 1)]);
        analysis.Ledger.Rows.Count.ShouldBe(3);
    }

    [Fact]
    public void Concession_without_a_return_is_told_from_one_that_was_answered()
    {
        Analysis analysis = Of(
            Row("g1", "broker", MoveKind.Give, "south"), Row("g2", "broker", MoveKind.Ease, "south"), Row("r", "south", MoveKind.Concede) with { InReturnFor = [new("g1")] });

        analysis.Ledger.Conceded.Select(c => (c.Party, c.Count, c.WithoutReturn)).ShouldBe([("south", 1, 0), ("broker", 2, 1)], ignoreOrder: true);
        analysis.Findings.ShouldContain(f => f.Text == "Given, conceded, eased or ruled out with nothing recorded in return: south none of 1 move; broker 1 of 2 moves.");
    }

    [Fact]
    public void Clash_is_told_once_however_often_it_is_written()
    {
        Analysis analysis = Of(
            Row("a", "north", MoveKind.State) with { ClashesWith = [new("b")] }, Row("b", "north", MoveKind.State) with { ClashesWith = [new("a")], Note = "dates differ" });

        analysis.Findings.Single(f => f.Kind == FindingKind.Clash).Text.ShouldBe("The sources clash: 'what a says' stands against 'what b says'.");
        analysis.Ledger.Clashes.Single().Note.ShouldBe("dates differ");
    }

    [Fact]
    public void Rewrites_of_a_source_count_as_one_source_even_through_a_chain()
    {
        Source S(string id, string? from) => new(new(id), id, null, null, null, null, "news", null, from is null ? null : new SourceId(from), null, TextPlace.None);
        Evidence E(string id, string source) => new(new(id), new(source), null, null, null, null, id, [], TextPlace.None);
        Analysis analysis = Of(Case() with
        {
            Sources = [S("one", null), S("two", "one"), S("three", "two"), S("four", null), S("unused", null)],
            Evidence = [E("e1", "one"), E("e2", "three"), E("e3", "four")],
            Moves = [Row("m", "north", MoveKind.Give, "south") with { Evidence = [new("e1"), new("e2"), new("e3")] }],
        });

        (analysis.Ledger.Sources, analysis.Ledger.IndependentSources).ShouldBe((5, 2));
        analysis.Ledger.DerivedSources.ShouldBe([new DerivedSource("two", "one"), new DerivedSource("three", "two")]);
    }
}
