using System.Globalization;
using System.Text.RegularExpressions;

namespace Fulcrum.Cases.Verifying;

/// <summary>A figure as it stands in a text, with the numbers that it can be read as: '35%' is 35 and 0.35, '300 billion' is 300 and 3e11.</summary>
public sealed record Figure(string Text, IReadOnlyList<double> Values, bool Spelled);

/// <summary>
/// Finds figures in English prose: digits with thousands separators, decimals, per cent and magnitudes, numbers spelled out up to ninety-nine and
/// simple fractions. Signs are ignored: a loss of five points is the figure 5. Digits of other scripts are not read.
/// </summary>
public static partial class Figures
{
    // A spelled fraction is rounded when somebody types it: 0.67 is two-thirds.
    private const double FractionTolerance = 0.005;
    private const double DigitTolerance = 1e-9;

    private static readonly Dictionary<string, int> Units = Numbered(0,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 1);

    private static readonly Dictionary<string, int> Tens = Numbered(20, "twenty thirty forty fifty sixty seventy eighty ninety", 10);

    private static readonly Dictionary<string, double> Fractions = new(StringComparer.Ordinal)
    {
        ["half"] = 1 / 2.0,
        ["third"] = 1 / 3.0,
        ["quarter"] = 1 / 4.0,
        ["fourth"] = 1 / 4.0,
        ["fifth"] = 1 / 5.0,
        ["tenth"] = 1 / 10.0,
    };

    private static readonly Dictionary<string, double> Magnitudes = new(StringComparer.Ordinal)
    {
        ["hundred"] = 1e2,
        ["thousand"] = 1e3,
        ["k"] = 1e3,
        ["million"] = 1e6,
        ["m"] = 1e6,
        ["billion"] = 1e9,
        ["bn"] = 1e9,
        ["b"] = 1e9,
        ["trillion"] = 1e12,
        ["tn"] = 1e12,
    };

    /// <summary>Every figure of the text, in order.</summary>
    public static IReadOnlyList<Figure> In(string text)
    {
        var found = new List<(int At, Figure Figure)>();
        foreach (Match match in Digits().Matches(text))
        {
            found.Add((match.Index, OfDigits(match)));
        }
        foreach (Match match in Words().Matches(text))
        {
            found.Add((match.Index, OfWords(match)));
        }
        return [.. found.OrderBy(f => f.At).Select(f => f.Figure)];
    }

    /// <summary>Whether the number, without its sign, is among what the figures can be read as.</summary>
    public static bool Contain(IEnumerable<Figure> figures, double number) => figures.Any(f => f.Values.Any(v => Near(v, Math.Abs(number), f.Spelled)));

    private static bool Near(double figure, double number, bool spelled)
    {
        bool fraction = spelled && figure != Math.Truncate(figure);
        double tolerance = fraction ? FractionTolerance * (figure > 1 ? 100 : 1) : DigitTolerance * Math.Max(1, number);
        return Math.Abs(figure - number) <= tolerance;
    }

    private static Figure OfDigits(Match match)
    {
        string digits = string.Concat(match.Groups["n"].Value.Where(c => char.IsAsciiDigit(c) || c == '.'));
        double number = double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return new Figure(match.Value, Readings(number, match), Spelled: false);
    }

    private static Figure OfWords(Match match)
    {
        string ten = match.Groups["ten"].Value.ToLowerInvariant();
        string unit = match.Groups["unit"].Value.ToLowerInvariant();
        double number = Tens.GetValueOrDefault(ten) + Units.GetValueOrDefault(unit);
        if (match.Groups["part"] is { Success: true } part)
        {
            double share = Fractions[part.Value.ToLowerInvariant()] * (unit.Length > 0 ? number : 1);
            return new Figure(match.Value, [share, share * 100], Spelled: true);
        }
        return new Figure(match.Value, Readings(number, match), Spelled: true);
    }

    private static double[] Readings(double number, Match match)
    {
        if (match.Groups["percent"].Success)
        {
            return [number, number / 100];
        }
        return match.Groups["times"] is { Success: true } times && Magnitudes.TryGetValue(times.Value.ToLowerInvariant(), out double factor)
            ? [number, number * factor]
            : [number];
    }

    private static Dictionary<string, int> Numbered(int from, string words, int step) =>
        words.Split(' ').Select((word, i) => (word, number: from + i * step)).ToDictionary(p => p.word, p => p.number, StringComparer.Ordinal);

    private const string UnitWords =
        "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";

    private const string After = @"(?:\s?(?<percent>%|per\s?cent\b)|[\s-]?(?<times>hundred|thousand|million|billion|trillion|bn|tn|[kmb])\b)?";

    [GeneratedRegex(@"(?<![\w.])(?<n>[0-9]{1,3}(?:[,\u00A0\u202F][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)" + After, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(
        @"(?<!\w)(?:(?:(?<unit>" + UnitWords + @")|a|one)[\s-](?<part>half|third|quarter|fourth|fifth|tenth)s?|(?<part>half)|"
        + "(?<ten>twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?<unit>" + UnitWords + "))?|(?<unit>" + UnitWords + @"))(?!\w)" + After,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
