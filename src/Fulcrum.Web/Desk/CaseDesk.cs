using System.Text;
using Fulcrum.Cases.Verifying;
using Fulcrum.Web.Serving;

namespace Fulcrum.Web.Desk;

/// <summary>An open case: its files as last seen, the analysis of them, the edits that can be undone.</summary>
internal sealed class CaseDesk : IAsyncDisposable
{
    private const int Remembered = 50;

    private readonly EventHub _events;
    private readonly Lock _lock = new();
    private readonly FolderWatch _watch;
    private readonly ServeOptions _options;
    private readonly List<CaseSnapshot> _seen = [];
    private CaseSnapshot _now;
    private volatile bool _telling;
    private bool _closed;

    public CaseDesk(string folder, ServeOptions options, EventHub events)
    {
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _options = options;
        _events = events;
        _now = CaseSnapshot.Of(Folder);
        _seen.Add(_now);
        Edits = new EditLog(Folder);
        Analyst = new Analyst(options, Texts, Publish, Tell);
        Comparer = new Comparer(options, Publish);
        Explorers = new Explorers(options.AsOf);
        Begin(_now);
        _watch = new FolderWatch(Folder, options.PollEvery, () => Look());
    }

    public string Folder { get; }

    public Analyst Analyst { get; }

    public Comparer Comparer { get; }

    public EditLog Edits { get; }

    /// <summary>Held while proposals are decided or texts are taken in, so that two pages do not write between each other's lines.</summary>
    public Lock Intake { get; } = new();

    public Explorers Explorers { get; }

    /// <summary>How an analysis is asked for.</summary>
    public AnalyzeOptions Asked => new() { Draws = _options.Draws, Seed = _options.Seed, AsOf = _options.AsOf, Threads = _options.Threads };

    public CaseSnapshot Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public StateView State
    {
        get
        {
            long moment = _events.Moment();
            CaseSnapshot now = Now;
            AnalystView analyst = Analyst.At(now.Version);
            return new StateView(
                "case", now.Case?.Title ?? Path.GetFileName(Folder), Path.GetFileName(Folder), now.Version, analyst.Last?.Name, analyst.Running?.View,
                Edits.CanUndo, Edits.CanRedo, now.Problems.Count, moment);
        }
    }

    /// <summary>From now on the pages hear of this case. Before that a page could ask for what it was told of and be sent away, because another case, or none, is still open.
    /// A case that was closed before it came to that says nothing.</summary>
    public void Announce()
    {
        lock (_lock)
        {
            _telling = !_closed;
        }
        Tell();
    }

    /// <summary>Looks at the files; where they changed, the analysis begins anew and the pages are told.</summary>
    public CaseSnapshot Look()
    {
        lock (_lock)
        {
            if (_now.IsCurrent(Folder))
            {
                return _now;
            }
            _now = CaseSnapshot.Of(Folder);
            _seen.Add(_now);
            if (_seen.Count > Remembered)
            {
                _seen.RemoveAt(0);
            }
            // Not after the lock: of two looks at once the older one would then begin last, and nobody hears of a new state without the work on it.
            Begin(_now);
            return _now;
        }
    }

    /// <summary>Begins the analysis of the files as they stand, where the last one was ended early.</summary>
    public void AnalyseAgain()
    {
        lock (_lock)
        {
            Analyst.Begin(Look());
        }
    }

    /// <summary>A state of the files that a page may still show; null when it was forgotten.</summary>
    public CaseSnapshot? Seen(string version)
    {
        lock (_lock)
        {
            return _seen.LastOrDefault(s => s.Version == version);
        }
    }

    /// <summary>The text of a file at one of its remembered versions; null when it was forgotten.</summary>
    public string? Remember(string name, string version)
    {
        lock (_lock)
        {
            return _seen.LastOrDefault(s => s.VersionOf(name) == version)?.TextOf(name);
        }
    }

    /// <summary>A text as the file's bytes: with a byte-order mark where the file has one now.</summary>
    public static byte[] Bytes(CaseSnapshot now, string name, string text)
    {
        bool mark = now.Files.TryGetValue(name, out byte[]? old) && old.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        return [.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];
    }

    public SourceTexts Texts() => SourceTexts.Find(Folder, _options.Sources);

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
        {
            _closed = true;
            _telling = false;
        }
        await _watch.DisposeAsync().ConfigureAwait(false);
        Analyst.Dispose();
        Comparer.Dispose();
    }

    private void Begin(CaseSnapshot snapshot)
    {
        Analyst.Begin(snapshot);
        _ = Task.Run(() => Explorers.Warm(snapshot));
    }

    private void Tell()
    {
        if (_telling)
        {
            Publish("state", State);
        }
    }

    private void Publish(string name, object data)
    {
        if (_telling)
        {
            _events.Publish(name, data, passing: name == "progress");
        }
    }
}

/// <param name="Folder">The folder's name without its way.</param>
/// <param name="Version">Changes with every byte of the case's files; null while no case is open.</param>
/// <param name="AnalysisVersion">The version that the newest analysis is about.</param>
/// <param name="ProblemCount">Problems of the case's files as they stand.</param>
/// <param name="Moment">Of two states of one server the one with the greater number is the newer.</param>
internal sealed record StateView(
    string Mode, string Title, string Folder, string? Version, string? AnalysisVersion, JobView? Running, bool CanUndo, bool CanRedo, int ProblemCount, long Moment);
