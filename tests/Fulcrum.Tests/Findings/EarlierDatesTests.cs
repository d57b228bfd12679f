using System.Globalization;
using System.Text;
using Fulcrum.Bargaining;
using Fulcrum.Findings;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Findings;

/// <summary>'Open on every earlier date' is said only where every date was looked at.</summary>
public sealed class EarlierDatesTests : IDisposable
{
    private const string Talks = """
        fulcrum: 1
        case: a ledger of many days
        starts: 2025-01-01
        as-of: 2025-06-30
        parties: {north: {role: principal}, south: {role: principal}}
        issues: {land: {range: {from: 0, to: 100, step: 10, unit: '%'}, north: {0: 0, 100: 100}, south: {0: 100, 100: 0}}}
        weights: {north: {land: 1}, south: {land: 1}}
        no-deal: {war: {goes: {as: {rest: status-quo}}, cost: {north: 0..10, south: 60..70}}}
        levers: {tariff: {holder: north, no-deal: {south: -5}}}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private Analysis Analyse(int moves)
    {
        var ledger = new StringBuilder("moves:\n");
        for (int m = 0; m < moves; m++)
        {
            ledger.Append(CultureInfo.InvariantCulture, $"  m{m}: {{date: {new DateOnly(2025, 1, 2).AddDays(2 * m):yyyy-MM-dd}, by: north, to: south, kind: {(m % 2 == 0 ? "impose" : "ease")}, what: the tariff, lever: tariff}}\n");
        }
        _folder.Write("case.yaml", Talks);
        _folder.Write("ledger.yaml", ledger.ToString());
        return Workbench.Open(_folder.Path).Analyze(new AnalyzeOptions { Draws = 5, Threads = 1 }, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(10, "on every earlier date of the ledger")]
    [InlineData(60, "on each of the 39 earlier dates looked at, of 61 in the ledger")]
    public void Reality_check_says_of_how_many_dates_it_speaks(int moves, string says)
    {
        Analysis analysis = Analyse(moves);

        string[] told = [.. analysis.Findings.Where(f => f.Kind == FindingKind.RealityCheck).Select(f => f.Text), .. analysis.InShort.Where(s => s.Text.Contains("when none was made", StringComparison.Ordinal)).Select(s => s.Text)];
        told.Length.ShouldBe(2);
        told.ShouldAllBe(t => t.Contains(says, StringComparison.Ordinal));
        analysis.Timeline.Count.ShouldBeLessThanOrEqualTo(CasePlan.MostDates);
    }
}
