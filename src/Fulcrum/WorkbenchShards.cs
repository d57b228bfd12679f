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

    /// <summary>Draws of the whole study, of which there may be more than an analysis keeps; null for as many as the options say.</summary>
    public long? Draws { get; init; }

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
            begun, study.Worker, s => Keep(s),
            new ShardOptions { Threads = request.Options.Threads, Time = request.Options.Time, BetweenSaves = request.BetweenSaves }, progress, cancellation);
        return notSaved is null ? new Answer<Shard>(done, prepared.Problems) : new Answer<Shard>(null, [notSaved]);

        // What rankings leave open is written before the part is finished: a part that is finished is not run again, and nothing may be missing then.
        Shard? Keep(Shard s)
        {
            if (s.Finished && !RanksFile.Exists(folder) && study.Ranked(cancellation) is { } ranked)
            {
                notSaved = RanksFile.Write(folder, study.Plan, ranked);
            }
            (Shard? further, notSaved) = notSaved is not null ? (null, notSaved)
                : s.Finished && cancellation.IsCancellationRequested && !RanksFile.Exists(folder) ? ShardFolder.Open(folder, study.Plan, shard, shards)
                : ShardFolder.Keep(folder, s);
            return further;
        }
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
            return all.All.Where(m => (all.PartsOf([m.Name]) & ~(DrawParts.Costs | DrawParts.Unchanged)) == DrawParts.None)
                .Select<Measure, (Measure?, CaseProblem?)>(m => (Counted(@case, m), null));
        }
        return request.Measures.Distinct(StringComparer.Ordinal).Select<string, (Measure?, CaseProblem?)>(name =>
        {
            (MeasuredNumber? number, CaseProblem? problem) = WorkbenchVerdicts.ReadNumber(name, vocabulary, "--measure");
            return number is not { Measures: [var only] } || only != name.Trim()
                ? (null, problem ?? WorkbenchProblems.NotAMeasure(name))
                : (Counted(@case, vocabulary.Measures.First(m => m.Name == VerdictReader.Split(only).Name) with { Name = only }), null);
        });
    }

    // The steps of a scale of large numbers are as much larger as its ends.
    private static Measure Counted(Case @case, Measure measure)
    {
        Issue? issue = measure.Unit == MeasureUnit.Scale ? @case.Issues.FirstOrDefault(i => $"level.{i.Id}" == measure.Name) : null;
        double largest = issue is null ? 0 : issue.Options.Max(o => Math.Abs(o.At ?? 0));
        return largest > Tally.FirstEdge ? measure with { Doublings = Math.ILogB(largest / Tally.FirstEdge) + 1 } : measure;
    }
}

/// <summary>A study ready to be worked off.</summary>
public sealed class PreparedStudy
{
    private readonly Func<CancellationToken, IReadOnlyList<RankedSupport>?> _ranked;
    private readonly AskedDraws _asked;
    private readonly int _measures;
    private readonly (Verdict Verdict, int[] Places)[] _verdicts;

    internal PreparedStudy(Case @case, StudyRequest request, IReadOnlyList<Measure> measures, IReadOnlyList<Verdict> verdicts)
    {
        AnalyzeOptions options = request.Options;
        DateOnly asOf = options.AsOf ?? @case.AsOf;
        string[] names = [.. measures.Select(m => m.Name).Concat(verdicts.SelectMany(v => v.Measures)).Distinct(StringComparer.Ordinal)];
        _asked = new AskedDraws(new Sampler(@case, options.Seed), new AskedResults(@case, asOf, names, WorkbenchKeeping.KeptUnder), options.Seed);
        _ranked = cancellation => WorkbenchRanks.Of(@case, verdicts, options, cancellation);
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
            request.Draws ?? options.Draws, measures, [.. verdicts.Zip(IdsOf(@case, verdicts), (v, id) => new StudyVerdict(id, OneLine(v.Says), OneLine(v.Text)))]);
    }

    public StudyPlan Plan { get; }

    /// <summary>The answer of one draw; pure, may be called from many threads.</summary>
    public StudyDraw Answer(long draw) => Worker()(draw);

    /// <summary>For one thread: the answer of a draw, written over the one before. In the steady state nothing is allocated.</summary>
    internal Func<long, StudyDraw> Worker()
    {
        AskedDraws.Desk desk = _asked.Take();
        double[][] parts = [.. _verdicts.Select(v => new double[v.Places.Length])];
        var answer = new StudyDraw(new double[_measures], new bool?[_verdicts.Length]);
        return draw =>
        {
            _asked.Answer(draw, desk);
            desk.Values.AsSpan(0, _measures).CopyTo(answer.Values);
            for (int v = 0; v < parts.Length; v++)
            {
                for (int p = 0; p < parts[v].Length; p++)
                {
                    parts[v][p] = desk.Values[_verdicts[v].Places[p]];
                }
                answer.Holds[v] = _verdicts[v].Verdict.Holds(parts[v]);
            }
            return answer;
        };
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
