using System.Globalization;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Findings;

/// <summary>Says what a verdict owes to rankings.</summary>
public static class RankedWords
{
    /// <summary>'possibly: in 31 of 100 of what the rankings allow'.</summary>
    public static string Of(RankedSupport support) => support.Word switch
    {
        RankedWord.Necessarily when support.Proven => "necessarily, whatever the rankings leave open (shown at every corner)",
        RankedWord.Necessarily => $"necessarily, as far as {LookedAt(support)} show",
        RankedWord.Never when support.Proven => "never, whatever the rankings leave open (shown at every corner)",
        RankedWord.Never => $"never, as far as {LookedAt(support)} show",
        _ => string.Create(CultureInfo.InvariantCulture, $"possibly, in {Hundredths(support.Share)} of 100 of what the rankings leave open"),
    };

    private static string LookedAt(RankedSupport support) => string.Create(
        CultureInfo.InvariantCulture,
        $"{support.Draws} draws and {support.Corners} corners of what the rankings leave open (at most {Math.Ceiling(100 * support.AtMostOtherwise!.Value)} of 100 of it is otherwise, at 95 of 100)");

    // What holds somewhere and fails somewhere is never all or nothing.
    private static string Hundredths(double share) => Math.Round(100 * share, MidpointRounding.ToEven) switch
    {
        0 => "fewer than 1",
        100 => "more than 99",
        var whole => whole.ToString("0", CultureInfo.InvariantCulture),
    };
}
