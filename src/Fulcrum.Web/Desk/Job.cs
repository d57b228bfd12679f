using System.Diagnostics;
using Fulcrum.Studies;

namespace Fulcrum.Web.Desk;

/// <summary>Long work that a page can watch and cancel.</summary>
internal sealed class Job(string id, string kind) : IProgress<StudyProgress>, IDisposable
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _cancel = new();
    private StudyProgress? _last;
    private long _reported;

    public string Id => id;

    public CancellationToken Cancelled => _cancel.Token;

    /// <summary>Called with the last report of all, and with earlier ones no oftener than a page can show.</summary>
    public Action<JobView>? Reported { get; init; }

    public JobView View
    {
        get
        {
            StudyProgress? last = _last;
            return new JobView(id, kind, last?.Done ?? 0, last?.Total ?? 0, last?.TimeLeft is { } left ? Math.Round(left.TotalSeconds, 1) : null);
        }
    }

    public void Report(StudyProgress value)
    {
        _last = value;
        long now = Stopwatch.GetTimestamp();
        if (value.Done >= value.Total || Stopwatch.GetElapsedTime(_reported, now) >= BetweenReports)
        {
            _reported = now;
            Reported?.Invoke(View);
        }
    }

    public void Cancel() => _cancel.Cancel();

    public void Dispose() => _cancel.Dispose();
}

/// <param name="SecondsLeft">Null until it can be estimated.</param>
internal sealed record JobView(string Job, string Kind, long Done, long Total, double? SecondsLeft);
