using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Seals;
using Fulcrum.Studies.Shards;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum;

public sealed record SealRequest
{
    /// <summary>What is drawn and counted; verdicts become chances, measures become ranges.</summary>
    public required StudyRequest Study { get; init; }

    /// <summary>Predictions of the user's own, beside those of the model.</summary>
    public IReadOnlyList<SealedChance> Own { get; init; } = [];

    /// <summary>The day of the seal is today's by this clock, in universal time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>Fixes predictions before the outcome is known.</summary>
public static class WorkbenchSeal
{
    /// <summary>No chance is sealed as 0 or 1: the draws are fewer than the world's surprises.</summary>
    private const double Certain = 0.99;

    public static Answer<Seal> Make(Workbench workbench, SealRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        Answer<PreparedStudy> prepared = new ShardedStudy(workbench).Prepare(request.Study);
        if (prepared.Value is not { } study)
        {
            return new Answer<Seal>(null, prepared.Problems);
        }
        if (study.Plan.Verdicts.Count + request.Own.Count == 0)
        {
            return new Answer<Seal>(null, [WorkbenchProblems.NothingToSeal()]);
        }
        if (BadClaims(request.Own, study.Plan) is { Length: > 0 } bad)
        {
            return new Answer<Seal>(null, [.. prepared.Problems, .. bad]);
        }
        Shard shard = ShardRunner.Run(Shard.Fresh(study.Plan, 1, 1), study.Worker, s => s, new ShardOptions { Threads = request.Study.Options.Threads }, progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        CaseReadResult read = workbench.Read(request.Study.Options.Request);
        string content = Seal.HashOf(string.Concat(read.Texts.OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => $"{t.Key}\0{t.Value.ReplaceLineEndings("\n")}\0")));
        string Setting(string name) => study.Plan.Settings.First(s => s.Name == name).Value;
        IReadOnlyList<RankedSupport>? ranked = study.Ranked(cancellation);
        cancellation.ThrowIfCancellationRequested();
        SealedChance[] chances = [.. study.Plan.Verdicts.Select((v, i) => new SealedChance(
            v.Id, Math.Round(Math.Clamp((double)shard.Tally.Verdicts[i].Hits / shard.Tally.Draws, 1 - Certain, Certain), 3), v.Says) { Ranked = ranked?[i] })];
        bool asked = request.Study.Measures.Count > 0;
        SealedRange[] ranges = [.. study.Plan.Measures.Select((m, i) => (m, t: shard.Tally.Measures[i])).Where(p => asked && p.t.Count > 0)
            .Select(p => new SealedRange(p.m.Name, p.t.Quantile(0.05), p.t.Quantile(0.95)))];
        return new Answer<Seal>(
            new Seal(
                Setting("title"), content, Setting("reading"), DateOnly.ParseExact(Setting("as-of"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                DateOnly.FromDateTime(request.Time.GetUtcNow().UtcDateTime), request.Study.Options.Seed, (int)study.Plan.Draws, Setting("version"), [.. chances, .. request.Own.Select(c => c with { Says = PreparedStudy.OneLine(c.Says) })], ranges),
            prepared.Problems);
    }

    // Outcomes are entered by id, so no two predictions may share one; and a chance of 0 or 1 has no score when it fails.
    private static CaseProblem[] BadClaims(IReadOnlyList<SealedChance> own, StudyPlan plan)
    {
        var taken = plan.Verdicts.Select(v => v.Id).Concat(plan.Measures.Select(m => m.Name)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. own.Select(c => !taken.Add(c.Id) ? WorkbenchProblems.BadClaim(c.Id, "the id is taken already")
                : c.Id.Length == 0 || c.Id.Any(x => char.IsWhiteSpace(x) || char.IsControl(x)) ? WorkbenchProblems.BadClaim(c.Id, "the id is empty or has a space in it")
                : c.Probability is > 0 and < 1 ? null : WorkbenchProblems.BadClaim(c.Id, "its chance is not above 0 and below 1")).OfType<CaseProblem>(),
        ];
    }
}
