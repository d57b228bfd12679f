using Fulcrum.Studies;
using Shouldly;

namespace Fulcrum.Tests.Studies;

public sealed class StudyRunnerTests
{
    private sealed class Collected : IProgress<StudyProgress>
    {
        public List<StudyProgress> All { get; } = [];

        public void Report(StudyProgress value) => All.Add(value);
    }

    /// <summary>A clock that moves one second whenever it is asked.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private long _asked;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _asked++;
    }

    private static StudyRun<T> Run<T>(Func<int, T> analysis, int draws, StudyOptions options, IProgress<StudyProgress>? progress = null) =>
        StudyRunner.Run(analysis, draws, options, progress, TestContext.Current.CancellationToken);

    private static double Work(int draw)
    {
        double x = draw + 1;
        for (int i = 0; i < 200 * (draw % 7); i++)
        {
            x = Math.Sqrt(x + i);
        }
        return x;
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(0)]
    public void Results_are_the_same_bits_for_any_number_of_threads(int threads)
    {
        IReadOnlyList<double> one = Run(Work, 300, new StudyOptions { Threads = 1 }).Results;

        Run(Work, 300, new StudyOptions { Threads = threads }).Results.ShouldBe(one);
    }

    [Fact]
    public void Shards_put_together_are_the_whole_study()
    {
        IReadOnlyList<double> whole = Run(Work, 100, new StudyOptions()).Results;
        IReadOnlyList<double> first = Run(Work, 60, new StudyOptions()).Results;
        IReadOnlyList<double> second = Run(Work, 40, new StudyOptions { FirstDraw = 60 }).Results;

        first.Concat(second).ShouldBe(whole);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelled_study_keeps_an_unbroken_run_and_says_that_it_is_partial(int threads)
    {
        using var stop = new CancellationTokenSource();
        StudyRun<int> run = StudyRunner.Run(
            draw =>
            {
                if (draw == 20)
                {
                    stop.Cancel();
                }
                return draw;
            },
            1000, new StudyOptions { Threads = threads }, null, stop.Token);

        run.Partial.ShouldBeTrue();
        run.Asked.ShouldBe(1000);
        run.Results.Count.ShouldBeInRange(21, 999);
        run.Results.ShouldBe(Enumerable.Range(0, run.Results.Count));
    }

    [Fact]
    public void Study_cancelled_before_it_starts_is_empty()
    {
        StudyRun<int> run = StudyRunner.Run(d => d, 10, new StudyOptions(), null, new CancellationToken(true));

        run.Results.ShouldBeEmpty();
        run.Partial.ShouldBeTrue();
    }

    [Fact]
    public void Progress_counts_every_draw_once_and_ends_with_no_time_left()
    {
        var progress = new Collected();
        Run(Work, 50, new StudyOptions { Threads = 3, Time = new TickingTime() }, progress);

        progress.All.Select(p => (int)p.Done).ShouldBe(Enumerable.Range(1, 50));
        progress.All.ShouldAllBe(p => p.Total == 50);
        progress.All[^1].TimeLeft.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Time_left_is_what_the_rest_takes_at_the_pace_so_far()
    {
        var progress = new Collected();
        Run(d => d, 10, new StudyOptions { Threads = 1, Time = new TickingTime() }, progress);

        progress.All.Select(p => p.TimeLeft!.Value.TotalSeconds).ShouldBe(Enumerable.Range(1, 10).Select(done => 10.0 - done));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Failure_of_the_analysis_is_not_swallowed(int threads) =>
        Should.Throw<Exception>(() => Run<int>(_ => throw new InvalidOperationException("broken"), 20, new StudyOptions { Threads = threads }))
            .ToString().ShouldContain("broken");
}
