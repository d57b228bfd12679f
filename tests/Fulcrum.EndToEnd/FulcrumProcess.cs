using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Fulcrum.EndToEnd;

/// <summary>What one run of the program gave.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error, TimeSpan Took)
{
    public IEnumerable<string> OutputLines => Output.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}

/// <summary>Runs the built program as a person does: a process with arguments, pipes and an environment.</summary>
internal static partial class FulcrumProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(300);
    private static readonly string Configuration = AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "release" : "debug";

    public static string Program { get; } =
        Repository.At("artifacts", "bin", "Fulcrum.Cli", Configuration, OperatingSystem.IsWindows() ? "Fulcrum.Cli.exe" : "Fulcrum.Cli");

    public static Outcome Run(params string[] arguments) => Run(arguments, environment: null);

    /// <summary>Runs with these lines typed in.</summary>
    public static Outcome Answer(string typed, params string[] arguments) => Run(arguments, null, null, typed);

    public static Outcome Run(string[] arguments, Dictionary<string, string>? environment, Action<Process>? meanwhile = null, string typed = "")
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Start(arguments, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(typed);
        process.StandardInput.Close();
        meanwhile?.Invoke(process);
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"fulcrum {string.Join(' ', arguments)} did not end within {Limit.TotalSeconds} s");
        }
        process.WaitForExit();
        return new Outcome(process.ExitCode, output.Result, error.Result, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>What Ctrl-C sends.</summary>
    public static void Interrupt(Process process) => _ = Kill(process.Id, 2);

    public static Process Start(string[] arguments, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in environment ?? [])
        {
            start.Environment[name] = value;
        }
        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
