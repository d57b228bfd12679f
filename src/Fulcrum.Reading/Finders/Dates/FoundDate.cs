using System.Globalization;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Dates;

/// <summary>A date expression in the text. First and last day are both included and null where the text (with the article's date) does not fix them.</summary>
/// <param name="Words">The expression as it stands.</param>
public sealed record FoundDate(Span Span, string Words, DateOnly? First, DateOnly? Last)
{
    public bool IsDay => First is not null && First == Last;

    /// <summary>
    /// A fixed day, whole month or whole year as ISO 8601 writes it; anything vaguer in the text's own words.
    /// </summary>
    public string Value
    {
        get
        {
            if (First is not { } first || Last is not { } last)
            {
                return Words;
            }
            if (first == last)
            {
                return first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }
            if (first.Day == 1 && last == first.AddMonths(1).AddDays(-1) && Words.Any(char.IsDigit))
            {
                return first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            }
            bool wholeYear = first is { Day: 1, Month: 1 } && last == first.AddYears(1).AddDays(-1);
            return wholeYear && Words.Any(char.IsDigit) ? first.Year.ToString("0000", CultureInfo.InvariantCulture) : Words;
        }
    }
}
