using Fulcrum.Numerics;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Studies.Choices;

/// <summary>How a choice does under one reading.</summary>
/// <param name="MeanRegret">By how many points it falls short of the best choice of each draw, on average.</param>
/// <param name="WorstRegret">In the 95th of 100 draws.</param>
/// <param name="Best">Share of the draws in which no choice is better.</param>
/// <param name="Satisfies">Share of the draws in which it is good enough.</param>
public sealed record ChoiceUnderReading(string Reading, double MeanRegret, double WorstRegret, Chance Best, Chance Satisfies)
{
    /// <summary>Whether it is good enough over what the reading's rankings alone leave open; null where they leave nothing open.</summary>
    public RankedSupport? Ranked { get; init; }
}

/// <param name="LargestRegret">The greatest mean regret over the readings (Savage 1951).</param>
/// <param name="LeastSatisfying">The smallest satisficing share over the readings (Simon 1956).</param>
/// <param name="WeightedRegret">Mean over readings with the user's weights; null when none were given, since readings are never averaged by default.</param>
public sealed record ChoiceRow(string Choice, IReadOnlyList<ChoiceUnderReading> Readings, double LargestRegret, double LeastSatisfying, double? WeightedRegret);

/// <summary>Compares choices under several readings without averaging these: regret and satisficing (Lempert, Popper and Bankes 2003).</summary>
public static class RobustChoice
{
    private const double Tie = 1e-9;

    /// <param name="payoffs">[reading][draw][choice].</param>
    /// <param name="enough">From reading, draw and payoff to whether it is good enough.</param>
    /// <param name="weights">One a reading, summing to more than 0; or null.</param>
    /// <returns>In order of the largest regret; ties as given.</returns>
    public static IReadOnlyList<ChoiceRow> Of(
        IReadOnlyList<string> choices, IReadOnlyList<string> readings, IReadOnlyList<IReadOnlyList<double[]>> payoffs, Func<int, int, double, bool> enough, IReadOnlyList<double>? weights)
    {
        var rows = new List<ChoiceRow>();
        for (int c = 0; c < choices.Count; c++)
        {
            ChoiceUnderReading[] under = [.. Enumerable.Range(0, readings.Count).Select(r => Under(readings[r], r, c, payoffs[r], enough))];
            double? weighted = weights is null ? null : under.Select((u, r) => u.MeanRegret * weights[r]).Sum() / weights.Sum();
            rows.Add(new ChoiceRow(choices[c], under, under.Max(u => u.MeanRegret), under.Min(u => u.Satisfies.Share), weighted));
        }
        return [.. rows.OrderBy(r => r.LargestRegret)];
    }

    private static ChoiceUnderReading Under(string reading, int r, int choice, IReadOnlyList<double[]> draws, Func<int, int, double, bool> enough)
    {
        double[] regrets = [.. draws.Select(p => p.Max() - p[choice])];
        return new ChoiceUnderReading(
            reading, regrets.Average(), OrderStatistics.Quantile(OrderStatistics.Sorted(regrets), 0.95),
            new Chance(regrets.Count(x => x <= Tie), draws.Count), new Chance(Enumerable.Range(0, draws.Count).Count(d => enough(r, d, draws[d][choice])), draws.Count));
    }
}
