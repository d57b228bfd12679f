namespace Fulcrum.Findings;

/// <summary>Everything of a case that a person may suppose otherwise, in groups.</summary>
public sealed record AssumptionList(IReadOnlyList<AssumptionGroup> Groups);

/// <param name="Id">The part of the case that it belongs to ('levers.us-arms').</param>
public sealed record AssumptionGroup(string Id, string Name, IReadOnlyList<Assumption> Items);

/// <summary>One number, order, standing or switch. Its path and a value are an override, as in a reading's 'set:'.</summary>
/// <param name="Text">As the case states it: '20..40', a ranking, a standing's name.</param>
/// <param name="Low">Least, middle and most of what may be drawn; null for what is no number.</param>
/// <param name="ScaleLow">Ends of a scale on which it can be moved.</param>
/// <param name="Unit">share | points | points a month | months | times | weight; empty for what is no number.</param>
/// <param name="Kind">number | ranking | standing | availability | move.</param>
/// <param name="Choices">For what is no number: what it can be set to; empty for a ranking, which is written.</param>
public sealed record Assumption(
    string Path, string Name, string Kind, string Text, double? Low, double? Middle, double? High, double? ScaleLow, double? ScaleHigh, string Unit, string Mark,
    IReadOnlyList<string> Evidence, string? Note, IReadOnlyList<AssumptionChoice> Choices);

/// <param name="Value">The override's value as YAML; empty for what the case states now.</param>
public sealed record AssumptionChoice(string Value, string Name);
