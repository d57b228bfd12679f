using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'open'.</summary>
/// <param name="Margin">The smallest gain of a party needed, at the best deal or at the offer; null when nothing can be signed.</param>
/// <param name="Short">By party needed: points by which the offer falls short; without an offer, by how much its no-deal value would have to fall (null: that alone cannot open a deal).</param>
/// <param name="Levers">The fewest lever moves that open a deal, or bring the offer; null where none found do.</param>
/// <param name="LeversComplete">Whether the search for lever moves proved its answer.</param>
/// <param name="Changes">The fewest changed terms that bring the offer; null without one, or where none were found.</param>
/// <param name="TooFewChanges">So many changed terms are proven not to be enough; null without an offer.</param>
/// <param name="MarginGap">By how much others of as many changes could at most leave the worst-off better, in points: 0 when proven best; null without changes, or where that could not be settled.</param>
internal sealed record OpenAnswerDocument(
    bool Open, double? Margin, IReadOnlyDictionary<string, double>? Offer, IReadOnlyDictionary<string, double?> NoDeal, IReadOnlyDictionary<string, double?> Short,
    IReadOnlyList<LeverMoveDocument>? Levers, bool LeversComplete, double? MarginWithLevers, IReadOnlyList<TermChangeDocument>? Changes, double? MarginWithChanges,
    int? TooFewChanges, double? MarginGap, IReadOnlyList<string> Sentences)
{
    public static OpenAnswerDocument Of(OpeningAnswer a) => new(
        a.Open, a.Margin, a.Parties.All(p => p.Offer is not null) ? a.Parties.ToDictionary(p => p.Party, p => p.Offer!.Value) : null,
        a.Parties.ToDictionary(p => p.Party, p => Document.Finite(p.NoDeal)), a.Parties.Where(p => p.Needed).ToDictionary(p => p.Party, p => p.Short),
        a.Levers is null ? null : [.. a.Levers.Select(l => new LeverMoveDocument(l.Lever, l.Holder, l.To))], a.LeversComplete, a.MarginWithLevers,
        a.Changes is null ? null : [.. a.Changes.Select(c => new TermChangeDocument(c.Text, c.Options, c.Lever, c.LeverIncluded, a.Parties.Zip(c.Points).ToDictionary(p => p.First.Party, p => p.Second)))],
        a.MarginWithChanges, a.TooFewChanges, a.MarginGap, a.Sentences);
}

internal sealed record LeverMoveDocument(string Lever, string Holder, string To);

/// <param name="Points">By party: what the change brings it.</param>
internal sealed record TermChangeDocument(
    string Text, IReadOnlyDictionary<string, string> Options, string? Lever, bool LeverIncluded, IReadOnlyDictionary<string, double> Points);
