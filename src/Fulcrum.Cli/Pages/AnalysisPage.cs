using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>The answer to 'analyze' for a reader: what it comes to, what to check, the hands, the deal, the concessions, the levers, the ledger.</summary>
internal static class AnalysisPage
{
    /// <param name="ask">From a finding's id to the arguments with which 'why' asks about it, for the hint at the end.</param>
    /// <param name="full">Also every finding, the dependences and the timeline.</param>
    public static Page Of(Analysis analysis, int width, Func<string, string> ask, bool full)
    {
        var page = new Page(width);
        Head(page, analysis);
        InShort(page, analysis);
        CheckFirst(page, analysis);
        if (analysis.HasModel)
        {
            HandsSection.Write(page, analysis);
            DealSection.Write(page, analysis);
            ConcessionsSection.Write(page, analysis);
            LeversSection.Write(page, analysis);
        }
        CommitmentsSection.Write(page, analysis.Commitments, full);
        LedgerSection.Write(page, analysis.Ledger, full || !analysis.HasModel);
        if (full || !analysis.HasModel)
        {
            FullSections.Write(page, analysis);
        }
        Foot(page, analysis, ask);
        return page;
    }

    private static void Head(Page page, Analysis analysis)
    {
        string frozen = analysis.Frozen is null ? "" : ", frozen";
        page.Spread(new Piece(analysis.Title, Ink.Strong), new Piece($"as of {Figures.Day(analysis.AsOf)}{frozen} | {analysis.ReadingName}", Ink.Faint));
        if (analysis.Question is not null)
        {
            page.Paragraph(analysis.Question);
        }
        if (analysis.Method.Partial)
        {
            page.Paragraph(
                string.Create(CultureInfo.InvariantCulture, $"PARTIAL: interrupted after {analysis.Method.Done} of {analysis.Method.Draws} draws; what follows rests on these alone."),
                ink: Ink.Caution);
        }
    }

    private static void InShort(Page page, Analysis analysis)
    {
        if (analysis.InShort.Count == 0)
        {
            return;
        }
        page.Heading("IN SHORT", "(every sentence holds on this case's assumptions, not for the world)");
        foreach (InShortSentence sentence in analysis.InShort)
        {
            page.Paragraph(sentence.Text, indent: 2, end: sentence.Findings.Count > 0 ? $"[{string.Join(' ', sentence.Findings)}]" : "");
        }
    }

    private static void CheckFirst(Page page, Analysis analysis)
    {
        if (analysis.CheckFirst.Count == 0)
        {
            return;
        }
        page.Heading("CHECK FIRST", "before you quote the above");
        foreach (CheckFirstItem item in analysis.CheckFirst)
        {
            page.Item("!", Ink.Caution, item.Text);
        }
    }

    private static void Foot(Page page, Analysis analysis, Func<string, string> ask)
    {
        page.Blank();
        page.Marks();
        string example = analysis.Findings.Count > 0 ? analysis.Findings[0].Id : "ID";
        page.Paragraph($"fulcrum why {ask(example)}: its chain, down to the sentence", ink: Ink.Faint);
        page.Paragraph(MethodLine(analysis.Method, analysis.HasModel), ink: Ink.Faint);
    }

    private static string MethodLine(Method method, bool hasModel)
    {
        string made = string.Create(CultureInfo.InvariantCulture, $"case {method.CaseHash}, fulcrum {method.Version}");
        if (!hasModel)
        {
            return $"Counted from the ledger, {made}";
        }
        string gap = method.LargestGap is { } g ? string.Create(CultureInfo.InvariantCulture, $", gap {(g < 1e-6 ? "< 1e-6" : g.ToString("0.0E+0", CultureInfo.InvariantCulture))}") : "";
        string draws = method.Partial ? $"{method.Done} of {method.Draws} draws" : $"{method.Done} draws";
        return string.Create(CultureInfo.InvariantCulture, $"{method.Concept}{gap}, {draws}, seed {method.Seed}, {made}");
    }
}
