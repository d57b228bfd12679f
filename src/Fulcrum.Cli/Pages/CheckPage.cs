using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;

namespace Fulcrum.Cli.Pages;

/// <summary>What 'check' found, counted; the problems themselves stand on another page.</summary>
internal static class CheckPage
{
    public static Page Of(string folder, IReadOnlyList<CaseProblem> problems, Case? @case, EvidenceReport? report, int width)
    {
        var page = new Page(width);
        int errors = problems.Count(p => p.Severity == Severity.Error);
        string found = problems.Count == 0
            ? "no problems"
            : $"{Figures.Count(errors, "error", "errors")}, {Figures.Count(problems.Count - errors, "warning", "warnings")}";
        page.Paragraph($"{folder}: {found}", ink: errors > 0 ? Ink.Caution : Ink.Strong);
        if (@case is not null && report is not null)
        {
            Counts(page, @case, report);
        }
        return page;
    }

    private static void Counts(Page page, Case @case, EvidenceReport report)
    {
        MarkCounts marks = report.Marks;
        int numbers = marks.Quoted + marks.Judged + marks.Assumed;
        Row(page, "numbers", string.Create(CultureInfo.InvariantCulture, $"{numbers}: {marks.Quoted} quoted (\"), {marks.Judged} judged from a sentence (~), {marks.Assumed} assumed (?)"));
        Row(page, "rankings", string.Create(
            CultureInfo.InvariantCulture,
            $"{@case.Rankings.Count}: {Ranked(@case, Mark.Quoted)} quoted, {Ranked(@case, Mark.Judged)} judged from a sentence, {Ranked(@case, Mark.Assumed)} assumed"));
        string missing = report.TextsMissing.Count == 0 ? "" : $"; {report.SpansNotChecked} not, for want of the text of {string.Join(", ", report.TextsMissing)}";
        string without = report.WithoutText == 0 ? "" : $"; {report.WithoutText} without text";
        Row(page, "evidence", $"{Figures.Count(report.SpansChecked, "span", "spans")} compared with the text{missing}{without}");
        if (report.QuotedNotChecked > 0)
        {
            Row(page, "", $"{Figures.Count(report.QuotedNotChecked, "quoted number", "quoted numbers")} not checked: neither text nor figures at hand");
        }
        Row(page, "ledger", Figures.Count(@case.Moves.Count, "row", "rows"));
        Row(page, "readings", @case.Readings.Count == 0 ? "none" : string.Join(", ", @case.Readings.Select(r => r.Id)));
    }

    private static int Ranked(Case @case, Mark mark) => @case.Rankings.Count(r => r.Support.Mark == mark);

    private static void Row(Page page, string name, string text) => page.Paragraph($"{name,-10}{text}", indent: 2, hanging: 12);
}
