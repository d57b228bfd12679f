using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads the dates of docs/case-format.md, which stay as vague as their source.</summary>
internal static class DateReader
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Parts = ["early", "mid", "late"];

    /// <summary>One day, or null with a problem.</summary>
    public static DateOnly? Day(ScalarNode? node, string key, BindingState state)
    {
        if (node is null)
        {
            return null;
        }
        string text = node.Value.Trim();
        if (!IsDayShaped(text))
        {
            state.Report(LedgerProblems.DateNotExact(node, key));
            return null;
        }
        if (TryDay(text, out DateOnly day))
        {
            return day;
        }
        state.Report(LedgerProblems.DateImpossible(node, text));
        return null;
    }

    /// <summary>A date as precise as it is, or null with a problem.</summary>
    /// <param name="starts">Bounds 'before' and 'undated'.</param>
    /// <param name="asOf">Bounds 'after' and 'undated'.</param>
    public static VagueDate? Vague(ScalarNode node, DateOnly starts, DateOnly asOf, BindingState state)
    {
        string text = node.Value.Trim();
        if (text == "undated")
        {
            return new VagueDate(starts, asOf, text, Undated: true);
        }
        if (FirstImpossible(text) is { } impossible)
        {
            state.Report(LedgerProblems.DateImpossible(node, impossible));
            return null;
        }
        if (Stretch(text, starts, asOf) is not { } stretch)
        {
            state.Report(LedgerProblems.DateMalformed(node, text));
            return null;
        }
        if (stretch.First > stretch.Last)
        {
            state.Report(LedgerProblems.DateReversed(node));
            return null;
        }
        return new VagueDate(stretch.First, stretch.Last, text);
    }

    /// <summary>First and last day, or null when the text is not a date. The first may come after the last.</summary>
    public static (DateOnly First, DateOnly Last)? Stretch(string text, DateOnly starts, DateOnly asOf)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            return TryDay(text[..dots].Trim(), out DateOnly from) && TryDay(text[(dots + 2)..].Trim(), out DateOnly to) ? (from, to) : null;
        }
        if (TryDay(text, out DateOnly day))
        {
            return (day, day);
        }
        int space = text.LastIndexOf(' ');
        string last = text[(space + 1)..];
        string words = space < 0 ? "" : text[..space].Trim().ToLowerInvariant();
        if (TryDay(last, out DateOnly named))
        {
            return words switch
            {
                "before" => (Earlier(starts, named.AddDays(-1)), named.AddDays(-1)),
                "after" => (named.AddDays(1), Later(asOf, named.AddDays(1))),
                "about" => (named.AddDays(-3), named.AddDays(3)),
                "week of" => (named, named.AddDays(6)),
                _ => null,
            };
        }
        return words.Length == 0 ? YearOrMonth(last) : PartOfMonth(words, last);
    }

    private static (DateOnly First, DateOnly Last)? YearOrMonth(string text)
    {
        string[] parts = text.Split('-');
        if (!TryYear(parts[0], out int year))
        {
            return null;
        }
        if (parts.Length == 1)
        {
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }
        bool month = parts.Length == 2 && parts[1].Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return month && int.Parse(parts[1], CultureInfo.InvariantCulture) is >= 1 and <= 12 and var number ? Month(year, number, 1, 31) : null;
    }

    private static (DateOnly First, DateOnly Last)? PartOfMonth(string words, string lastWord)
    {
        if (!TryYear(lastWord, out int year))
        {
            return null;
        }
        string part = Parts.FirstOrDefault(p => words.StartsWith(p + "-", StringComparison.Ordinal) || words.StartsWith(p + " ", StringComparison.Ordinal)) ?? "";
        string name = part.Length == 0 ? words : words[(part.Length + 1)..];
        int month = Array.IndexOf(Months, name.Trim()) + 1;
        if (month == 0)
        {
            return null;
        }
        return part switch
        {
            "early" => Month(year, month, 1, 10),
            "mid" => Month(year, month, 11, 20),
            "late" => Month(year, month, 21, 31),
            _ => Month(year, month, 1, 31),
        };
    }

    private static (DateOnly First, DateOnly Last) Month(int year, int month, int from, int to) =>
        (new DateOnly(year, month, from), new DateOnly(year, month, Math.Min(to, DateTime.DaysInMonth(year, month))));

    private static bool TryYear(string text, out int year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && text.Length == 4 && year is >= 1000 and <= 2999;

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is >= 1000 and <= 2999;

    private static bool IsDayShaped(string text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-' && text.Where((_, i) => i is not 4 and not 7).All(char.IsAsciiDigit);

    private static string? FirstImpossible(string text) =>
        text.Replace("..", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(w => IsDayShaped(w) && !TryDay(w, out _));

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
