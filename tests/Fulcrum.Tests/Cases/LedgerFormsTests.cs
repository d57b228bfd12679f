using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Cases;

/// <summary>Moves, their dates and what they do, as docs/case-format.md says.</summary>
public sealed class LedgerFormsTests
{
    private static readonly Case Full = SampleCase.Sound(SampleCase.Full);

    private static Move Row(string id) => Full.Move(new MoveId(id));

    [Theory]
    [InlineData("2025-03-11", "2025-03-11", "2025-03-11")]
    [InlineData("2025-02", "2025-02-01", "2025-02-28")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("mid-February 2025", "2025-02-11", "2025-02-20")]
    [InlineData("early March 2025", "2025-03-01", "2025-03-10")]
    [InlineData("late February 2025", "2025-02-21", "2025-02-28")]
    [InlineData("March 2025", "2025-03-01", "2025-03-31")]
    [InlineData("week of 2025-03-17", "2025-03-17", "2025-03-23")]
    [InlineData("2025-02-12..2025-02-18", "2025-02-12", "2025-02-18")]
    [InlineData("before 2025-03-18", "2024-01-01", "2025-03-17")]
    [InlineData("after 2025-03-11", "2025-03-12", "2025-12-31")]
    [InlineData("about 2025-02-15", "2025-02-12", "2025-02-18")]
    [InlineData("undated", "2024-01-01", "2025-12-31")]
    public void Date_covers_the_days_that_it_says(string text, string first, string last)
    {
        Case read = SampleCase.Sound(new()
        {
            ["case.yaml"] = SampleCase.Bare.Replace("starts: 2025-01-01", "starts: 2024-01-01", StringComparison.Ordinal).Replace("as-of: 2025-03-01", "as-of: 2025-12-31", StringComparison.Ordinal),
            ["ledger.yaml"] = $"moves: {{a: {{date: {text}, by: north, kind: state, what: speaks}}}}",
        });

        VagueDate date = read.Moves.Single().Date;
        (date.First, date.Last, date.Text, date.Undated).ShouldBe((DateOnly.Parse(first, null), DateOnly.Parse(last, null), text, text == "undated"));
    }

    [Fact]
    public void Date_of_what_happened_ends_at_the_date_of_the_case()
    {
        Case read = SampleCase.Sound(new()
        {
            ["case.yaml"] = SampleCase.Bare,
            ["ledger.yaml"] = "moves: {a: {date: 2025, by: north, kind: state, what: speaks}, b: {date: 2025-06, by: north, kind: promise, what: plans, factuality: planned}}",
        });

        read.Moves[0].Date.ShouldBe(new VagueDate(read.Starts, read.AsOf, "2025"));
        read.Moves[1].Date.Last.ShouldBe(new DateOnly(2025, 6, 30));
    }

    [Fact]
    public void Move_says_who_what_and_how_it_hangs_together()
    {
        Move asked = Row("asked");
        (asked.Kind, asked.Factuality, asked.Speaker, asked.InModel, asked.Option!.Value.Value).ShouldBe((MoveKind.Demand, Factuality.Opinion, "Somebody", false, "overrun"));
        asked.MetBy.ShouldBe([new MoveId("yielded")]);
        Row("again").SameAs.ShouldBe(new MoveId("call-1"));
        Row("again").ClashesWith.ShouldBe([new MoveId("asked")]);
        Row("ruled-out").Conditional.ShouldBeTrue();
        Row("ruled-out").InReturnFor.ShouldBe([new MoveId("call-1")]);
        Row("call-1").Reversible.ShouldBe(false);
        Row("eased").To.Select(p => p.Value).ShouldBe(["south", "north"]);
        (Row("eased").Amount!.Path, Row("eased").Credibility!.Shape).ShouldBe(("ledger.eased.amount", new NumberShape.Uniform(0.5, 0.8)));
    }

    [Theory]
    [InlineData("offer", "", "reserve", Standing.Announced)]
    [InlineData("promise", "", "reserve", Standing.Announced)]
    [InlineData("threaten", "", "announced", Standing.Announced)]
    [InlineData("impose", "", "announced", Standing.InForce)]
    [InlineData("give", "", "reserve", Standing.GivenAway)]
    [InlineData("concede", "", "reserve", Standing.GivenAway)]
    [InlineData("withhold", "", "in-force", Standing.Reserve)]
    [InlineData("ease", "", "in-force", Standing.Reserve)]
    [InlineData("ease", "reversible: no, ", "in-force", Standing.Gone)]
    [InlineData("rule-out", "", "given-away", Standing.Gone)]
    [InlineData("demand", "", "gone", null)]
    [InlineData("give", "standing: reserve, ", "gone", Standing.Reserve)]
    public void Move_on_a_lever_leaves_it_where_the_table_says(string kind, string more, string from, Standing? to)
    {
        Case read = SampleCase.Sound(new()
        {
            ["case.yaml"] = SampleCase.Bare + $"\nlevers: {{calls: {{holder: north, standing: {from}, deal: {{south: 1}}}}}}",
            ["ledger.yaml"] = $"moves: {{a: {{date: 2025-02-01, by: north, kind: {kind}, {more}what: acts, lever: calls}}}}",
        });

        read.Moves.Single().LeverStanding.ShouldBe(to);
    }

    [Theory]
    [InlineData("gone", "offer")]
    [InlineData("gone", "give")]
    [InlineData("gone", "ease")]
    [InlineData("reserve", "ease")]
    [InlineData("reserve", "withhold")]
    [InlineData("given-away", "offer")]
    [InlineData("given-away", "promise")]
    [InlineData("in-force", "threaten")]
    [InlineData("given-away", "impose")]
    public void Move_that_the_standing_does_not_allow_is_impossible(string from, string kind)
    {
        CaseReadResult result = SampleCase.Read(new()
        {
            ["case.yaml"] = SampleCase.Bare + $"\nlevers: {{calls: {{holder: north, standing: {from}, deal: {{south: 1}}}}}}",
            ["ledger.yaml"] = $"moves: {{a: {{date: 2025-02-01, by: north, kind: {kind}, what: acts, lever: calls}}}}",
        });

        result.Problems.Single().Code.ShouldBe("ledger/impossible-move");
    }

    [Fact]
    public void Conceding_an_option_removes_the_others_and_makes_it_the_fact()
    {
        Move yielded = Row("yielded");

        yielded.Yields!.Removed.ShouldBe([0, 2, 3]);
        (yielded.Yields.BecomesFact, yielded.Yields.OnlyWhereRemoved).ShouldBe((1, false));
        yielded.Binds!.Shape.ShouldBe(new NumberShape.Uniform(0.3, 0.7));
    }

    [Fact]
    public void Ruling_out_binds_when_the_options_are_the_movers_own_act()
    {
        Move ruled = Row("ruled-out");

        ruled.Yields!.Removed.ShouldBe([0]);
        (ruled.Yields.BecomesFact, ruled.Yields.OnlyWhereRemoved).ShouldBe((2, true));
        ruled.Binds!.Shape.ShouldBe(new NumberShape.Fixed(1));
        ruled.Binds.Support.ShouldBe(Support.ByDefault);
    }

    [Fact]
    public void Ruling_out_what_is_anothers_act_does_not_bind_unless_stated()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace("needs: {line-open: south}", "needs: {line-open: north}", StringComparison.Ordinal);

        SampleCase.Sound(files).Move(new MoveId("ruled-out")).Binds!.Shape.ShouldBe(new NumberShape.Fixed(0));
    }
}
