using System.Globalization;
using Fulcrum.Findings.Kept;

namespace Fulcrum.Cli.Pages;

/// <summary>One deal in two readings, for a reader.</summary>
internal static class ContrastPage
{
    private const int Named = 8;

    public static Page Of(KeepContrast answer, int width)
    {
        var page = new Page(width);
        page.Paragraph($"The same deal in '{answer.One.Name}' and in '{answer.Other.Name}'", ink: Ink.Strong);
        page.Paragraph(string.Join("; ", answer.Deal.Select(t => $"{t.IssueName}: {t.OptionName}")), indent: 2, hanging: 4);
        page.Heading("KEPT?", "(on this case's assumptions, not for the world)");
        KeptSections.Sentences(page, answer.Sentences);
        if (answer.Swaps.Count > 0)
        {
            Swaps(page, answer);
        }
        return KeptSections.Closed(page, answer.Method, marks: false);
    }

    private static void Swaps(Page page, KeepContrast answer)
    {
        page.Heading("ONE ASSUMPTION AT A TIME", $"'{answer.One.Name}' with that one of '{answer.Other.Name}'; ! turns the verdict, / leaves it undecided");
        foreach (SwappedAssumption swap in answer.Swaps.Take(Named))
        {
            string points = Figures.Signed(swap.Slack);
            page.Row(Ink.Plain, (swap.Flips ? "!" : swap.Stands == "undecided" ? "/" : " ", 2), (swap.Path, 51), ($"kept {KeptSections.Percent(swap.Kept)}", 11), ($"{points} {(points is "+1" or "-1" ? "point" : "points")}", 16));
        }
        page.Paragraph("kept: of 100 draws. points: by which keeping gets better for the party nearest to breaking the deal.", indent: 2, ink: Ink.Faint);
        if (answer.Swaps.Count > Named)
        {
            page.Line(new Piece(string.Create(CultureInfo.InvariantCulture, $"  and {answer.Swaps.Count - Named} more (--json)"), Ink.Faint));
        }
    }
}
