namespace Fulcrum.Cases;

public enum PartyRole { Principal, Mediator, Supporter, Guarantor, Spoiler }

/// <summary>Someone whose consent, levers or payoffs matter.</summary>
/// <param name="Key">Stable name of its random streams; the id unless the file says 'key:'.</param>
/// <param name="Name">As shown to readers; the id with a capital letter unless the file says 'name:'.</param>
/// <param name="Claim">Bargaining weight 0..1: principals 1, others 0 unless stated. 0: must not be worse off, but does not bargain for a share.</param>
/// <param name="Weights">How much each issue counts for it; null for a party without preferences.</param>
public sealed record Party(
    PartyId Id, string Key, string Name, PartyRole Role, IReadOnlyList<string> Aliases, Quantity Claim, IssueWeights? Weights, TextPlace Place);

/// <summary>A party's weights over issues: either a ranking or a number per issue. Issues not named weigh nothing.</summary>
public sealed record IssueWeights(Ranking? Ranked, IReadOnlyDictionary<IssueId, Quantity>? Valued);

/// <summary>
/// Who must agree to a deal. Everyone in <paramref name="All"/> (also the holders of a veto), and at least <paramref name="AtLeast"/> of <paramref name="Of"/>
/// (empty when no such rule is stated). By default all principals.
/// </summary>
public sealed record Consent(IReadOnlyList<PartyId> All, int AtLeast, IReadOnlyList<PartyId> Of);
