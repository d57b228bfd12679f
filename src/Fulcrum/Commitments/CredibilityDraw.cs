namespace Fulcrum.Commitments;

/// <summary>What one draw says about threats, promises and beliefs.</summary>
/// <param name="Net">Per undertaking: what carrying it out costs its holder beyond its stake and the cost of backing down.</param>
/// <param name="Cost">The same without the cost of backing down.</param>
/// <param name="Stated">How far the case says that it is believed.</param>
/// <param name="Beliefs">Null where no party has a belief of its own.</param>
internal sealed record CredibilityDraw(IReadOnlyList<double> Net, IReadOnlyList<double> Cost, IReadOnlyList<double> Stated, BeliefDraw? Beliefs);

/// <summary>Beliefs in one draw. Lists over believers follow the case's order of those parties.</summary>
/// <param name="Open">A single deal is open in the case; <paramref name="BelievedOpen"/>: one is with each party's own values.</param>
/// <param name="Range">Where the case is one issue divided between two: what both would accept, as a share of it (<see cref="BargainingRange"/>); else NaN. <paramref name="BelievedRange"/>: by each one's own belief.</param>
/// <param name="Optimism">Per believer: its no-deal value in its own belief less that in the case.</param>
/// <param name="Bluff">[believer][party of the case]: change of hands if everyone believed what it believes of its own no-deal value.</param>
/// <param name="Corrected">Per believer: a deal is open if it alone came to see things as the case does.</param>
internal sealed record BeliefDraw(
    bool Open, bool BelievedOpen, double Margin, double BelievedMargin, double Range, double BelievedRange, IReadOnlyList<double> Optimism, IReadOnlyList<IReadOnlyList<double>> Bluff, IReadOnlyList<bool> Corrected);
