using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>What the answer about keeping is made of.</summary>
/// <param name="Options">The deal asked about, option index by issue.</param>
/// <param name="Levers">Levers that it includes beside its options.</param>
/// <param name="Inputs">The uncertain numbers with their values, in the order of the draws.</param>
internal sealed record KeepInput(
    Case Case, DateOnly AsOf, IReadOnlyList<int> Options, IReadOnlyList<LeverId> Levers, IReadOnlyList<KeepingDraw> Draws, IReadOnlyList<DrawnInput> Inputs, int Asked, ulong Seed,
    string Version);
