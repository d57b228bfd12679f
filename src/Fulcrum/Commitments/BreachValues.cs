namespace Fulcrum.Commitments;

/// <summary>What a breach by one party means to everybody. Arrays follow the case's parties; a long-run average in each party's own points.</summary>
/// <param name="Breaker">Index of the party that breaks the deal.</param>
/// <param name="During">Until the others respond.</param>
/// <param name="After">From the response on, if it breaks at once; the guarantees of the deal included.</param>
/// <param name="Growth">Points a month by which <paramref name="After"/> changes while the deal is kept.</param>
/// <param name="Choice">The breaker's own choice.</param>
internal sealed record BreachValues(int Breaker, IReadOnlyList<double> During, IReadOnlyList<double> After, IReadOnlyList<double> Growth, BreachChoice Choice);

/// <summary>A deal when everyone foresees whether it will be broken.</summary>
/// <param name="FirstBreaker">Index of the party that breaks it first; -1 when nobody does. Of several at the same month the first in the case.</param>
/// <param name="Month">The month at which it is broken; infinite when it never is.</param>
/// <param name="Values">What the deal is worth to each party today.</param>
internal sealed record ForeseenDeal(int FirstBreaker, double Month, IReadOnlyList<double> Values)
{
    public bool Kept => FirstBreaker < 0;
}

/// <summary>Who breaks a deal first, when, and what the deal is then worth today (a deal that will be broken is worth less to its victim).</summary>
internal static class Foresight
{
    /// <param name="rewards">The value of the kept deal to each party.</param>
    /// <param name="discounts">Each party's monthly discount factor.</param>
    public static ForeseenDeal Of(IReadOnlyList<double> rewards, IReadOnlyList<BreachValues> breaches, IReadOnlyList<double> discounts)
    {
        BreachValues? first = null;
        double month = double.PositiveInfinity;
        foreach (BreachValues breach in breaches.OrderBy(b => b.Breaker))
        {
            if (Compliance.BreaksAt(breach.Choice) is { } at && at < month)
            {
                (first, month) = (breach, at);
            }
        }
        return first is null ? new ForeseenDeal(-1, month, [.. rewards]) : new ForeseenDeal(first.Breaker, month, ValuesIf(rewards, first, month, discounts));
    }

    /// <summary>The deal's value today when that breach comes after so many months.</summary>
    public static double[] ValuesIf(IReadOnlyList<double> rewards, BreachValues breach, double month, IReadOnlyList<double> discounts)
    {
        var values = new double[rewards.Count];
        for (int p = 0; p < values.Length; p++)
        {
            double until = Math.Pow(discounts[p], month);
            double later = Math.Pow(discounts[p], breach.Choice.Months);
            double after = breach.After[p] + breach.Growth[p] * Math.Min(month, breach.Choice.GrowthMonths);
            values[p] = (1 - until) * rewards[p] + until * ((1 - later) * breach.During[p] + later * after);
        }
        return values;
    }
}
