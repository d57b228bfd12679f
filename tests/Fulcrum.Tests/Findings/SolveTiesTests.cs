using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Shouldly;

namespace Fulcrum.Tests.Findings;

/// <summary>What is said of deals that are as good as the one shown: what each is worth to whom, and 'the same points' only where they are the same.</summary>
public sealed class SolveTiesTests
{
    // Gains of 70 and 15, or 30 and 35: one product, 1,050, and other points; no other deal reaches it.
    private const string Text = """
        fulcrum: 1
        case: ties
        starts: 2025-01-01
        as-of: 2025-03-01
        parties: {a: {role: principal}, b: {role: principal}}
        issues:
          x:
            options: [x0, x1, x2]
            a: {x0: 0, x1: 70, x2: SECOND}
            b: {x0: 0, x1: 15, x2: THIRD}
        weights: {a: {x: 1}, b: {x: 1}}
        no-deal:
          fail:
            only: {as: {rest: status-quo}}
        """;

    [Theory]
    [InlineData("30", "35", "Other deals are equally good by this measure, and give other points to some; one of them is shown.")]
    [InlineData("70", "15", "Other deals give everyone the same points; one of them is shown.")]
    public void Ties_have_their_points_and_are_called_the_same_only_where_they_are(string second, string third, string note)
    {
        string text = Text.Replace("SECOND", second, StringComparison.Ordinal).Replace("THIRD", third, StringComparison.Ordinal);
        var workbench = new Workbench(r => CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = text }, new CaseReadOptions { Reading = r.Reading }));

        SolveAnswer answer = workbench.Solve(CaseRequest.Base, new SettlementOptions { Single = true }, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        answer.Notes.ShouldContain(note);
        SolvedDeal tie = answer.Ties.ShouldHaveSingleItem();
        string[] options = [answer.Mixture[0].Terms[0].Option, tie.Terms[0].Option];
        options.Order().ShouldBe(["x1", "x2"]);
        double[][] worth = [[.. answer.Parties.Select(p => p.Utility)], [.. tie.Utilities]];
        for (int k = 0; k < options.Length; k++)
            worth[k].ShouldBe(options[k] == "x1" ? [70, 15] : [double.Parse(second, System.Globalization.CultureInfo.InvariantCulture), double.Parse(third, System.Globalization.CultureInfo.InvariantCulture)], 1e-9);
    }
}
