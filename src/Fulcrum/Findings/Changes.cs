using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>One net change of the ledger (all moves on a lever, or one yield on an issue) with what it cost whom.</summary>
/// <param name="Name">In a few words: 'NATO: door open ruled out'.</param>
/// <param name="What">What the deciding move did, in the ledger's words.</param>
/// <param name="When">Its date as the ledger says it ('mid-February 2025', 'undated'); of several moves the first and the last.</param>
/// <param name="Undone">The lever ends where it began, so that nothing is left to cost.</param>
/// <param name="Reversible">Whether the mover can take it back; null where the ledger does not say.</param>
/// <param name="CameBack">Moves of others made in return for it, and moves in return for which it was itself made.</param>
/// <param name="Acts">In how many draws it takes effect (a concession may not bind).</param>
/// <param name="WentTo">Who gained where the first focus party lost; see <see cref="ChangeCost.WentTo"/>.</param>
/// <param name="Costs">Focus parties first, then the other parties with preferences.</param>
public sealed record ChangeAnswer(
    string Id, string Name, string What, string By, string ByName, string When, DateOnly First, DateOnly Last, string? Lever, string? Issue, IReadOnlyList<string> Moves, string Mark,
    bool Undone, bool Conditional, bool? Reversible, IReadOnlyList<MoveMention> CameBack, IReadOnlyList<string> Clashes, IReadOnlyList<string> Evidence, Chance Acts,
    string WentTo, string WentToName, IReadOnlyList<ChangeCost> Costs);

/// <summary>What one net change cost one party, in its own points; positive is a loss.</summary>
/// <param name="PointOrMore">Draws in which its fair share of the loss is a point or more.</param>
/// <param name="Size">The fair share over these draws.</param>
/// <param name="InOrder">In the order in which it happened, over all draws.</param>
/// <param name="FairShare">Its fair share of the total loss (Shapley 1953), over all draws.</param>
/// <param name="FairShareError">Average standard error of the fair share within a draw; 0 when exact.</param>
/// <param name="TakenBack">What taking it back today would return, all else standing.</param>
/// <param name="Gained">Draws in which the party gained a point or more by it.</param>
/// <param name="WentTo">
/// Whose points rose where this party lost a point or more: a party's id when it alone gained a point or more in at least half of these draws,
/// 'both' when several did, 'mixed' when none did but some gain is there in at least half, else 'nobody'; 'none' where this party never lost.
/// </param>
/// <param name="WentToName">The same for readers.</param>
/// <param name="AtMidRange">The fair share with every number at its middle, exact up to twelve changes; null when it was not computed.</param>
public sealed record ChangeCost(
    string Party, string Name, Chance PointOrMore, Spread? Size, Spread? InOrder, Spread? FairShare, double FairShareError, Spread? TakenBack, Chance Gained,
    string WentTo, string WentToName, double? AtMidRange);

public sealed record MoveMention(string Move, string What, string When, string By);

/// <summary>What all net changes together cost a party: the hand had nothing been conceded minus the hand; positive is a loss.</summary>
/// <param name="FiveOrMore">Draws in which it is five points or more.</param>
/// <param name="Better">Draws in which the party is a point or more better off than without the changes.</param>
public sealed record TotalCost(string Party, string Name, Spread? Points, Chance PointOrMore, Chance FiveOrMore, Chance Better);
