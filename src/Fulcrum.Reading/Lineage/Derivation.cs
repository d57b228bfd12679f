using System.Globalization;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Lineage;

/// <summary>Which of two documents that tell the same sentences is the original, why, and what the other changed.</summary>
internal sealed record Derivation(bool FirstIsOriginal, IReadOnlyList<string> Reasons, IReadOnlyList<string> Changes)
{
    private const int MostChanges = 12;

    public static Derivation Of(DocumentProfile a, DocumentProfile b, SentenceAlignment alignment, int sharedQuotes)
    {
        var reasons = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{(alignment.Pairs.Count == 1 ? "one sentence tells the same" : alignment.Pairs.Count + " sentences tell the same in the same order")} ({alignment.ShareOfShorter:P0} of the shorter text)"),
        };
        if (sharedQuotes > 0)
        {
            reasons.Add(sharedQuotes == 1 ? "one quotation is word for word the same" : $"{sharedQuotes} quotations are word for word the same");
        }
        double lead = 0;
        lead += Compare(a, b, p => p.Document.Date is { } date ? -date.DayNumber : null, 3, "appeared earlier", reasons);
        lead += Names(a, b, reasons) - Names(b, a, reasons);
        lead += Compare(a, b, p => (p.Document.Date is null ? 0 : 1) + (p.Document.Author is null ? 0 : 1) + (p.Document.Outlet is null ? 0 : 1), 1, "names more of date, author and outlet", reasons);
        lead += Compare(a, b, Details, 1, "holds more names and figures", reasons);
        bool first = lead != 0 ? lead > 0 : string.CompareOrdinal(a.Document.Id, b.Document.Id) < 0;
        return new Derivation(first, reasons, Differences(first ? a : b, first ? b : a, alignment, first));
    }

    private static double Compare(DocumentProfile a, DocumentProfile b, Func<DocumentProfile, double?> measure, double weight, string what, List<string> reasons)
    {
        if (measure(a) is not { } x || measure(b) is not { } y || x == y)
        {
            return 0;
        }
        reasons.Add($"{(x > y ? a : b).Document.Id} {what}");
        return x > y ? weight : -weight;
    }

    private static double Names(DocumentProfile original, DocumentProfile copy, List<string> reasons)
    {
        if (original.Document.Outlet is { Length: > 3 } outlet && copy.Document.Text.Contains(outlet, StringComparison.Ordinal) && copy.Document.Outlet != outlet)
        {
            reasons.Add($"{copy.Document.Id} names {outlet}, the outlet of {original.Document.Id}");
            return 3;
        }
        return 0;
    }

    private static double? Details(DocumentProfile profile) => profile.Sentences.Sum(s => s.Figures.Count + s.Names.Count);

    private static List<string> Differences(DocumentProfile original, DocumentProfile copy, SentenceAlignment alignment, bool firstIsA)
    {
        var changes = new List<string>();
        var pairs = alignment.Pairs.Select(p => firstIsA ? (Original: p.A, Copy: p.B) : (Original: p.B, Copy: p.A)).ToList();
        foreach (var (o, c) in pairs)
        {
            SentenceProfile from = original.Sentences[o], to = copy.Sentences[c];
            string[] lost = [.. from.Figures.Except(to.Figures)], added = [.. to.Figures.Except(from.Figures)];
            if (added.Length > 0)
            {
                changes.Add($"paragraph {to.Paragraph}: {string.Join(", ", added)} where the original has {(lost.Length > 0 ? string.Join(", ", lost) : "no such figure")} (paragraph {from.Paragraph})");
            }
            string[] strangers = [.. to.Names.Except(from.Names).Where(n => n.Length > 2 && !original.Document.Text.Contains(n, StringComparison.Ordinal))];
            if (strangers.Length > 0)
            {
                changes.Add($"paragraph {to.Paragraph}: names {string.Join(", ", strangers)}, whom the original never names");
            }
        }
        int omitted = original.Sentences.Count - pairs.Count, own = copy.Sentences.Count - pairs.Count;
        changes.Add($"{omitted} of {original.Sentences.Count} sentences of the original have no counterpart; {own} of {copy.Sentences.Count} are its own");
        foreach (string quote in copy.Quotes.Where(q => !original.Quotes.Contains(q)))
        {
            string? nearest = original.Quotes.FirstOrDefault(q => Overlap(q, quote) >= 0.6);
            changes.Add(nearest is null ? $"quotes words that the original does not: “{Short(quote)}”" : $"quotes differently: “{Short(quote)}”");
        }
        return [.. changes.Take(MostChanges)];
    }

    private static string Short(string quote) => string.Join(' ', quote.Split(' ').Take(8)) + (quote.Count(c => c == ' ') >= 8 ? " ..." : "");

    private static double Overlap(string a, string b)
    {
        string[] x = a.Split(' '), y = b.Split(' ');
        return (double)x.Intersect(y).Count() / Math.Max(1, Math.Min(x.Distinct().Count(), y.Distinct().Count()));
    }
}
