using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'whatif': both analyses, and the difference of each hand draw by draw.</summary>
internal sealed record WhatIfDocument(
    IReadOnlyList<string> Changes, IReadOnlyDictionary<string, HandDifferenceDocument> Hands, IReadOnlyList<SentenceDocument> InShort, AnalysisDocument Before, AnalysisDocument After)
{
    public static WhatIfDocument Of(WhatIfAnswer w) => new(
        w.Changes, w.Hands.ToDictionary(h => h.Party, HandDifferenceDocument.Of), [.. w.InShort.Select(SentenceDocument.Of)], AnalysisDocument.Of(w.Before), AnalysisDocument.Of(w.After));
}

/// <param name="Better">Share of the draws in which the party is better off after the changes.</param>
internal sealed record HandDifferenceDocument(SpreadDocument? Before, SpreadDocument? After, SpreadDocument? Difference, double? Better, double? Worse)
{
    public static HandDifferenceDocument Of(HandDifference h) =>
        new(SpreadDocument.Of(h.Before), SpreadDocument.Of(h.After), SpreadDocument.Of(h.Difference), h.Better?.Share, h.Worse?.Share);
}
