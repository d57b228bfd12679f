using System.Globalization;
using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>Numbers and rankings as a case file writes them.</summary>
public static class NumberWords
{
    public static string Of(NumberShape shape) => shape switch
    {
        NumberShape.Fixed f => Text(f.Value),
        NumberShape.Uniform u => $"{Text(u.Low)}..{Text(u.High)}",
        NumberShape.Triangular t => $"{Text(t.Low)}..{Text(t.Mode)}..{Text(t.High)}",
        NumberShape.Unknown => "?",
        _ => "rest",
    };

    public static string Of(Ranking ranking) => string.Join(" > ", ranking.Groups.Select(g => string.Join(" ~ ", g)));

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
