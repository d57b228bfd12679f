using System.Globalization;
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
        page.Blank();
        page.Line(new Piece("\" quoted  ~ judged from a sentence  ? assumed  = computed", Ink.Faint));
        page.Paragraph(Method(answer.Method), ink: Ink.Faint);
        return page;
    }

    public static string Method(KeptMethod method) => string.Create(
        CultureInfo.InvariantCulture, $"{(method.Partial ? $"{method.Done} of {method.Draws}" : $"{method.Done}")} draws, seed {method.Seed}, case {method.CaseHash}, fulcrum {method.Version}");

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
