namespace Fulcrum.Studies;

public sealed record StudyOptions
{
    /// <summary>Worker threads; 0 for one per processor. Changes no result.</summary>
    public int Threads { get; init; }

    /// <summary>Index of the first draw: a shard is the same study over another range.</summary>
    public int FirstDraw { get; init; }

    /// <summary>Measures the time left.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>What a study gathered: one result per draw, in draw order. Always an unbroken run from the first draw, so that an interrupted study is not biased towards quick draws.</summary>
/// <param name="Asked">Draws asked for.</param>
public sealed record StudyRun<T>(IReadOnlyList<T> Results, int Asked)
{
    public bool Partial => Results.Count < Asked;
}

/// <summary>
/// Runs a named analysis over a range of draws on this machine's threads. Results are stored by draw, so that any number of threads gives the same bits.
/// </summary>
public static class StudyRunner
{
    /// <param name="analysis">From the index of a draw to its result; pure, called from several threads.</param>
    /// <param name="cancellation">Ends the study after the draws at work; the result holds what is done.</param>
    public static StudyRun<T> Run<T>(
        Func<int, T> analysis, int draws, StudyOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draws);
        var results = new T[draws];
        var clock = new ProgressClock(draws, options.Time, progress);
        int taken = 0;
        int workers = Math.Min(draws, options.Threads > 0 ? options.Threads : Environment.ProcessorCount);
        RunWorkers(workers, () =>
        {
            while (!cancellation.IsCancellationRequested)
            {
                int draw = Interlocked.Increment(ref taken) - 1;
                if (draw >= draws)
                {
                    return;
                }
                results[draw] = analysis(options.FirstDraw + draw);
                clock.Done();
            }
        });
        int done = Math.Min(taken, draws);
        return new StudyRun<T>(done == draws ? results : results[..done], draws);
    }

    /// <summary>Works on every draw of a stretch without keeping a result.</summary>
    /// <param name="worker">Called once by each thread, for what it does with a draw.</param>
    /// <returns>How many draws are done; always an unbroken run from the first.</returns>
    internal static int Each(long first, int draws, int threads, Func<Action<long>> worker, CancellationToken cancellation)
    {
        int taken = 0;
        RunWorkers(Math.Min(draws, threads > 0 ? threads : Environment.ProcessorCount), () =>
        {
            Action<long> own = worker();
            while (!cancellation.IsCancellationRequested)
            {
                int draw = Interlocked.Increment(ref taken) - 1;
                if (draw >= draws)
                {
                    return;
                }
                own(first + draw);
            }
        });
        return Math.Min(taken, draws);
    }

    private static void RunWorkers(int workers, Action work)
    {
        if (workers <= 1)
        {
            work();
            return;
        }
        Task[] others = Enumerable.Range(1, workers - 1).Select(_ => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        try
        {
            work();
        }
        finally
        {
            Task.WaitAll(others);
        }
    }

    private sealed class ProgressClock(int total, TimeProvider time, IProgress<StudyProgress>? progress)
    {
        private readonly Lock _lock = new();
        private readonly long _start = time.GetTimestamp();
        private int _done;

        public void Done()
        {
            if (progress is null)
            {
                return;
            }
            lock (_lock)
            {
                _done++;
                TimeSpan elapsed = time.GetElapsedTime(_start);
                TimeSpan? left = elapsed > TimeSpan.Zero ? elapsed / _done * (total - _done) : null;
                progress.Report(new StudyProgress(_done, total, left));
            }
        }
    }
}
