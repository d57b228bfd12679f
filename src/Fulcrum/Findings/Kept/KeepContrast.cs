using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>The same deal under two readings, and which assumption carries the difference.</summary>
/// <param name="One">The reading asked about; <paramref name="Other"/>: the one it is held against.</param>
/// <param name="Swaps">Every assumption in which they differ, changed alone in <paramref name="One"/> to what <paramref name="Other"/> holds; the most telling first.</param>
/// <param name="Untried">Assumptions that an interruption left untried.</param>
/// <param name="Method">Draws of each reading, and of each with assumptions changed.</param>
public sealed record KeepContrast(
    ContrastSide One, ContrastSide Other, IReadOnlyList<SingleDealTerm> Deal, IReadOnlyList<SwappedAssumption> Swaps, IReadOnlyList<string> Untried, IReadOnlyList<KeptSentence> Sentences, KeptMethod Method)
{
    /// <summary>Where no assumption alone turns the verdict: the most telling one with those that bring it nearest to turning; null where one does, or both readings agree.</summary>
    public SwappedTogether? Together { get; init; }
}

/// <param name="Stands">holds | fails | undecided: whether it is kept in more than half of the draws, beyond Monte Carlo error.</param>
/// <param name="Enough">The cheapest to acquire in the case's order: guarantees with which the deal is kept in at least 90 of 100 draws; empty when it is so without, or with none.</param>
public sealed record ContrastSide(string? Reading, string Name, Chance Kept, string Stands, Chance KeptWithoutGuarantee, IReadOnlyList<string> Enough)
{
    /// <summary>What a guarantee would have to take, by party that would break the deal; empty where none is needed.</summary>
    public IReadOnlyList<GuaranteeNeeded> Needed { get; init; } = [];
}

/// <param name="Points">What a guarantee must take from a breach by this party, as it believes it, so that it keeps the deal in 90 of 100 draws; null where none would do.</param>
/// <param name="Strongest">The guarantee of the case that takes most from it, and what it takes at the median; null where no guarantee touches it.</param>
public sealed record GuaranteeNeeded(string Party, string Name, double? Points, string? Strongest, double Takes);

/// <param name="Paths">The assumptions, changed together in the first reading to what the other holds.</param>
/// <param name="Flips">Together they turn the verdict, beyond Monte Carlo error.</param>
public sealed record SwappedTogether(IReadOnlyList<string> Paths, IReadOnlyList<string> Words, Chance Kept, bool Flips);

/// <param name="Words">The same for a reader.</param>
/// <param name="Kept">The deal in the first reading with this one assumption of the other.</param>
/// <param name="Slack">Median change of the points by which keeping is better than breaking, of the party nearest to breaking.</param>
/// <param name="Stands">As for a side.</param>
/// <param name="Flips">It alone turns the verdict, beyond Monte Carlo error on both sides: kept in more than half of the draws, or not.</param>
public sealed record SwappedAssumption(string Path, string Words, string From, string To, Chance Kept, string Stands, double Slack, bool Flips);
