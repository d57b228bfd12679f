using System.Globalization;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Pages;

/// <summary>The answer to 'trend' for a reader.</summary>
internal static class TrendPage
{
    public static Page Of(TrendAnswer answer, int width)
    {
        Page page = KeptSections.Opened(width, answer.Title, answer.AsOf, answer.ReadingName, "Whom does time favour, and how does the mediator lean?");
        page.Heading("TIME", "(on this case's assumptions, not for the world)");
        KeptSections.Sentences(page, answer.Sentences);
        if (answer.Parties.Count > 0)
        {
            Parties(page, answer);
        }
        if (answer.Zone.Count > 0)
        {
            Zone(page, answer);
        }
        if (answer.Attrition is { } attrition)
        {
            page.Heading("WAR OF ATTRITION", "chance of giving way in a month, of 100");
            page.Paragraph(string.Join(";  ", attrition.ChancePerMonth.Select(p => $"{p.Name} {Figures.Range(Hundred(p.Points))}")), indent: 2);
            page.Item("!", Ink.Caution, attrition.Warning);
        }
        foreach (MediatorAnswer mediator in answer.Mediators)
        {
            Mediator(page, mediator);
        }
        return KeptSections.Closed(page, answer.Method, marks: true);
    }

    private static void Zone(Page page, TrendAnswer answer)
    {
        page.Heading(answer.Zone.Count > 1 ? "ZONE AHEAD" : "ZONE", "a single deal is open, of 100 draws");
        page.Paragraph(string.Join("  ", answer.Zone.Select(z => $"{(z.Months == 0 ? "today" : $"+{z.Months}m")} {KeptSections.Percent(z.Open)}")), indent: 2);
    }

    private static void Parties(Page page, TrendAnswer answer)
    {
        page.Blank();
        page.Row(Ink.Faint, ("", 22), ("drift a month", 22), ("hand in a year", 18), ("better", 9), ("worse", 9));
        foreach (PartyTrend party in answer.Parties)
        {
            page.Row(
                Ink.Plain, ("", 2), (party.Name, 20), (party.Drift is null ? "not stated" : $"{KeptSections.Tenths(party.Drift)} {party.Mark}", 22), (Figures.SignedRange(party.InAYear), 18), (KeptSections.Percent(party.Favoured), 9),
                (KeptSections.Percent(party.Hurt), 9));
        }
        page.Paragraph("better, worse: by a point or more, of 100 draws.", indent: 2, ink: Ink.Faint);
    }

    private static void Mediator(Page page, MediatorAnswer mediator)
    {
        page.Heading($"MEDIATOR: {mediator.Name}", "moves told in the ledger");
        foreach (TiltRow row in mediator.Tilt)
        {
            page.Paragraph($"towards {row.Name}: benefits {row.Benefits}, pressure {row.Pressure}", indent: 2);
        }
        foreach (LeverageSpent spent in mediator.Spent)
        {
            string[] said =
            [
                .. spent.Worth.GroupBy(w => w.When).Select(g => $"{g.Key}: {string.Join(", ", g.Select(w => $"{w.Name} {Figures.SignedRange(w.Points)}"))}"),
                .. spent.Believed is { } believed && spent.Worth.Count > 0 ? new[] { $"believed {Shares(believed)}" } : [],
            ];
            page.Paragraph($"{Figures.ShortDay(spent.Date, spent.Date.Year)}: {spent.Name} now {spent.To}{(said.Length == 0 ? "" : $" ({string.Join("; ", said)})")}", indent: 2, hanging: 4);
        }
        if (mediator.Spent.Any(s => s.Worth.Count > 0))
        {
            page.Paragraph("worth, believed: least to most, as the case states them in full; how much of it counts hangs on where the lever stands.", indent: 2, ink: Ink.Faint);
        }
        if (mediator.WithoutIt.Count > 0)
        {
            page.Paragraph($"If its consent were not needed and it claimed nothing, hands would change by: {string.Join("; ", mediator.WithoutIt.Select(p => $"{p.Name} {Figures.SignedRange(p.Points)}"))}", indent: 2, hanging: 4);
        }
        foreach (string theory in mediator.Tilt.Any(t => t.Benefits + t.Pressure > 0) ? mediator.Theory : [])
        {
            page.Paragraph(theory, indent: 2, ink: Ink.Faint);
        }
    }

    private static string Shares(Spread share) => share.P5 == share.P95
        ? string.Create(CultureInfo.InvariantCulture, $"{share.Median:0.##}") : string.Create(CultureInfo.InvariantCulture, $"{share.P5:0.##}..{share.P95:0.##}");

    private static Spread? Hundred(Spread? spread) => spread is null ? null : spread with { Median = 100 * spread.Median, P5 = 100 * spread.P5, P95 = 100 * spread.P95 };
}
