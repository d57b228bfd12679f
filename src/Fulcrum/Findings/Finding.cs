namespace Fulcrum.Findings;

/// <summary>
/// One thing that the case's assumptions say, as a sentence for a reader.
/// </summary>
/// <param name="Id">F1, F2, ... in the order of the report.</param>
/// <param name="Text">Who, what, how sure, how much in that party's own terms.</param>
/// <param name="Rests">On what it rests and what would change it; empty when the sentence says it all.</param>
/// <param name="Marks">Marks of what it rests on: <c>"</c> quoted, <c>~</c> judged from a sentence, <c>?</c> assumed, <c>=</c> computed or counted.</param>
/// <param name="Supports">Ids of evidence, moves, changes and levers and paths of numbers under it: the next step of the chain.</param>
public sealed record Finding(string Id, FindingKind Kind, string Text, string Rests, IReadOnlyList<string> Marks, IReadOnlyList<string> Supports);

public enum FindingKind { TotalCost, ChangeCost, Zone, RealityCheck, LeverInHand, WhoGainedMore, AskedAndMet, Clash, NotAnswerable, PredictedDeal, Ledger, Consent }

/// <summary>One sentence of 'in short' with the findings that it sums up.</summary>
public sealed record InShortSentence(string Text, IReadOnlyList<string> Findings);

/// <summary>Something to know before anything else is quoted.</summary>
/// <param name="Kind">reality | stress | provenance | irreversible | status-quo | frozen | partial | case.</param>
/// <param name="Supports">As for a finding; may name findings.</param>
public sealed record CheckFirstItem(string Kind, string Text, IReadOnlyList<string> Supports);
