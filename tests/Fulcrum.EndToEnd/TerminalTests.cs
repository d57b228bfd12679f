using System.Diagnostics;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>What a person at a terminal sees: colours, unless they ask for none. The terminal is made by 'script'.</summary>
public sealed class TerminalTests
{
    private const string Script = "/usr/bin/script";

    [Fact]
    public void Terminal_shows_colours() => AtATerminal(new() { ["TERM"] = "xterm-256color", ["NO_COLOR"] = "" }).ShouldContain("\u001b[1m");

    [Theory]
    [InlineData("xterm-256color", "1")]
    [InlineData("dumb", "")]
    public void Terminal_shows_no_colours_where_they_are_not_wanted(string terminal, string noColor)
    {
        string seen = AtATerminal(new() { ["TERM"] = terminal, ["NO_COLOR"] = noColor });

        seen.ShouldContain("HANDS");
        seen.ShouldNotContain("\u001b[1m");
        seen.ShouldNotContain("\u001b[36m");
    }

    [Fact]
    public void Bar_at_a_terminal_says_how_many_draws_are_done_and_the_time_left()
    {
        using var error = new StringWriter();
        TextWriter shared = TextWriter.Synchronized(error);
        string Seen()
        {
            lock (shared)
            {
                return error.ToString();
            }
        }
        var terminal = new Cli.Terminal(TextWriter.Null, shared, 80, Colour: false, ErrorColour: false, Animated: true);

        int answer = Cli.WorkProgress.Show(terminal, "analysing", progress =>
        {
            progress.Report(new Studies.StudyProgress(25, 100, TimeSpan.FromSeconds(12.3)));
            // The bar draws itself anew in its own time.
            SpinWait.SpinUntil(() => Seen().Contains("about 13 s left", StringComparison.Ordinal), TimeSpan.FromMinutes(3)).ShouldBeTrue(Seen());
            return 7;
        });

        answer.ShouldBe(7);
        Seen().ShouldContain("25 of 100 draws");
    }

    private static string AtATerminal(Dictionary<string, string> environment)
    {
        Assert.SkipUnless(File.Exists(Script), "needs the program 'script'");
        string analyze = $"'{FulcrumProcess.Program}' analyze '{Repository.At(Harbour.Folder.Split('/'))}' --draws 5";
        var start = new ProcessStartInfo(Script, ["-qec", analyze, "/dev/null"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return process.StandardOutput.ReadToEnd();
    }
}
