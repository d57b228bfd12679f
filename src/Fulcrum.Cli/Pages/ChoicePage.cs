using System.Globalization;
using Fulcrum.Studies.Choices;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Cli.Pages;

/// <summary>What a party could do with its levers, held against several readings.</summary>
internal static class ChoicePage
{
    private const int Most = 12;

    public static Page Of(ChoiceAnswer answer, int width)
    {
        var page = new Page(width);
        page.Spread(new Piece(answer.Title, Ink.Strong), new Piece($"{answer.Party} chooses", Ink.Faint));
        page.Blank();
        for (int r = 0; r < answer.Readings.Count; r++)
        {
            page.Line($"  {(char)('A' + r)}  {answer.Readings[r]}");
        }
        int columns = Math.Clamp((page.Width - 42) / Math.Max(1, answer.Readings.Count), 5, 12);
        Table(page, answer, columns, "REGRET", "points short of the best choice of a draw, on average", r => r.MeanRegret.ToString("0.0", CultureInfo.InvariantCulture));
        string enough = answer.AtLeast is { } points ? string.Create(CultureInfo.InvariantCulture, $"draws in 100 with a hand of {points} or more") : "draws in 100 in which it is no worse than leaving all as it is";
        Table(page, answer, columns, "GOOD ENOUGH", enough, r => Figures.Percent(r.Satisfies.Share));
        RankedSupport[] ranked = [.. answer.Rows.SelectMany(r => r.Readings).Select(r => r.Ranked).OfType<RankedSupport>()];
        if (ranked.Length > 0)
        {
            Table(page, answer, columns, "GOOD ENOUGH BY RANK", "over the rankings alone: all = necessarily, none = never, else possibly, in so many of 100", r => ByRank(r.Ranked));
            page.Line(new Piece(string.Create(CultureInfo.InvariantCulture,
                $"  as far as {ranked[0].Draws} draws and {ranked.Max(r => r.Corners)} corners show; every other number at its middle"), Ink.Faint));
        }
        page.Blank();
        ChoiceRow first = answer.Rows[0];
        page.Paragraph(answer.Rows.Count == 1
            ? $"{answer.Party} has no lever that it could move: there is nothing to choose."
            : string.Create(CultureInfo.InvariantCulture,
                $"Whichever of these readings is right, '{first.Choice}' falls short by the least: {first.LargestRegret:0.0} points on average where it does worst."));
        if (answer.Weights.Count > 0)
        {
            ChoiceRow weighed = answer.Rows.MinBy(r => r.WeightedRegret)!;
            page.Paragraph(string.Create(CultureInfo.InvariantCulture,
                $"Averaged with your weights ({string.Join(", ", answer.Weights)}), and only with these: '{weighed.Choice}', {weighed.WeightedRegret:0.0} points short."));
        }
        else
        {
            page.Paragraph("Nothing was averaged over the readings.", ink: Ink.Faint);
        }
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{answer.Draws} draws for each reading, the same for all; seed {answer.Seed}."), ink: Ink.Faint);
        return page;
    }

    private static string ByRank(RankedSupport? support) => support?.Word switch
    {
        null => "-",
        RankedWord.Necessarily => "all",
        RankedWord.Never => "none",
        _ => Figures.Percent(support.Share),
    };

    private static void Table(Page page, ChoiceAnswer answer, int columns, string title, string aside, Func<ChoiceUnderReading, string> cell)
    {
        page.Heading(title, aside);
        int name = Math.Max(16, page.Width - 2 - columns * answer.Readings.Count);
        page.Line(new Piece($"  {Page.Fit("", name)}{string.Concat(answer.Readings.Select((_, r) => Page.Fit($"{(char)('A' + r)}", columns, right: true)))}", Ink.Faint));
        foreach (ChoiceRow row in answer.Rows.Take(Most).Union(answer.Rows.Where(r => r.Choice == WorkbenchChoice.AsItIs)))
        {
            page.Line("  ", Page.Fit(row.Choice, name), string.Concat(row.Readings.Select(r => Page.Fit(cell(r), columns, right: true))));
        }
        if (answer.Rows.Count > Most)
        {
            page.Line(new Piece($"  {answer.Rows.Count} choices in all (--json)", Ink.Faint));
        }
    }
}
