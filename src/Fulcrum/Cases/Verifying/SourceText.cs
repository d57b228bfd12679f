namespace Fulcrum.Cases.Verifying;

/// <summary>
/// A text that evidence points into. Places in it are counted in Unicode code points, so that a span means the same in every language and tool.
/// </summary>
public sealed class SourceText
{
    // Code points outside the basic plane take two UTF-16 units; these are their indices, in rising order (usually none).
    private readonly int[] _wide;

    public SourceText(string fileName, string text)
    {
        FileName = fileName;
        Text = text;
        Hash = TextHash.OfText(text);
        _wide = WideCodePoints(text);
    }

    /// <summary>Name of the file that it was read from, relative to the folder that was searched; shown to people, never used to recognise it.</summary>
    public string FileName { get; }

    public string Text { get; }

    /// <summary>'sha256:' and 64 hex digits, as in sources.yaml.</summary>
    public string Hash { get; }

    /// <summary>Length in code points.</summary>
    public int Length => Text.Length - _wide.Length;

    /// <summary>The exact words of a span, or null when it is empty or reaches outside the text.</summary>
    public string? Words(TextSpan span) =>
        span.Start >= 0 && span.Start < span.End && span.End <= Length ? Text[ToUnit(span.Start)..ToUnit(span.End)] : null;

    /// <summary>The span of code points that covers UTF-16 units <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public TextSpan SpanOfUnits(int first, int end) => new(ToCodePoint(first), ToCodePoint(end));

    /// <summary>The paragraph in which a code point lies: non-empty lines counted from 1; white space alone leaves a line empty.</summary>
    public int ParagraphAt(int codePoint)
    {
        int paragraph = 0;
        int end = ToUnit(Math.Clamp(codePoint, 0, Length));
        for (int start = 0; start <= end && start < Text.Length;)
        {
            int lineEnd = LineEnd(start);
            paragraph += Text.AsSpan(start, lineEnd - start).IsWhiteSpace() ? 0 : 1;
            start = lineEnd + 1;
        }
        return Math.Max(1, paragraph);
    }

    /// <summary>
    /// The words that a piece of evidence rests on, with up to <paramref name="context"/> characters of their paragraph on either side. Null when the
    /// evidence has no span, or when the span's hash shows that these are no longer the words it was made for.
    /// </summary>
    public SpanQuote? Quote(Evidence evidence, int context = 200)
    {
        bool stands = evidence.Span is { } span && Words(span) is { } words && TextHash.Same(TextHash.OfSpan(words), evidence.SpanHash);
        return stands ? QuoteOf(evidence.Span!.Value, context) : null;
    }

    /// <summary>The words of a span with some of what stands around them in the same paragraph; null when it reaches outside the text.</summary>
    public SpanQuote? QuoteOf(TextSpan span, int context = 200)
    {
        if (Words(span) is not { } words)
        {
            return null;
        }
        int first = ToUnit(span.Start);
        int end = ToUnit(span.End);
        int lineStart = first == 0 ? 0 : Text.LastIndexOf('\n', first - 1) + 1;
        int lineEnd = LineEnd(end);
        int from = WordStart(Math.Max(lineStart, first - context), lineStart, first);
        int to = WordEnd(Math.Min(lineEnd, end + context), end, lineEnd);
        return new SpanQuote(Text[from..first], words, Text[end..to], ParagraphAt(span.Start), from > lineStart, to < lineEnd);
    }

    private int WordStart(int at, int lineStart, int limit)
    {
        while (at > lineStart && at < limit && !char.IsWhiteSpace(Text[at - 1]))
        {
            at++;
        }
        return at;
    }

    private int WordEnd(int at, int limit, int lineEnd)
    {
        while (at < lineEnd && at > limit && !char.IsWhiteSpace(Text[at]))
        {
            at--;
        }
        return at;
    }

    private int LineEnd(int from)
    {
        int end = Text.IndexOf('\n', from);
        return end < 0 ? Text.Length : end;
    }

    private int ToUnit(int codePoint)
    {
        int before = Array.BinarySearch(_wide, codePoint);
        return codePoint + (before < 0 ? ~before : before);
    }

    private int ToCodePoint(int unit)
    {
        int low = 0;
        int high = _wide.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _wide[middle] + middle < unit ? (middle + 1, high) : (low, middle);
        }
        return unit - low;
    }

    private static int[] WideCodePoints(string text)
    {
        var wide = new List<int>();
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]))
            {
                wide.Add(i - wide.Count);
                i++;
            }
        }
        return [.. wide];
    }
}

/// <summary>The exact words of a span and what stands around them in the same paragraph.</summary>
/// <param name="CutBefore">The paragraph goes on before <paramref name="Before"/>.</param>
/// <param name="CutAfter">The paragraph goes on after <paramref name="After"/>.</param>
public sealed record SpanQuote(string Before, string Words, string After, int Paragraph, bool CutBefore, bool CutAfter);
