using Fulcrum.Findings.Kept;

namespace Fulcrum.Cli.Pages;

/// <summary>The answer to 'credibility' for a reader.</summary>
internal static class CredibilityPage
{
    public static Page Of(CredibilityAnswer answer, int width)
    {
        Page page = KeptSections.Opened(width, answer.Title, answer.AsOf, answer.ReadingName, "Which threats and promises would be carried out, and are they believed?");
        page.Heading("CREDIBILITY", "(on this case's assumptions, not for the world)");
        KeptSections.Sentences(page, answer.Sentences);
        if (answer.Undertakings.Count + answer.LeftOut.Count > 0)
        {
            Undertakings(page, answer);
        }
        foreach (HolderRecord record in answer.Records)
        {
            page.Paragraph($"{record.Name}: {Figures.Count(record.Made, "threat or promise", "threats and promises")} in the ledger; carried out {record.CarriedOut}, withdrawn {record.Withdrawn}, open {record.Open}{(record.CarriedOutShare is { } share ? $"; share carried out, were it a sample: {RecordPage.In100(share)}" : "")}", indent: 2);
        }
        if (answer.Beliefs is { } beliefs)
        {
            Beliefs(page, beliefs);
        }
        return KeptSections.Closed(page, answer.Method, marks: true);
    }

    private static void Undertakings(Page page, CredibilityAnswer answer)
    {
        page.Heading("THREATS AND PROMISES", "! where what is believed and what the holder would do part");
        page.Row(Ink.Faint, ("", 40), ("believed", 18), ("acts", 9), ("net cost", 13));
        foreach (UndertakingAnswer u in answer.Undertakings)
        {
            string what = $"{u.HolderName}: {u.Name}{(u.Kind == "promise" ? "" : u.Kind == "threat" ? $", if {u.To ?? "talks"} {(u.To is null ? "fail" : "refuses")}" : $", if {u.To ?? "anybody"} breaks")}";
            string acts = u.Derived is { } derived ? KeptSections.Percent(derived) : "-";
            page.Row(Ink.Plain, (u.Flagged ? "!" : "", 2), (what, 38), (u.BeliefStated ? $"{KeptSections.Tenths(u.Stated)} {u.Mark}" : "not stated: 1.0", 18), (acts, 9), (Figures.SignedRange(u.Net), 13));
        }
        page.Paragraph("acts: of 100 draws, its own payoffs let it. net cost: of carrying it out, less the holder's own stake and what backing down would cost it. '-': the case states none of these.", indent: 2, ink: Ink.Faint);
        if (answer.LeftOut.Count > 0)
        {
            page.Paragraph($"left out, because they change failure or a breach for everybody and the case does not say what that means to their holder: {string.Join(", ", answer.LeftOut)}.", indent: 2, ink: Ink.Faint);
        }
    }

    private static void Beliefs(Page page, BeliefAnswer beliefs)
    {
        page.Heading("BELIEFS", "each party by its own reading");
        page.Paragraph($"in the deal that is best for whoever gains least, that party gains {Figures.SignedRange(beliefs.Margin)} of its points in the case, {Figures.SignedRange(beliefs.BelievedMargin)} in the parties' own eyes; all think better of failing than the case does {beliefs.MutualOptimism.InDraws}", indent: 2, hanging: 4);
        if (beliefs.Range is { } range)
        {
            page.Paragraph($"bargaining range, of 100 parts of '{range.Name}': {Figures.Range(range.InCase)} in the case, {Figures.Range(range.Believed)} in the parties' own eyes; negative: none", indent: 2, hanging: 4);
        }
        foreach (BelieverAnswer b in beliefs.Believers)
        {
            string bluff = string.Join(", ", b.Bluff.Select(p => $"{p.Name} {Figures.SignedRange(p.Points)}"));
            page.Paragraph($"{b.Name} ('{b.Reading}'): thinks better of failing by {Figures.SignedRange(b.Optimism)}; were that believed by all, hands would change: {bluff}", indent: 2, hanging: 4);
        }
        foreach (PerceivedLeverage lever in beliefs.Leverage)
        {
            page.Paragraph($"{lever.Name}: believed {lever.Actual} in the case, {lever.Perceived} by {lever.AudienceName}", indent: 2, hanging: 4);
        }
    }

}
