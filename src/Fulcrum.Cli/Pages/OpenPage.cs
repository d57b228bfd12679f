using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>What would open a deal: sentences, then per party how far it is.</summary>
internal static class OpenPage
{
    public static Page Of(OpeningAnswer answer, int width)
    {
        var page = new Page(width);
        bool offer = answer.Parties.Any(p => p.Offer is not null);
        page.Paragraph(offer ? "How far the offer is from being signed, every number at its middle" : "What would open a deal, every number at its middle", ink: Ink.Strong);
        page.Blank();
        foreach (string sentence in answer.Sentences)
        {
            page.Paragraph(sentence, hanging: 2);
        }
        if (!offer && answer.Parties.All(p => p.Short is 0 || !p.Needed))
        {
            page.Paragraph("Nothing has to change for it; 'fulcrum solve' shows the deal to expect.", ink: Ink.Faint);
            return page;
        }
        int name = Math.Min(24, answer.Parties.Select(p => Page.Columns(p.Name)).Append(5).Max());
        page.Blank();
        page.Line(new Piece($"  {Page.Fit("", name)}{(offer ? Page.Fit("offer", 12, right: true) : "")}{Page.Fit("if talks fail", 16, right: true)}{Page.Fit(offer ? "short by" : "would have to fall by", 24, right: true)}", Ink.Faint));
        foreach (OpeningParty party in answer.Parties.Where(p => p.Needed))
        {
            string shortBy = party.Short is { } points ? Number(points) : "cannot alone";
            page.Line($"  {Page.Fit(party.Name, name)}{(offer ? Page.Fit(Number(party.Offer!.Value), 12, right: true) : "")}{Page.Fit(Number(party.NoDeal), 16, right: true)}{Page.Fit(shortBy, 24, right: true)}");
        }
        page.Paragraph("Points are each party's own: never compare two rows.", indent: 2, ink: Ink.Faint);
        return page;
    }

    private static string Number(double points) => points.ToString("0.0", CultureInfo.InvariantCulture) is var text && text == "-0.0" ? "0.0" : text;
}
