using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>Who must agree: sentences first, then a table of sets of parties and what each leaves everyone.</summary>
internal static class CoalitionsPage
{
    private const int Column = 10;

    private const int MostRows = 40;

    // More sets than this are told only where they can sign.
    private const int MostWithout = 16;

    public static Page Of(ConsentAnswer answer, int width)
    {
        var page = new Page(width);
        page.Paragraph("Who must agree, every number at its middle", ink: Ink.Strong);
        page.Blank();
        foreach (string sentence in answer.Sentences)
        {
            page.Paragraph(sentence, hanging: 2);
        }
        Table(page, answer);
        return page;
    }

    private static void Table(Page page, ConsentAnswer answer)
    {
        int name = Math.Clamp(page.Width / 3, 16, 30);
        ConsentParty[] shown = [.. answer.Parties.Take(Math.Max(1, (page.Width - name - 12) / Column))];
        page.Heading("WITHOUT THE OTHERS");
        page.Line(new Piece($"  {Page.Fit("together", name)}{Page.Fit("deal", 8)}{string.Concat(shown.Select(p => Page.Fit(Page.Fit(p.Name, Column - 1).TrimEnd(), Column, right: true)))}", Ink.Faint));
        ConsentCoalition[] all = [.. answer.Winning.Concat(answer.Others)];
        ConsentCoalition[] told = [.. all.Where(c => c.CanSign || all.Length <= MostWithout).Take(MostRows)];
        foreach (ConsentCoalition coalition in told)
        {
            string who = Who(answer, all, coalition);
            string deal = coalition.Open ? "yes" : coalition.CanSign ? "none" : "cannot";
            page.Line($"  {Page.Fit(Page.Fit(who, name - 1).TrimEnd(), name)}", new Piece(Page.Fit(deal, 8), coalition.Open ? Ink.Accent : Ink.Plain), string.Concat(shown.Select((_, i) => Page.Fit(Number(coalition.Values[i]), Column, right: true))));
        }
        page.Line(new Piece($"  {Page.Fit("own refusal", name)}{Page.Fit("", 8)}{string.Concat(shown.Select(p => Page.Fit(Number(p.NoDeal), Column, right: true)))}", Ink.Faint));
        if (told.Length < all.Length)
        {
            page.Paragraph($"{all.Length - told.Length} further sets, which cannot sign or come last, are in --json.", indent: 2, ink: Ink.Faint);
        }
        page.Paragraph("Points are each party's own: never compare two columns. 'yes': the set can settle without the others; 'none': it may sign, but nothing is open; 'cannot': its consent is not enough. Without a deal the points are those of the course after the others' refusal.", indent: 2, ink: Ink.Faint);
    }

    // By whoever is missing, where that is shorter.
    private static string Who(ConsentAnswer answer, ConsentCoalition[] all, ConsentCoalition coalition)
    {
        string[] missing = [.. all.SelectMany(c => c.Members).Distinct().Where(m => !coalition.Members.Contains(m))];
        return missing.Length == 0 && coalition.Members.Count > 2 ? "all of them"
            : missing.Length > 0 && missing.Length < coalition.Members.Count - 1 ? $"without {Names(missing)}" : Names(coalition.Members);

        string Names(IEnumerable<string> ids) => string.Join(", ", answer.Parties.Where(p => ids.Contains(p.Party)).Select(p => p.Name));
    }

    private static string Number(double points) => double.IsFinite(points) ? points.ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
