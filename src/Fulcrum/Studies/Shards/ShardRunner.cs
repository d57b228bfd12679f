using System.Collections.Concurrent;

namespace Fulcrum.Studies.Shards;

public sealed record ShardOptions
{
    /// <summary>Worker threads; 0 for one per processor. Changes no result.</summary>
    public int Threads { get; init; }

    /// <summary>How long to work between two savings; at most this much work is done twice after a kill.</summary>
    public TimeSpan BetweenSaves { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Measures the time between savings and the time left.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}

/// <summary>
/// Works a shard off and hands it over to be saved now and then, counts and position together, so that a kill at any moment loses only what was not yet
/// handed over and counts nothing twice.
/// </summary>
public static class ShardRunner
{
    // Draws worked on between two looks at the clock: as many as take about this long. Changes no result.
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(0.25);
    private const int FewestAtOnce = 64;
    private const int MostAtOnce = 1 << 16;

    /// <param name="analysis">From the index of a draw to its answer; pure, called from several threads.</param>
    /// <param name="save">Takes the shard as it stands and gives the one to go on from: the same, or what another process has got further with; null to stop. Called at least once, the last time with where the run ended.</param>
    /// <param name="cancellation">Ends the run after the draws at work.</param>
    public static Shard Run(
        Shard shard, Func<long, StudyDraw> analysis, Func<Shard, Shard?> save, ShardOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Run(shard, () => analysis, save, options, progress, cancellation);

    /// <param name="worker">Makes what one thread answers draws with: the answer is read before the next is asked for, and may be written over by it.</param>
    /// <inheritdoc cref="Run(Shard, Func{long, StudyDraw}, Func{Shard, Shard}, ShardOptions, IProgress{StudyProgress}, CancellationToken)"/>
    internal static Shard Run(
        Shard shard, Func<Func<long, StudyDraw>> worker, Func<Shard, Shard?> save, ShardOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        long start = options.Time.GetTimestamp(), saved = start, begun = shard.Next;
        int atOnce = FewestAtOnce;
        var free = new ConcurrentBag<Counter>();
        while (!shard.Finished && !cancellation.IsCancellationRequested)
        {
            long before = options.Time.GetTimestamp();
            int draws = (int)Math.Min(atOnce, shard.End - shard.Next);
            shard = shard with { Next = shard.Next + Count(shard, draws, worker, free, options.Threads, cancellation) };
            atOnce = options.Time.GetElapsedTime(before) < Stretch ? Math.Min(2 * atOnce, MostAtOnce) : Math.Max(atOnce / 2, FewestAtOnce);
            progress?.Report(new StudyProgress(shard.Next - shard.First, shard.End - shard.First, Left(options.Time.GetElapsedTime(start), shard, begun)));
            if (options.Time.GetElapsedTime(saved) >= options.BetweenSaves && !shard.Finished)
            {
                if (save(shard) is not { } further)
                {
                    return shard;
                }
                shard = further;
                saved = options.Time.GetTimestamp();
            }
        }
        return save(shard) ?? shard;
    }

    // Every worker counts for itself; as counts add up without rounding, it does not matter who drew what. How many draws were counted, from the next one on.
    private static int Count(Shard shard, int draws, Func<Func<long, StudyDraw>> worker, ConcurrentBag<Counter> free, int threads, CancellationToken cancellation)
    {
        var counted = new ConcurrentBag<Counter>();
        int done = StudyRunner.Each(shard.Next, draws, threads, () =>
        {
            Counter own = free.TryTake(out Counter? cleared) ? cleared : new Counter(new StudyTally(shard.Plan), worker());
            counted.Add(own);
            return own.Count;
        }, cancellation);
        foreach (Counter counter in counted)
        {
            shard.Tally.Add(counter.Tally);
            counter.Tally.Clear();
            free.Add(counter);
        }
        return done;
    }

    // A study may be so long that the time left is beyond what can be said.
    private static TimeSpan? Left(TimeSpan elapsed, Shard shard, long begun)
    {
        double seconds = shard.Next > begun ? elapsed.TotalSeconds / (shard.Next - begun) * (shard.End - shard.Next) : 0;
        return shard.Next > begun && elapsed > TimeSpan.Zero && seconds < TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }

    // What one thread works with, kept from one stretch to the next.
    private sealed record Counter(StudyTally Tally, Func<long, StudyDraw> Answer)
    {
        public void Count(long draw) => Tally.Add(Answer(draw));
    }
}
