using Fulcrum.Cli.Pages;
using Fulcrum.EndToEnd.Samples;
using Fulcrum.Findings;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>The pages on made-up answers: every part, at every width.</summary>
public sealed class PageTests
{
    private static readonly Func<string, string> Ask = id => $"cases/harbour {id}";

    [Fact]
    public void Analysis_with_everything_reads_as_approved() =>
        Approval.Matches(AnalysisPage.Of(SampleAnalysis.Full, 80, Ask, full: true).ToText(colour: false), "page-analyze-full.txt");

    [Fact]
    public void Analysis_interrupted_with_a_closed_zone_reads_as_approved() =>
        Approval.Matches(AnalysisPage.Of(SampleAnalysis.Interrupted, 80, Ask, full: false).ToText(colour: false), "page-analyze-interrupted.txt");

    [Fact]
    public void Analysis_of_a_ledger_alone_reads_as_approved() =>
        Approval.Matches(AnalysisPage.Of(SampleAnalysis.LedgerAlone, 80, Ask, full: false).ToText(colour: false), "page-analyze-ledger.txt");

    [Theory]
    [InlineData(48)]
    [InlineData(64)]
    [InlineData(80)]
    public void Analysis_at_any_width_stays_within_it(int width)
    {
        foreach (Analysis analysis in new[] { SampleAnalysis.Full, SampleAnalysis.Interrupted, SampleAnalysis.LedgerAlone })
        {
            string text = AnalysisPage.Of(analysis, width, Ask, full: true).ToText(colour: false);
            text.Split('\n').Where(line => Page.Columns(line) > width).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Page_in_colour_differs_from_the_plain_one_only_by_escape_sequences()
    {
        Page page = AnalysisPage.Of(SampleAnalysis.Full, 80, Ask, full: true);
        string coloured = page.ToText(colour: true);

        coloured.ShouldContain("\u001b[");
        System.Text.RegularExpressions.Regex.Replace(coloured, "\u001b\\[[0-9;]*m", "").ShouldBe(page.ToText(colour: false));
    }

    [Fact]
    public void Text_of_a_case_that_would_steer_the_terminal_is_shown_harmless()
    {
        var page = new Page(80);
        page.Paragraph("before\u001b[2J\u001b]0;title\u0007\u202Eafter\u009b1m");
        page.Line("a\rb\tc");

        string text = page.ToText(colour: true);
        text.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        text.ShouldNotContain('\u202E');
    }
}
