using System.CommandLine;
using System.Runtime.InteropServices;
using Fulcrum.Cli.Commands;

namespace Fulcrum.Cli;

/// <summary>Puts the verbs together, runs the one that was asked for, and turns whatever happens into an exit code.</summary>
internal static class Application
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        int code = await GuardedAsync(args, terminal).ConfigureAwait(false);
        return Failure.Flushed(terminal) || code != ExitCode.Done ? code : ExitCode.Failed;
    }

    private static async Task<int> GuardedAsync(string[] args, Terminal terminal)
    {
        bool debug = args.Contains("--debug", StringComparer.Ordinal);
        using var interruption = new CancellationTokenSource();
        using IDisposable signals = Interrupting(interruption);
        try
        {
            return await RunVerbAsync(args, terminal, interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("fulcrum: interrupted before there was anything to show").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        catch (Exception failure) when (!debug)
        {
            await terminal.Error.WriteLineAsync($"fulcrum: {Failure.Say(failure)}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
        catch (Exception failure)
        {
            await terminal.Error.WriteLineAsync(failure.ToString()).ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static async Task<int> RunVerbAsync(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        RootCommand root = Root(terminal);
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (HelpPage.Asked(parsed) || VersionAsked(parsed))
        {
            string text = VersionAsked(parsed) ? $"fulcrum {ProgramVersion.Text}\n" : HelpPage.Of(parsed.CommandResult.Command, terminal.Width);
            await terminal.Output.WriteAsync(text).ConfigureAwait(false);
            return ExitCode.Done;
        }
        if (args.Length == 0 && terminal.AtHand)
        {
            return await ServeCommand.ChooseAsync(terminal, cancellation).ConfigureAwait(false);
        }
        if (args.Length == 0)
        {
            await terminal.Error.WriteAsync(HelpPage.Of(root, terminal.Width)).ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
        if (parsed.Errors.Count > 0)
        {
            await terminal.Error.WriteAsync(WrongUsage.Say(parsed)).ConfigureAwait(false);
            return ExitCode.WrongUsage;
        }
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = terminal.Output, Error = terminal.Error,
        };
        return await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Understand a negotiation: who holds the leverage, what each concession cost, which deals are still possible.");
        root.Options.Clear();
        root.Add(HelpPage.Option);
        root.Add(new Option<bool>("--version") { Description = "print the version" });
        root.Add(new Option<bool>("--debug") { Description = "show where an unexpected failure came from", Recursive = true, Hidden = true });
        foreach (Verb verb in Verbs.All(terminal))
        {
            root.Add(verb);
        }
        return root;
    }

    private static bool VersionAsked(ParseResult parsed) => parsed.CommandResult.Command is RootCommand && parsed.GetValue<bool>("--version");

    /// <summary>The first Ctrl-C asks the work to end with what is done; the second ends the process.</summary>
    private static Signals Interrupting(CancellationTokenSource interruption)
    {
        void Handle(PosixSignalContext context)
        {
            if (!interruption.IsCancellationRequested)
            {
                context.Cancel = true;
                Interrupt();
            }
        }
        void Interrupt()
        {
            try
            {
                interruption.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The work ended in this very moment.
            }
        }
        return new Signals([PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle)]);
    }

    private sealed class Signals(IReadOnlyList<PosixSignalRegistration> registrations) : IDisposable
    {
        public void Dispose()
        {
            foreach (PosixSignalRegistration registration in registrations)
            {
                registration.Dispose();
            }
        }
    }
}
