using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Shouldly;

namespace Fulcrum.Tests.Findings;

/// <summary>Deals of equal points are one point of the frontier, and as many of them as are asked for are listed.</summary>
public sealed class FrontierDealsTests
{
    // Four of the six combinations give north 40 and south 60; the others give both less.
    private const string Text = """
        fulcrum: 1
        case: equal points
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {north: {role: principal}, south: {role: principal}}
        issues:
          x: {options: [x0, x1, x2], north: {x0: 80, x1: 80, x2: 0}, south: {x0: 20, x1: 20, x2: 10}}
          y: {options: [y0, y1], north: {y0: 0, y1: 0}, south: {y0: 100, y1: 100}}
        weights: {north: {x: 1, y: 1}, south: {x: 1, y: 1}}
        no-deal: {fail: {only: {as: {rest: status-quo}}}}
        """;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(1000, 4)]
    public void As_many_deals_of_a_point_as_are_asked_for_are_listed_by_key_and_none_twice(int asked, int listed)
    {
        var workbench = new Workbench(r => CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = Text }, new CaseReadOptions { Reading = r.Reading }));

        FrontierRow row = workbench.Frontier(CaseRequest.Base, new FrontierOptions(), null, asked, TestContext.Current.CancellationToken).Value.ShouldNotBeNull().Points.ShouldHaveSingleItem();

        row.Utilities.ShouldBe([40, 60], 1e-9);
        row.Count.ShouldBe(4);
        string[] deals = [.. row.Deals.Select(d => string.Join(' ', d.Terms.Select(t => t.Option)))];
        deals.ShouldBe(new[] { "x0 y0", "x0 y1", "x1 y0", "x1 y1" }.Take(listed));
        row.First.ShouldBe(row.Deals[0]);
    }
}
