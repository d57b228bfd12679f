using Fulcrum.Studies.Seals;

namespace Fulcrum.Cli.Documents;

/// <summary>A seal, and its score where outcomes are known.</summary>
/// <param name="Retrodiction">The seal was made later than the date it speaks of.</param>
/// <param name="Brier">Mean over predictions with an outcome that are no retrodictions; null when there is none, as the others.</param>
internal sealed record SealDocument(
    string Title, string Content, string Reading, string AsOf, string Sealed, bool Retrodiction, ulong Seed, int Draws, string Version, IReadOnlyList<SealedChanceDocument> Chances,
    IReadOnlyList<SealedRangeDocument> Ranges, double? Brier, double? Log, double? Coverage, IReadOnlyList<string> Open)
{
    public static SealDocument Of(Seal s, SealScore? score) => new(
        s.Title, s.Content, s.Reading, Document.Day(s.AsOf), Document.Day(s.SealedOn), s.IsRetrodiction, s.Seed, s.Draws, s.Version,
        [.. s.Chances.Select(c => (c, o: score?.Chances.FirstOrDefault(x => x.Prediction == c))).Select(p => new SealedChanceDocument(
            p.c.Id, p.c.Probability, p.c.Says, p.o is null ? null : p.o.Outcome.Value >= 0.5, p.o?.Brier, p.o?.Log, p.o?.Retrodiction, RankedDocument.Of(p.c.Ranked)))],
        [.. s.Ranges.Select(r => (r, o: score?.Ranges.FirstOrDefault(x => x.Prediction == r))).Select(p => new SealedRangeDocument(p.r.Id, p.r.Low, p.r.High, p.o?.Outcome.Value, p.o?.Within, p.o?.Retrodiction))],
        score?.Brier, score?.Log, score?.Coverage, score?.Open ?? []);
}

/// <param name="Outcome">Null while it is open, as the scores.</param>
/// <param name="Ranked">What the statement owes to rankings alone; null where they leave nothing open, and for a claim of the user's own.</param>
internal sealed record SealedChanceDocument(string Id, double Probability, string Says, bool? Outcome, double? Brier, double? Log, bool? Retrodiction, RankedDocument? Ranked);

internal sealed record SealedRangeDocument(string Id, double Low, double High, double? Outcome, bool? Within, bool? Retrodiction);
