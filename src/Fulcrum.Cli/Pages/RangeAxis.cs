using Fulcrum.Studies;

namespace Fulcrum.Cli.Pages;

/// <summary>
/// One party's own scale from 0 to 100 as a line of characters: the range and median without a deal, at the predicted deal, and had nothing been conceded.
/// What lies beyond the scale is shown at its end by an arrow.
/// </summary>
internal static class RangeAxis
{
    public static string Draw(Spread? noDeal, Spread? hand, Spread? unchanged, int columns)
    {
        int inner = columns - 2;
        var track = new char[inner];
        Array.Fill(track, ' ');
        Bar(track, noDeal, '-');
        Bar(track, hand, '=');
        Point(track, unchanged, '*');
        Point(track, noDeal, 'o');
        Point(track, hand, 'O');
        bool below = new[] { noDeal, hand }.Any(s => s is not null && s.P5 < -0.5);
        bool above = new[] { noDeal, hand }.Any(s => s is not null && s.P95 > 100.5);
        return $"{(below ? '<' : '|')}{new string(track)}{(above ? '>' : '|')}";
    }

    private static void Bar(char[] track, Spread? spread, char ink)
    {
        if (spread is null)
        {
            return;
        }
        for (int i = Place(spread.P5, track.Length); i <= Place(spread.P95, track.Length); i++)
        {
            track[i] = ink;
        }
    }

    private static void Point(char[] track, Spread? spread, char ink)
    {
        if (spread is not null)
        {
            track[Place(spread.Median, track.Length)] = ink;
        }
    }

    private static int Place(double points, int columns) => (int)Math.Round(Math.Clamp(points, 0, 100) / 100 * (columns - 1), MidpointRounding.ToEven);
}
