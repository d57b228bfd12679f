using System.Globalization;

namespace Fulcrum.Reading.Finders.Dates;

/// <summary>Words to numbers, and the arithmetic of weeks, months and seasons. Weeks begin on Monday.</summary>
internal static class Calendar
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly string[] Units =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    private static readonly string[] Ordinals =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth"];

    /// <summary>1 to 12, or 0.</summary>
    public static int Month(string word) => word.Length < 3 ? 0 : Array.IndexOf(Months, word[..3].ToLowerInvariant()) + 1;

    /// <summary>0 for Monday to 6, or -1.</summary>
    public static int Weekday(string word) => word.Length < 3 ? -1 : Array.IndexOf(Days, word[..3].ToLowerInvariant());

    /// <summary>A number in figures or words up to the thousands ('nineteen ninety nine', 'two thousand and five', 'a', 'several'); -1 when it is none.</summary>
    public static int Number(string text)
    {
        string lower = text.Trim().ToLowerInvariant();
        string digits = lower.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }
        int total = 0, current = 0;
        bool any = false;
        foreach (string word in lower.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "and" or "of")
            {
                continue;
            }
            int value = One(word);
            if (value < 0)
            {
                return -1;
            }
            any = true;
            if (value is 100 or 1000)
            {
                total += Math.Max(current, 1) * value;
                current = 0;
            }
            else
            {
                // 'nineteen ninety': centuries said in pairs.
                current = current is >= 10 and < 100 && value >= 10 && current % 100 != 0 && !(current >= 20 && value < 10) ? current * 100 + value : current + value;
            }
        }
        return any ? total + current : -1;
    }

    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public static int WeekdayOf(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    public static (DateOnly First, DateOnly Last) MonthOf(int year, int month)
    {
        var first = new DateOnly(Math.Clamp(year, 1, 9998), month, 1);
        return (first, first.AddMonths(1).AddDays(-1));
    }

    public static (DateOnly First, DateOnly Last) YearOf(int year)
    {
        var first = new DateOnly(Math.Clamp(year, 1, 9998), 1, 1);
        return (first, first.AddYears(1).AddDays(-1));
    }

    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    public static int FullYear(int year) => year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;

    private static int One(string word)
    {
        int ordinal = Array.IndexOf(Ordinals, word);
        if (ordinal > 0)
        {
            return ordinal == 21 ? 30 : ordinal;
        }
        int unit = Array.IndexOf(Units, word), ten = Array.IndexOf(Tens, word);
        return word switch
        {
            "a" or "an" => 1,
            "couple" => 2,
            "few" or "several" => 3,
            "dozen" => 12,
            "hundred" => 100,
            "thousand" => 1000,
            _ => unit >= 0 ? unit : ten >= 0 ? 20 + ten * 10 : -1,
        };
    }
}
