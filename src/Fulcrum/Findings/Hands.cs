using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>One party on its own scale, 0 its worst deal and 100 its best; only parties with preferences have one.</summary>
/// <param name="Hand">Points at the predicted deal; the no-deal value in draws where no deal is open.</param>
/// <param name="HandIfOpen">The same over the draws with an open deal only.</param>
/// <param name="NoDeal">If talks fail, by its own refusal.</param>
/// <param name="HadNothingBeenConceded">The hand had no net change of the ledger been made, at today's date.</param>
/// <param name="NoDealMeans">Its no-deal value said as a deal, as a predicate: 'equals 'ceasefire' with all else as it stands'; null when no deal comes near.</param>
public sealed record PartyHand(
    string Party, string Name, string Role, bool Focus, bool Consents, Spread? Hand, Spread? HandIfOpen, Spread? NoDeal, Spread? HadNothingBeenConceded, string? NoDealMeans);

/// <summary>How much worse the party's hand gets if another party refuses and the rest settle without it where consent allows (Emerson 1962).</summary>
public sealed record Dependence(string Party, string On, Spread? Points);

/// <summary>What the parties have at one date of the ledger's replay.</summary>
public sealed record TimelinePoint(DateOnly Date, Chance Open, IReadOnlyList<TimelineHand> Hands, IReadOnlyList<string> Moves);

public sealed record TimelineHand(string Party, Spread? Hand, Spread? NoDeal);
