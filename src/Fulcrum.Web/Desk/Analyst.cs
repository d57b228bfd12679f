using System.Globalization;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Fulcrum.Findings;

namespace Fulcrum.Web.Desk;

/// <summary>A finished analysis as the pages get it.</summary>
/// <param name="Version">The version of the files that it is about.</param>
/// <param name="Preliminary">It rests on a few draws only; the full one is under way.</param>
/// <param name="Partial">It was ended early.</param>
internal sealed record FinishedBook(string Version, ReadOnlyMemory<byte> Json, bool Preliminary, bool Partial)
{
    /// <summary>What a page compares to know whether there is a newer one.</summary>
    public string Name => Preliminary ? Version + "-preliminary" : Version;
}

/// <summary>What there is to show and what is under way, all at one moment.</summary>
/// <param name="Fresh">The finished analysis of the version asked about.</param>
/// <param name="Last">The newest finished analysis, of whatever version.</param>
/// <param name="Failure">The kind of an unexpected failure of the last analysis; null when there was none.</param>
internal sealed record AnalystView(FinishedBook? Fresh, FinishedBook? Last, Job? Running, string? Failure);

/// <summary>
/// Analyses the newest state of the case in the background. A newer state ends the work on an older one; finished analyses are kept for a while, so that
/// undoing an edit shows its pages at once.
/// </summary>
internal sealed class Analyst(ServeOptions options, Func<SourceTexts> texts, Action<string, object> tell, Action changed) : IDisposable
{
    private const int Kept = 8;

    /// <summary>Draws of the quick first answer, where the full one takes several times as many.</summary>
    private const int FewDraws = 40;

    private readonly Lock _lock = new();
    private readonly List<FinishedBook> _finished = [];
    private readonly CancellationTokenSource _end = new();
    private FinishedBook? _last;
    private Job? _running;
    private string? _failure;
    private int _jobs;

    /// <summary>How things stand with a version of the files.</summary>
    public AnalystView At(string version)
    {
        lock (_lock)
        {
            return new AnalystView(_finished.LastOrDefault(b => b.Version == version), _last, _running, _failure);
        }
    }

    /// <summary>Begins on a state of the files, unless it is known whole or cannot be read.</summary>
    public void Begin(CaseSnapshot snapshot)
    {
        lock (_lock)
        {
            _running?.Cancel();
            _running = null;
            _failure = null;
            // What was ended early is shown, but is no answer for good.
            _finished.RemoveAll(b => b.Partial && b.Version == snapshot.Version);
            if (_finished.LastOrDefault(b => b.Version == snapshot.Version) is { } known)
            {
                _last = known;
            }
            else if (snapshot.Case is not null && !_end.IsCancellationRequested)
            {
                Job job = new(string.Create(CultureInfo.InvariantCulture, $"analysis-{++_jobs}"), "analysis") { Reported = view => tell("progress", view) };
                _running = job;
                _ = Task.Factory.StartNew(() => Run(job, snapshot), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }
        }
        changed();
    }

    /// <returns>False when no such job is running.</returns>
    public bool Cancel(string job)
    {
        lock (_lock)
        {
            if (_running?.Id != job)
            {
                return false;
            }
            _running.Cancel();
            return true;
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        lock (_lock)
        {
            _running?.Cancel();
            _running = null;
        }
    }

    private void Run(Job job, CaseSnapshot snapshot)
    {
        FinishedBook? finished = null;
        string? failed = null;
        try
        {
            if (options.Draws >= 4 * FewDraws && At(snapshot.Version).Last?.Version != snapshot.Version && Analyse(job, snapshot, FewDraws) is { } preliminary)
            {
                Show(job, preliminary);
            }
            finished = Analyse(job, snapshot, options.Draws);
        }
        catch (OperationCanceledException)
        {
            // Ended before there was anything to show.
        }
        catch (Exception failure)
        {
            // A mistake of this program must not leave the pages waiting.
            failed = failure.GetType().Name;
        }
        lock (_lock)
        {
            if (_running == job)
            {
                _running = null;
                _failure = failed;
                Keep(finished);
            }
        }
        changed();
    }

    private void Show(Job job, FinishedBook preliminary)
    {
        lock (_lock)
        {
            if (_running != job)
            {
                return;
            }
            _last = preliminary;
        }
        changed();
    }

    private FinishedBook? Analyse(Job job, CaseSnapshot snapshot, int draws)
    {
        SourceTexts at = texts();
        string? Quote(Evidence evidence) =>
            snapshot.Case!.Sources.FirstOrDefault(s => s.Id == evidence.Source) is { } source ? at.Of(source)?.Quote(evidence)?.Words : null;
        var asked = new AnalyzeOptions { Draws = draws, Checks = draws == options.Draws, Seed = options.Seed, AsOf = options.AsOf, Threads = options.Threads };
        Answer<Book> answer = snapshot.Workbench.Book(asked, Quote, redact: false, job, job.Cancelled);
        return answer.Value is { } book
            ? new FinishedBook(snapshot.Version, Encoding.UTF8.GetBytes(BookJson.Of(book, "serve")), draws < options.Draws, book.Analyses.Any(a => a.Method.Partial))
            : null;
    }

    private void Keep(FinishedBook? finished)
    {
        if (finished is null)
        {
            return;
        }
        _last = finished;
        _finished.Add(finished);
        if (_finished.Count > Kept)
        {
            _finished.RemoveAt(0);
        }
    }
}
