using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>One progress over several studies of equal size, one after another.</summary>
internal sealed class StagedProgress(IProgress<StudyProgress>? progress, int stages)
{
    private int _stage = -1;
    private TimeSpan? _perDraw;

    /// <summary>The progress of the next study; null when nobody listens.</summary>
    public IProgress<StudyProgress>? Next()
    {
        _stage++;
        return progress is null ? null : new Stage(this, _stage);
    }

    private void Report(int stage, StudyProgress value)
    {
        long done = stage * value.Total + value.Done, total = stages * value.Total;
        _perDraw = value.TimeLeft is { } left && value.Done < value.Total ? left / (value.Total - value.Done) : _perDraw;
        progress!.Report(new StudyProgress(done, total, _perDraw * (total - done)));
    }

    private sealed class Stage(StagedProgress all, int stage) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value) => all.Report(stage, value);
    }
}

/// <summary>One progress over parts of different sizes, one after another; a part that ends early leaves its rest out.</summary>
internal sealed class PartsProgress(IProgress<StudyProgress>? progress, int total) : IProgress<StudyProgress>
{
    private int _before;
    private int _size;
    private int _done;

    /// <summary>Goes on to the next part.</summary>
    /// <param name="size">The most that it can have to do.</param>
    public PartsProgress Next(int size)
    {
        (_before, _size, _done) = (_before + _size, size, 0);
        return this;
    }

    /// <summary>One step of the part is done.</summary>
    public void Step() => Tell(++_done);

    public void Report(StudyProgress value) => Tell((int)(value.Done * (double)_size / Math.Max(1, value.Total)));

    private void Tell(int done) => progress?.Report(new StudyProgress(Math.Min(total, _before + Math.Min(_size, done)), total, null));
}
