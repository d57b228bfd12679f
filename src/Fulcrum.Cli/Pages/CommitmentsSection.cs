using Fulcrum.Findings.Kept;

namespace Fulcrum.Cli.Pages;

/// <summary>What an analysis says about commitments, in short; the verbs keep, credibility, record and trend say more.</summary>
internal static class CommitmentsSection
{
    /// <param name="full">All sentences, not only the first of each kind.</param>
    public static void Write(Page page, CommitmentSections? sections, bool full)
    {
        if (sections is null || !sections.Any)
        {
            return;
        }
        page.Heading("COMMITMENTS", "would it be kept? (keep, credibility, trend and record say more)");
        Sentences(page, sections.Keeping?.Sentences, full);
        Sentences(page, sections.Trend?.Sentences, full);
        Sentences(page, sections.Credibility?.Sentences, full);
        if (sections.Records is { } records)
        {
            foreach (string warning in records.Warnings.Take(full ? records.Warnings.Count : 1))
            {
                page.Item("!", Ink.Caution, warning);
            }
            Sentences(page, full ? records.Sentences : [], full);
        }
    }

    private static void Sentences(Page page, IReadOnlyList<KeptSentence>? sentences, bool full)
    {
        foreach (KeptSentence sentence in (sentences ?? []).Take(full ? int.MaxValue : 1))
        {
            page.Paragraph(sentence.Text, indent: 2, end: string.Concat(sentence.Marks));
            if (full)
            {
                page.Paragraph($"{sentence.Rests} [{sentence.Id}]".Trim(), indent: 4, ink: Ink.Faint);
            }
        }
    }
}
