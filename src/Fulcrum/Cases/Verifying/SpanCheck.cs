namespace Fulcrum.Cases.Verifying;

/// <summary>One span against its text.</summary>
internal static class SpanCheck
{
    // Looking for a moved span tries every place of the text; longer texts are left to the person.
    private const int LongestSearched = 50_000;

    public static IEnumerable<CaseProblem> Problems(Evidence evidence, SourceText text)
    {
        TextSpan span = evidence.Span!.Value;
        if (text.Words(span) is not { } words)
        {
            yield return EvidenceProblems.SpanOutside(evidence, text);
            yield break;
        }
        if (evidence.SpanHash is null)
        {
            yield return EvidenceProblems.SpanWithoutHash(evidence);
        }
        else if (!TextHash.Same(TextHash.OfSpan(words), evidence.SpanHash))
        {
            yield return EvidenceProblems.SpanHashDiffers(evidence, MovedTo(evidence.SpanHash, span.End - span.Start, text));
            yield break;
        }
        int paragraph = text.ParagraphAt(span.Start);
        if (evidence.Paragraph is { } stated && stated != paragraph)
        {
            yield return EvidenceProblems.ParagraphDiffers(evidence, paragraph);
        }
        foreach (string figure in evidence.Figures.Where(f => !StandsIn(f, words)))
        {
            yield return EvidenceProblems.FigureNotInSpan(evidence, figure);
        }
    }

    /// <summary>Whether a figure or term stands in the words: as written (case, quotes, dashes and spacing aside), or as a number read alike.</summary>
    public static bool StandsIn(string figure, string words)
    {
        if (new FoldedText(words).Find(new FoldedText(figure).Text, wholeWords: true).Any())
        {
            return true;
        }
        var wanted = Figures.In(figure);
        var standing = Figures.In(words);
        return wanted.Count > 0 && wanted.All(w => Figures.Contain(standing, w.Values[0]));
    }

    private static TextSpan? MovedTo(string hash, int length, SourceText text)
    {
        if (text.Length > LongestSearched)
        {
            return null;
        }
        for (int start = 0; start + length <= text.Length; start++)
        {
            var span = new TextSpan(start, start + length);
            if (TextHash.Same(TextHash.OfSpan(text.Words(span)!), hash))
            {
                return span;
            }
        }
        return null;
    }
}
