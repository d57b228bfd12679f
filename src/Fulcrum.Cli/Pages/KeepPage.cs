using Fulcrum.Findings;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Pages;

/// <summary>The answer to 'keep' for a reader.</summary>
internal static class KeepPage
{
    public static Page Of(KeepAnswer answer, int width)
    {
        Page page = KeptSections.Opened(width, answer.Title, answer.AsOf, answer.ReadingName, "Would this deal be kept?");
        Deal(page, answer.Deal, answer.Levers);
        KeptSections.Write(page, answer);
        page.Heading("CHECKLIST", "features of agreements that research links with longer peace");
        foreach (DesignFeature feature in answer.Checklist)
        {
            page.Paragraph($"{feature.Name}: {feature.Says} ({feature.Source})", indent: 2, hanging: 4);
        }
        return KeptSections.Closed(page, answer.Method, marks: true);
    }

    private static void Deal(Page page, IReadOnlyList<SingleDealTerm> terms, IReadOnlyList<string> levers)
    {
        page.Heading("THE DEAL");
        page.Paragraph(string.Join("; ", terms.Select(t => $"{t.IssueName}: {t.OptionName}")), indent: 2, hanging: 4);
        if (levers.Count > 0)
        {
            page.Paragraph($"with {string.Join(", ", levers)}", indent: 2, hanging: 4);
        }
    }
}
