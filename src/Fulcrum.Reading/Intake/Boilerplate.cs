using System.Text.RegularExpressions;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Intake;

/// <summary>Lines that are no part of the article: patterns of Lexicons/boilerplate.txt, authors' biographies, lines that recur across documents.</summary>
internal static partial class Boilerplate
{
    /// <summary>Notes are short; longer lines are running text, whatever words they hold.</summary>
    private const int LongestNote = 240;

    private static readonly (Regex Pattern, string Reason)[] Patterns =
        [.. Lexicon.Rows("boilerplate").Select(r => (new Regex(r[1].Replace("¦", "|", StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), r[0]))];

    public static string? Reason(string line)
    {
        if (!line.Any(char.IsLetter))
        {
            return "no words";
        }
        foreach (var (pattern, reason) in line.Length > LongestNote ? [] : Patterns)
        {
            if (pattern.IsMatch(line))
            {
                return reason;
            }
        }
        return null;
    }

    public static bool IsBiography(string line, string? author)
    {
        bool named = author is not null && line.StartsWith(author, StringComparison.OrdinalIgnoreCase);
        return Life().IsMatch(line) || (named && LifeAnywhere().IsMatch(line));
    }

    public static string? NameOf(string line) => Life().Match(line) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>
    /// Marks lines that stand word for word in at least three documents. Documents of which more than half recurs are copies of each other, not notes, and do not count.
    /// </summary>
    public static IReadOnlyList<Document> MarkRecurring(IReadOnlyList<Document> documents)
    {
        if (documents.Count < 3)
        {
            return documents;
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Document document in documents)
        {
            foreach (string line in LinesOf(document).Distinct())
            {
                seen[line] = seen.GetValueOrDefault(line) + 1;
            }
        }
        bool[] copies = [.. documents.Select(d => LinesOf(d).Count(l => seen[l] > 1) * 2 > LinesOf(d).Count())];
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string line in documents.Where((_, i) => !copies[i]).SelectMany(d => LinesOf(d).Distinct()))
        {
            counted[line] = counted.GetValueOrDefault(line) + 1;
        }
        return [.. documents.Select(d => d with { Passages = [.. d.Passages.Select(p => Mark(d, p, counted))] })];
    }

    private static Passage Mark(Document document, Passage passage, Dictionary<string, int> counts) =>
        passage.Speaks && passage.Role != PassageRole.Title && counts.GetValueOrDefault(passage.Span.In(document.Text)) >= 3
            ? passage with { Role = PassageRole.Boilerplate, Reason = "recurs across documents", Sentences = [] }
            : passage;

    private static IEnumerable<string> LinesOf(Document document) => document.Passages.Where(p => p.Speaks).Select(p => p.Span.In(document.Text));

    [GeneratedRegex(@"^((?:Dr\. |Prof\. |Professor )?[\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}][\p{L}.'’-]*){1,3}),? (?:is|was|has been|works as|serves as|covers|writes|reports) (?:currently |now |also )?(?:an?|the|for|on|about|as|POLITICO’s|[\p{Lu}]\w+['’]s)?\s?.{0,120}?(?:correspondent|reporter|editor|fellow|professor|lecturer|columnist|journalist|writer|author|analyst|contributor|director|researcher|scholar|student|chair|associate|freelance|bureau|covering)", RegexOptions.CultureInvariant)]
    private static partial Regex Life();

    [GeneratedRegex(@"\b(correspondent|reporter|editor|fellow|professor|lecturer|columnist|journalist|writer|author|analyst|contributor|researcher)\b")]
    private static partial Regex LifeAnywhere();
}
