using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>The predicted deal, issue by issue, or why none is open.</summary>
internal static class DealSection
{
    private const double SmallestShare = 0.05;
    private const int LongestName = 26;

    public static void Write(Page page, Analysis analysis)
    {
        Closed(page, analysis.Zone);
        if (analysis.Deal is not { OpenDraws: > 0 } deal)
        {
            return;
        }
        page.Heading("PREDICTED DEAL", "shares of 100, averaged over the draws with an open deal");
        int name = Math.Min(LongestName, deal.Issues.Select(i => Page.Columns(i.Name)).Append(4).Max());
        var laws = new List<string>();
        foreach (IssueShares issue in deal.Issues)
        {
            string options = string.Join(", ", issue.Options.Where(o => o.Share >= SmallestShare).OrderByDescending(o => o.Share).Select(o => Said(o, laws)));
            page.Paragraph($"{Page.Fit(issue.Name, name)}  {options}", indent: 2, hanging: name + 4);
        }
        string levers = string.Join(", ", deal.Levers.Where(l => l.Share >= SmallestShare).OrderByDescending(l => l.Share).Select(l => $"{l.Name} {Figures.Percent(l.Share)}"));
        if (levers.Length > 0)
        {
            page.Paragraph($"{Page.Fit("with", name)}  {levers}", indent: 2, hanging: name + 4);
        }
        for (int i = 0; i < laws.Count; i++)
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] contrary to {laws[i]}; shown, not scored"), indent: 2, hanging: 6, ink: Ink.Faint);
        }
    }

    private static string Said(OptionShare option, List<string> laws)
    {
        string said = $"{option.Name} {Figures.Percent(option.Share)}";
        if (option.ContraryTo is null)
        {
            return said;
        }
        if (!laws.Contains(option.ContraryTo))
        {
            laws.Add(option.ContraryTo);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{said} [{laws.IndexOf(option.ContraryTo) + 1}]");
    }

    private static void Closed(Page page, ZoneAnswer? zone)
    {
        if (zone is null || zone.OpenAtMidRange)
        {
            return;
        }
        page.Heading("NO DEAL IS OPEN", "with every number at its middle");
        if (zone.Blockers.Count > 0)
        {
            page.Paragraph($"It would take the consent of {string.Join(" and ", zone.Blockers)}.", indent: 2);
        }
        foreach (ZoneOpening opening in zone.Opens.Where(o => o.Points is not null))
        {
            page.Paragraph($"A deal opens if {opening.Name} had {Wording.Enough(opening.Points!.Value)} less if talks fail.", indent: 2);
        }
    }
}
