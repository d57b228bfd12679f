namespace Fulcrum.Bargaining.Solutions;

/// <summary>What a search over single deals maximises.</summary>
internal enum GoalKind : byte
{
    /// <summary>
    /// Sum of weight x ln(gain) over weighed members. Where no deal lets all of them gain: the most weight of gaining members first, then the sum of weight x ln(gain / hope)
    /// over those who gain. That is the limit of the products in which everybody has a vanishing share of its hope on top; and it has no unit.
    /// </summary>
    Product,

    /// <summary>The least gain divided by rise over rising members.</summary>
    Least,

    /// <summary>The same, and among equals the next to least, and so on.</summary>
    Leximin,

    /// <summary>Sum of weight x gain.</summary>
    Sum,
}

/// <summary>
/// A goal over single deals, with prices that bound it. Members as in <see cref="UsableDeals.Members"/>; gains in points.
/// </summary>
/// <param name="Role">Weighed (product, sum), rising (least, leximin), at least (gain must not be negative), out (not looked at).</param>
/// <param name="Weight">Weight or rise of each member.</param>
/// <param name="Watched">Whether the gain of a weighed or rising member must not be negative.</param>
/// <param name="Price">Non-negative prices; any are valid, those of the solution over mixtures prune best.</param>
/// <param name="MostTies">How many equally good deals to list, in order of keys; <see cref="ValueAlone"/> where only the best value is asked.</param>
internal readonly record struct SingleGoal(GoalKind Kind, MemberRole[] Role, double[] Weight, bool Watched, double[] Price, int MostTies)
{
    /// <summary>Any of the best deals will do.</summary>
    public const int ValueAlone = -1;

    /// <summary>For a product: the most that each member could gain by any deal.</summary>
    public double[] Hope { get; init; } = [];

    // Values closer than this, in a member's unit (or in the logarithm of the product), are equal.
    public const double Same = 1e-10;

    public int Entries(UsableDeals deals) => Kind switch
    {
        GoalKind.Product => 2,
        GoalKind.Leximin => deals.Count,
        _ => 1,
    };

    /// <summary>Writes the value of gains (or of the most that gains can be: all goals are monotone); greater is better, first entry first.</summary>
    public void Value(ReadOnlySpan<double> gains, ReadOnlySpan<double> units, Span<double> value)
    {
        value.Clear();
        switch (Kind)
        {
            case GoalKind.Product:
                Product(gains, units, value);
                break;
            case GoalKind.Sum:
                for (int m = 0; m < gains.Length; m++)
                    value[0] += Role[m] == MemberRole.Weighed ? Weight[m] * gains[m] : 0;
                break;
            default:
                Ratios(gains, value);
                break;
        }
    }

    private void Product(ReadOnlySpan<double> gains, ReadOnlySpan<double> units, Span<double> value)
    {
        (bool all, double hopes) = (true, 0);
        for (int m = 0; m < gains.Length; m++)
        {
            if (Role[m] != MemberRole.Weighed)
                continue;
            if (gains[m] <= Same * units[m])
            {
                all = false;
                continue;
            }
            value[0] += Weight[m];
            value[1] += Weight[m] * Math.Log(gains[m]);
            hopes += Weight[m] * Math.Log(Hope[m]);
        }
        value[1] -= all ? 0 : hopes;
    }

    private void Ratios(ReadOnlySpan<double> gains, Span<double> value)
    {
        value.Fill(double.PositiveInfinity);
        int count = 0;
        for (int m = 0; m < gains.Length; m++)
        {
            if (Role[m] != MemberRole.Rising)
                continue;
            double ratio = gains[m] / Weight[m];
            if (Kind == GoalKind.Least)
                value[0] = Math.Min(value[0], ratio);
            else
                value[count++] = ratio;
        }
        if (Kind == GoalKind.Leximin)
            value.Sort();
    }

    /// <summary>
    /// How much the gains must be worth at the prices, all together, for the first deciding entry of the value to be reached; minus infinity when the prices say nothing.
    /// </summary>
    public double WorthNeeded(ReadOnlySpan<double> value)
    {
        switch (Kind)
        {
            case GoalKind.Product:
                return ProductNeeds(value);
            case GoalKind.Sum:
                double scale = double.PositiveInfinity;
                for (int m = 0; m < Role.Length; m++)
                    scale = Role[m] == MemberRole.Weighed && Weight[m] > 0 ? Math.Min(scale, Price[m] / Weight[m]) : scale;
                return double.IsFinite(scale) && scale > 0 ? value[0] * scale : double.NegativeInfinity;
            default:
                double rise = 0;
                for (int m = 0; m < Role.Length; m++)
                    rise += Role[m] == MemberRole.Rising ? Price[m] * Weight[m] : 0;
                return rise > 0 ? value[0] * rise : double.NegativeInfinity;
        }
    }

    // By the inequality of means: given the worth A of all gains, the sum of weight ln(gain) is at most sum of weight ln(weight A / (price total)).
    private double ProductNeeds(ReadOnlySpan<double> value)
    {
        double total = 0;
        double constant = 0;
        int members = 0;
        for (int m = 0; m < Role.Length; m++)
        {
            if (Role[m] != MemberRole.Weighed)
                continue;
            if (Price[m] <= 0)
                return double.NegativeInfinity;
            members++;
            total += Weight[m];
        }
        if (value[0] < total * (1 - Same) || members == 0)
            return double.NegativeInfinity;
        for (int m = 0; m < Role.Length; m++)
            constant += Role[m] == MemberRole.Weighed ? Weight[m] * Math.Log(Weight[m] / (Price[m] * total)) : 0;
        return Math.Exp((value[1] - constant) / total);
    }
}
