using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>A date asked for that lies outside the case's own is told before the answer.</summary>
public sealed class OutsideDatesTests
{
    [Theory]
    [InlineData(2020, true)]
    [InlineData(2025, false)]
    [InlineData(2035, true)]
    public void Date_outside_the_case_is_warned_of(int year, bool warned)
    {
        Workbench ukraine = Workbench.Open(Studied.Folder(Studied.Ukraine));
        var options = new AnalyzeOptions { Draws = 1, Checks = false, AsOf = new DateOnly(year, 3, 1) };
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        IReadOnlyList<CaseProblem>[] told =
            [ukraine.Keep([], options, null, cancellation).Problems, ukraine.Trend(options, null, cancellation).Problems, ukraine.Analyze(options, null, cancellation).Problems];

        foreach (IReadOnlyList<CaseProblem> problems in told)
        {
            problems.Count(p => p.Code == "ask/as-of-outside").ShouldBe(warned ? 1 : 0);
            problems.ShouldAllBe(p => p.Severity == Severity.Warning);
        }
    }
}
