using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum.Web.Desk;

/// <summary>A question to two readings: what makes them differ on a statement, or on a number.</summary>
/// <param name="First">A reading's id; null for the base case.</param>
/// <param name="Verdict">The id of one of the case's verdicts, or a statement over results; null when a number is asked about.</param>
internal sealed record CruxQuestion(string? First, string? Second, string? Verdict, string? Number);

/// <param name="Job">Under way; null when the answer is there.</param>
internal sealed record CruxState(Job? Job, Answer<IReadOnlyList<CruxAnswer>>? Answer);

/// <summary>
/// Works out in the background what makes readings differ, one question after another; a question that is asked twice is worked out once. Answers are kept for a
/// while with the state of the files that they are about.
/// </summary>
internal sealed class Comparer(ServeOptions options, Action<string, object> tell) : IDisposable
{
    private const int Kept = 40;

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly List<(string Key, Job Job)> _running = [];
    private readonly List<(string Key, Answer<IReadOnlyList<CruxAnswer>> Answer)> _known = [];
    private int _jobs;
    private bool _ended;

    /// <summary>The answer, or the work on it, which begins if need be.</summary>
    public CruxState Ask(CaseSnapshot snapshot, CruxQuestion asked)
    {
        string key = KeyOf(snapshot, asked);
        lock (_lock)
        {
            if (Known(key) is { } state)
            {
                return state;
            }
            Job job = new(string.Create(CultureInfo.InvariantCulture, $"comparison-{++_jobs}"), "comparison") { Reported = view => tell("progress", view) };
            if (!_ended)
            {
                _running.Add((key, job));
                _ = Task.Factory.StartNew(() => Run(key, job, snapshot, asked), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
            return new CruxState(job, null);
        }
    }

    /// <returns>Null when it was not asked, was cancelled, or is forgotten.</returns>
    public CruxState? Find(CaseSnapshot snapshot, CruxQuestion asked)
    {
        lock (_lock)
        {
            return Known(KeyOf(snapshot, asked));
        }
    }

    /// <returns>False when no such job is running.</returns>
    public bool Cancel(string job)
    {
        lock (_lock)
        {
            Job? running = _running.Find(r => r.Job.Id == job && !r.Job.Cancelled.IsCancellationRequested).Job;
            running?.Cancel();
            return running is not null;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _running.ForEach(r => r.Job.Cancel());
        }
    }

    private CruxState? Known(string key)
    {
        int at = _known.FindIndex(k => k.Key == key);
        return at >= 0 ? new CruxState(null, _known[at].Answer)
            : _running.Find(r => r.Key == key && !r.Job.Cancelled.IsCancellationRequested).Job is { } job ? new CruxState(job, null) : null;
    }

    private void Run(string key, Job job, CaseSnapshot snapshot, CruxQuestion asked)
    {
        Answer<IReadOnlyList<CruxAnswer>>? answer = null;
        try
        {
            _turn.Wait(job.Cancelled);
            try
            {
                answer = Compare(job, snapshot, asked);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
        catch (Exception failure)
        {
            // A mistake of this program must not leave the pages waiting.
            answer = new Answer<IReadOnlyList<CruxAnswer>>(null, [Serving.ServeProblems.Unexpected(failure.GetType().Name)]);
        }
        lock (_lock)
        {
            _running.RemoveAll(r => r.Job == job);
            if (answer is not null)
            {
                _known.Add((key, answer));
                if (_known.Count > Kept)
                {
                    _known.RemoveAt(0);
                }
            }
        }
        tell("done", new JobEnd(job.Id, "comparison", answer is null ? "cancelled" : "done"));
    }

    private Answer<IReadOnlyList<CruxAnswer>> Compare(Job job, CaseSnapshot snapshot, CruxQuestion asked)
    {
        static ReadingId? Reading(string? id) => id is null ? null : new ReadingId(id);
        var cruxes = new CruxOptions { Verdicts = asked.Verdict is { } verdict ? [verdict] : [], Numbers = asked.Number is { } number ? [number] : [] };
        var analysis = new AnalyzeOptions { Draws = options.Draws, Seed = options.Seed, AsOf = options.AsOf, Threads = options.Threads };
        return snapshot.Workbench.Cruxes(Reading(asked.First), Reading(asked.Second), analysis, cruxes.Within(analysis), job, job.Cancelled);
    }

    private static string KeyOf(CaseSnapshot snapshot, CruxQuestion asked) => string.Join('\n', snapshot.Version, asked.First, asked.Second, asked.Verdict, asked.Number);
}

/// <summary>Work that was told of as progress has ended.</summary>
/// <param name="Outcome">done | cancelled.</param>
internal sealed record JobEnd(string Job, string Kind, string Outcome);
