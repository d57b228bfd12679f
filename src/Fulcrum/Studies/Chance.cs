namespace Fulcrum.Studies;

/// <summary>
/// In how many of the draws something holds. Draws are assumptions, not forecasts: <see cref="InDraws"/> is the wording, a likelihood word stands only beside it.
/// </summary>
/// <param name="Hits">Draws in which it holds.</param>
/// <param name="Of">Draws counted, at least 1.</param>
public sealed record Chance(int Hits, int Of)
{
    /// <summary>Share 0..1 of the draws, as counted.</summary>
    public double Share => (double)Hits / Of;

    /// <summary>Whole number of 100, halves to the even number so that a mirrored chance mirrors; never 0 or 100.</summary>
    public int Percent => Math.Clamp(Rounded, 1, 99);

    /// <summary>The likelihood word for <see cref="Percent"/>.</summary>
    public string Word => Likelihood.WordFor(Percent);

    /// <summary>'in 51 of 100 draws'; with fewer than 100 draws the count as it is ('in 3 of 7 draws').</summary>
    public string InDraws => (Hits, Of) switch
    {
        (1, 1) => "in the one draw made",
        (0, 1) => "not in the one draw made",
        _ when Of < 100 => FormattableString.Invariant($"in {Hits} of {Of} draws"),
        _ when Rounded == 100 => "in more than 99 of 100 draws",
        _ when Rounded == 0 => "in fewer than 1 of 100 draws",
        _ => FormattableString.Invariant($"in {Percent} of 100 draws"),
    };

    private int Rounded => (int)Math.Round(100 * Share, MidpointRounding.ToEven);

    public static Chance Over<T>(IReadOnlyCollection<T> draws, Func<T, bool> holds) => new(draws.Count(holds), draws.Count);
}
