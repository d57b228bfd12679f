using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Intake;

/// <summary>Raw article to document: passages with their roles, title, author, outlet and date where the text shows them, sentences of what speaks.</summary>
internal sealed partial class DocumentReader(LanguageModel model)
{
    private const int TopPassages = 8;
    private const int LongestLine = 100_000;

    /// <summary>Why a passage without line breaks is left out.</summary>
    public const string TooLong = "longer than any paragraph";

    private static readonly HashSet<string> Outlets = Lexicon.Words("outlets");
    private readonly SentenceReader sentences = new(model);

    public Document Read(ArticleSource source, DateOnly? published)
    {
        string text = source.Text;
        List<Span> lines = Lines(text);
        var facts = new TopFacts(source.Title, source.Author, source.Outlet, source.Date ?? published);
        var roles = new (PassageRole Role, string? Reason)[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            roles[i] = Role(text, lines, i, facts, roles);
        }
        Deck(roles);
        FromDateline(text, lines, roles, facts);
        if (roles.Length > 0 && !roles.Any(r => r.Role is PassageRole.Body or PassageRole.Heading))
        {
            // A text of one line is no title without an article.
            roles = [.. roles.Select(r => r.Role == PassageRole.Title ? (PassageRole.Body, (string?)null) : r)];
        }
        Bottom(text, lines, roles, facts);
        var passages = new Passage[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            bool speaks = roles[i].Role is PassageRole.Title or PassageRole.Heading or PassageRole.Body;
            passages[i] = new Passage(i + 1, lines[i], roles[i].Role, roles[i].Reason, speaks ? sentences.Read(text, Lead.Of(text, lines[i]).Own) : []);
        }
        return new Document(source.Id, text, HashOf(text))
        {
            Title = facts.Title, Author = facts.Author, Outlet = facts.Outlet, Date = facts.Date, Url = source.Url, Passages = passages,
        };
    }

    public static string HashOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Non-empty lines without their outer blanks; a line of no-break spaces is empty.</summary>
    internal static List<Span> Lines(string text)
    {
        var lines = new List<Span>();
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            int start = at, stop = end;
            while (start < stop && Tokeniser.IsBlank(text[start]))
            {
                start++;
            }
            while (stop > start && Tokeniser.IsBlank(text[stop - 1]))
            {
                stop--;
            }
            if (stop > start)
            {
                lines.Add(new Span(start, stop));
            }
            at = end + 1;
        }
        return lines;
    }

    private static (PassageRole, string?) Role(string text, List<Span> lines, int i, TopFacts facts, (PassageRole Role, string? Reason)[] before)
    {
        if (lines[i].Length > LongestLine)
        {
            return (PassageRole.Boilerplate, TooLong);
        }
        string line = lines[i].In(text);
        if (Boilerplate.Reason(line) is { } reason)
        {
            return (PassageRole.Boilerplate, reason);
        }
        bool top = i < TopPassages && !before.Take(i).Any(r => r.Role == PassageRole.Body && r.Reason is null && i > 4);
        if (top && Byline(line, facts) is { } byline)
        {
            return (PassageRole.Byline, byline);
        }
        bool hasTitle = before[0].Role == PassageRole.Title;
        if (i > 0 && facts.Title is { } title && Same(line, title) && hasTitle)
        {
            return (PassageRole.Boilerplate, "the title again");
        }
        bool unended = line[^1] is not ('.' or '!' or '?' or '”' or '"' or ':' or ';' or '…');
        int words = line.Count(c => c == ' ') + 1;
        if (i == 0 && words <= 30 && (unended || Same(line, facts.Title ?? "") || line[^1] is '?' or '!'))
        {
            facts.Title ??= line;
            return (PassageRole.Title, null);
        }
        return unended && words <= 14 && line.Any(char.IsLetter) ? (PassageRole.Heading, null) : (PassageRole.Body, null);
    }

    // Running text above the byline is the headline's second line: it announces what the article tells.
    private static void Deck((PassageRole Role, string? Reason)[] roles)
    {
        int byline = Array.FindLastIndex(roles, Math.Min(roles.Length, TopPassages) - 1, r => r.Role == PassageRole.Byline);
        for (int i = 0; i < byline; i++)
        {
            roles[i] = roles[i].Role == PassageRole.Body ? (PassageRole.Heading, null) : roles[i];
        }
    }

    // 'BERGEN, 9 June 2031 (Coastal Wire) - ' before the first paragraph: the day where a year stands, and the agency.
    private static void FromDateline(string text, List<Span> lines, (PassageRole Role, string? Reason)[] roles, TopFacts facts)
    {
        int first = Array.FindIndex(roles, r => r.Role == PassageRole.Body);
        if (first >= 0 && Lead.Of(text, lines[first]).Dateline is { } dateline)
        {
            facts.Date ??= DateIn(dateline.In(text));
            facts.Outlet ??= Lead.Agency(dateline.In(text));
        }
    }

    // 'By Name', a date alone, 'Name | date', an outlet in capitals.
    private static string? Byline(string line, TopFacts facts)
    {
        Match by = ByName().Match(line);
        if (by.Success)
        {
            // 'By Ann Lee, Lake Observer': the last name is an outlet's where one of its words says so.
            string[] names = by.Groups[1].Value.Trim().Split(", ");
            bool outlet = names.Length > 1 && IsOutlet(names[^1]);
            facts.Author ??= string.Join(", ", outlet ? names[..^1] : names);
            facts.Outlet ??= outlet ? names[^1] : null;
            facts.Date ??= DateIn(line);
            return "byline";
        }
        if (line.Length <= 80 && OutletAndDate().Match(line) is { Success: true } paper && DateIn(line) is { } day && IsOutlet(paper.Groups[1].Value))
        {
            facts.Outlet ??= paper.Groups[1].Value;
            facts.Date ??= day;
            return "outlet and date";
        }
        if (line.Length > 80)
        {
            return null;
        }
        if (DateLine().IsMatch(line) && DateIn(line) is { } date)
        {
            facts.Date ??= date;
            Match name = NameBeforeBar().Match(line);
            facts.Author ??= name.Success ? name.Groups[1].Value.Trim() : null;
            return "date line";
        }
        if (line.Length <= 60 && PlaceAndDate().IsMatch(line) && DateIn(line) is { } written)
        {
            facts.Date ??= written;
            return "place and date";
        }
        if (line.Length <= 40 && line.Count(char.IsUpper) >= 3 && !line.Any(char.IsLower) && !line.Any(char.IsDigit))
        {
            facts.Outlet ??= line;
            return "outlet";
        }
        return null;
    }

    private static bool IsOutlet(string name) => name.Split(' ').Any(w => Outlets.Contains(w.Trim(',', '.')));

    private static DateOnly? DateIn(string line) =>
        DateFinder.Find(line, new Span(0, line.Length), null) is [{ IsDay: true } found, ..] ? found.First : null;

    // From the last line upwards: biographies, credits and sign-offs, until two lines of running text were met.
    private static void Bottom(string text, List<Span> lines, (PassageRole Role, string? Reason)[] roles, TopFacts facts)
    {
        int running = 0;
        for (int i = lines.Count - 1; i > 0 && running < 2; i--)
        {
            string line = lines[i].In(text);
            if (SignOff().Match(line) is { Success: true } sign && i == lines.Count - 1)
            {
                facts.Author ??= sign.Groups[1].Value;
                facts.Outlet ??= sign.Groups[2].Value;
                roles[i] = (PassageRole.Byline, "byline");
            }
            else if (roles[i].Role != PassageRole.Boilerplate && Boilerplate.IsBiography(line, facts.Author))
            {
                facts.Author ??= Boilerplate.NameOf(line);
                roles[i] = (PassageRole.Boilerplate, "about the author");
            }
            else if (roles[i].Role == PassageRole.Body)
            {
                running++;
            }
        }
    }

    private static bool Same(string a, string b) => string.Equals(a.Trim(' ', '.'), b.Trim(' ', '.'), StringComparison.OrdinalIgnoreCase);

    private sealed class TopFacts(string? title, string? author, string? outlet, DateOnly? date)
    {
        public string? Title { get; set; } = title;

        public string? Author { get; set; } = author;

        public string? Outlet { get; set; } = outlet;

        public DateOnly? Date { get; set; } = date;
    }

    [GeneratedRegex(@"^(?:By|BY|Written by|Story by)\s+((?:[\p{Lu}][\p{L}.'’-]*|and|de|van|von|der|al)(?:[ ,]+(?:[\p{Lu}][\p{L}.'’-]*|and|de|van|von|der|al))*)\s*(?:[|,·–—-].*)?$")]
    private static partial Regex ByName();

    [GeneratedRegex(@"^(?:(?:Published|Updated|Posted|Last updated)\b.*|.{0,50}[|·•].*|\W*(?:\w+day,?\s+)?(?:\d{1,2}\s+)?\p{L}{3,9}\.?\s+\d{1,2},?\s*\d{4}.{0,30}|\W*(?:\w+day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?\s+\d{4}.{0,30}|\d{4}-\d\d-\d\d.{0,30})$", RegexOptions.IgnoreCase)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^((?:[\p{Lu}][\p{L}.&'’-]*)(?: (?:of|the|and|[\p{Lu}][\p{L}.&'’-]*)){0,5})(?:,| –| —| -)? +(?:\w+day,? )?(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d)\W*$")]
    private static partial Regex OutletAndDate();

    [GeneratedRegex(@"^[\p{Lu}][\p{L}.'’ -]{1,40},?\s+(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+\p{L}{3,9}\.?,?|\p{L}{3,9}\.?\s+\d{1,2},?)\s+\d{4}\.?$")]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"^([\p{Lu}][\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]*){1,3})\s*[|·•]")]
    private static partial Regex NameBeforeBar();

    [GeneratedRegex(@"^([\p{Lu}][\p{L}.'’-]*(?: [\p{Lu}][\p{L}.'’-]*){1,3}) for ([\p{Lu}][\p{L}.'’ ]+)$")]
    private static partial Regex SignOff();
}
