using System.Globalization;
using System.Text.RegularExpressions;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Pages;

/// <summary>Numbers and dates as readers see them: whole points, short dates. Nothing is computed here.</summary>
internal static partial class Figures
{
    public static string Points(double value) => Whole(value).ToString(CultureInfo.InvariantCulture);

    public static string Signed(double value)
    {
        int whole = Whole(value);
        return whole > 0 ? string.Create(CultureInfo.InvariantCulture, $"+{whole}") : whole.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>'9 (1..27)'; the median alone where the range rounds to it; '-' where the number exists in no draw.</summary>
    public static string Range(Spread? spread) => spread is null ? "-" : Ranged(spread, Points);

    /// <summary>The same for a difference: '+5 (0..17)'.</summary>
    public static string SignedRange(Spread? spread) => spread is null ? "-" : Ranged(spread, Signed);

    public static string Percent(double share) => Math.Clamp(Whole(100 * share), 0, 100).ToString(CultureInfo.InvariantCulture);

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string ShortDay(DateOnly date, int caseYear) => date.ToString(date.Year == caseYear ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A vague date in few columns: 'mid-February 2025' becomes 'mid-Feb' in a case of 2025; a span that does not fit, its start with a plus.</summary>
    public static string ShortWhen(string when, int caseYear, int columns = int.MaxValue)
    {
        string whole = Short(when, caseYear);
        int dots = whole.IndexOf("..", StringComparison.Ordinal);
        return whole.Length > columns && dots > 0 ? $"{whole[..dots]}+" : whole;
    }

    private static string Short(string when, int caseYear)
    {
        string text = IsoDay().Replace(when, m =>
            DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? ShortDay(day, caseYear) : m.Value);
        text = IsoMonth().Replace(text, m =>
            DateOnly.TryParseExact($"{m.Value}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : m.Value);
        text = MonthName().Replace(text, m => m.Value[..3]);
        return text.Replace(string.Create(CultureInfo.InvariantCulture, $" {caseYear}"), "", StringComparison.Ordinal);
    }

    private static string Ranged(Spread spread, Func<double, string> say) =>
        Points(spread.P5) == Points(spread.P95) && Points(spread.P5) == Points(spread.Median)
            ? say(spread.Median)
            : $"{say(spread.Median)} ({Points(spread.P5)}..{Points(spread.P95)})";

    // Halves to the even number, so that mirrored values stay mirrored.
    private static int Whole(double value) => (int)Math.Round(value, MidpointRounding.ToEven);

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"\b\d{4}-\d{2}\b(?!-)")]
    private static partial Regex IsoMonth();

    [GeneratedRegex(@"\b(January|February|March|April|June|July|August|September|October|November|December)\b")]
    private static partial Regex MonthName();
}
