using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>The levers still held: how each hand would change if one were gone, and where it stands.</summary>
internal static class LeversSection
{
    private const int FewestPartyColumns = 12;
    private const int MostParties = 3;
    private const int MostRows = 12;
    private const int StandingColumns = 20;

    public static void Write(Page page, Analysis analysis)
    {
        var held = analysis.Levers.Where(l => l.InHand).ToList();
        if (held.Count == 0)
        {
            return;
        }
        var parties = analysis.Hands.Where(h => h.Focus).Take(page.Width < Terminal.PageWidth ? 1 : MostParties).ToList();
        var shown = held.Take(MostRows).ToList();
        int column = shown.SelectMany(l => parties.Select(p => Change(l, p).Length + 1)).Append(FewestPartyColumns).Max();
        int name = page.Width - 2 - parties.Count * column - StandingColumns;
        page.Heading("STILL IN HAND", "how each hand would change if the lever were gone");
        string columns = string.Concat(parties.Select(p => Page.Fit(p.Name, column - 1) + " "));
        page.Line(new Piece($"  {Page.Fit("", name)}{columns}standing", Ink.Faint));
        foreach (LeverAnswer lever in shown)
        {
            IReadOnlyList<string> names = Wrapping.Wrap($"{lever.Name} ({lever.HolderName})", name - 1, 0, 1);
            string effects = string.Concat(parties.Select(p => Page.Fit(Change(lever, p), column)));
            page.Line($"  {Page.Fit(names[0], name)}{effects}{lever.Standing}{Believed(lever)}");
            foreach (string more in names.Skip(1))
            {
                page.Line($"  {more}");
            }
        }
        if (held.Any(l => Believed(l).Length > 0))
        {
            page.Paragraph("q: how far it is believed", indent: 2, ink: Ink.Faint);
        }
        if (held.Count > MostRows)
        {
            page.Paragraph($"{held.Count - MostRows} more with smaller effects; --json lists them all.", indent: 2, ink: Ink.Faint);
        }
    }

    private static string Change(LeverAnswer lever, PartyHand party) => Figures.SignedRange(lever.IfGone.FirstOrDefault(e => e.Party == party.Party)?.Points);

    private static string Believed(LeverAnswer lever) => lever switch
    {
        { CredibilityLow: >= 0.995 } => "",
        _ when Figures.Percent(lever.CredibilityLow) == Figures.Percent(lever.CredibilityHigh) => string.Create(CultureInfo.InvariantCulture, $", q {Figures.Percent(lever.CredibilityLow)}%"),
        _ => string.Create(CultureInfo.InvariantCulture, $", q {Figures.Percent(lever.CredibilityLow)}-{Figures.Percent(lever.CredibilityHigh)}%"),
    };
}
