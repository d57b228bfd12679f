using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>The same deal under two readings, and which assumption carries the difference.</summary>
/// <param name="One">The reading asked about; <paramref name="Other"/>: the one it is held against.</param>
/// <param name="Swaps">Every assumption in which they differ, changed alone in <paramref name="One"/> to what <paramref name="Other"/> holds; the most telling first.</param>
/// <param name="Draws">Of each reading, and of each with one assumption changed.</param>
public sealed record KeepContrast(ContrastSide One, ContrastSide Other, IReadOnlyList<SingleDealTerm> Deal, IReadOnlyList<SwappedAssumption> Swaps, IReadOnlyList<KeptSentence> Sentences, int Draws, string CaseHash);

/// <param name="Enough">The cheapest to acquire in the case's order: guarantees with which the deal is kept in at least 90 of 100 draws; empty when it is so without, or with none.</param>
public sealed record ContrastSide(string? Reading, string Name, Chance Kept, Chance KeptWithoutGuarantee, IReadOnlyList<string> Enough);

/// <param name="Kept">The deal in the first reading with this one assumption of the other.</param>
/// <param name="Slack">Median change of the points by which keeping is better than breaking, of the party nearest to breaking.</param>
/// <param name="Flips">It alone turns the verdict: kept in most draws, or not.</param>
public sealed record SwappedAssumption(string Path, string From, string To, Chance Kept, double Slack, bool Flips);
