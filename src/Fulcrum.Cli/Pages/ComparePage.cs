using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>Readings side by side: hands, predicted deal, what the concessions cost, and the assumptions in which they differ.</summary>
internal static class ComparePage
{
    private const int MostChanges = 10;
    private const int MostIssues = 12;

    /// <summary>A change that costs a point less often in every reading is left out.</summary>
    private const int SmallestPercent = 5;

    public static Page Of(CompareAnswer answer, int width)
    {
        var page = new Page(width);
        Analysis first = answer.Readings[0].Analysis;
        page.Spread(new Piece(first.Title, Ink.Strong), new Piece($"as of {Figures.Day(first.AsOf)} | {answer.Readings.Count} readings", Ink.Faint));
        Says(page, answer);
        if (answer.InShort.Count > 0)
        {
            page.Heading("IN SHORT", "(every sentence holds on these assumptions, not for the world)");
            foreach (InShortSentence sentence in answer.InShort)
            {
                page.Paragraph(sentence.Text, indent: 2);
            }
        }
        Hands(page, answer);
        Deals(page, answer);
        Changes(page, answer, first);
        foreach (CruxAnswer crux in answer.Cruxes)
        {
            CruxSection.Add(page, crux);
        }
        Assumptions(page, answer);
        Foot(page, first.Method);
        return page;
    }

    private static void Says(Page page, CompareAnswer answer)
    {
        page.Blank();
        for (int i = 0; i < answer.Readings.Count; i++)
        {
            ReadingColumn reading = answer.Readings[i];
            page.Paragraph($"{Letter(i)}  {reading.Name}{(reading.Says.Length > 0 ? $": {reading.Says}" : "")}", indent: 2, hanging: 5);
        }
    }

    private static void Hands(Page page, CompareAnswer answer)
    {
        Header(page, answer, "AT THE PREDICTED DEAL", "points of each party's own 100");
        foreach (PartyHand hand in answer.Readings[0].Analysis.Hands)
        {
            Row(page, answer, hand.Name, a => Figures.Range(a.Hands.FirstOrDefault(h => h.Party == hand.Party)?.Hand));
        }
        Header(page, answer, "IF TALKS FAIL", "the same scales");
        foreach (PartyHand hand in answer.Readings[0].Analysis.Hands)
        {
            Row(page, answer, hand.Name, a => Figures.Range(a.Hands.FirstOrDefault(h => h.Party == hand.Party)?.NoDeal));
        }
        Row(page, answer, "a deal is open", a => a.Zone?.Single.InDraws ?? "-");
    }

    private static void Deals(Page page, CompareAnswer answer)
    {
        var issues = answer.Readings[0].Analysis.Deal?.Issues ?? [];
        if (issues.Count == 0)
        {
            return;
        }
        Header(page, answer, "MOST SHARED OPTION", "share in the predicted deal");
        foreach (IssueShares issue in issues.Take(MostIssues))
        {
            Row(page, answer, issue.Name, a => Likeliest(a.Deal?.Issues.FirstOrDefault(i => i.Issue == issue.Issue)));
        }
    }

    private static string Likeliest(IssueShares? issue) =>
        issue?.Options.OrderByDescending(o => o.Share).FirstOrDefault() is { } option ? $"{option.Name} {Figures.Percent(option.Share)}" : "-";

    private static void Changes(Page page, CompareAnswer answer, Analysis first)
    {
        foreach (PartyHand party in first.Hands.Where(h => h.Focus))
        {
            var felt = first.Changes.Where(c => !c.Undone && answer.Readings.Any(r => Cost(r.Analysis, c.Id, party.Party) is { PointOrMore.Percent: >= SmallestPercent })).ToList();
            if (felt.Count == 0)
            {
                continue;
            }
            Header(page, answer, $"COST {party.Name.ToUpperInvariant()} A POINT?", "draws in 100, and how much if so");
            foreach (ChangeAnswer change in felt.Take(MostChanges))
            {
                Row(page, answer, change.Name, a => Cost(a, change.Id, party.Party) is { PointOrMore.Hits: > 0 } cost
                    ? string.Create(CultureInfo.InvariantCulture, $"{cost.PointOrMore.Percent}: {Figures.Range(cost.Size)}") : "-");
            }
        }
    }

    private static ChangeCost? Cost(Analysis analysis, string change, string party) =>
        analysis.Changes.FirstOrDefault(c => c.Id == change)?.Costs.FirstOrDefault(c => c.Party == party);

    private static void Assumptions(Page page, CompareAnswer answer)
    {
        page.Heading("WHERE THEY DIFFER", answer.Assumptions.Count == 0 ? "in no number and no ranking" : "the assumptions, and what each rests on");
        foreach (AssumptionDifference difference in answer.Assumptions)
        {
            page.Paragraph(difference.Path, indent: 2, ink: Ink.Strong);
            for (int i = 0; i < difference.Values.Count; i++)
            {
                AssumptionValue value = difference.Values[i];
                string text = Parting(difference, value.Text);
                string note = value.Note is null ? "" : $"; {value.Note}";
                page.Paragraph($"{Letter(i)}  {text}  {value.Mark}{(value.Evidence.Count > 0 ? $" {string.Join(' ', value.Evidence)}" : "")}{note}", indent: 4, hanging: 7);
            }
        }
    }

    // A described outcome states every issue; only where the readings part is worth a line.
    private static string Parting(AssumptionDifference difference, string text)
    {
        if (!difference.Path.EndsWith(".as", StringComparison.Ordinal))
        {
            return text;
        }
        string[][] all = [.. difference.Values.Select(v => v.Text.Split(", "))];
        string[] parting = [.. text.Split(", ").Where(fact => all.Any(other => !other.Contains(fact)))];
        return parting.Length == 0 ? text : string.Join(", ", parting);
    }

    private static void Foot(Page page, Method method)
    {
        page.Blank();
        page.Line(new Piece("\" quoted  ~ judged from a sentence  ? assumed", Ink.Faint));
        page.Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"Same draws for every reading: {method.Done} draws, seed {method.Seed}, case {method.CaseHash}, fulcrum {method.Version}"), ink: Ink.Faint);
    }

    private static void Header(Page page, CompareAnswer answer, string title, string aside)
    {
        page.Heading(title, aside);
        page.Line(new Piece($"  {Page.Fit("", NameColumns(page, answer))}{string.Concat(answer.Readings.Select((_, i) => Page.Fit($"{Letter(i)}", ValueColumns(page, answer))))}", Ink.Faint));
    }

    // A cell that does not fit goes on below.
    private static void Row(Page page, CompareAnswer answer, string name, Func<Analysis, string> value)
    {
        int columns = ValueColumns(page, answer);
        int first = NameColumns(page, answer);
        IReadOnlyList<string>[] cells =
        [
            Wrapping.Wrap(name, first - 1, 0, 1),
            .. answer.Readings.Select(r => Wrapping.Wrap(value(r.Analysis), columns - 1, 0, 1)),
        ];
        for (int line = 0; line < cells.Max(c => c.Count); line++)
        {
            page.Line("  ", string.Concat(cells.Select((cell, i) => Page.Fit(line < cell.Count ? cell[line] : "", i == 0 ? first : columns))));
        }
    }

    private static int ValueColumns(Page page, CompareAnswer answer) => Math.Clamp((page.Width - 26) / answer.Readings.Count, 9, 26);

    private static int NameColumns(Page page, CompareAnswer answer) => Math.Max(8, page.Width - 2 - ValueColumns(page, answer) * answer.Readings.Count);

    private static char Letter(int index) => (char)('A' + index);
}
