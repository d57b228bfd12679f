namespace Fulcrum.Cases;

/// <summary>Where a lever stands. What its effects count for in each standing: docs/guide/levers.md.</summary>
public enum Standing
{
    /// <summary>Held back: one more optional term of the deal.</summary>
    Reserve,

    /// <summary>Offered, promised or threatened: part of every deal, and of no deal, at its credibility.</summary>
    Announced,

    /// <summary>Carried out until a deal.</summary>
    InForce,

    /// <summary>Given for nothing: it counts with and without a deal.</summary>
    GivenAway,

    /// <summary>Ruled out or spent: it counts nowhere.</summary>
    Gone,
}

/// <summary>Something its holder can give, promise, threaten or withhold to move the others.</summary>
/// <param name="Initial">Its standing at the case's start, before the first move of the ledger.</param>
/// <param name="Deal">Points to each party of having it in a deal.</param>
/// <param name="NoDeal">Points to each party when there is no deal, whoever refused.</param>
/// <param name="RefusedBy">Points to each party when the named party refused; they add to <paramref name="NoDeal"/>.</param>
/// <param name="Breach">Points to each party after a breach, whoever broke the deal.</param>
/// <param name="CostsHolder">What carrying it out costs its holder, in the branches of <paramref name="NoDeal"/> and <paramref name="RefusedBy"/>.</param>
/// <param name="Delivers">Instead of points: the options of issues that this lever brings about.</param>
/// <param name="Worth">Instead of points: to every party as much as the step between two options of an issue, in deals.</param>
/// <param name="About">Issue that it is about, when it carries points although the issue is in the case; then <paramref name="CountsBeside"/> says why.</param>
public sealed record Lever(
    LeverId Id, string Key, string Name, PartyId Holder, Standing Initial,
    IReadOnlyDictionary<PartyId, Quantity> Deal,
    IReadOnlyDictionary<PartyId, Quantity> NoDeal,
    IReadOnlyDictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>> RefusedBy,
    IReadOnlyDictionary<PartyId, Quantity> Breach,
    Quantity? CostsHolder,
    IReadOnlyDictionary<IssueId, OptionId> Delivers,
    IReadOnlyList<WorthStep> Worth,
    Credibility Credibility,
    IssueId? About, string? CountsBeside,
    IReadOnlyList<string> Aliases,
    Support Support, TextPlace Place)
{
    /// <summary>What it is, in words for readers ('about:' in the file).</summary>
    public string? Description { get; init; }

    /// <summary>Points to each party after a breach by the named party; they add to <see cref="Breach"/>. A lever that delivers an option counts only where the deal has it.</summary>
    public IReadOnlyDictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>> BreachBy { get; init; } = new Dictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>>();

    /// <summary>What not carrying out an announced threat or promise costs its holder (audiences, reputation), in points; null where the case does not say.</summary>
    public Quantity? BackingDown { get; init; }
}

/// <summary>'As much as going from one option to another on this issue.'</summary>
public sealed record WorthStep(IssueId Issue, OptionId From, OptionId To);

/// <summary>
/// How far a lever is believed, 0..1: <paramref name="General"/> (1 unless stated), by standing where stated, and as seen by a given party where stated.
/// The most specific wins: audience before standing before general.
/// </summary>
public sealed record Credibility(
    Quantity? General, IReadOnlyDictionary<Standing, Quantity> ByStanding, IReadOnlyDictionary<PartyId, Quantity> SeenBy)
{
    /// <summary>How far it is believed that the lever would be carried out after a breach, where that is not as it stands today.</summary>
    public Quantity? Breach { get; init; }
}

/// <summary>An obligation somebody took on, with its record.</summary>
public sealed record Commitment(
    CommitmentId Id, PartyId By, IReadOnlyList<PartyId> To, VagueDate Date, string Terms, CommitmentStatus Status, VagueDate? StatusSince,
    IReadOnlyList<EvidenceId> Evidence, string? Note, TextPlace Place)
{
    /// <summary>The class of agreements to which it belongs; null when it is picked by hand.</summary>
    public string? Class { get; init; }

    /// <summary>Under which circumstances it stood or was broken, in the case author's words.</summary>
    public IReadOnlyList<string> Circumstances { get; init; } = [];

    /// <summary>How it stood before <see cref="Status"/> came to hold, earliest first; empty where the case tells one status only.</summary>
    public IReadOnlyList<DatedStatus> Earlier { get; init; } = [];
}

/// <summary>How an obligation stood from a day on.</summary>
/// <param name="Evidence">For this status; that of the commitment itself is listed there.</param>
public sealed record DatedStatus(CommitmentStatus Status, VagueDate Since, IReadOnlyList<EvidenceId> Evidence);

public enum CommitmentStatus { Kept, Broken, Unclear, Pending }
