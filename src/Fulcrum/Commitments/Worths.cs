using Fulcrum.Cases;

namespace Fulcrum.Commitments;

/// <summary>What the caller knows about values in one draw: this room derives what follows a breach from it. Arrays follow the case's parties.</summary>
/// <param name="OfFacts">Points of facts alone, options by issue in the case's order.</param>
/// <param name="OfCourse">Facts of a course weighted by their chances, less its cost.</param>
/// <param name="Believed">How far the holder's carrying out of a lever is believed by an audience, 0..1, as the lever now stands.</param>
/// <param name="GivenAway">Share of a lever that was given away, 0..1.</param>
internal sealed record Worths(
    Func<IReadOnlyList<int>, double[]> OfFacts, Func<Course, double[]> OfCourse, Func<LeverId, PartyId, double> Believed, Func<LeverId, double> GivenAway);

/// <summary>A deal whose keeping is asked about.</summary>
/// <param name="Options">Option index by issue, in the case's order.</param>
/// <param name="Levers">Levers that are part of it, those that deliver one of its options included.</param>
/// <param name="Rewards">What it is worth to each party while everyone keeps it.</param>
internal sealed record DealAtHand(IReadOnlyList<int> Options, IReadOnlySet<LeverId> Levers, IReadOnlyList<double> Rewards);
