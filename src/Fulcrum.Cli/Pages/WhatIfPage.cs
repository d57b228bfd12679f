using System.Globalization;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Pages;

/// <summary>What changed assumptions change, and nothing else.</summary>
internal static class WhatIfPage
{
    public static Page Of(WhatIfAnswer answer, int width)
    {
        var page = new Page(width);
        page.Spread(new Piece(answer.Before.Title, Ink.Strong), new Piece($"as of {Figures.Day(answer.Before.AsOf)} | what if", Ink.Faint));
        foreach (string change in answer.Changes)
        {
            page.Paragraph(change, indent: 2, ink: Ink.Accent);
        }
        if (answer.InShort.Count > 0)
        {
            page.Heading("IN SHORT", "(a counterfactual on this case's assumptions, not a forecast)");
            foreach (InShortSentence sentence in answer.InShort)
            {
                page.Paragraph(sentence.Text, indent: 2);
            }
        }
        Hands(page, answer);
        Open(page, answer);
        Deal(page, answer);
        page.Blank();
        Method method = answer.After.Method;
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Same draws before and after: {method.Done} draws, seed {method.Seed}, fulcrum {method.Version}"), ink: Ink.Faint);
        return page;
    }

    private static void Hands(Page page, WhatIfAnswer answer)
    {
        page.Heading("HANDS", "each on its own scale; differences draw by draw, counts of 100 draws");
        int name = Math.Min(20, answer.Hands.Select(h => Page.Columns(h.Name)).Append(5).Max()) + 1;
        page.Line(new Piece($"  {Page.Fit("", name)}{Page.Fit("before", 15)}{Page.Fit("after", 15)}{Page.Fit("difference", 15)}better  worse", Ink.Faint));
        foreach (HandDifference hand in answer.Hands)
        {
            page.Line(
                $"  {Page.Fit(hand.Name, name)}{Page.Fit(Figures.Range(hand.Before), 15)}{Page.Fit(Figures.Range(hand.After), 15)}",
                new Piece(Page.Fit(Figures.SignedRange(hand.Difference), 15), Ink.Accent), $"{Counted(hand.Better),4}    {Counted(hand.Worse),4}");
        }
    }

    private static string Counted(Chance? chance) => chance is null ? "-" : Figures.Percent(chance.Share);

    private static void Open(Page page, WhatIfAnswer answer)
    {
        if (answer.Before.Zone is { } before && answer.After.Zone is { } after)
        {
            page.Paragraph($"A deal is open {before.Single.InDraws} before, {after.Single.InDraws} after.", indent: 2);
        }
    }

    // Options whose share moves by five or more of 100.
    private static void Deal(Page page, WhatIfAnswer answer)
    {
        if (answer.Before.Deal is not { } before || answer.After.Deal is not { } after)
        {
            return;
        }
        var moved = new List<string>();
        foreach (IssueShares issue in before.Issues)
        {
            foreach (OptionShare option in issue.Options)
            {
                double now = after.Issues.FirstOrDefault(i => i.Issue == issue.Issue)?.Options.FirstOrDefault(o => o.Option == option.Option)?.Share ?? 0;
                if (Math.Abs(now - option.Share) >= 0.05)
                {
                    moved.Add($"{issue.Name}: {option.Name} {Figures.Percent(option.Share)} -> {Figures.Percent(now)}");
                }
            }
        }
        if (moved.Count == 0)
        {
            return;
        }
        page.Heading("PREDICTED DEAL", "average shares that move by 5 of 100 or more");
        foreach (string line in moved)
        {
            page.Paragraph(line, indent: 2, hanging: 4);
        }
    }
}
