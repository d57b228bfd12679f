using System.Globalization;
using System.Numerics;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>The efficient deals as a table of points by party, from the best for the first party to its worst.</summary>
internal static class FrontierPage
{
    private const int MostRows = 24;

    private const int Column = 14;

    public static Page Of(FrontierAnswer answer, int width)
    {
        var page = new Page(width);
        page.Paragraph($"{Count(answer)}, every number at its middle, {SolvePage.Deals(answer.Deals)}", ink: Ink.Strong);
        page.Paragraph(answer.Exact
            ? "None of them can be improved for one of these parties without costing another something."
            : "The list is not complete: another deal may be better for everyone by up to the points stated below.");
        if (answer.Points.Count > 0)
        {
            Table(page, answer);
        }
        if (answer.Points.Any(p => p.Deals.Count > 1))
        {
            Deals(page, answer);
        }
        if (answer.Notes.Count > 0 || !answer.Exact)
        {
            page.Blank();
        }
        foreach (string note in answer.Notes)
        {
            page.Paragraph(note, hanging: 2);
        }
        if (!answer.Exact)
        {
            page.Paragraph($"May fall short by: {string.Join(", ", answer.Parties.Select(p => $"{p.Name} {Fine(p.Epsilon)} points"))}.", hanging: 2);
        }
        return page;
    }

    private static void Table(Page page, FrontierAnswer answer)
    {
        int fitting = Math.Max(1, (page.Width - 22) / Column);
        FrontierParty[] shown = [.. answer.Parties.Take(fitting)];
        page.Blank();
        page.Line(new Piece($"  {string.Concat(shown.Select(p => Page.Fit(Page.Fit(p.Name, Column - 1).TrimEnd(), Column, right: true)))}{Page.Fit("open", 8, right: true)}{Page.Fit("deals", 10, right: true)}", Ink.Faint));
        foreach (FrontierRow row in Rows(answer.Points))
        {
            string values = string.Concat(Enumerable.Range(0, shown.Length).Select(i => Page.Fit(Number(row.Utilities[i]), Column, right: true)));
            string mark = row.Lottery == true ? " *" : "";
            page.Line($"  {values}", new Piece(Page.Fit(!Fails(answer) ? "-" : row.Open ? "yes" : "no", 8, right: true), row.Open ? Ink.Accent : Ink.Plain), Page.Fit(Short(row.Count), 10, right: true) + mark);
        }
        if (Fails(answer))
        {
            page.Line(new Piece($"  {string.Concat(shown.Select(p => Page.Fit(Number(p.NoDeal), Column, right: true)))}  if talks fail", Ink.Faint));
        }
        Explain(page, answer, shown.Length);
    }

    // The first deal in full, the others by what they change in it.
    private static void Deals(Page page, FrontierAnswer answer)
    {
        page.Heading("DEALS OF EACH POINT", "the first in full, others by what they change in it");
        foreach (FrontierRow row in Rows(answer.Points))
        {
            page.Paragraph(string.Join(", ", answer.Parties.Select((p, i) => $"{p.Name} {Number(row.Utilities[i])}")), indent: 2, ink: Ink.Strong);
            page.Paragraph(DealLines.Whole(row.First), indent: 4, hanging: 6);
            foreach (SolvedDeal deal in row.Deals.Skip(1))
            {
                page.Paragraph($"or {DealLines.Against(row.First, deal)}", indent: 4, hanging: 6);
            }
            if (row.Count > row.Deals.Count)
            {
                page.Paragraph($"and {Short(row.Count - row.Deals.Count)} more", indent: 4, ink: Ink.Faint);
            }
        }
    }

    private static void Explain(Page page, FrontierAnswer answer, int shown)
    {
        page.Paragraph("Points are each party's own: never compare two columns. 'open': nobody is worse off than if talks fail. 'deals': how many have these points.", indent: 2, ink: Ink.Faint);
        if (answer.Points.Any(p => p.Lottery == true))
        {
            page.Paragraph("* no mixture of deals is better for one and no worse for the others.", indent: 2, ink: Ink.Faint);
        }
        if (answer.Points.Count > MostRows)
        {
            page.Paragraph($"{MostRows} of {answer.Points.Count} points are shown, evenly spread; --json lists all, with a deal for each.", indent: 2, ink: Ink.Faint);
        }
        if (shown < answer.Parties.Count)
        {
            page.Paragraph($"Also compared: {string.Join(", ", answer.Parties.Skip(shown).Select(p => p.Name))}.", indent: 2, ink: Ink.Faint);
        }
    }

    private static IEnumerable<FrontierRow> Rows(IReadOnlyList<FrontierRow> points) => points.Count <= MostRows
        ? points
        : Enumerable.Range(0, MostRows).Select(k => points[(int)((long)k * (points.Count - 1) / (MostRows - 1))]);

    private static string Count(FrontierAnswer answer)
    {
        int open = answer.Points.Count(p => p.Open);
        string count = Figures.Count(answer.Points.Count, "efficient point", "efficient points");
        return string.Create(CultureInfo.InvariantCulture, $"{count}{(answer.Exact ? "" : " listed")}{(Fails(answer) ? $", {open} of them open" : "")}");
    }

    // Whether the case says what follows if talks fail.
    private static bool Fails(FrontierAnswer answer) => answer.Parties.Any(p => !double.IsNaN(p.NoDeal));

    private static string Short(BigInteger count) => count < 1_000_000
        ? count.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"10^{count.ToString(CultureInfo.InvariantCulture).Length - 1}");

    // Rounding below nought is nought.
    private static string Number(double points) => points.ToString("0.0", CultureInfo.InvariantCulture) is var text && text == "-0.0" ? "0.0" : text;

    private static string Fine(double points) => points.ToString("0.###", CultureInfo.InvariantCulture);
}
