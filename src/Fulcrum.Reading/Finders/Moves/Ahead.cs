using System.Text.RegularExpressions;
using Fulcrum.Reading.Finders.Dates;

namespace Fulcrum.Reading.Finders.Moves;

/// <summary>
/// The day of an act that is still to come. In news a bare weekday or a day without its year lies in the past; 'will meet on Thursday' and 'will strike from March 3' lie ahead.
/// </summary>
internal static partial class Ahead
{
    public static FoundDate Of(FoundDate date, DateOnly published)
    {
        if (date.First is not { } first || date.Last is not { } last || last >= published || SaysPast().IsMatch(date.Words))
        {
            return date;
        }
        if (Weekday().IsMatch(date.Words) && last > published.AddDays(-8))
        {
            return date with { First = first.AddDays(7), Last = last.AddDays(7) };
        }
        // A month that returns within the year.
        bool month = Month().IsMatch(date.Words) && !Year().IsMatch(date.Words) && last.AddYears(1) >= published;
        return month ? date with { First = first.AddYears(1), Last = last.AddYears(1) } : date;
    }

    [GeneratedRegex(@"\b(last|past|previous|ago|earlier|yesterday)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysPast();

    [GeneratedRegex(@"^(?:on |by |until )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$", RegexOptions.IgnoreCase)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", RegexOptions.IgnoreCase)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b\d{4}\b|\byear\b")]
    private static partial Regex Year();
}
