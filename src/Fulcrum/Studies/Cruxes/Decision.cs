namespace Fulcrum.Studies.Cruxes;

/// <summary>Whether a verdict stands on balance, as far as the draws made can tell.</summary>
public enum Standpoint
{
    /// <summary>It holds in more draws than asked for, beyond Monte Carlo error.</summary>
    Holds,

    /// <summary>It holds in fewer.</summary>
    Fails,

    /// <summary>Within Monte Carlo error of the line: not told, and never counted as a change of mind.</summary>
    Undecided,
}

public sealed record DecisionOptions
{
    /// <summary>Most draws.</summary>
    public int Draws { get; init; } = 200;

    /// <summary>After so many the first look is taken; then after twice as many, and so on.</summary>
    public int FirstLook { get; init; } = 25;

    /// <summary>The verdict stands when it holds in more than this share of the draws.</summary>
    public double Line { get; init; } = 0.5;

    /// <summary>Standard errors from the line at which the last look decides: 99 of 100 intervals.</summary>
    public double Errors { get; init; } = 2.576;

    /// <summary>Standard errors at which an earlier look decides; more, since there are several.</summary>
    public double EarlyErrors { get; init; } = 3.5;
}

/// <param name="Share">Share of the draws in which the verdict held.</param>
public sealed record Decision(Standpoint Stands, double Share, int Draws)
{
    /// <summary>Looks at growing numbers of draws and stops as soon as the share is clear of the line (Wilson 1927).</summary>
    /// <param name="values">From a number of draws to the verdict's values in them: 1 holds, 0 does not; NaN where the mixture has no answer at all.</param>
    public static Decision Of(Func<int, IReadOnlyList<double>> values, DecisionOptions options)
    {
        for (int draws = Math.Min(options.FirstLook, options.Draws); ; draws = Math.Min(2 * draws, options.Draws))
        {
            IReadOnlyList<double> seen = values(draws);
            double share = seen.Average();
            bool last = draws == options.Draws;
            Standpoint stands = Clear(share, draws, options.Line, last ? options.Errors : options.EarlyErrors);
            if (last || stands != Standpoint.Undecided || double.IsNaN(share))
            {
                return new Decision(stands, share, draws);
            }
        }
    }

    /// <summary>As documents write <see cref="Standpoint.Undecided"/>.</summary>
    internal static readonly string Undecided = Word(Standpoint.Undecided);

    /// <summary>As documents write it: holds, fails or undecided.</summary>
    public static string Word(Standpoint stands) => stands.ToString().ToLowerInvariant();

    /// <summary>Whether two standpoints, as documents write them, are both clear of the line, on either side of it.</summary>
    internal static bool Turns(string one, string other) => one != other && one != Undecided && other != Undecided;

    /// <summary>Where a share of so many draws stands after one look, at the usual line and error.</summary>
    internal static string Of(Chance chance) => Word(Clear(chance.Share, chance.Of, new DecisionOptions().Line, new DecisionOptions().Errors));

    private static Standpoint Clear(double share, int draws, double line, double errors)
    {
        if (double.IsNaN(share))
        {
            return Standpoint.Undecided;
        }
        double z2 = errors * errors / draws;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Math.Sqrt(z2 * (share * (1 - share) + z2 / 4)) / (1 + z2);
        return middle - half > line ? Standpoint.Holds : middle + half < line ? Standpoint.Fails : Standpoint.Undecided;
    }
}
