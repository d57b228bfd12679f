using System.Globalization;

namespace Fulcrum.Studies.Verdicts;

/// <summary>Over all numbers that the case's rankings allow: always, sometimes, or at no point.</summary>
public enum RankedWord { Necessarily, Possibly, Never }

/// <summary>
/// Whether a verdict hangs on what the rankings of a case leave open: every other number at its middle, option values and weights anywhere that their ranks
/// allow, ties at the edge included. Necessary and possible: Greco, Mousseau and Slowinski 2008. Share of what is allowed: Lahdelma, Hokkanen and Salminen 1998.
/// </summary>
/// <param name="Hits">Of <paramref name="Draws"/>, uniform over what the ranks allow, those in which the verdict holds; one that cannot be told does not.</param>
/// <param name="Corners">Corners of what the ranks allow that were looked at beside the draws.</param>
/// <param name="Proven">
/// True for 'possibly' (there is an example of either) and where the verdict compares a number whose extremes lie at the corners, all of which were looked at;
/// else the word is as far as draws and corners show.
/// </param>
public sealed record RankedSupport(RankedWord Word, int Hits, int Draws, int Corners, bool Proven)
{
    private const double Doubt = 0.05;

    /// <summary>Share 0..1 of what the ranks allow in which the verdict holds.</summary>
    public double Share => (double)Hits / Draws;

    /// <summary>The largest share that can be otherwise than the word says, at 95 % confidence (Clopper and Pearson 1934); null where the word is proven.</summary>
    public double? AtMostOtherwise => Proven ? null : 1 - Math.Pow(Doubt, 1.0 / Draws);

    /// <summary>Five words for a file.</summary>
    internal string Line => string.Create(CultureInfo.InvariantCulture, $"{Word} {Hits} {Draws} {Corners} {(Proven ? "proven" : "drawn")}");

    /// <exception cref="FormatException">No such line.</exception>
    internal static RankedSupport Read(string line)
    {
        string[] words = line.Split(' ');
        int Number(int place) => int.Parse(words[place], NumberStyles.None, CultureInfo.InvariantCulture);
        return words.Length == 5 && Enum.TryParse(words[0], out RankedWord word)
            ? new RankedSupport(word, Number(1), Number(2), Number(3), words[4] == "proven") : throw new FormatException(line);
    }
}

/// <summary>A verdict that compares one number with zero; the number is a sum of results, each with a fixed factor.</summary>
/// <param name="Relation">&gt;=, &lt;=, &gt; or &lt;: that of <paramref name="Difference"/> to zero.</param>
/// <param name="Difference">From the measures' values; NaN where one does not exist.</param>
internal sealed record LinearComparison(Func<ReadOnlyMemory<double>, double> Difference, string Relation)
{
    public bool Holds(double difference) => Verdicts.Relation.Holds(difference, Relation, 0);
}
