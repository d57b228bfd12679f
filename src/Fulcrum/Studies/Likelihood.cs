namespace Fulcrum.Studies;

/// <summary>
/// The words for chances. A boundary belongs to the class nearer to one half (20 is 'unlikely', 80 'likely', 45 and 55 'roughly even'), so that
/// a chance and its complement always have mirrored words.
/// </summary>
public static class Likelihood
{
    /// <summary>A ranking is printed only when it holds in at least this share of the draws, and there are at least <see cref="FewestDraws"/>.</summary>
    public const double SettledShare = 0.9;

    /// <summary>Fewer draws settle nothing and get no likelihood word.</summary>
    public const int FewestDraws = 20;

    public const string NotSettled = "not settled by these assumptions";

    /// <param name="percent">Whole number from 1 to 99.</param>
    public static string WordFor(int percent) => percent switch
    {
        < 5 => "almost no chance",
        < 20 => "very unlikely",
        < 45 => "unlikely",
        <= 55 => "roughly even",
        <= 80 => "likely",
        <= 95 => "very likely",
        _ => "almost certain",
    };

    public static bool Settles(Chance chance) => chance.Of >= FewestDraws && chance.Share >= SettledShare;

    /// <summary>For orders and options under ranks: what holds in every draw, in some, in none.</summary>
    public static string ModalWord(Chance chance) => chance.Hits == chance.Of ? "necessarily" : chance.Hits > 0 ? "possibly" : "never";
}
