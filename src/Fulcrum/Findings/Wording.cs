using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>How numbers, names and dates are said: whole points, one likelihood word beside the count of draws, no culture but the invariant one.</summary>
public static class Wording
{
    /// <summary>The least difference that is worth a word, in points of a party's 100.</summary>
    public const double NoticeablePoints = 1;

    /// <summary>Whole points; never '-0'.</summary>
    public static string Points(double value)
    {
        double whole = Math.Round(value, MidpointRounding.AwayFromZero);
        return (whole == 0 ? 0 : whole).ToString("0", CultureInfo.InvariantCulture);
    }

    /// <summary>'11 points' for a change of 10.4 that is needed: whole points that are enough, so never rounded down; 'less than a point' below one.</summary>
    public static string Enough(double points)
    {
        // What is written as a whole number of points may come back from a solver this much larger.
        const double Rounding = 1e-9;
        double whole = Math.Ceiling(points - Rounding);
        return points < 1 - Rounding ? "less than a point" : string.Create(CultureInfo.InvariantCulture, $"{whole:0} {(whole == 1 ? "point" : "points")}");
    }

    /// <summary>'15 (3..34)'; one number when the range rounds to it; 'not known' where the number exists in no draw.</summary>
    public static string Size(Spread? spread)
    {
        if (spread is null)
        {
            return "not known";
        }
        string median = Points(spread.Median), low = Points(spread.P5), high = Points(spread.P95);
        return low == high ? median : $"{median} ({low}..{high})";
    }

    /// <summary>A change with its sign: '+5 (0..+10)'.</summary>
    public static string Signed(Spread? spread)
    {
        if (spread is null)
        {
            return "not known";
        }
        string median = SignedPoints(spread.Median), low = SignedPoints(spread.P5), high = SignedPoints(spread.P95);
        return low == high ? median : $"{median} ({low}..{high})";
    }

    private static string SignedPoints(double value) => Math.Round(value, MidpointRounding.AwayFromZero) > 0 ? $"+{Points(value)}" : Points(value);

    /// <summary>'in 51 of 100 draws (roughly even)'; without the word where there are too few draws for one.</summary>
    public static string Frequency(Chance chance) => chance.Of < Likelihood.FewestDraws ? chance.InDraws : $"{chance.InDraws} ({chance.Word})";

    /// <summary>'A', 'A and B', 'A, B and C'.</summary>
    public static string List(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "nobody",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
    };

    /// <summary>'20 January 2025'.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A move's date in words: as the ledger has it where it uses words, else as a day, a month, a year or the days between which it lies.</summary>
    public static string When(VagueDate date) =>
        date.Text.Any(char.IsAsciiLetterLower) ? date.Text
        : date.IsExact ? Day(date.First)
        : (date.First.Day, date.First.Month) == (1, 1) && date.Last == date.First.AddYears(1).AddDays(-1) ? date.First.ToString("yyyy", CultureInfo.InvariantCulture)
        : date.First.Day == 1 && date.Last == date.First.AddMonths(1).AddDays(-1) ? date.First.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : $"between {Day(date.First)} and {Day(date.Last)}";

    /// <summary>The dates of several moves, first and last.</summary>
    public static string When(IReadOnlyList<Move> moves)
    {
        string first = When(moves[0].Date), last = When(moves[^1].Date);
        return first == last ? last : $"{first} to {last}";
    }

    public static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The character that stands for a mark.</summary>
    public static string MarkSign(Mark mark) => mark switch
    {
        Mark.Quoted => "\"",
        Mark.Judged => "~",
        Mark.Assumed => "?",
        _ => "=",
    };

    public static string StandingName(Standing standing) => standing switch
    {
        Standing.Reserve => "reserve",
        Standing.Announced => "announced",
        Standing.InForce => "in force",
        Standing.GivenAway => "given away",
        _ => "gone",
    };

    public static string KindName(MoveKind kind) => kind == MoveKind.RuleOut ? "rule-out" : kind.ToString().ToLowerInvariant();
}
