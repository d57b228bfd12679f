using System.Globalization;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Pages;

/// <summary>What is said about the keeping of a deal: sentences, who would break it, guarantees, deals with foresight.</summary>
internal static class KeptSections
{
    private const int Column = 15;

    /// <summary>A page about commitments with its title and question.</summary>
    public static Page Opened(int width, string title, DateOnly asOf, string reading, string question)
    {
        var page = new Page(width);
        page.Spread(new Piece(title, Ink.Strong), new Piece($"as of {Figures.Day(asOf)} | {reading}", Ink.Faint));
        page.Paragraph(question);
        return page;
    }

    /// <summary>The last lines of such a page: what the marks mean, where it shows any, and how it was made.</summary>
    public static Page Closed(Page page, KeptMethod method, bool marks)
    {
        page.Blank();
        if (marks)
        {
            page.Marks();
        }
        page.Paragraph(
            method.Draws == 0 ? $"counted from the ledger, nothing is drawn; case {method.CaseHash}, fulcrum {method.Version}" :
            string.Create(CultureInfo.InvariantCulture, $"{(method.Partial ? $"{method.Done} of {method.Draws}" : $"{method.Done}")} draws, seed {method.Seed}, case {method.CaseHash}, fulcrum {method.Version}"),
            ink: Ink.Faint);
        return page;
    }

    public static void Write(Page page, KeepAnswer answer)
    {
        page.Heading("KEPT?", "(on this case's assumptions, not for the world)");
        Sentences(page, answer.Sentences);
        Breakers(page, answer);
        Guarantees(page, answer);
        Hands(page, answer);
        Interim(page, answer);
    }

    private static void Interim(Page page, KeepAnswer answer)
    {
        if (answer.Interim.Count == 0)
        {
            return;
        }
        page.Heading("INTERIM AGREEMENTS", "each as a deal of its own; points gained against refusing it");
        foreach (InterimAnswer interim in answer.Interim)
        {
            page.Paragraph($"{interim.Name} ({string.Join("; ", interim.Facts.Select(f => $"{f.IssueName}: {f.OptionName}"))}{(interim.Verification is null ? "" : $"; verification: {interim.Verification}")}): {(interim.Idle ? "touches nobody as the case has it" : $"accepted {Percent(interim.Accepted)} of 100")}", indent: 2, hanging: 4);
            foreach (InterimParty party in interim.Idle ? [] : interim.Parties.Where(p => !Untouched(p)))
            {
                string why = party.Consents ? party.Why : $"{party.Why}; consent not needed";
                page.Row(Ink.Plain, ("", 4), (party.Name, 16), (Tenths(party.Net, signed: true), 20), ($"accepts {Percent(party.Accepts)}", 14), (why, 27));
            }
            string[] untouched = [.. interim.Parties.Where(Untouched).Select(p => p.Name)];
            if (untouched.Length > 0 && !interim.Idle)
            {
                page.Paragraph($"{string.Join(", ", untouched)}: no difference, so accepted", indent: 4, ink: Ink.Faint);
            }
        }
    }

    private static bool Untouched(InterimParty party) => Tenths(party.Net) == "0.0" && party.Accepts.Hits == party.Accepts.Of;

    public static void Sentences(Page page, IReadOnlyList<KeptSentence> sentences)
    {
        foreach (KeptSentence sentence in sentences)
        {
            page.Paragraph(sentence.Text, indent: 2, end: string.Concat(sentence.Marks));
            page.Paragraph($"{sentence.Rests} [{sentence.Id}]".Trim(), indent: 4, ink: Ink.Faint);
        }
    }

    /// <summary>Of 100 draws; what holds in none or in all of them is not called certain.</summary>
    public static string Percent(Chance chance) =>
        chance.Hits == 0 ? "<1" : chance.Hits == chance.Of ? ">99" : chance.Percent.ToString(CultureInfo.InvariantCulture);

    /// <summary>Rates are the one thing shown below a whole point.</summary>
    public static string Tenths(Spread? spread, bool signed = false)
    {
        string format = signed ? "+0.0;-0.0;0.0" : "0.0;-0.0;0.0";
        string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return spread is null ? "-" : Of(spread.P5) == Of(spread.P95) ? Of(spread.Median) : $"{Of(spread.Median)} ({Of(spread.P5)}..{Of(spread.P95)})";
    }

    private static void Breakers(Page page, KeepAnswer answer)
    {
        page.Heading("WHO WOULD BREAK IT", "points of each party's own 100; never compare two columns");
        Row(page, "", [.. answer.Breakers.Select(b => b.Name)], Ink.Faint);
        Row(page, "the deal, kept", [.. answer.Breakers.Select(b => Figures.Range(b.Reward))]);
        Row(page, "while breaking it", [.. answer.Breakers.Select(b => Figures.Range(b.Temptation))]);
        bool prepares = answer.Breakers.Any(b => Figures.Range(b.AfterAtOnce) != Figures.Range(b.After));
        Row(page, prepares ? "what follows, at once" : "what follows", [.. answer.Breakers.Select(b => Figures.Range(b.AfterAtOnce))]);
        if (prepares)
        {
            Row(page, "what follows, later", [.. answer.Breakers.Select(b => Figures.Range(b.After))]);
        }
        Row(page, "guarantee, believed", [.. answer.Breakers.Select(b => Figures.Range(b.Guarantee))]);
        Row(page, "guarantee needed", [.. answer.Breakers.Select(b => Figures.Range(b.Price))]);
        Row(page, "breaks, of 100 draws", [.. answer.Breakers.Select(b => Percent(b.Breaks))]);
        Row(page, "first to break", [.. answer.Breakers.Select(b => Percent(b.First))]);
        Row(page, "after months", [.. answer.Breakers.Select(b => Figures.Range(b.Month))]);
        page.Paragraph($"guarantee needed, after months: in the draws in which it breaks. guarantee, believed: what the deal's own guarantees would take from a breaker.{(prepares ? " what follows: after a breach at once, and after as many months of preparing as the case lets count." : "")}", indent: 2, ink: Ink.Faint);
    }

    private static void Guarantees(Page page, KeepAnswer answer)
    {
        if (answer.Guarantees.Count < 2)
        {
            return;
        }
        page.Heading("GUARANTEES", "the same deal with each, in how many of 100 draws");
        page.Row(Ink.Faint, ("", 26), ("kept", 7), ("open", 7), ("would act", 11), ("both", 7), ("cost of acting", 18));
        foreach (GuaranteeAnswer guarantee in answer.Guarantees)
        {
            string acts = guarantee.CarriedOut is { } chance ? Percent(chance) : "-";
            string pays = guarantee.KeptAndCarriedOut is { } both ? Percent(both) : "-";
            page.Row(Ink.Plain, ("", 2), (guarantee.Name, 24), (Percent(guarantee.Kept), 7), (Percent(guarantee.Acceptable), 7), (acts, 11), (pays, 7), (Figures.SignedRange(guarantee.NetCost), 18));
        }
        page.Paragraph("open: worth having today to everyone whose consent is needed. would act: its own cost is covered by its stake and by what standing by would cost it. both: kept with it, and its guarantor would act.", indent: 2, ink: Ink.Faint);
    }

    private static void Hands(Page page, KeepAnswer answer)
    {
        page.Heading("WITH FORESIGHT", "best single deal: at their word | one that is kept | breaches foreseen");
        foreach (KeptHand hand in answer.Zone.Parties)
        {
            page.Row(Ink.Plain, ("", 2), (hand.Name, 20), (Figures.Range(hand.AtTheirWord), 17), (Figures.Range(hand.BestKept), 17), (Figures.Range(hand.Foreseen), 17));
        }
        if (answer.Zone.BestKept is { } kept)
        {
            string how = 2 * kept.Best.Hits >= kept.Best.Of ? "The best kept deal is mostly" : "The best kept deal differs from draw to draw; more often than any other it is";
            page.Paragraph($"{how} {string.Join("; ", kept.Terms.Select(t => $"{t.IssueName}: {t.OptionName}"))} ({kept.Best.InDraws}).", indent: 2, hanging: 4);
        }
    }

    private static void Row(Page page, string what, IReadOnlyList<string> cells, Ink ink = Ink.Plain) =>
        page.Row(ink, [("", 2), (what, 22), .. cells.Select(c => (c, Column))]);
}
