using System.Diagnostics;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum.Web.Desk;

/// <summary>A reading of one state of the files, ready for what-if questions, with the answers of the case as it stands.</summary>
internal sealed class Exploration(WorkbenchExplorer explorer)
{
    private readonly Lock _lock = new();
    private QuickAnswer? _base;
    private readonly Dictionary<int, QuickRanges> _ranges = [];
    private double _secondsADraw;

    public WorkbenchExplorer Explorer => explorer;

    /// <summary>The unchanged case at mid-range; null when there is no model.</summary>
    public QuickAnswer? Base => _base ??= explorer.Solve([]).Value;

    /// <summary>As many draws as fit into the time, at most as many as asked for, from what earlier draws took.</summary>
    public int DrawsWithin(TimeSpan time, AnalyzeOptions options)
    {
        const int Trial = 8;
        if (_secondsADraw == 0)
        {
            long start = Stopwatch.GetTimestamp();
            explorer.Ranges([], options with { Draws = Trial });
            _secondsADraw = Stopwatch.GetElapsedTime(start).TotalSeconds / Trial;
        }
        return Math.Clamp((int)(time.TotalSeconds / _secondsADraw), Trial, Math.Max(Trial, options.Draws));
    }

    public void Took(TimeSpan time, int draws) => _secondsADraw = draws == 0 ? _secondsADraw : (_secondsADraw + time.TotalSeconds / draws) / 2;

    /// <summary>The unchanged case over as many draws; worked out once.</summary>
    public QuickRanges? BaseRanges(AnalyzeOptions options, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (!_ranges.TryGetValue(options.Draws, out QuickRanges? known) && explorer.Ranges([], options, cancellation).Value is { } made)
            {
                _ranges[options.Draws] = known = made;
            }
            return known;
        }
    }
}

/// <summary>Explorations by state of the files and reading; a few of the newest are kept.</summary>
internal sealed class Explorers(DateOnly? asOf)
{
    private const int Kept = 12;

    private readonly Lock _lock = new();
    private readonly List<(string Key, Exploration Exploration)> _known = [];

    /// <summary>Answers one question of either kind beforehand, so that the first one that a person asks waits neither for the files nor for code that never ran.</summary>
    public void Warm(CaseSnapshot snapshot)
    {
        if (Of(snapshot, null).Value is not { Base: not null } exploration)
        {
            return;
        }
        AssumptionList known = exploration.Explorer.Assumptions();
        foreach (Assumption item in known.Groups.SelectMany(g => g.Items).Where(i => i.Choices.Any(c => c.Value.Length > 0)).DistinctBy(i => i.Kind))
        {
            exploration.Explorer.Solve([new Override(item.Path, item.Choices.First(c => c.Value.Length > 0).Value, Support.None, TextPlace.None)]);
        }
    }

    public Answer<Exploration> Of(CaseSnapshot snapshot, string? reading)
    {
        string key = $"{snapshot.Version} {reading}";
        lock (_lock)
        {
            int at = _known.FindIndex(k => k.Key == key);
            if (at >= 0)
            {
                return new Answer<Exploration>(_known[at].Exploration, []);
            }
            Answer<WorkbenchExplorer> explorer = snapshot.ForOne(reading).Explore(reading is null ? null : new ReadingId(reading), asOf);
            if (explorer.Value is null)
            {
                return new Answer<Exploration>(null, explorer.Problems);
            }
            var made = new Exploration(explorer.Value);
            _known.Add((key, made));
            if (_known.Count > Kept)
            {
                _known.RemoveAt(0);
            }
            return new Answer<Exploration>(made, []);
        }
    }
}
