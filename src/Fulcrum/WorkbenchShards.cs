using System.Collections.Concurrent;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum;

/// <summary>What a large study is asked.</summary>
public sealed record StudyRequest
{
    public AnalyzeOptions Options { get; init; } = new();

    /// <summary>Results to count by name, with dates where wanted; when empty all results of today except leverages.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>Verdicts by their id in the case, or expressions; when empty all that the case names.</summary>
    public IReadOnlyList<string> Verdicts { get; init; } = [];

    /// <summary>How long a shard is worked on between two savings. Changes no result.</summary>
    public TimeSpan BetweenSaves { get; init; } = new ShardOptions().BetweenSaves;
}

/// <summary>Studies whose draws are counted in files: one shard at a time, resumable, and added up without rounding.</summary>
public sealed class ShardedStudy
{
    private readonly Workbench _workbench;

    public ShardedStudy(Workbench workbench) => _workbench = workbench;

    /// <summary>The study's plan, and with it the analysis of a draw.</summary>
    public Answer<PreparedStudy> Prepare(StudyRequest request)
    {
        CaseReadResult read = _workbench.Checked(request.Options.Request);
        if (read.Case is not { } @case)
        {
            return new Answer<PreparedStudy>(null, read.Problems);
        }
        if (!@case.HasModel)
        {
            return new Answer<PreparedStudy>(null, [WorkbenchProblems.NothingToSolve(@case), .. read.Problems]);
        }
        MeasureVocabulary vocabulary = WorkbenchVerdicts.VocabularyOf([@case], request.Options.AsOf);
        string[] asked = request.Verdicts.Count > 0 ? [.. request.Verdicts] : [.. @case.Verdicts.Select(v => v.Id)];
        var verdicts = asked.Distinct(StringComparer.Ordinal).Select(v => WorkbenchVerdicts.Read(v, @case, vocabulary)).ToArray();
        var measures = MeasuresOf(@case, request, vocabulary).ToArray();
        CaseProblem[] problems = [.. measures.Select(m => m.Problem).Concat(verdicts.Select(v => v.Problem)).OfType<CaseProblem>()];
        return problems.Any(p => p.Severity == Severity.Error)
            ? new Answer<PreparedStudy>(null, [.. problems, .. read.Problems])
            : new Answer<PreparedStudy>(new PreparedStudy(@case, request, [.. measures.Select(m => m.Measure).OfType<Measure>()], [.. verdicts.Select(v => v.Verdict!)]), [.. problems, .. read.Problems]);
    }

    /// <summary>Makes the folder one of this study, or finds that it is; tells how far its shards have come.</summary>
    public Answer<StudyStatus> Claim(StudyRequest request, string folder)
    {
        Answer<PreparedStudy> prepared = Prepare(request);
        return prepared.Value is not { } study ? new Answer<StudyStatus>(null, prepared.Problems)
            : StudyFile.Claim(folder, study.Plan) is { } claimed ? new Answer<StudyStatus>(null, [claimed])
            : Status(folder);
    }

    /// <summary>Works one shard off, going on where an earlier run stopped.</summary>
    /// <param name="shard">From 1.</param>
    public Answer<Shard> Run(StudyRequest request, string folder, int shard, int shards, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        Answer<PreparedStudy> prepared = Prepare(request);
        if (prepared.Value is not { } study)
        {
            return new Answer<Shard>(null, prepared.Problems);
        }
        if (StudyFile.Claim(folder, study.Plan) is { } claimed)
        {
            return new Answer<Shard>(null, [claimed]);
        }
        (Shard? begun, CaseProblem? problem) = ShardFolder.Open(folder, study.Plan, shard, shards);
        if (begun is null)
        {
            return new Answer<Shard>(null, [problem!]);
        }
        CaseProblem? notSaved = null;
        Shard done = ShardRunner.Run(
            begun, study.Answer, s => notSaved = ShardFolder.Save(folder, s),
            new ShardOptions { Threads = request.Options.Threads, Time = request.Options.Time, BetweenSaves = request.BetweenSaves }, progress, cancellation);
        notSaved ??= done.Finished && !RanksFile.Exists(folder) && study.Ranked(cancellation) is { } ranked ? RanksFile.Write(folder, study.Plan, ranked) : null;
        return notSaved is null ? new Answer<Shard>(done, prepared.Problems) : new Answer<Shard>(null, [notSaved]);
    }

    /// <summary>The whole study, when all of its shards are there and finished.</summary>
    public static Answer<StudyAnswer> Merge(string folder)
    {
        (StudyPlan? plan, CaseProblem? problem) = StudyFile.Read(folder);
        if (plan is null)
        {
            return new Answer<StudyAnswer>(null, [problem!]);
        }
        (StudyTally? tally, IReadOnlyList<CaseProblem> problems) = ShardMerge.Of(plan, ShardFolder.ReadAll(folder, plan));
        return tally is null ? new Answer<StudyAnswer>(null, problems) : new Answer<StudyAnswer>(StudyAnswer.Of(plan, tally, RanksFile.Read(folder, plan)), []);
    }

    /// <summary>How far the shards have come; files that are refused are among the problems.</summary>
    public static Answer<StudyStatus> Status(string folder)
    {
        (StudyPlan? plan, CaseProblem? problem) = StudyFile.Read(folder);
        if (plan is null)
        {
            return new Answer<StudyStatus>(null, [problem!]);
        }
        ShardReading reading = ShardFolder.ReadAll(folder, plan);
        return new Answer<StudyStatus>(new StudyStatus(plan, reading.Shards), reading.Problems);
    }

    private static IEnumerable<(Measure? Measure, CaseProblem? Problem)> MeasuresOf(Case @case, StudyRequest request, MeasureVocabulary vocabulary)
    {
        if (request.Measures.Count == 0)
        {
            ResultMeasures all = ResultMeasures.Of(CasePlan.Of(@case, request.Options.AsOf ?? @case.AsOf));
            return all.All.Where(m => (all.PartsOf([m.Name]) & ~(DrawParts.Costs | DrawParts.Unchanged)) == DrawParts.None).Select(m => Counted(@case, m, Severity.Warning));
        }
        return request.Measures.Distinct(StringComparer.Ordinal).Select(name =>
        {
            (MeasuredNumber? number, CaseProblem? problem) = WorkbenchVerdicts.ReadNumber(name, vocabulary, "--measure");
            return number is not { Measures: [var only] } || only != name.Trim()
                ? (null, problem ?? WorkbenchProblems.NotAMeasure(name))
                : Counted(@case, vocabulary.Measures.First(m => m.Name == VerdictReader.Split(only).Name) with { Name = only }, Severity.Error);
        });
    }

    // What is beyond the counting is not counted at all, rather than at the edge.
    private static (Measure? Measure, CaseProblem? Problem) Counted(Case @case, Measure measure, Severity severity) =>
        measure.Unit == MeasureUnit.Scale && @case.Issues.FirstOrDefault(i => $"level.{i.Id}" == measure.Name) is { } issue && issue.Options.Any(o => Math.Abs(o.At ?? 0) > Tally.Edge)
            ? (null, WorkbenchProblems.BeyondCounting(severity, measure.Name, issue)) : (measure, null);
}

/// <summary>A study ready to be worked off.</summary>
public sealed class PreparedStudy
{
    private readonly Func<CancellationToken, IReadOnlyList<RankedSupport>?> _ranked;
    private readonly ConcurrentBag<CaseNumbers> _rooms = [];
    private readonly Sampler _sampler;
    private readonly AskedResults _asked;
    private readonly ulong _seed;
    private readonly int _measures;
    private readonly (Verdict Verdict, int[] Places)[] _verdicts;

    internal PreparedStudy(Case @case, StudyRequest request, IReadOnlyList<Measure> measures, IReadOnlyList<Verdict> verdicts)
    {
        AnalyzeOptions options = request.Options;
        DateOnly asOf = options.AsOf ?? @case.AsOf;
        string[] names = [.. measures.Select(m => m.Name).Concat(verdicts.SelectMany(v => v.Measures)).Distinct(StringComparer.Ordinal)];
        _sampler = new Sampler(@case, options.Seed);
        _asked = new AskedResults(@case, asOf, names, WorkbenchKeeping.KeptUnder);
        _ranked = cancellation => WorkbenchRanks.Of(@case, verdicts, options, cancellation);
        _seed = options.Seed;
        _measures = measures.Count;
        _verdicts = [.. verdicts.Select(v => (v, v.Measures.Select(m => Array.IndexOf(names, m)).ToArray()))];
        Plan = new StudyPlan(
            [
                new StudySetting("case", @case.Hash),
                new StudySetting("title", OneLine(@case.Title)),
                new StudySetting("reading", @case.AppliedReading?.Value ?? "base"),
                .. options.Request.Changes.Select(c => new StudySetting("set", OneLine($"{c.Path}={c.Text}"))),
                new StudySetting("as-of", asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new StudySetting("seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
                new StudySetting("version", WorkbenchStudy.Version),
            ],
            options.Draws, measures, [.. verdicts.Zip(IdsOf(@case, verdicts), (v, id) => new StudyVerdict(id, OneLine(v.Says), OneLine(v.Text)))]);
    }

    public StudyPlan Plan { get; }

    /// <summary>The answer of one draw; pure, may be called from many threads.</summary>
    public StudyDraw Answer(int draw)
    {
        CaseNumbers numbers = _rooms.TryTake(out CaseNumbers? room) ? room : _sampler.Blank();
        _sampler.Draw(draw, numbers);
        double[] values = _asked.Answer(numbers, _seed, draw);
        _rooms.Add(numbers);
        return new StudyDraw(values[.._measures], Array.ConvertAll(_verdicts, v => v.Verdict.Holds(Array.ConvertAll(v.Places, p => values[p]))));
    }

    /// <summary>What each verdict owes to rankings; null where they leave nothing open, or when cancelled.</summary>
    internal IReadOnlyList<RankedSupport>? Ranked(CancellationToken cancellation)
    {
        try
        {
            return _ranked(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // An expression typed by a user has no id of its own: it gets that of its place, or the next that no verdict of the case has.
    // A verdict that the case names may be named as what it says.
    private static IReadOnlyList<string> IdsOf(Case @case, IReadOnlyList<Verdict> verdicts)
    {
        bool IsTyped(Verdict verdict) => verdict.Id == verdict.Text && !@case.Verdicts.Any(v => v.Id == verdict.Id);
        var taken = verdicts.Where(v => !IsTyped(v)).Select(v => v.Id).ToHashSet(StringComparer.Ordinal);
        string Free(int number)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"v{number}");
            return taken.Add(id) ? id : Free(number + 1);
        }
        return [.. verdicts.Select((v, i) => IsTyped(v) ? Free(i + 1) : v.Id)];
    }

    internal static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
