using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>What follows a breach, by hand: the stated facts, as concessions that bind and levers given away have left them; what was in force ended with the deal.</summary>
public sealed class AfterBreachFactsTests
{
    private const string Text = """
        fulcrum: 1
        case: what would be the fact after a breach
        starts: 2025-01-01
        as-of: 2025-06-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          land:
            options: [line, shared, lost]
            needs: {lost: north}
            north: {line: 100, shared: 60, lost: 0}
            south: {line: 0, shared: 30, lost: 100}
        weights: {north: {land: 1}, south: {land: 1}}
        no-deal:
          war:
            goes: {as: {rest: status-quo}}
            cost: {north: 50, south: 50}
          relapse:
            goes: {as: {rest: status-quo}}
            cost: {north: 10, south: 20}
          if-refused-by: {north: war}
          after-breach: relapse
        LEVERS
        keeping: {discount: 0.98}
        """;

    private const string Yield = "yield: {date: 2025-02-01, by: north, to: south, kind: concede, what: gave up the line, issue: land, option: lost, binds: 1, reversible: no}";
    private const string Give = "given: {date: 2025-03-01, by: south, to: north, kind: give, what: opened, lever: hold}";

    /// <summary>Levers, moves, and the values after a breach by the north: to the north and to the south.</summary>
    public static TheoryData<string, string, double, double> Rows() => new()
    {
        { "", "", 90, -20 },
        { "", Yield, -10, 80 },
        { "", Yield.Replace("binds: 1", "binds: 0", StringComparison.Ordinal), 90, -20 },
        { "hold: {holder: south, standing: in-force, delivers: {land: shared}, costs-holder: 7}", "", 90, -20 },
        { "hold: {holder: south, delivers: {land: shared}, costs-holder: 7}", "", 90, -20 },
        { "hold: {holder: south, delivers: {land: shared}, costs-holder: 7}", Give, 50, 3 },
        { "hold: {holder: south, delivers: {land: shared}, costs-holder: 7}", $"{Give}\n  {Yield}", -10, 73 },
        { "hold: {holder: south, delivers: {land: shared}, costs-holder: 7, breach-by-south: {north: 4}}", Give, 50, 3 },
        { "hold: {holder: south, delivers: {land: shared}, costs-holder: 7, breach-by-north: {north: -4}}", Give, 50, 10 },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void After_a_breach_what_was_given_away_and_what_binds_goes_on(string levers, string moves, double north, double south)
    {
        Case @case = Read(levers, moves);

        double[] after = Deriving(@case).AfterWithoutGuarantees(breaker: 0);

        after[0].ShouldBe(north, 1e-9);
        after[1].ShouldBe(south, 1e-9);
    }

    [Fact]
    public void Sequel_of_a_course_keeps_the_facts_that_bind()
    {
        Case @case = Read("", Yield, text => text.Replace("    cost: {north: 10, south: 20}", "    cost: {north: 10, south: 20}\n    then: {course: war, months: 12}", StringComparison.Ordinal));

        double later = Math.Pow(0.98, 12);

        Deriving(@case).AfterWithoutGuarantees(breaker: 0)[0].ShouldBe((1 - later) * -10 + later * -50, 1e-9);
    }

    private static BreachDeriving Deriving(Case @case)
    {
        CaseNumbers numbers = CaseNumbers.MidRange(@case);
        return WorkbenchKeeping.Deriving(new DealValues(CasePlan.Of(@case, @case.AsOf), numbers, @case.AsOf), numbers);
    }

    private static Case Read(string levers, string moves, Func<string, string>? edit = null)
    {
        string text = Text.Replace("LEVERS", levers.Length == 0 ? "" : $"levers:\n  {levers}", StringComparison.Ordinal);
        var texts = new Dictionary<string, string> { ["case.yaml"] = edit?.Invoke(text) ?? text };
        if (moves.Length > 0)
        {
            texts["ledger.yaml"] = $"moves:\n  {moves}\n";
        }
        CaseReadResult read = CaseFolder.FromTexts(texts, new CaseReadOptions());
        return read.Case.ShouldNotBeNull(string.Join('\n', read.Problems.Select(p => $"{p.Place} {p.Message}")));
    }
}
