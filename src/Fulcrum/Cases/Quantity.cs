namespace Fulcrum.Cases;

/// <summary>The shape of an uncertain number: what may be drawn for it, and its middle.</summary>
public abstract record NumberShape
{
    private NumberShape() { }

    /// <summary>One value, in every draw.</summary>
    public sealed record Fixed(double Value) : NumberShape;

    /// <summary>Every value from <paramref name="Low"/> to <paramref name="High"/> alike.</summary>
    public sealed record Uniform(double Low, double High) : NumberShape;

    /// <summary>Triangular between <paramref name="Low"/> and <paramref name="High"/>, peak at <paramref name="Mode"/>.</summary>
    public sealed record Triangular(double Low, double Mode, double High) : NumberShape;

    /// <summary>Written '?': uniform over the whole scale of the place where it stands (0..100 points, 0..1 for a share), counted as unknown.</summary>
    public sealed record Unknown(double Low, double High) : NumberShape;

    /// <summary>Written 'rest': what the other chances of the same course leave of 1.</summary>
    public sealed record Rest : NumberShape;

    /// <summary>The deterministic middle: the value, the midpoint of a range, the mode of a triangle. NaN for 'rest', which has none by itself.</summary>
    public double Middle => this switch
    {
        Fixed f => f.Value,
        Uniform u => (u.Low + u.High) / 2,
        Triangular t => t.Mode,
        Unknown k => (k.Low + k.High) / 2,
        _ => double.NaN,
    };

    public double Least => this switch
    {
        Fixed f => f.Value,
        Uniform u => u.Low,
        Triangular t => t.Low,
        Unknown k => k.Low,
        _ => 0,
    };

    public double Most => this switch
    {
        Fixed f => f.Value,
        Uniform u => u.High,
        Triangular t => t.High,
        Unknown k => k.High,
        _ => 1,
    };

    /// <summary>The value at cumulative share <paramref name="u"/> (0..1) of the shape: the inverse distribution function.</summary>
    public double At(double u) => this switch
    {
        Fixed f => f.Value,
        Uniform x => x.Low + (x.High - x.Low) * u,
        Unknown x => x.Low + (x.High - x.Low) * u,
        Triangular t => TriangularAt(t, u),
        _ => double.NaN,
    };

    private static double TriangularAt(Triangular t, double u)
    {
        double width = t.High - t.Low;
        if (width <= 0)
        {
            return t.Low;
        }
        double split = (t.Mode - t.Low) / width;
        return u < split
            ? t.Low + Math.Sqrt(u * width * (t.Mode - t.Low))
            : t.High - Math.Sqrt((1 - u) * width * (t.High - t.Mode));
    }
}

/// <summary>
/// A number of the case: its place, its shape, and what it rests on. <paramref name="Path"/> is the dotted path a person types
/// ('no-deal.war-goes-on.cost.russia'); <paramref name="Key"/> is the same path in stable keys, from which the number's random stream derives, so
/// that renaming a party (with its old id kept as 'key:') changes no draw. <paramref name="Index"/> is its place in <see cref="Case.Quantities"/>.
/// </summary>
/// <param name="DrawnWith">Index of the quantity whose draw this one shares (perfect rank correlation), or -1.</param>
/// <param name="Against">True when it moves against that quantity.</param>
/// <param name="Unit">What it counts.</param>
public sealed record Quantity(int Index, string Path, string Key, NumberShape Shape, Support Support, TextPlace Place, int DrawnWith = -1, bool Against = false,
    NumberUnit Unit = NumberUnit.Points);

/// <summary>
/// An order of options or issues: groups from best (or heaviest) to worst, ties within a group. A draw is uniform over all numbers that respect it.
/// <paramref name="Index"/> is its place in <see cref="Case.Rankings"/>; members are named by their text id.
/// </summary>
/// <param name="OfWeights">True: weights (they sum to 1). False: values of options (first group 100, last group 0; a single group is 0 throughout).</param>
public sealed record Ranking(int Index, string Path, string Key, IReadOnlyList<IReadOnlyList<string>> Groups, bool OfWeights, Support Support, TextPlace Place);
