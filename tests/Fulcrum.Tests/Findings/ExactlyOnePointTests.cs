using Fulcrum.Findings;
using Fulcrum.Studies.Verdicts;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Findings;

/// <summary>What is exactly a point, or exactly equal, counts the same in every draw: the last digits of a sum decide nothing.</summary>
public sealed class ExactlyOnePointTests : IDisposable
{
    // A lever worth two points to South is given away, and the land can be split in small steps: South's two points are shared, so it cost North one.
    private const string Talks = """
        fulcrum: 1
        case: a gift worth two
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues: {land: {range: {from: 0, to: 100, step: 10, unit: '%'}, north: {0: 0, 100: 100}, south: {0: 100, 100: 0}}}
        weights: {north: {land: 1}, south: {land: 1}}
        no-deal: {war: {goes: {as: {rest: status-quo}}, cost: {north: -10..0, south: 40..60}}}
        levers: {aid: {holder: north, deal: {south: 2}}}
        verdicts: {six: {says: the gift cost North a point, holds: cost.gift.north >= 1}, even: {says: both gain alike, holds: gain.north = gain.south}}
        """;

    private const string Gift = "moves:\n  gift: {date: 2025-02-01, by: north, to: south, kind: give, what: the aid, lever: aid}\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_cost_of_exactly_one_point_counts_in_every_draw()
    {
        _folder.Write("case.yaml", Talks);
        _folder.Write("ledger.yaml", Gift);
        Analysis analysis = Workbench.Open(_folder.Path).Analyze(new AnalyzeOptions { Draws = 200, Threads = 1 }, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        ChangeCost north = analysis.Changes.ShouldHaveSingleItem().Costs.Single(c => c.Party == "north");
        north.Size.ShouldNotBeNull().Median.ShouldBe(1, 1e-6);
        (north.PointOrMore.Hits, north.PointOrMore.Of).ShouldBe((200, 200));
    }

    [Theory]
    [InlineData(1 - 1e-12, true)]
    [InlineData(1, true)]
    [InlineData(1.5, true)]
    [InlineData(0.9999, false)]
    [InlineData(-1, false)]
    [InlineData(double.NaN, false)]
    public void Change_of_a_point_is_noticeable_either_way(double change, bool noticeable)
    {
        Noticeable.Up(change).ShouldBe(noticeable);
        Noticeable.Down(-change).ShouldBe(noticeable);
    }

    [Theory]
    [InlineData(5.9999999999, 6, true)]
    [InlineData(6.0000000001, 6, true)]
    [InlineData(5.999, 6, false)]
    [InlineData(2_000_000.001, 2_000_000, true)]
    [InlineData(2_000_001, 2_000_000, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    public void Numbers_closer_than_what_is_certified_are_equal(double left, double right, bool equal)
    {
        Relation.Holds(left, "=", right).ShouldBe(equal);
        Relation.Holds(left, "!=", right).ShouldBe(!equal);
        Relation.Holds(left, ">=", right).ShouldBe(equal || left > right);
        Relation.Holds(left, "<=", right).ShouldBe(equal || left < right);
        Relation.Holds(left, ">", right).ShouldBe(!equal && left > right);
        Relation.Holds(left, "<", right).ShouldBe(!equal && left < right);
    }
}
