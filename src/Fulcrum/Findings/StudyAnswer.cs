using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Findings;

/// <summary>What a large study found. It does not say into how many shards it was cut, which changes nothing.</summary>
/// <param name="Study">Id of the study: hash over all that makes it what it is.</param>
public sealed record StudyAnswer(string Study, IReadOnlyList<StudySetting> Settings, long Draws, IReadOnlyList<MeasureSummary> Measures, IReadOnlyList<VerdictSummary> Verdicts)
{
    internal static StudyAnswer Of(StudyPlan plan, StudyTally tally, IReadOnlyList<RankedSupport>? ranked = null) => new(
        plan.Id, plan.Settings, tally.Draws,
        [.. plan.Measures.Select((m, i) => MeasureSummary.Of(m, tally.Measures[i]))],
        [.. plan.Verdicts.Select((v, i) => new VerdictSummary(v.Id, v.Says, v.Holds, tally.Verdicts[i].Hits, tally.Verdicts[i].Untold, tally.Draws) { Ranked = ranked?[i] })]);
}

/// <param name="Draws">Draws in which it exists.</param>
/// <param name="Mean">Null, as the others, when it exists in no draw.</param>
/// <param name="Bin">Width of the histogram's bins: quantiles are right to half of it.</param>
public sealed record MeasureSummary(
    string Name, MeasureUnit Unit, long Draws, double? Mean, double? Deviation, double? Least, double? P5, double? Median, double? P95, double? Most, double Bin)
{
    internal static MeasureSummary Of(Measure measure, Tally tally) => new(
        measure.Name, measure.Unit, tally.Count, Finite(tally.Mean), Finite(tally.Deviation), Finite(tally.Least), Finite(tally.Quantile(0.05)), Finite(tally.Quantile(0.5)),
        Finite(tally.Quantile(0.95)), Finite(tally.Most), tally.BinWidth)
    {
        Below = tally.Below,
        Above = tally.Above,
        Edge = tally.Edge,
    };

    /// <summary>Draws in which it lies below minus <see cref="Edge"/>: a quantile of minus the edge is then known only to be at most that.</summary>
    public long Below { get; init; }

    /// <summary>Draws in which it lies above <see cref="Edge"/>: a quantile of the edge is then known only to be at least that.</summary>
    public long Above { get; init; }

    /// <summary>The largest number, either way, that was counted as it is; mean and deviation are null where one lies beyond.</summary>
    public double Edge { get; init; }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

/// <param name="Hits">Draws in which it held.</param>
/// <param name="Untold">Draws in which it could not be told, counted as not held.</param>
public sealed record VerdictSummary(string Id, string Says, string Holds, long Hits, long Untold, long Draws)
{
    /// <summary>What it owes to rankings; null where they leave nothing open, or nobody looked.</summary>
    public RankedSupport? Ranked { get; init; }

    public double Share => (double)Hits / Draws;

    /// <summary>Standard error of <see cref="Share"/> from the number of draws alone (the assumptions may be further off).</summary>
    public double Error => Math.Sqrt(Share * (1 - Share) / Draws);

    /// <summary>The chance in draws, for wording.</summary>
    public Chance Chance => Draws <= int.MaxValue ? new Chance((int)Hits, (int)Draws) : new Chance((int)Math.Round(1e6 * Share), 1_000_000);
}

/// <summary>How far a study's shards have come.</summary>
public sealed record StudyStatus(StudyPlan Plan, IReadOnlyList<Shard> Shards)
{
    /// <summary>Shards in all, as the files say; 0 when there is none.</summary>
    public int Of => Shards.Count == 0 ? 0 : Shards[0].Of;

    /// <summary>Numbers of the shards that are not finished, those without a file included.</summary>
    public IReadOnlyList<int> Left(int shards)
    {
        var finished = Shards.Where(s => s.Of == shards && s.Finished).Select(s => s.Number).ToHashSet();
        return [.. Enumerable.Range(1, shards).Where(n => !finished.Contains(n))];
    }
}
