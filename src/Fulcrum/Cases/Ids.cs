namespace Fulcrum.Cases;

// Each kind of thing in a case has an id of its own type: a party's id is never an option's.
// An id is the word that the case file uses; comparison is ordinal.

public readonly record struct PartyId(string Value) { public override string ToString() => Value; }

public readonly record struct IssueId(string Value) { public override string ToString() => Value; }

/// <summary>An option's id; unique within its issue only.</summary>
public readonly record struct OptionId(string Value) { public override string ToString() => Value; }

public readonly record struct LeverId(string Value) { public override string ToString() => Value; }

public readonly record struct CourseId(string Value) { public override string ToString() => Value; }

public readonly record struct OutcomeId(string Value) { public override string ToString() => Value; }

public readonly record struct MoveId(string Value) { public override string ToString() => Value; }

public readonly record struct CommitmentId(string Value) { public override string ToString() => Value; }

public readonly record struct EvidenceId(string Value) { public override string ToString() => Value; }

public readonly record struct SourceId(string Value) { public override string ToString() => Value; }

public readonly record struct ReadingId(string Value) { public override string ToString() => Value; }
