using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>A lever and what it does; the leverages are kept apart (Kim, Pinkley and Fragale 2005).</summary>
/// <param name="Standing">At the as-of date: reserve, announced, in force, given away, gone.</param>
/// <param name="CredibilityLow">Least and most of how far it is believed, 0..1, in its present standing.</param>
/// <param name="InHand">True when the holder still holds it: reserve, announced or in force.</param>
/// <param name="InDeal">Average share of the predicted deal that includes it as a term; null where it is none.</param>
/// <param name="IfGone">Per party: hand without the lever minus hand now.</param>
/// <param name="Coercive">Per party: by how much it lowers what the party has if talks fail.</param>
/// <param name="Realised">What it brings its holder: hand now minus hand without it.</param>
public sealed record LeverAnswer(
    string Id, string Name, string Holder, string HolderName, string Standing, bool InHand, double CredibilityLow, double CredibilityHigh, double? InDeal, string Mark,
    IReadOnlyList<LeverEffect> IfGone, IReadOnlyList<LeverEffect> Coercive, Spread? Realised, IReadOnlyList<LeverMove> Moves, IReadOnlyList<string> Evidence);

/// <param name="PointOrMore">Draws in which the effect is a point or more in either direction.</param>
public sealed record LeverEffect(string Party, string Name, Spread? Points, Chance PointOrMore);

/// <summary>A move its holder can make today, and what it would change in each hand.</summary>
/// <param name="To">Standing after the move.</param>
public sealed record LeverMove(string To, IReadOnlyList<LeverEffect> Effects);
