using Fulcrum.Studies.Cruxes;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Findings;

/// <summary>Where two readings part on one statement or number, and which of their assumptions make the difference.</summary>
/// <param name="Asked">The verdict's id, or the number's expression.</param>
/// <param name="Says">For readers.</param>
/// <param name="From">Id of the first reading; 'base' for the base case.</param>
/// <param name="Split">How the difference divides; null when some mixture of the two has no answer.</param>
/// <param name="Forward">For a verdict: sets that, swapped in the first reading, change its verdict to the second's; null for a number.</param>
/// <param name="Backward">The same from the second reading towards the first.</param>
/// <param name="Sentences">The crux and what is known around it, in sentences.</param>
public sealed record CruxAnswer(
    string Asked, string Says, string From, string FromName, string To, string ToName, IReadOnlyList<CruxGroup> Groups, SplitResult? Split, FlipSetsResult? Forward, FlipSetsResult? Backward,
    IReadOnlyList<string> Sentences)
{
    /// <summary>For a verdict: what it owes to rankings in the first reading, and in the second; null where they leave nothing open.</summary>
    public RankedSupport? FromRanked { get; init; }

    public RankedSupport? ToRanked { get; init; }
}

/// <summary>Assumptions that are swapped together.</summary>
/// <param name="Label">In words: "Russia's view of NATO", "the lever 'Prestige'".</param>
/// <param name="Paths">Paths of the overrides.</param>
/// <param name="Differences">The numbers, rankings and facts that differ, with what each rests on.</param>
public sealed record CruxGroup(string Name, string Label, IReadOnlyList<string> Paths, IReadOnlyList<AssumptionDifference> Differences);
