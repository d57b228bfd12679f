using System.Globalization;

namespace Fulcrum.Studies.Seals;

/// <summary>What came of a sealed prediction.</summary>
/// <param name="Value">1 or 0 for a statement, else the number.</param>
/// <param name="On">The day on which it was so.</param>
public sealed record SealOutcome(string Id, double Value, DateOnly On)
{
    public string Line => string.Create(CultureInfo.InvariantCulture, $"outcome {Id} {Value:R} {On:yyyy-MM-dd}");

    public static SealOutcome? Read(string line)
    {
        string[] words = line.Split(' ');
        return words.Length == 4 && words[0] == "outcome" && double.TryParse(words[2], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && DateOnly.TryParseExact(words[3], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly on) ? new SealOutcome(words[1], value, on) : null;
    }
}

/// <param name="Brier">(p - o)^2: 0 best, 1 worst, 0.25 for always saying one half (Brier 1950).</param>
/// <param name="Log">-ln of the chance given to what happened: 0 best, 0.69 for one half (Good 1952).</param>
/// <param name="Retrodiction">It was already so when the seal was made, or the seal itself came late: a test of consistency, not of foresight.</param>
public sealed record ScoredChance(SealedChance Prediction, SealOutcome Outcome, double Brier, double Log, bool Retrodiction);

/// <param name="Within">Whether the number fell into the range.</param>
public sealed record ScoredRange(SealedRange Prediction, SealOutcome Outcome, bool Within, bool Retrodiction);

/// <summary>Scores of a seal. Means are over predictions with an outcome, without retrodictions; null when there is none.</summary>
/// <param name="Coverage">Share of the ranges into which the number fell; 0.9 was meant.</param>
/// <param name="Open">Predictions without an outcome.</param>
public sealed record SealScore(
    IReadOnlyList<ScoredChance> Chances, IReadOnlyList<ScoredRange> Ranges, double? Brier, double? Log, double? Coverage, IReadOnlyList<string> Open)
{
    /// <summary>Chances were once sealed to thousandths: what then reads as 0 may have been half a thousandth.</summary>
    private const double Least = 0.0005;

    private static double LogOf(double chance) => -Math.Log(chance > 0 ? chance : Least);

    /// <param name="outcomes">Of several for one prediction the last counts.</param>
    public static SealScore Of(Seal seal, IReadOnlyList<SealOutcome> outcomes)
    {
        var known = new Dictionary<string, SealOutcome>(StringComparer.Ordinal);
        foreach (SealOutcome outcome in outcomes)
        {
            known[outcome.Id] = outcome;
        }
        bool Late(SealOutcome outcome) => seal.IsRetrodiction || outcome.On < seal.SealedOn;
        ScoredChance[] chances = [.. seal.Chances.Where(c => known.ContainsKey(c.Id)).Select(c => (c, o: known[c.Id])).Select(p => new ScoredChance(
            p.c, p.o, Math.Pow(p.c.Probability - p.o.Value, 2), LogOf(p.o.Value >= 0.5 ? p.c.Probability : 1 - p.c.Probability), Late(p.o)))];
        ScoredRange[] ranges = [.. seal.Ranges.Where(r => known.ContainsKey(r.Id)).Select(r => (r, o: known[r.Id])).Select(p => new ScoredRange(
            p.r, p.o, p.o.Value >= p.r.Low && p.o.Value <= p.r.High, Late(p.o)))];
        ScoredChance[] ahead = [.. chances.Where(c => !c.Retrodiction)];
        ScoredRange[] aheadRanges = [.. ranges.Where(r => !r.Retrodiction)];
        return new SealScore(
            chances, ranges, ahead.Length == 0 ? null : ahead.Average(c => c.Brier), ahead.Length == 0 ? null : ahead.Average(c => c.Log),
            aheadRanges.Length == 0 ? null : aheadRanges.Count(r => r.Within) / (double)aheadRanges.Length,
            [.. seal.Chances.Select(c => c.Id).Concat(seal.Ranges.Select(r => r.Id)).Where(id => !known.ContainsKey(id))]);
    }
}
