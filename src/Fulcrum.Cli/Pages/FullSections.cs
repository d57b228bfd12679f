using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>What the full page adds: every finding, who depends on whom, the hands over time.</summary>
internal static class FullSections
{
    public static void Write(Page page, Analysis analysis)
    {
        FindingsInFull(page, analysis);
        Dependences(page, analysis);
        Timeline(page, analysis);
    }

    private static void FindingsInFull(Page page, Analysis analysis)
    {
        if (analysis.Findings.Count == 0)
        {
            return;
        }
        page.Heading("FINDINGS");
        foreach (Finding finding in analysis.Findings)
        {
            page.Paragraph($"{finding.Id,-4}{finding.Text}", indent: 2, hanging: 6, end: string.Concat(finding.Marks));
            if (finding.Rests.Length > 0)
            {
                page.Paragraph(finding.Rests, indent: 6, ink: Ink.Faint);
            }
        }
    }

    private static void Dependences(Page page, Analysis analysis)
    {
        var felt = analysis.Dependences.Where(d => d.Points is not null && Figures.Points(d.Points.P95) != "0").ToList();
        if (felt.Count == 0)
        {
            return;
        }
        page.Heading("WHO DEPENDS ON WHOM", "points a party loses if the other refuses and the rest go on");
        foreach (IGrouping<string, Dependence> party in felt.GroupBy(d => d.Party))
        {
            string on = string.Join(";  ", party.Select(d => $"on {Name(analysis, d.On)} {Figures.Range(d.Points)}"));
            page.Paragraph($"{Name(analysis, party.Key)}: {on}", indent: 2, hanging: 4);
        }
    }

    private static void Timeline(Page page, Analysis analysis)
    {
        if (analysis.Timeline.Count < 2)
        {
            return;
        }
        const int DateColumns = 14;
        const int HandColumns = 16;
        string[] parties = [.. analysis.Hands.Select(h => h.Party).Take((page.Width - DateColumns - 16) / HandColumns)];
        page.Heading("TIMELINE", "predicted deal of each date, and in how many of 100 draws one is open");
        page.Line(new Piece($"  {Page.Fit("", DateColumns)}{Page.Fit("open", 8)}{string.Concat(parties.Select(p => Page.Fit(Name(analysis, p), HandColumns)))}", Ink.Faint));
        foreach (TimelinePoint point in analysis.Timeline)
        {
            string hands = string.Concat(parties.Select(p => Page.Fit(Figures.Range(point.Hands.FirstOrDefault(h => h.Party == p)?.Hand), HandColumns)));
            string open = point.Open.Percent.ToString(CultureInfo.InvariantCulture);
            page.Line($"  {Page.Fit(Figures.ShortDay(point.Date, analysis.Starts.Year), DateColumns)}{Page.Fit(open, 8)}{hands}");
        }
    }

    private static string Name(Analysis analysis, string party) => analysis.Hands.FirstOrDefault(h => h.Party == party)?.Name ?? party;
}
