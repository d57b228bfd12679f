using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>What every option of every issue is worth to every party: its value (0..100) times the issue's weight, weights of a party summing to 1.</summary>
internal static class OptionPoints
{
    /// <summary>[issue][option][party].</summary>
    public static double[][][] Of(CaseLayout layout, CaseNumbers numbers)
    {
        int parties = layout.Parties.Length;
        var weights = layout.Parties.Select(party => Weights(layout, party, numbers)).ToArray();
        var points = new double[layout.Issues.Length][][];
        for (int k = 0; k < points.Length; k++)
        {
            IssueLayout issue = layout.Issues[k];
            points[k] = Enumerable.Range(0, issue.Count).Select(_ => new double[parties]).ToArray();
            for (int p = 0; p < parties; p++)
            {
                if (weights[p][k] > 0 && issue.Issue.Preferences.TryGetValue(layout.Parties[p].Id, out Preference? preference))
                {
                    for (int o = 0; o < issue.Count; o++)
                    {
                        points[k][o][p] = weights[p][k] * Value(issue, preference, issue.Groups[p], o, numbers);
                    }
                }
            }
        }
        return points;
    }

    private static double[] Weights(CaseLayout layout, Party party, CaseNumbers numbers)
    {
        var weights = new double[layout.Issues.Length];
        if (party.Weights is null)
        {
            return weights;
        }
        if (party.Weights.Ranked is { } ranking)
        {
            for (int g = 0; g < ranking.Groups.Count; g++)
            {
                foreach (string member in ranking.Groups[g])
                {
                    weights[layout.IssueOf[new IssueId(member)]] = numbers.Ranked[ranking.Index][g];
                }
            }
        }
        foreach ((IssueId issue, Quantity weight) in party.Weights.Valued ?? new Dictionary<IssueId, Quantity>())
        {
            weights[layout.IssueOf[issue]] = Math.Max(0, numbers[weight]);
        }
        double sum = weights.Sum();
        return sum > 0 ? Array.ConvertAll(weights, weight => weight / sum) : weights;
    }

    private static double Value(IssueLayout issue, Preference preference, int[]? groups, int option, CaseNumbers numbers) => preference switch
    {
        Preference.Ranked ranked => numbers.Ranked[ranked.Order.Index][groups![option]],
        Preference.Valued valued => numbers[valued.Values[option]],
        Preference.Curve curve => OnCurve(curve, issue.Issue.Options[option].At ?? 0, numbers),
        _ => 0,
    };

    private static double OnCurve(Preference.Curve curve, double at, CaseNumbers numbers)
    {
        var points = curve.Points;
        if (at <= points[0].At)
        {
            return numbers[points[0].Value];
        }
        for (int i = 1; i < points.Count; i++)
        {
            if (at <= points[i].At)
            {
                double share = (at - points[i - 1].At) / (points[i].At - points[i - 1].At);
                return (1 - share) * numbers[points[i - 1].Value] + share * numbers[points[i].Value];
            }
        }
        return numbers[points[^1].Value];
    }
}
