using System.Text.RegularExpressions;

namespace Fulcrum.Cases.Verifying;

/// <summary>A stretch of a text that words were looked for in.</summary>
/// <param name="Likeness">1 when the words stand there; otherwise the share of the words that do.</param>
public sealed record FoundSpan(SourceText Text, TextSpan Span, double Likeness)
{
    public int Paragraph => Text.ParagraphAt(Span.Start);

    public string Words => Text.Words(Span)!;
}

/// <summary>
/// Finds pasted words in a text. What copying and typing change does not matter (<see cref="FoldedText"/>); '...' between two parts stands for
/// anything up to <see cref="LongestGap"/> characters.
/// </summary>
public static partial class SpanFinder
{
    public const int LongestGap = 1500;

    // Fewer shared words than this are chance, not a near miss.
    private const double LeastLikeness = 0.5;
    private const int MostNearMisses = 3;
    private static readonly char[] Wrapping = ['\'', ' ', ',', ';', ':', '.'];

    /// <summary>
    /// Every place where the words stand, in the order of the text. Words are matched as they are first, then without quotation marks and punctuation
    /// around them, then as parts with gaps; the first of these that finds anything decides. Whole words are preferred to parts of words.
    /// </summary>
    public static IReadOnlyList<FoundSpan> Find(SourceText text, string words)
    {
        var folded = new FoldedText(text.Text);
        string wanted = new FoldedText(words).Text;
        if (!wanted.Any(char.IsLetterOrDigit))
        {
            return [];
        }
        foreach (string attempt in new[] { wanted, wanted.Trim(Wrapping) }.Distinct())
        {
            foreach (bool wholeWords in new[] { true, false })
            {
                var found = folded.Find(attempt, wholeWords).Select(p => new FoundSpan(text, text.SpanOfUnits(p.First, p.End), 1)).ToList();
                if (found.Count > 0)
                {
                    return found;
                }
            }
        }
        string[] parts = [.. Gap().Split(wanted).Select(p => p.Trim(Wrapping)).Where(p => p.Length > 0)];
        return parts.Length > 1 ? [.. WithGaps(folded, parts).Select(p => new FoundSpan(text, text.SpanOfUnits(p.First, p.End), 1))] : [];
    }

    /// <summary>
    /// The stretches that share most words with those looked for, best first, at most three; at least half of the words must be there.
    /// </summary>
    public static IReadOnlyList<FoundSpan> NearMisses(SourceText text, string words)
    {
        var folded = new FoldedText(text.Text);
        string[] wanted = [.. Word().Matches(new FoldedText(words).Text).Select(m => m.Value)];
        Match[] standing = Word().Matches(folded.Text).ToArray();
        if (wanted.Length < 2 || standing.Length == 0)
        {
            return [];
        }
        var near = new List<(int At, double Likeness)>();
        int window = Math.Min(wanted.Length, standing.Length);
        foreach (var (at, shared) in SharedWords(standing, wanted, window).OrderByDescending(s => s.Shared).ThenBy(s => s.At))
        {
            double likeness = (double)shared / wanted.Length;
            if (likeness < LeastLikeness || near.Count == MostNearMisses)
            {
                break;
            }
            if (near.TrueForAll(n => Math.Abs(n.At - at) >= window))
            {
                near.Add((at, likeness));
            }
        }
        return [.. near.Select(n => Span(n.At, n.Likeness))];

        FoundSpan Span(int at, double likeness)
        {
            Match last = standing[at + window - 1];
            var (first, end) = folded.Original(standing[at].Index, last.Index + last.Length - standing[at].Index);
            return new FoundSpan(text, text.SpanOfUnits(first, end), Math.Min(likeness, 0.99));
        }
    }

    private static IEnumerable<(int At, int Shared)> SharedWords(Match[] standing, string[] wanted, int window)
    {
        var open = wanted.CountBy(w => w).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        int shared = 0;
        for (int i = 0; i < standing.Length; i++)
        {
            if (open.TryGetValue(standing[i].Value, out int left))
            {
                shared += left > 0 ? 1 : 0;
                open[standing[i].Value] = left - 1;
            }
            if (i >= window && open.TryGetValue(standing[i - window].Value, out int gone))
            {
                shared -= gone >= 0 ? 1 : 0;
                open[standing[i - window].Value] = gone + 1;
            }
            if (i >= window - 1)
            {
                yield return (i - window + 1, shared);
            }
        }
    }

    // The shortest stretches that hold the parts in their order: a stretch that contains another is left out.
    private static List<(int First, int End)> WithGaps(FoldedText folded, string[] parts)
    {
        var found = new List<(int At, int End)>();
        foreach (int start in folded.Places(parts[0], wholeWords: true))
        {
            int end = start + parts[0].Length;
            foreach (string part in parts.Skip(1))
            {
                int next = end < 0 ? -1 : folded.Text.IndexOf(part, end, StringComparison.Ordinal);
                end = next < 0 || next - end > LongestGap ? -1 : next + part.Length;
            }
            if (end > 0)
            {
                found.RemoveAll(f => f.End == end);
                found.Add((start, end));
            }
        }
        return [.. found.Select(f => folded.Original(f.At, f.End - f.At))];
    }

    [GeneratedRegex(@"\s*[\[(]?\s*\.\.\.\s*[\])]?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();

    [GeneratedRegex(@"[\p{L}\p{N}']+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
