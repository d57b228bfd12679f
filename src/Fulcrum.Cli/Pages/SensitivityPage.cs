using System.Globalization;
using Fulcrum.Findings;
using Fulcrum.Studies.Sensitivity;

namespace Fulcrum.Cli.Pages;

/// <summary>On which assumptions an answer hangs.</summary>
internal static class SensitivityPage
{
    private const int Most = 15;
    private const int NameColumns = 46;

    public static Page Of(SensitivityAnswer answer, int width)
    {
        var page = new Page(width);
        page.Spread(new Piece(answer.Title, Ink.Strong), new Piece(answer.Reading is null ? "base case" : $"reading {answer.Reading}", Ink.Faint));
        page.Paragraph(answer.Says);
        if (answer.Ranked is { } ranked)
        {
            page.Paragraph($"Over the rankings alone, every other number at its middle: {RankedWords.Of(ranked)}.", indent: 2, ink: Ink.Faint);
        }
        if (answer.Sobol is { } sobol)
        {
            Sobol(page, sobol);
        }
        if (answer.Tornado is { } bars)
        {
            Tornado(page, answer, bars);
        }
        if (answer.Thresholds is { } turns)
        {
            Thresholds(page, answer, turns);
        }
        if (answer.Box is { } box)
        {
            Box(page, box);
        }
        if (answer.Information is { } information)
        {
            Information(page, information);
        }
        page.Blank();
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Method {answer.Method.ToLowerInvariant()}, seed {answer.Seed}. All of it holds on the ranges of this case, not for the world."), ink: Ink.Faint);
        return page;
    }

    private static void Sobol(Page page, SobolResult sobol)
    {
        page.Heading("SHARES OF THE VARIANCE", "alone, and with others; 90 of 100 resamples in brackets");
        if (sobol.Indices.Count == 0)
        {
            page.Paragraph("It never moves: there is no variance to share.", indent: 2);
        }
        foreach (SobolIndex index in sobol.Indices.OrderByDescending(i => i.Total.Value).ThenBy(i => i.Input, StringComparer.Ordinal).Take(Most))
        {
            page.Line("  ", Page.Fit(index.Input, NameColumns - 10), Page.Fit(Share(index.First), 21), Share(index.Total));
        }
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{sobol.Rows} rows, {sobol.Values} draws worked out. An interval that reaches 0 says that chance alone could do as much."), indent: 2, ink: Ink.Faint);
        if (sobol.Indices.SelectMany(i => new[] { i.First, i.Total }).Any(e => Math.Min(e.Value, e.Low) < 0 || Math.Max(e.Value, e.High) > 1))
        {
            page.Paragraph("A share lies between 0 and 1; estimates are not cut off there, and what lies outside is chance. More --rows narrow it.", indent: 2, ink: Ink.Faint);
        }
    }

    private static string Share(Estimated e) => string.Create(CultureInfo.InvariantCulture, $"{e.Value:0.00} ({e.Low:0.00}..{e.High:0.00})");

    private static void Tornado(Page page, SensitivityAnswer answer, IReadOnlyList<TornadoBar> bars)
    {
        page.Heading("ONE NUMBER AT A TIME", answer.Statement ? "what the statement is at the lower, then at the upper end of its range" : $"from {Number(answer.Middle)} in the middle");
        TornadoBar[] moving = [.. bars.Where(b => b.Swing > 0).Take(Most)];
        foreach (TornadoBar bar in moving)
        {
            page.Line("  ", Page.Fit($"{bar.Path} {Number(bar.Low)}..{Number(bar.High)}", NameColumns + 8), answer.Statement
                ? $"{Held(bar.AtLow)}, then {Held(bar.AtHigh)}" : $"{Number(bar.AtLow)} to {Number(bar.AtHigh)}");
        }
        if (moving.Length == 0)
        {
            page.Paragraph("No number moves it by itself, all others in their middle.", indent: 2);
        }
    }

    private static void Thresholds(Page page, SensitivityAnswer answer, IReadOnlyList<Threshold> turns)
    {
        page.Heading("WHERE IT TURNS", $"with every number in its middle it {(answer.Middle == 1 ? "holds" : "does not hold")}");
        foreach (Threshold turn in turns)
        {
            page.Paragraph(Turn(turn), indent: 2, hanging: 4);
        }
        if (turns.Count == 0)
        {
            page.Paragraph("No number turns it by itself within its range, all others in their middle.", indent: 2);
        }
    }

    // A turn at the very end of a range leaves nothing beyond it.
    private static string Turn(Threshold turn)
    {
        double end = 0.0011 * (turn.High - turn.Low);
        string above = turn.HoldsAbove ? "holds" : "fails", below = turn.HoldsAbove ? "fails" : "holds", range = $"({Number(turn.Low)}..{Number(turn.High)})";
        return turn.At >= turn.High - end ? $"It turns at the upper end of {turn.Path} {range}: there it {above}, just below it {below}."
            : turn.At <= turn.Low + end ? $"It turns at the lower end of {turn.Path} {range}: there it {below}, just above it {above}."
            : $"It turns when {turn.Path} passes {Number(turn.At)} {range}: above that it {above}.";
    }

    private static void Box(Page page, FailureBoxResult box)
    {
        page.Heading("WHERE IT FAILS", string.Create(CultureInfo.InvariantCulture, $"in {Math.Round(box.Everywhere * box.Draws)} of {box.Draws} draws"));
        if (box.Sides.Count == 0)
        {
            page.Paragraph("No box of assumptions in which it fails clearly more often than elsewhere.", indent: 2);
            return;
        }
        foreach (BoxSide side in box.Sides)
        {
            page.Line("  ", Page.Fit(side.Input, NameColumns + 8), $"{Number(side.Low)} to {Number(side.High)}");
        }
        page.Paragraph(
            $"With all of these it fails in {Figures.Percent(box.Density)} of 100 draws, and {Figures.Percent(box.Coverage)} of 100 failures lie there (counted in draws that were not used to find the box).", indent: 2);
    }

    private static void Information(Page page, InformationResult information)
    {
        page.Heading("WORTH KNOWING", "how many more of 100 draws would be judged rightly, about; +- one standard error");
        page.Paragraph($"Without knowing more, the better guess is that it {(information.Best == 0 ? "holds" : "does not hold")}: right in {Figures.Percent(information.Now)} of 100 draws.", indent: 2);
        foreach (InformationValue value in information.Groups.Where(g => g.Value > 2 * g.Error).Take(Most))
        {
            page.Line("  ", Page.Fit(value.Group, NameColumns), string.Create(CultureInfo.InvariantCulture, $"{100 * value.Value:0.0}  +-{100 * value.Error:0.0}"));
        }
        if (!information.Groups.Any(g => g.Value > 2 * g.Error))
        {
            page.Paragraph("Knowing any one group by itself would not change the guess often enough to be seen.", indent: 2);
        }
        page.Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"Estimates from {information.Outer} values of each group, {information.Inner} draws of all else for each; the worth may be more or less. More --draws narrow it."),
            indent: 2, ink: Ink.Faint);
    }

    private static string Held(double value) => value == 1 ? "holds" : "fails";

    private static string Number(double? value) => value is { } v && double.IsFinite(v) ? Math.Round(v, Math.Abs(v) < 2 ? 2 : Math.Abs(v) < 20 ? 1 : 0).ToString(CultureInfo.InvariantCulture) : "-";
}
