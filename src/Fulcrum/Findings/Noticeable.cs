namespace Fulcrum.Findings;

/// <summary>
/// Whether a change is worth a word. Results are certified to a millionth of a point, so a change of exactly one point counts as one whichever way its last digits
/// were rounded; otherwise the share of draws would tell of the rounding.
/// </summary>
internal static class Noticeable
{
    private const double Certified = 1e-6;

    /// <summary>The least change that is one, in points of a party's 100.</summary>
    public const double Points = Wording.NoticeablePoints - Certified;

    public static bool Up(double change) => change >= Points;

    public static bool Down(double change) => change <= -Points;

    public static bool Either(double change) => Math.Abs(change) >= Points;
}
