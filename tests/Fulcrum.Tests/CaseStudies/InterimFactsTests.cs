using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>What an interim agreement holds off is what would be the fact without it: as levers in force and binding concessions have left it.</summary>
public sealed class InterimFactsTests
{
    private const double Rounding = 1e-9;

    private const string Text = """
        fulcrum: 1
        case: what would be the fact
        starts: 2025-01-01
        as-of: 2025-06-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          land:
            options: [line, shared, lost]
            needs: {lost: north}
            north: {line: 100, shared: 60, lost: 0}
            south: {line: 0, shared: 60, lost: 100}
        weights: {north: {land: 1}, south: {land: 1}}
        no-deal:
          war:
            goes: {as: {rest: status-quo}}
            cost: {north: 20, south: 20}
          after-breach: war
        LEVERS
        keeping: {discount: 0.98}
        interim:
          truce: {facts: {land: line}, months: 12, cost-left: 1, deal-after: 0.2, deal-without: 0.2}
        """;

    // Twelve of all months at a discount of 0.98, each a hundred points better for the north and worse for the south.
    [Theory]
    [InlineData("", "yield: {date: 2025-02-01, by: north, to: south, kind: concede, what: gave up the line, issue: land, option: lost, binds: 1, reversible: no}", 100)]
    [InlineData("levers: {hold: {holder: south, standing: in-force, delivers: {land: lost}}}", "", 100)]
    [InlineData("levers: {hold: {holder: south, delivers: {land: lost}}}", "", 0)]
    public void Truce_is_worth_what_it_changes_against_the_facts_as_they_have_become(string levers, string move, double points)
    {
        double months = 1 - Math.Pow(0.98, 12);

        InterimDraw draw = Interim(levers, move);

        draw.Parties[0].Meanwhile.ShouldBe(months * points, Rounding);
        draw.Parties[1].Meanwhile.ShouldBe(months * -points, Rounding);
        draw.Accepted.ShouldBe(points == 0);
    }

    private static InterimDraw Interim(string levers, string move)
    {
        var texts = new Dictionary<string, string> { ["case.yaml"] = Text.Replace("LEVERS", levers, StringComparison.Ordinal) };
        if (move.Length > 0)
            texts["ledger.yaml"] = $"moves:\n  {move}\n";
        CaseReadResult read = CaseFolder.FromTexts(texts, new CaseReadOptions());
        Case @case = read.Case.ShouldNotBeNull(string.Join('\n', read.Problems.Select(p => $"{p.Place} {p.Message}")));
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        return new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>()).Run(CaseNumbers.MidRange(@case)).Interim.Single();
    }
}
