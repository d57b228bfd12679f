using Fulcrum.Findings.Kept;

namespace Fulcrum.Cli.Pages;

/// <summary>The answer to 'record' for a reader.</summary>
internal static class RecordPage
{
    public static Page Of(RecordAnswer answer, int width)
    {
        Page page = KeptSections.Opened(width, answer.Title, answer.AsOf, answer.ReadingName, "Who kept what it undertook?");
        Write(page, answer, rows: true);
        page.Blank();
        page.Paragraph($"Shares: {answer.Prior} prior; the mean, and in brackets where 90 of 100 would lie; case {answer.CaseHash}", ink: Ink.Faint);
        return page;
    }

    /// <param name="rows">Also every commitment.</param>
    public static void Write(Page page, RecordAnswer answer, bool rows)
    {
        page.Heading("RECORDS");
        foreach (string warning in answer.Warnings)
        {
            page.Item("!", Ink.Caution, warning);
        }
        foreach (PartyRecord party in answer.Parties)
        {
            page.Paragraph($"{party.Name}: kept {party.Kept}, broken {party.Broken}, unclear {party.Unclear}, pending {party.Pending} [record.{party.Party}]", indent: 2);
            Shares(page, party, answer);
            foreach (CommitmentRow row in rows ? party.Rows : [])
            {
                string since = row.Since is null ? "" : $" since {row.Since}";
                string to = row.To.Count == 0 ? "" : $" to {string.Join(", ", row.To)}";
                page.Paragraph($"{row.Date}{to}: {row.Terms} - {string.Concat(row.Earlier.Select(e => $"{e.Status} since {e.Since}, "))}{row.Status}{since}", indent: 4, hanging: 6);
            }
        }
        foreach (ClassRecord known in answer.Classes)
        {
            page.Paragraph($"Class '{known.Name}': {Share(known)}{(known.Citation is null ? "" : $" ({known.Citation})")} [record.class.{known.Id}]", indent: 2, hanging: 4);
        }
        foreach (CircumstanceRecord circumstance in answer.Circumstances)
        {
            page.Paragraph($"with '{circumstance.Circumstance}': kept {circumstance.Kept}, broken {circumstance.Broken}", indent: 2);
        }
    }

    private static void Shares(Page page, PartyRecord party, RecordAnswer answer)
    {
        if (party.HandPicked is { } picked)
        {
            string which = party.OfClasses.Count > 0 ? "those of no class, picked by hand, were they" : "the list picked by hand, were it";
            page.Paragraph($"{which} a sample: {Listed(picked)}", indent: 4, ink: Ink.Faint);
        }
        foreach (ClassShare of in party.OfClasses)
        {
            page.Paragraph($"its own in this case, picked by hand, of the kind '{of.Name}', were they a sample: {Listed(of.Share)}", indent: 4, ink: Ink.Faint);
        }
        foreach (ClassRecord whole in answer.Classes.Where(c => c.Complete && (party.HandPicked is not null || party.OfClasses.Count > 0)))
        {
            page.Paragraph($"beside it, {(party.OfClasses.Any(c => c.Class == whole.Id) ? "the whole class " : "")}'{whole.Name}': {In100(whole.Share)} broken", indent: 4, ink: Ink.Faint);
        }
    }

    private static string Listed(ShareBroken share) => $"{In100(share)} broken (listed: kept {share.Kept}, broken {share.Broken})";

    private static string Share(ClassRecord known) => known.PublishedShareKept is { } share
        ? $"{In100(known.Share)} broken (published: {Figures.Percent(share)} of 100 kept; weighed as {known.CountsAs} agreements, an assumption)" : Share(known.Share);

    private static string Share(ShareBroken share) => $"{In100(share)} broken (counted: kept {share.Kept}, broken {share.Broken})";

    /// <summary>Whole shares of 100; never 0 or 100.</summary>
    public static string In100(ShareBroken share) => $"{In100(share.Mean)} of 100 ({In100(share.P5)}..{In100(share.P95)})";

    private static string In100(double share) => Figures.Percent(Math.Clamp(share, 0.01, 0.99));
}
