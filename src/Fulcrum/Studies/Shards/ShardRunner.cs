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
    /// <param name="save">Takes the shard as it stands; called at least once, the last time with where the run ended.</param>
    /// <param name="cancellation">Ends the run after the draws at work.</param>
    public static Shard Run(
        Shard shard, Func<int, StudyDraw> analysis, Action<Shard> save, ShardOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        long start = options.Time.GetTimestamp(), saved = start;
        int begun = shard.Next, atOnce = FewestAtOnce;
        var free = new ConcurrentBag<StudyTally>();
        while (!shard.Finished && !cancellation.IsCancellationRequested)
        {
            long before = options.Time.GetTimestamp();
            int draws = Math.Min(atOnce, shard.End - shard.Next);
            shard = shard with { Next = shard.Next + Count(shard, draws, analysis, free, options.Threads, cancellation) };
            atOnce = options.Time.GetElapsedTime(before) < Stretch ? Math.Min(2 * atOnce, MostAtOnce) : Math.Max(atOnce / 2, FewestAtOnce);
            progress?.Report(new StudyProgress(shard.Next - shard.First, shard.End - shard.First, Left(options.Time.GetElapsedTime(start), shard, begun)));
            if (options.Time.GetElapsedTime(saved) >= options.BetweenSaves && !shard.Finished)
            {
                save(shard);
                saved = options.Time.GetTimestamp();
            }
        }
        save(shard);
        return shard;
    }

    // Every worker counts for itself; as counts add up without rounding, it does not matter who drew what. How many draws were counted, from the next one on.
    private static int Count(Shard shard, int draws, Func<int, StudyDraw> analysis, ConcurrentBag<StudyTally> free, int threads, CancellationToken cancellation)
    {
        var counted = new ConcurrentBag<StudyTally>();
        int done = StudyRunner.Each(shard.Next, draws, threads, () =>
        {
            StudyTally own = free.TryTake(out StudyTally? cleared) ? cleared : new StudyTally(shard.Plan);
            counted.Add(own);
            return draw => own.Add(analysis(draw));
        }, cancellation);
        foreach (StudyTally tally in counted)
        {
            shard.Tally.Add(tally);
            tally.Clear();
            free.Add(tally);
        }
        return done;
    }

    private static TimeSpan? Left(TimeSpan elapsed, Shard shard, int begun) =>
        shard.Next > begun && elapsed > TimeSpan.Zero ? elapsed / (shard.Next - begun) * (shard.End - shard.Next) : null;
}
