using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Studies;

/// <summary>Two people's ledgers: nothing that one states otherwise than the other goes unlisted.</summary>
public sealed class LedgerAgreementTests
{
    // What no two people write alike, what matches moves, and what follows from the rest.
    private static readonly string[] NotCompared = [nameof(Move.Id), nameof(Move.Key), nameof(Move.What), nameof(Move.Note), nameof(Move.Place), nameof(Move.Turn)];

    private static readonly Dictionary<string, (string Field, Func<Case, Move, Move> Change)> Changes = new()
    {
        [nameof(Move.Date)] = ("date", (_, m) => m with { Date = new VagueDate(m.Date.First.AddDays(-1), m.Date.Last.AddDays(1), "about then") }),
        [nameof(Move.By)] = ("by", (_, m) => m with { By = new PartyId("somebody") }),
        [nameof(Move.To)] = ("to", (_, m) => m with { To = [new PartyId("somebody")] }),
        [nameof(Move.Kind)] = ("kind", (_, m) => m with { Kind = m.Kind == MoveKind.RuleOut ? MoveKind.Exclude : MoveKind.RuleOut }),
        [nameof(Move.Factuality)] = ("factuality", (_, m) => m with { Factuality = Factuality.Hypothetical }),
        [nameof(Move.Speaker)] = ("speaker", (_, m) => m with { Speaker = "somebody" }),
        [nameof(Move.Issue)] = ("issue", (_, m) => m with { Issue = new IssueId("something") }),
        [nameof(Move.Option)] = ("option", (_, m) => m with { Option = new OptionId("something") }),
        [nameof(Move.Lever)] = ("lever", (_, m) => m with { Lever = new LeverId("something") }),
        [nameof(Move.LeverStanding)] = ("standing", (_, m) => m with { LeverStanding = m.LeverStanding == Standing.GivenAway ? Standing.Gone : Standing.GivenAway }),
        [nameof(Move.Yields)] = ("rules-out", (c, m) => m with { Yields = new IssueYield(c.Issues[0].Id, [.. Enumerable.Range(0, c.Issues[0].Options.Count)], m.Yields?.BecomesFact ?? 0, false) }),
        [nameof(Move.Binds)] = ("binds", (c, m) => m with { Binds = Number(c, 0.77) }),
        [nameof(Move.Amount)] = ("amount", (c, m) => m with { Amount = Number(c, 0.77) }),
        [nameof(Move.Credibility)] = ("credibility", (c, m) => m with { Credibility = Number(c, 0.77) }),
        [nameof(Move.Reversible)] = ("reversible", (_, m) => m with { Reversible = m.Reversible != true }),
        [nameof(Move.Conditional)] = ("conditional", (_, m) => m with { Conditional = !m.Conditional }),
        [nameof(Move.InReturnFor)] = ("in-return-for", (_, m) => m with { InReturnFor = [m.Id] }),
        [nameof(Move.MetBy)] = ("met-by", (_, m) => m with { MetBy = [m.Id] }),
        [nameof(Move.SameAs)] = ("same-as", (_, m) => m with { SameAs = m.Id }),
        [nameof(Move.ClashesWith)] = ("clashes-with", (_, m) => m with { ClashesWith = [m.Id] }),
        [nameof(Move.After)] = ("after", (_, m) => m with { After = [m.Id] }),
        [nameof(Move.InModel)] = ("in-model", (_, m) => m with { InModel = !m.InModel }),
        [nameof(Move.Evidence)] = ("evidence", (_, m) => m with { Evidence = [new EvidenceId("something")] }),
    };

    // What changes with it: the fact of what is yielded, and how much moves of a lever that is none.
    private static readonly string[] Following = ["becomes", "amount"];

    public static IEnumerable<TheoryDataRow<string>> Properties() => typeof(Move).GetProperties().Where(p => !NotCompared.Contains(p.Name)).Select(p => new TheoryDataRow<string>(p.Name));

    [Theory]
    [MemberData(nameof(Properties))]
    public void Move_told_otherwise_in_one_property_is_listed_and_all_else_agrees(string property)
    {
        Case mine = Sample();
        (string field, Func<Case, Move, Move> change) = Changes[property];
        Case hers = mine with { Moves = [.. mine.Moves.Select((m, i) => i == 0 ? change(mine, m) : m)] };

        AgreementAnswer answer = WorkbenchAgreement.Of(mine, hers);

        LedgerDifference difference = answer.Differences.Where(d => d.Field == field || !Following.Contains(d.Field)).ShouldHaveSingleItem();
        (difference.Move, difference.Field).ShouldBe((mine.Moves[0].Id.Value, field));
        difference.First.ShouldNotBe(difference.Second);
        answer.Fields.Single(f => f.Field == field).Same.ShouldBe(mine.Moves.Count - 1);
        answer.Fields.Where(f => f.Alpha is not null && f.Field != field && !Following.Contains(f.Field)).ShouldAllBe(f => f.Alpha == 1);
    }

    [Fact]
    public void What_becomes_the_fact_is_a_field_of_its_own()
    {
        Case mine = Sample();
        Move first = mine.Moves[0] with { Yields = new IssueYield(mine.Issues[0].Id, [0], 1, false) };
        Case one = mine with { Moves = [first] }, other = mine with { Moves = [first with { Yields = first.Yields! with { BecomesFact = 0 } }] };

        WorkbenchAgreement.Of(one, other).Differences.ShouldHaveSingleItem().ShouldBe(
            new LedgerDifference(first.Id.Value, "becomes", mine.Issues[0].Options[1].Id.Value, mine.Issues[0].Options[0].Id.Value));
    }

    // By hand: of 0.2 against 1 and 0.5 against 0.5 observed is 0.64 in one unit of two, expected is the mean over all pairs of the four values.
    [Fact]
    public void Numbers_disagree_by_the_square_of_what_lies_between_their_middles()
    {
        Case mine = Sample();
        Move[] moves = [.. mine.Moves.Take(2)];
        Case one = mine with { Moves = [moves[0] with { Binds = Number(mine, 0.2) }, moves[1] with { Binds = Number(mine, 0.5) }] };
        Case other = mine with { Moves = [moves[0] with { Binds = Number(mine, 1) }, moves[1] with { Binds = Number(mine, 0.5) }] };
        double observed = 2 * 0.64 / 4, expected = 2 * (0.64 + 0.09 + 0.09 + 0.25 + 0.25 + 0) / (4 * 3);

        FieldAgreement binds = WorkbenchAgreement.Of(one, other).Fields.Single(f => f.Field == "binds");

        binds.Alpha!.Value.ShouldBe(1 - observed / expected, 1e-12);
        (binds.Same, binds.Of).ShouldBe((1, 2));
    }

    [Fact]
    public void Two_ranges_with_one_middle_are_different_and_cost_no_alpha()
    {
        Case mine = Sample();
        Case one = mine with { Moves = [.. mine.Moves.Select(m => m with { Binds = Number(mine, 0.5) })] };
        Case other = one with { Moves = [.. one.Moves.Select((m, i) => i == 0 ? m with { Binds = m.Binds! with { Shape = new NumberShape.Uniform(0.4, 0.6) } } : m with { Binds = Number(mine, 0.4) })] };

        AgreementAnswer answer = WorkbenchAgreement.Of(one, other);

        answer.Differences.First(d => d.Field == "binds" && d.Move == mine.Moves[0].Id.Value).Second.ShouldBe("0.4..0.6");
    }

    [Fact]
    public void Move_that_only_one_saw_is_listed_beside_the_fields()
    {
        Case mine = Sample();

        AgreementAnswer answer = WorkbenchAgreement.Of(mine, mine with { Moves = [.. mine.Moves.Skip(1)] });

        answer.OnlyFirst.ShouldBe([mine.Moves[0].Id.Value]);
        answer.Differences.ShouldBeEmpty();
    }

    private static Quantity Number(Case @case, double value) => @case.Quantities[0] with { Shape = new NumberShape.Fixed(value) };

    private static Case Sample() => CaseFolder.Read(Rules.Repository.At("tests", "Fulcrum.EndToEnd", "Samples", "harbour"), new CaseReadOptions()).Case!;
}
