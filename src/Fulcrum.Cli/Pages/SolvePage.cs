using System.Globalization;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>One solve as a small table: what each party has with and without the deal, and the deal.</summary>
internal static class SolvePage
{
    private const int MostTies = 16, ShownTies = 4;

    public static Page Of(SolveAnswer answer, int width)
    {
        var page = new Page(width);
        bool open = answer.Mixture.Count > 0;
        page.Paragraph($"{Concept(answer.Concept)}{(answer.Single ? ", best single deal" : "")}, every number at its middle, {Deals(answer.Deals)}", ink: Ink.Strong);
        page.Paragraph((answer.ZoneSingle, answer.ZoneLottery) switch
        {
            (true, _) => "A deal is open: some single deal leaves everyone whose consent is needed no worse off.",
            _ when !answer.ZoneProven => "No open deal was found; the search was stopped before it had gone through all deals.",
            (false, true) => "Only a mixture of deals is open: no single deal leaves everyone whose consent is needed no worse off.",
            _ => "No deal is open: none leaves everyone whose consent is needed no worse off.",
        });
        if (answer.Offer is { } offer)
        {
            page.Paragraph($"The offer is worth {string.Join(", ", answer.Parties.Zip(offer).Select(p => $"{Number(p.Second)} to {p.First.Name}"))}.", indent: 2, hanging: 4);
        }
        SolvedParty[] silent = [.. answer.Parties.Where(p => p is { HasPreferences: false, NoDeal: 0, Utility: 0 })];
        int name = Math.Min(24, answer.Parties.Select(p => Page.Columns(p.Name)).Append(5).Max());
        page.Blank();
        page.Line(new Piece($"  {Page.Fit("", name)}{Page.Fit("if talks fail", 16, right: true)}{(open ? Page.Fit("at the deal", 14, right: true) : "")}{Page.Fit("claim", 9, right: true)}", Ink.Faint));
        foreach (SolvedParty party in answer.Parties.Except(silent))
        {
            string deal = open ? Page.Fit(Number(party.Utility), 14, right: true) : "";
            page.Line($"  {Page.Fit(party.Name, name)}{Page.Fit(Number(party.NoDeal), 16, right: true)}", new Piece(deal, Ink.Accent), Page.Fit(party.Claim.ToString("0.##", CultureInfo.InvariantCulture), 9, right: true));
        }
        page.Paragraph("Points are each party's own, 0 its worst deal and 100 its best: never compare two rows.", indent: 2, ink: Ink.Faint);
        if (silent.Length > 0)
        {
            page.Paragraph($"Not shown, because the case does not say what they want: {string.Join(", ", silent.Select(p => p.Name))}.", indent: 2, ink: Ink.Faint);
        }
        Mixture(page, answer);
        Notes(page, answer);
        return page;
    }

    private static void Mixture(Page page, SolveAnswer answer)
    {
        if (answer.Mixture.Count > 1)
        {
            page.Blank();
            page.Paragraph($"The prediction is a mixture of {answer.Mixture.Count} deals, as if one of them were drawn by lot with these chances; --single gives the best single deal.");
        }
        int number = 0;
        foreach (SolvedDeal deal in answer.Mixture)
        {
            page.Heading(answer.Mixture.Count == 1 ? "DEAL" : $"DEAL {++number}", answer.Mixture.Count == 1 ? "" : $"{Figures.Percent(deal.Share)} in 100 of the mixture");
            int name = Math.Min(26, deal.Terms.Select(t => Page.Columns(t.IssueName)).Append(4).Max());
            foreach (SingleDealTerm term in deal.Terms)
            {
                page.Paragraph($"{Page.Fit(term.IssueName, name)}  {term.OptionName}", indent: 2, hanging: name + 4);
            }
            if (deal.Levers.Count > 0)
            {
                page.Paragraph($"{Page.Fit("with", name)}  {string.Join(", ", deal.LeverNames)}", indent: 2, hanging: name + 4);
            }
        }
    }

    private static void Notes(Page page, SolveAnswer answer)
    {
        page.Blank();
        foreach (string note in answer.Notes)
        {
            page.Paragraph(note, hanging: 2);
        }
        if (answer.Ties.Count > 0)
        {
            Ties(page, answer);
        }
        if (answer.Proof == "limit")
        {
            page.Paragraph(answer.Gap is { } room
                ? string.Create(CultureInfo.InvariantCulture, $"Not proven: another deal may be better by up to {room:0.##} points, weighed as the solution weighs them.")
                : "Not proven: how much better another deal may be is not known.", ink: Ink.Faint);
        }
        else if (answer.Proof == "proven" && answer.Mixture.Count > 0)
        {
            page.Paragraph("Proven: no other deal is better by this measure.", ink: Ink.Faint);
        }
        else if (answer.Gap is { } gap)
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Certified: at most {(gap < 1e-6 ? "0.000001" : gap.ToString("0.######", CultureInfo.InvariantCulture))} points short of the true optimum."), ink: Ink.Faint);
        }
    }

    // By what differs from the deal shown; of a mixture's deals all terms are told by --json alone.
    private static void Ties(Page page, SolveAnswer answer)
    {
        string more = answer.Ties.Count >= MostTies ? " at least" : "";
        if (!answer.Single)
        {
            page.Paragraph($"{Figures.Count(answer.Ties.Count, "other deal could", "other deals could")} stand in such a mixture{more}; --json lists them.", hanging: 2);
            return;
        }
        page.Paragraph($"{Figures.Count(answer.Ties.Count, "other deal is", "other deals are")} equally good{more}:", hanging: 2);
        foreach (SolvedDeal tie in answer.Ties.Take(ShownTies))
        {
            page.Paragraph(
                $"{DealLines.Against(answer.Mixture[0], tie)} ({string.Join(", ", answer.Parties.Zip(tie.Utilities).Where(p => p.First.HasPreferences).Select(p => $"{p.First.Name} {Number(p.Second)}"))})", indent: 2, hanging: 4);
        }
        if (answer.Ties.Count > ShownTies)
        {
            page.Paragraph($"and {answer.Ties.Count - ShownTies} more (--json)", indent: 2, ink: Ink.Faint);
        }
    }

    private static string Concept(string name) => name switch
    {
        "nash" => "Nash bargaining",
        "ks" => "Kalai-Smorodinsky",
        "egalitarian" => "Egalitarian",
        "welfare" => "Welfare",
        "welfare-all" => "Welfare over all deals",
        "raiffa" => "Raiffa's steps",
        "improve" => "Improvement of the offer",
        _ => name,
    };

    public static string Deals(string count) => count.Length <= 15 ? $"{Grouped(count)} possible {(count == "1" ? "deal" : "deals")}" : $"about 10^{count.Length - 1} possible deals";

    private static string Grouped(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long n) ? n.ToString("N0", CultureInfo.InvariantCulture) : digits;

    private static string Number(double points) => double.IsFinite(points) ? (Math.Round(points, 1) + 0.0).ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
