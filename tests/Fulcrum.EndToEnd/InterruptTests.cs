using System.CommandLine;
using System.CommandLine.Invocation;
using System.Diagnostics;
using System.Text;
using Fulcrum.Cli;
using Fulcrum.Cli.Commands;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>The first Ctrl-C ends whatever a verb is at, with one line and its own exit code.</summary>
public sealed class InterruptTests
{
    // Verbs whose work is done before a hand is back at the keyboard, or that write and so end what they began.
    private static readonly string[] Quick = ["new", "cite", "schema", "record", "merge", "outcome", "score"];

    private static readonly Terminal Nowhere = new(TextWriter.Null, TextWriter.Null, 80, false, false, false);

    /// <summary>Each of these would go on for minutes.</summary>
    [Theory]
    [InlineData("check")]
    [InlineData("frontier", "--limit", "10000000")]
    [InlineData("solve", "--within", "86400")]
    [InlineData("coalitions")]
    [InlineData("export", "csv")]
    public void Verb_that_gives_nothing_before_it_is_done_ends_at_the_first_interruption(string verb, params string[] options)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl-C is sent by a signal");
        string folder = TemporaryFolders.New();
        File.WriteAllText(Path.Combine(folder, "case.yaml"), Endless());
        string[] words = verb == "export" ? [verb, options[0], folder, "-o", Path.Combine(TemporaryFolders.New(), "out.csv")] : [verb, folder, .. options];

        Outcome outcome = FulcrumProcess.Run(words, null, InterruptAtWork);

        outcome.ExitCode.ShouldBe(3, outcome.Error);
        outcome.Error.ShouldBe("fulcrum: interrupted before there was anything to show\n");
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Every_verb_that_may_take_long_hears_of_an_interruption()
    {
        Command[] deaf = [.. Verbs.All(Nowhere).SelectMany(WithInner).Where(v => v.Action is SynchronousCommandLineAction && !Quick.Contains(v.Name))];

        deaf.Select(v => v.Name).ShouldBeEmpty("the action should take the token and work with it, or inside 'Interruptible'");
    }

    [Fact]
    public void Work_that_never_looks_up_is_left_behind()
    {
        using var never = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        using var interruption = new CancellationTokenSource();
        var waiting = Task.Run(() => Interruptible.Run(() => { begun.Set(); never.Wait(); return 1; }, interruption.Token));
        begun.Wait(TestContext.Current.CancellationToken);

        interruption.Cancel();

        Should.Throw<OperationCanceledException>(() => waiting.GetAwaiter().GetResult());
        never.Set();
    }

    [Fact]
    public void Work_that_fails_fails_as_itself_and_work_that_ends_gives_its_answer()
    {
        Should.Throw<InvalidDataException>(() => Interruptible.Run<int>(() => throw new InvalidDataException("x"), CancellationToken.None)).Message.ShouldBe("x");
        Interruptible.Run(() => 7, CancellationToken.None).ShouldBe(7);
    }

    private static IEnumerable<Command> WithInner(Command verb) => verb.Subcommands.SelectMany(WithInner).Prepend(verb).Where(v => v.Action is not null);

    // Waits for work done rather than for time, so that a busy machine does not matter.
    private static void InterruptAtWork(Process process)
    {
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(1.5))
        {
            Thread.Sleep(50);
            process.Refresh();
        }
        FulcrumProcess.Interrupt(process);
    }

    /// <summary>Ten parties, forty issues, and so many terms between issues that no search goes through their combinations.</summary>
    private static string Endless()
    {
        const int Parties = 10, Issues = 40, Options = 8, Terms = 2000;
        var random = new Random(1);
        string Each(int count, Func<int, string> text) => string.Join(", ", Enumerable.Range(0, count).Select(text));
        var text = new StringBuilder("fulcrum: 1\ncase: Endless\nstarts: 2025-01-01\nas-of: 2025-02-01\nparties:\n");
        for (int p = 0; p < Parties; p++)
        {
            text.Append($"  p{p}: {{role: principal}}\n");
        }
        text.Append($"consent: {{at-least: 5, of: [{Each(Parties, p => $"p{p}")}]}}\nissues:\n");
        for (int k = 0; k < Issues; k++)
        {
            text.Append($"  i{k}:\n    options: [{Each(Options, o => $"o{o}")}]\n");
            for (int p = 0; p < Parties; p++)
            {
                text.Append($"    p{p}: {{{Each(Options, o => $"o{o}: {random.Next(101)}")}}}\n");
            }
        }
        text.Append("together:\n");
        var seen = new HashSet<(int, int, int, int, int)>();
        while (seen.Count < Terms)
        {
            int one = random.Next(Issues - 1), other = one + 1 + random.Next(Issues - one - 1);
            (int, int, int, int, int) term = (random.Next(Parties), one, random.Next(Options), other, random.Next(Options));
            if (seen.Add(term))
            {
                text.Append($"  - {{who: p{term.Item1}, when: {{i{one}: o{term.Item3}, i{other}: o{term.Item5}}}, adds: {1 + random.Next(9)}}}\n");
            }
        }
        text.Append("weights:\n");
        for (int p = 0; p < Parties; p++)
        {
            text.Append($"  p{p}: {{{Each(Issues, k => $"i{k}: {1 + random.Next(9)}")}}}\n");
        }
        return text.Append("no-deal:\n  alone: {quiet: {as: {rest: status-quo}}}\n").ToString();
    }
}
