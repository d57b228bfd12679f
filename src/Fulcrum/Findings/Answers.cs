using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>One deterministic solve with every number at its middle.</summary>
/// <param name="Deals">How many deals there are, as a decimal string (it may exceed any number type).</param>
public sealed record SolveAnswer(
    string Concept, bool Single, string Deals, bool ZoneSingle, bool ZoneLottery, IReadOnlyList<SolvedParty> Parties, IReadOnlyList<SolvedDeal> Mixture, double? Gap,
    IReadOnlyList<string> Notes)
{
    /// <summary>How the answer is known to be the best: 'proven' (no other deal is better), 'certified' (none by more than the gap) or 'limit' (the best found).</summary>
    public string Proof { get; init; } = "certified";

    /// <summary>Branches looked at, or iterations.</summary>
    public int Steps { get; init; }

    /// <summary>False where no open deal was found by a search that was stopped: one may exist.</summary>
    public bool ZoneProven { get; init; } = true;

    /// <summary>Other single deals, or deals that the mixture could contain, that are equally good; at most 16.</summary>
    public IReadOnlyList<SolvedDeal> Ties { get; init; } = [];

    /// <summary>What a proposal on the table is worth to each party, in the order of <see cref="Parties"/>; null where none was named.</summary>
    public IReadOnlyList<double>? Offer { get; init; }
}

/// <param name="Utility">Points at the solution; the no-deal value where no deal is open.</param>
public sealed record SolvedParty(string Party, string Name, double Utility, double NoDeal, double Claim)
{
    /// <summary>False where the case states nothing that the party wants: its points say nothing.</summary>
    public bool HasPreferences { get; init; } = true;
}

/// <param name="Levers">Ids of the reserve levers that the deal includes.</param>
public sealed record SolvedDeal(double Share, IReadOnlyList<SingleDealTerm> Terms, IReadOnlyList<string> Levers)
{
    /// <summary>The names of <see cref="Levers"/>, in the same order.</summary>
    public IReadOnlyList<string> LeverNames { get; init; } = [];

    /// <summary>What the deal is worth to each party of the answer, in its order; empty where the answer says it itself.</summary>
    public IReadOnlyList<double> Utilities { get; init; } = [];
}

/// <summary>Two or more readings of one case on common random numbers.</summary>
public sealed record CompareAnswer(IReadOnlyList<ReadingColumn> Readings, IReadOnlyList<AssumptionDifference> Assumptions, IReadOnlyList<InShortSentence> InShort)
{
    /// <summary>For each verdict or number asked and each pair of readings: what makes the difference.</summary>
    public IReadOnlyList<CruxAnswer> Cruxes { get; init; } = [];
}

/// <param name="Id">Null for the base case.</param>
public sealed record ReadingColumn(string? Id, string Name, string Says, Analysis Analysis);

/// <summary>A number or ranking that is not the same in all readings compared.</summary>
/// <param name="Values">One per reading, in the order of <see cref="CompareAnswer.Readings"/>.</param>
public sealed record AssumptionDifference(string Path, IReadOnlyList<AssumptionValue> Values);

/// <param name="Text">As a case file would write it; 'not in this reading' where it does not exist.</param>
public sealed record AssumptionValue(string Text, string Mark, IReadOnlyList<string> Evidence, string? Note);

/// <summary>The same analysis with changes, as differences draw by draw.</summary>
/// <param name="Changes">What was set: 'path=value'.</param>
public sealed record WhatIfAnswer(IReadOnlyList<string> Changes, Analysis Before, Analysis After, IReadOnlyList<HandDifference> Hands, IReadOnlyList<InShortSentence> InShort);

/// <param name="Difference">After minus before in the same draw.</param>
public sealed record HandDifference(string Party, string Name, Spread? Before, Spread? After, Spread? Difference, Chance? Better, Chance? Worse);

/// <summary>The chain under a finding or a number, from the top down; <see cref="WhyStep.Depth"/> says what hangs on what.</summary>
public sealed record WhyAnswer(string Id, IReadOnlyList<WhyStep> Steps);

/// <param name="Kind">finding | change | move | lever | number | ranking | reading | evidence | quote | source | note.</param>
/// <param name="Mark">The mark, or null where none applies.</param>
/// <param name="Place">file:line:column, or null.</param>
public sealed record WhyStep(int Depth, string Kind, string Id, string Text, string? Mark, string? Place);
