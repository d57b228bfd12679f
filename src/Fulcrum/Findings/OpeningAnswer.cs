namespace Fulcrum.Findings;

/// <summary>What stands between the parties and a deal, and what would open one, with every number at its middle.</summary>
/// <param name="Open">Whether some deal, or the offer where one is named, leaves everyone needed at least as well off as without one.</param>
/// <param name="Margin">The smallest gain of a party needed, at the best deal or at the offer; null when nothing can be signed, or the offer holds a term that a party needed refuses.</param>
/// <param name="Levers">The fewest lever moves that open it; empty when it is open already, null where none found do.</param>
/// <param name="LeversComplete">Whether the search for lever moves proved its answer.</param>
/// <param name="Changes">With an offer: the fewest changed terms that bring it; null without an offer, or where none were found. The sentences then say whether that is proven.</param>
public sealed record OpeningAnswer(
    bool Open, double? Margin, IReadOnlyList<OpeningParty> Parties, IReadOnlyList<OpeningLeverMove>? Levers, bool LeversComplete, double? MarginWithLevers,
    IReadOnlyList<OpeningChange>? Changes, double? MarginWithChanges, IReadOnlyList<string> Sentences)
{
    /// <summary>With an offer: so many changed terms are proven not to be enough.</summary>
    public int? TooFewChanges { get; init; }

    /// <summary>With <see cref="Changes"/>: by how much others of as many could at most leave the worst-off better, in points; 0 when proven best, null where that could not be settled.</summary>
    public double? MarginGap { get; init; }
}

/// <param name="Offer">Points by the offer; null without one.</param>
/// <param name="NoDeal">Points after its own refusal.</param>
/// <param name="Short">Points by which the offer falls short for it; without an offer, by how much its no-deal value would have to fall for a deal to open, the others unchanged. Null where that alone cannot open one.</param>
public sealed record OpeningParty(string Party, string Name, bool Needed, double? Offer, double NoDeal, double? Short);

public sealed record OpeningLeverMove(string Lever, string Name, string Holder, string To);

/// <param name="Text">The change in words: 'Duration: Panama instead of Us'.</param>
/// <param name="Points">What it brings each party, in the order of <see cref="OpeningAnswer.Parties"/>.</param>
public sealed record OpeningChange(string Text, IReadOnlyDictionary<string, string> Options, string? Lever, bool LeverIncluded, IReadOnlyList<double> Points);
