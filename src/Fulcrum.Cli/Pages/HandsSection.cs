using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>Each party on its own scale: what it has if talks fail, at the predicted deal, and had nothing been conceded.</summary>
internal static class HandsSection
{
    private const int LongestName = 14;
    private const int FigureColumns = 19;

    public static void Write(Page page, Analysis analysis)
    {
        if (analysis.Hands.Count == 0)
        {
            return;
        }
        page.Heading("HANDS", "each on its own scale, 0 worst and 100 best: never compare two rows");
        bool changes = analysis.Changes.Count > 0;
        int name = Math.Min(LongestName, analysis.Hands.Max(h => Page.Columns(h.Name)));
        string had = changes ? "* with nothing conceded" : "";
        page.Line($"  {new string(' ', name)} {Page.Fit("o if talks fail", FigureColumns)}{Page.Fit("O predicted deal", FigureColumns)}{had}".TrimEnd());
        var shown = analysis.Hands.Where(h => HasASay(h, analysis)).ToList();
        foreach (PartyHand hand in shown)
        {
            page.Line(
                "  ", new Piece(Page.Fit(hand.Name, name), Ink.Strong), $" {Page.Fit($"o {Figures.Range(hand.NoDeal)}", FigureColumns)}",
                new Piece(Page.Fit($"O {Figures.Range(hand.Hand)}", FigureColumns), Ink.Accent), changes ? $"* {Figures.Range(hand.HadNothingBeenConceded)}" : "");
            page.Line($"  {new string(' ', name)} ", new Piece(RangeAxis.Draw(hand.NoDeal, hand.Hand, changes ? hand.HadNothingBeenConceded : null, page.Width - name - 4), Ink.Accent));
        }
        page.Paragraph("A figure is the middle of the draws, with the range of 90 in 100 of them (5 lie below, 5 above).", indent: 2, ink: Ink.Faint);
        Meanings(page, analysis);
        if (shown.Count < analysis.Hands.Count)
        {
            string others = string.Join(", ", analysis.Hands.Except(shown).Select(h => h.Name));
            page.Paragraph($"Not shown, without a lever or a say in this case: {others} (--json has them).", indent: 2, ink: Ink.Faint);
        }
    }

    private static bool HasASay(PartyHand hand, Analysis analysis) => hand.Focus || hand.Consents || analysis.Levers.Any(l => l.Holder == hand.Party);

    private static void Meanings(Page page, Analysis analysis)
    {
        var said = analysis.Hands.Where(h => h.NoDealMeans is not null && h.NoDeal is not null && h.Consents).ToList();
        if (said.Count == 0)
        {
            return;
        }
        page.Paragraph("What each has if talks fail, said as a deal of the same worth to it:", indent: 2, ink: Ink.Faint);
        foreach (PartyHand hand in said)
        {
            page.Paragraph($"{hand.Name}'s {Figures.Points(hand.NoDeal!.Median)} {hand.NoDealMeans}.", indent: 2, hanging: 4);
        }
    }
}
