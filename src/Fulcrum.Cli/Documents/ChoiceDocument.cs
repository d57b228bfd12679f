namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'choose'.</summary>
/// <param name="Weights">The user's weights; empty when nothing was averaged.</param>
internal sealed record ChoiceDocument(
    string Title, string Party, IReadOnlyList<string> Readings, IReadOnlyList<double> Weights, double? AtLeast, int Draws, ulong Seed, IReadOnlyList<ChoiceRowDocument> Choices)
{
    public static ChoiceDocument Of(ChoiceAnswer a) => new(
        a.Title, a.Party, a.Readings, a.Weights, a.AtLeast, a.Draws, a.Seed,
        [.. a.Rows.Select(r => new ChoiceRowDocument(
            r.Choice, r.LargestRegret, r.LeastSatisfying, r.WeightedRegret,
            [.. r.Readings.Select(u => new ChoiceReadingDocument(u.Reading, u.MeanRegret, u.WorstRegret, u.Best.Share, u.Satisfies.Share, RankedDocument.Of(u.Ranked)))]))]);
}

/// <param name="LargestRegret">The greatest mean regret over the readings, points.</param>
/// <param name="LeastSatisfying">The smallest share of draws in which it is good enough.</param>
/// <param name="WeightedRegret">Null unless the user weighed the readings.</param>
internal sealed record ChoiceRowDocument(string Choice, double LargestRegret, double LeastSatisfying, double? WeightedRegret, IReadOnlyList<ChoiceReadingDocument> Readings);

/// <param name="WorstRegret">In the 95th of 100 draws.</param>
/// <param name="Ranked">Whether it is good enough over the reading's rankings alone; null where they leave nothing open.</param>
internal sealed record ChoiceReadingDocument(string Reading, double MeanRegret, double WorstRegret, double Best, double Satisfies, RankedDocument? Ranked);
