namespace Fulcrum.Cases;

/// <summary>
/// One number for every uncertain quantity of a case: a draw, or the middle of every range. Filled by Studies (draws) or by <see cref="MidRange"/>.
/// </summary>
/// <param name="Values">One value per <see cref="Case.Quantities"/>. Chances written 'rest' are filled in and each course's chances sum to 1.</param>
/// <param name="Ranked">One array per <see cref="Case.Rankings"/>: the value of each group, best first. Weights: the weight of each member of the group.</param>
/// <param name="MoveDays">Day number (<see cref="DateOnly.DayNumber"/>) of each of <see cref="Case.Moves"/>.</param>
/// <param name="MoveChances">One number in 0..1 per move: a concession binds when it is at most the move's 'binds' and that is above 0.</param>
public sealed record CaseNumbers(Case Case, double[] Values, double[][] Ranked, int[] MoveDays, double[] MoveChances)
{
    public double this[Quantity quantity] => Values[quantity.Index];

    /// <summary>Whether the concession made by this move binds in this draw. False for a move that yields nothing.</summary>
    public bool Binds(int move)
    {
        Quantity? binds = Case.Moves[move].Binds;
        return binds is not null && Values[binds.Index] > 0 && MoveChances[move] <= Values[binds.Index];
    }

    /// <summary>
    /// The middle of everything: midpoints and modes; ranked values evenly spaced; ranked weights at the centroid of all admissible weights
    /// (Barron and Barrett 1996); dates at their middle; a concession binds when its chance is at least one half.
    /// </summary>
    public static CaseNumbers MidRange(Case @case)
    {
        var values = new double[@case.Quantities.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = @case.Quantities[i].Shape.Middle;
        }
        FillRests(@case, values);
        var ranked = @case.Rankings.Select(r => r.OfWeights ? CentroidWeights(r) : EvenValues(r.Groups.Count)).ToArray();
        var days = @case.Moves.Select(m => m.Date.Middle.DayNumber).ToArray();
        var chances = new double[@case.Moves.Count];
        Array.Fill(chances, 0.5);
        return new CaseNumbers(@case, values, ranked, days, chances);
    }

    /// <summary>
    /// Replaces each 'rest' by what the other chances of its course leave (never below 0), then scales the course's chances to sum to 1.
    /// Sums run in the order of the outcomes' keys, so that the order in the file changes no bit.
    /// </summary>
    public static void FillRests(Case @case, double[] values) => FillRests(ChancesOf(@case), values);

    /// <summary>The chances of each course, in the order of the outcomes' keys.</summary>
    internal static Quantity[][] ChancesOf(Case @case) =>
        [.. (@case.NoDeal?.Courses ?? []).Select(course => course.Outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).Select(outcome => outcome.Chance).ToArray())];

    /// <param name="courses">From <see cref="ChancesOf"/>, worked out once for many draws.</param>
    internal static void FillRests(Quantity[][] courses, double[] values)
    {
        foreach (Quantity[] chances in courses)
        {
            double stated = 0;
            foreach (Quantity chance in chances)
            {
                stated += chance.Shape is NumberShape.Rest ? 0 : values[chance.Index];
            }
            double total = stated;
            foreach (Quantity chance in chances)
            {
                if (chance.Shape is NumberShape.Rest)
                {
                    values[chance.Index] = Math.Max(0, 1 - stated);
                    total += values[chance.Index];
                }
            }
            foreach (Quantity chance in chances)
            {
                values[chance.Index] = total > 0 ? values[chance.Index] / total : 1.0 / chances.Length;
            }
        }
    }

    private static double[] EvenValues(int groups)
    {
        var values = new double[groups];
        for (int g = 0; g < groups; g++)
        {
            values[g] = groups == 1 ? 0 : 100.0 * (groups - 1 - g) / (groups - 1);
        }
        return values;
    }

    // The admissible weights form a simplex whose corners give equal weight to the members of the first k groups; the centroid is the mean of its corners.
    private static double[] CentroidWeights(Ranking ranking)
    {
        int groups = ranking.Groups.Count;
        var weights = new double[groups];
        int members = 0;
        for (int k = 0; k < groups; k++)
        {
            members += ranking.Groups[k].Count;
            for (int g = 0; g <= k; g++)
            {
                weights[g] += 1.0 / members / groups;
            }
        }
        return weights;
    }
}
