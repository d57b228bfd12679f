namespace Fulcrum.Cases;

/// <summary>The kinds of move: what a party does or says, as docs/case-format.md defines them.</summary>
public enum MoveKind
{
    Meet, Offer, Promise, Accept, Concede, Give, Demand, Reject, Threaten, Impose, Withhold, Ease, RuleOut, Break, Exclude, Accuse, State,
}

public enum Factuality { Happened, Ongoing, Planned, Possible, Hypothetical, Opinion }

/// <summary>
/// A date as precise as its source: any day from <paramref name="First"/> to <paramref name="Last"/>, both included.
/// <paramref name="Text"/> is what the file says ('mid-February 2025'). An undated move spans the case's start to its as-of date.
/// </summary>
public sealed record VagueDate(DateOnly First, DateOnly Last, string Text, bool Undated = false)
{
    public bool IsExact => First == Last;

    /// <summary>The middle day; of an even number of days the earlier one.</summary>
    public DateOnly Middle => First.AddDays((Last.DayNumber - First.DayNumber) / 2);
}

/// <summary>A dated, sourced act.</summary>
/// <param name="LeverStanding">The lever's standing after the move: by the printed table unless the file says otherwise; null when the move touches no lever.</param>
/// <param name="Issue">The issue that the move is about, with <paramref name="Option"/> where it names one (a demand for it, say).</param>
/// <param name="Yields">What the move takes off the table when it binds; null for a move that yields nothing.</param>
/// <param name="Binds">Chance 0..1 that a yielded or ruled-out option really binds; null where nothing is yielded.</param>
/// <param name="Amount">Share 0..1 of the lever that moves; null for all of it.</param>
/// <param name="Credibility">Credibility of the lever after the move; null to leave it as the lever states.</param>
/// <param name="Reversible">Whether the mover can take it back; null where the file does not say.</param>
/// <param name="MetBy">For a demand: the moves that met it.</param>
/// <param name="InReturnFor">Moves of others that this one answers.</param>
/// <param name="SameAs">An earlier row of which this is an echo in another source; counted once.</param>
/// <param name="ClashesWith">Rows that contradict this one; both are kept and flagged.</param>
/// <param name="InModel">False: told by a source and kept in the ledger, but without effect in the model.</param>
public sealed record Move(
    MoveId Id, string Key, VagueDate Date, PartyId By, IReadOnlyList<PartyId> To, MoveKind Kind, string What, Factuality Factuality, string? Speaker,
    IssueId? Issue, OptionId? Option, LeverId? Lever, Standing? LeverStanding, IssueYield? Yields, Quantity? Binds, Quantity? Amount, Quantity? Credibility,
    bool? Reversible, bool Conditional, IReadOnlyList<MoveId> InReturnFor, IReadOnlyList<MoveId> MetBy, MoveId? SameAs, IReadOnlyList<MoveId> ClashesWith,
    bool InModel, IReadOnlyList<EvidenceId> Evidence, string? Note, TextPlace Place)
{
    /// <summary>Moves that this one came after, on the same day or a later one, where the dates leave the order open.</summary>
    public IReadOnlyList<MoveId> After { get; init; } = [];

    /// <summary>How many moves the longest chain of <see cref="After"/> that ends here has before it: of moves of one day a lower turn comes first.</summary>
    public int Turn { get; init; }
}

/// <summary>The order of moves: by day, of one day by turn, then by key.</summary>
public static class MoveOrder
{
    /// <summary>By the middle of each move's dates.</summary>
    public static IOrderedEnumerable<Move> InOrder(this IEnumerable<Move> moves) => moves.OrderBy(m => m.Date.Middle).ThenBy(m => m.Turn).ThenBy(m => m.Key, StringComparer.Ordinal);
}

/// <summary>
/// What a concession does to an issue when it binds: <paramref name="Removed"/> options leave every deal; in no-deal outcomes the fact becomes
/// <paramref name="BecomesFact"/>: for a yielded option always, for a ruled-out one (<paramref name="OnlyWhereRemoved"/>) where a removed option stood.
/// Option indices.
/// </summary>
public sealed record IssueYield(IssueId Issue, IReadOnlyList<int> Removed, int BecomesFact, bool OnlyWhereRemoved);
