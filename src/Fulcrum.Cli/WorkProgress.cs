using System.Diagnostics;
using System.Globalization;
using Fulcrum.Studies;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Fulcrum.Cli;

/// <summary>Shows how far long work has come: a bar with the time left on a terminal, a plain line now and then elsewhere.</summary>
internal static class WorkProgress
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(15);

    /// <param name="units">What is counted.</param>
    public static T Show<T>(Terminal terminal, string what, Func<IProgress<StudyProgress>, T> work, string units = "draws")
    {
        if (!terminal.Animated)
        {
            return work(new PlainLines(terminal.Error, what, units));
        }
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Error), Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes,
            ColorSystem = terminal.ErrorColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        var timeLeft = new TimeLeftColumn();
        return console.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn { Width = 30 }, timeLeft)
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(what));
                return work(new Bar(task, timeLeft, units));
            });
    }

    private static string Left(TimeSpan? left) => left switch
    {
        null => "",
        { TotalSeconds: < 1 } => "nearly done",
        { TotalSeconds: < 90 } l => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(l.TotalSeconds)} s left"),
        { } l => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(l.TotalMinutes)} min left"),
    };

    private sealed class Bar(ProgressTask task, TimeLeftColumn timeLeft, string units) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            timeLeft.Said = $"{value.Done} of {value.Total} {units}  {Left(value.TimeLeft)}";
        }
    }

    private sealed class TimeLeftColumn : ProgressColumn
    {
        /// <summary>Written by the work, read by the thread that draws.</summary>
        public volatile string Said = "";

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(Said);
    }

    private sealed class PlainLines(TextWriter error, string what, string units) : IProgress<StudyProgress>
    {
        private readonly Lock _lock = new();
        private long _last = Stopwatch.GetTimestamp();

        public void Report(StudyProgress value)
        {
            lock (_lock)
            {
                if (Stopwatch.GetElapsedTime(_last) < BetweenLines)
                {
                    return;
                }
                _last = Stopwatch.GetTimestamp();
                string left = Left(value.TimeLeft);
                error.WriteLine($"{what}: {value.Done} of {value.Total} {units}{(left.Length > 0 ? ", " : "")}{left}");
            }
        }
    }
}
