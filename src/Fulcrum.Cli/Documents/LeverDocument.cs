using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>A lever: where it stands, and what the hands would be without it, or after a move of it.</summary>
/// <param name="IfGone">Per party: hand without the lever minus hand now.</param>
/// <param name="Coercive">Per party: by how much it lowers what the party has if talks fail.</param>
internal sealed record LeverDocument(
    string Id, string Name, string Holder, string Standing, bool InHand, IReadOnlyList<double> Credibility, double? InDeal, string Mark,
    IReadOnlyDictionary<string, EffectDocument> IfGone, IReadOnlyDictionary<string, EffectDocument> Coercive, SpreadDocument? Realised,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, EffectDocument>> IfMoved, IReadOnlyList<string> Evidence)
{
    public static LeverDocument Of(LeverAnswer l) => new(
        l.Id, l.Name, l.Holder, Word(l.Standing), l.InHand, [l.CredibilityLow, l.CredibilityHigh], Document.Finite(l.InDeal), l.Mark, Effects(l.IfGone), Effects(l.Coercive),
        SpreadDocument.Of(l.Realised), l.Moves.ToDictionary(m => Word(m.To), m => (IReadOnlyDictionary<string, EffectDocument>)Effects(m.Effects)), l.Evidence);

    // As a case file spells it: 'in-force'.
    private static string Word(string standing) => standing.Replace(' ', '-');

    private static Dictionary<string, EffectDocument> Effects(IReadOnlyList<LeverEffect> effects) =>
        effects.ToDictionary(e => e.Party, e => new EffectDocument(SpreadDocument.Of(e.Points), e.PointOrMore.Share));
}

/// <param name="Chance">Share of the draws in which the effect is a point or more in either direction.</param>
internal sealed record EffectDocument(SpreadDocument? Points, double Chance);
