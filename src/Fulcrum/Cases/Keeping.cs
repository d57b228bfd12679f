namespace Fulcrum.Cases;

/// <summary>What decides whether a deal would be kept ('keeping:' in case.yaml). Every number has a default, so a case without the block has one too.</summary>
/// <param name="Discount">What a month later is worth today, 0..1.</param>
/// <param name="DiscountOf">The same for a party that differs.</param>
/// <param name="Response">Months from a breach by that party until it is noticed and answered.</param>
/// <param name="Takes">What a party can take by breaking a deal; for a party not named the issue under 'ends' goes back to its status quo.</param>
/// <param name="Rearms">Breaker to party to points: what each month of a kept deal adds to the party's value of what follows a breach by that breaker.</param>
/// <param name="RearmsFor">Months after which such preparation adds nothing more.</param>
public sealed record Keeping(
    Quantity Discount, IReadOnlyDictionary<PartyId, Quantity> DiscountOf, IReadOnlyDictionary<PartyId, Quantity> Response, IReadOnlyDictionary<PartyId, Taking> Takes,
    IReadOnlyDictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>> Rearms, Quantity RearmsFor);

/// <summary>What a party takes by breaking a deal, until the others respond.</summary>
/// <param name="Facts">Option index by issue: how the facts stand then. Other issues stay as the deal has them.</param>
/// <param name="Gains">Points beside the facts (surprise, booty), to the breaker.</param>
/// <param name="Loses">Points that the other parties lose beside the facts.</param>
public sealed record Taking(IReadOnlyDictionary<IssueId, int> Facts, Quantity? Gains, IReadOnlyDictionary<PartyId, Quantity> Loses);

/// <summary>A ceasefire, a pause or another agreement for a time, as a deal of its own ('interim:').</summary>
/// <param name="Facts">Option index by issue while it lasts; other issues stand as they do without a deal.</param>
/// <param name="CostLeft">Share 0..1 of the cost of having no deal that goes on meanwhile.</param>
/// <param name="Drift">Points a month by which a party's prospects after it change while it lasts (rearmament, rest, sanctions that wear off).</param>
/// <param name="DealAfter">Chance that it leads to the final deal.</param>
/// <param name="DealWithout">Chance of the final deal when it is refused.</param>
/// <param name="Learns">Points that what it shows (who keeps, who lies) is worth to a party.</param>
public sealed record InterimAgreement(
    string Id, string Name, IReadOnlyDictionary<IssueId, int> Facts, Quantity Months, Quantity CostLeft, IReadOnlyDictionary<PartyId, Quantity> Drift, Quantity DealAfter,
    Quantity DealWithout, IReadOnlyDictionary<PartyId, Quantity> Learns, string? Verification, Support Support, TextPlace Place);

/// <summary>A class of agreements with its whole record, so that breaches have a denominator ('reference-classes:').</summary>
/// <param name="Kept">How many were kept, and <paramref name="Broken"/> broken, as the citation counts them.</param>
/// <param name="Complete">False: picked by hand, so that it supports no rate.</param>
/// <param name="Citation">Where the count stands, for a reader.</param>
public sealed record ReferenceClass(string Id, string Name, int Kept, int Broken, bool Complete, string? Citation, IReadOnlyList<EvidenceId> Evidence, TextPlace Place)
{
    /// <summary>The share kept, 0..1, of a class of which only the share is published; null where its agreements are counted.</summary>
    public double? ShareKept { get; init; }

    /// <summary>As how many agreements such a share is weighed: the case author's assumption.</summary>
    public int? CountsAs { get; init; }
}

/// <summary>The course that a course goes over into, and after how many months.</summary>
public sealed record CourseSequel(CourseId Course, Quantity Months);
