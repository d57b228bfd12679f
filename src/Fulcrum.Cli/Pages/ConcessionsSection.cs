using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>What each concession cost each party that the report is about, who gained by it, and what came back.</summary>
internal static class ConcessionsSection
{
    private const int MostRows = 9;
    private const int WhenColumns = 10;
    private const int ChanceColumns = 20;
    private const int SizeColumns = 11;
    private const int FewestToColumns = 9;
    private const int MostToColumns = 14;
    private const int NarrowPage = 72;

    /// <summary>Rows below this are counted, not shown.</summary>
    private const int SmallestPercent = 5;

    public static void Write(Page page, Analysis analysis)
    {
        var standing = analysis.Changes.Where(c => !c.Undone).ToList();
        if (standing.Count == 0)
        {
            return;
        }
        page.Heading("WHAT EACH CONCESSION COST", "its fair share of the whole loss, in that party's own points");
        foreach (string party in analysis.Hands.Where(h => h.Focus).Select(h => h.Party))
        {
            var rows = standing.Select(c => (Change: c, Cost: c.Costs.FirstOrDefault(x => x.Party == party)))
                .Where(r => r.Cost is { PointOrMore.Percent: >= SmallestPercent })
                .OrderByDescending(r => r.Cost!.PointOrMore.Share).ThenByDescending(r => r.Cost!.Size?.Median ?? 0).ToList();
            string name = analysis.Hands.First(h => h.Party == party).Name;
            Table(page, name, rows!, standing.Count, analysis.Starts.Year);
        }
        page.Blank();
        CameBack(page, standing, analysis.Starts.Year);
        Undone(page, analysis.Changes.Where(c => c.Undone).Select(c => c.Name).ToList());
    }

    // A name that does not fit goes on below; a narrow page leaves out when it was and who gained.
    private static void Table(Page page, string name, List<(ChangeAnswer Change, ChangeCost Cost)> rows, int all, int year)
    {
        if (rows.Count == 0)
        {
            page.Paragraph($"None of the {Figures.Count(all, "change", "changes")} costs {name} a point in {SmallestPercent} of 100 draws or more.", indent: 2);
            return;
        }
        bool narrow = page.Width < NarrowPage;
        int when = narrow ? 0 : WhenColumns;
        int to = Math.Clamp(rows.SelectMany(r => r.Cost.WentToName.Split(' ')).Max(Page.Columns) + 1, FewestToColumns, MostToColumns);
        int what = page.Width - 2 - when - ChanceColumns - SizeColumns - (narrow ? 0 : to + 2);
        page.Blank();
        string title = Page.Fit($"  cost to {name}", 2 + when + what);
        page.Line(new Piece(title, Ink.Strong), new Piece($"{Page.Fit("1 point or more?", ChanceColumns)}{Page.Fit("if so", SizeColumns)}{(narrow ? "" : "went to")}", Ink.Faint));
        foreach ((ChangeAnswer change, ChangeCost cost) in rows.Take(MostRows))
        {
            IReadOnlyList<string> names = Wrapping.Wrap(change.Name, what - 1, 0, 1);
            string date = narrow ? "" : $"{Page.Fit(Figures.ShortWhen(change.When, year, WhenColumns - 1), WhenColumns - 1)} ";
            string chance = $"{Page.Fit(cost.PointOrMore.Word, ChanceColumns - 4)}{Page.Fit(cost.PointOrMore.Percent.ToString(CultureInfo.InvariantCulture), 2, right: true)}  ";
            IReadOnlyList<string> gained = narrow ? [] : Wrapping.Wrap(cost.WentToName, to - 1, 0, 0);
            string first = narrow ? "" : $"{Page.Fit(gained[0], to - 1)} {change.Mark}";
            page.Line($"  {date}{Page.Fit(names[0], what)}{chance}", $"{Page.Fit(Figures.Range(cost.Size), SizeColumns)}{first}");
            for (int more = 1; more < Math.Max(names.Count, gained.Count); more++)
            {
                page.Line($"  {new string(' ', when)}{Page.Fit(names.ElementAtOrDefault(more) ?? "", what)}{new string(' ', ChanceColumns + SizeColumns)}{gained.ElementAtOrDefault(more)}");
            }
        }
        Rest(page, name, rows.Count, all);
    }

    private static void Rest(Page page, string name, int shown, int all)
    {
        if (shown > MostRows)
        {
            page.Paragraph($"{shown - MostRows} more cost it a point in fewer of the draws; --json lists them all.", indent: 2, ink: Ink.Faint);
        }
        else if (shown == all - 1)
        {
            page.Paragraph($"The other change cost it a point in fewer than {SmallestPercent} of 100 draws.", indent: 2, ink: Ink.Faint);
        }
        else if (shown < all)
        {
            page.Paragraph($"The other {all - shown} of {all} cost it a point in fewer than {SmallestPercent} of 100 draws.", indent: 2, ink: Ink.Faint);
        }
    }

    private static void CameBack(Page page, List<ChangeAnswer> standing, int year)
    {
        var back = standing.SelectMany(c => c.CameBack).DistinctBy(m => m.Move).Select(m => $"{m.What} ({m.By}, {Figures.ShortWhen(m.When, year)})").ToList();
        page.Paragraph(back.Count == 0 ? "The ledger records nothing given in return." : $"Given in return: {string.Join("; ", back)}; nothing else is recorded.", indent: 2, hanging: 4);
        var conditional = standing.Where(c => c.Conditional).Select(c => c.Name).ToList();
        if (conditional.Count > 0)
        {
            page.Paragraph($"Made on a condition: {string.Join("; ", conditional)}.", indent: 2, hanging: 4);
        }
    }

    private static void Undone(Page page, List<string> undone)
    {
        if (undone.Count > 0)
        {
            page.Paragraph($"Taken back since, so nothing is left to cost: {string.Join("; ", undone)}.", indent: 2, hanging: 4);
        }
    }
}
