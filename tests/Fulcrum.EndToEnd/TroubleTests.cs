using System.Diagnostics;
using System.Text.Json;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>Bad cases, hostile files, interruption: all problems at once, the right exit code, never a stack trace.</summary>
public sealed class TroubleTests
{
    [Fact]
    public void Broken_case_lists_all_problems_at_once_with_place_line_and_help()
    {
        using Harbour broken = Harbour.CopyOf()
            .With("case.yaml", "south: dues > berths > closure", "sooth: dues > berths > closure")
            .With("case.yaml", "chance: 0.5..0.8", "chance: 0.8..0.5").With("ledger.yaml", "by: port", "by: harbour-master");

        Outcome outcome = FulcrumProcess.Run("analyze", broken.Copy);

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBeEmpty();
        Approval.Matches(outcome.Error, "problems.txt");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("analyze")]
    [InlineData("solve")]
    public void Broken_case_with_json_prints_one_document_of_problems(string verb)
    {
        using Harbour broken = Harbour.CopyOf().With("case.yaml", "role: principal", "roll: principal");

        Outcome outcome = FulcrumProcess.Run(verb, broken.Copy, "--json");

        outcome.ExitCode.ShouldBe(1);
        JsonElement problem = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("problems")[0];
        problem.GetProperty("file").GetString().ShouldBe("case.yaml");
        problem.GetProperty("line").GetInt32().ShouldBeGreaterThan(0);
        problem.GetProperty("help").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Broken_reading_blocks_only_what_uses_it()
    {
        using Harbour broken = Harbour.CopyOf().With("readings/envoy.yaml", "cost.south: 0..5", "cost.sooth: 0..5");

        Outcome analysed = FulcrumProcess.Run("analyze", broken.Copy, "--draws", "20");
        analysed.ExitCode.ShouldBe(0, analysed.Error);
        analysed.Error.ShouldContain("warning");
        analysed.Error.ShouldContain("the reading 'envoy' cannot be used");
        FulcrumProcess.Run("whatif", broken.Copy, "--draws", "20", "--set", "no-deal.closure-goes-on.cost.south=5").ExitCode.ShouldBe(0);

        ProblemWithoutTrace(FulcrumProcess.Run("analyze", broken.Copy, "--draws", "20", "--reading", "envoy"));
        Outcome compared = FulcrumProcess.Run("compare", broken.Copy, "base", "envoy", "--draws", "20");
        ProblemWithoutTrace(compared);
        compared.Error.Split("unknown party 'sooth'").Length.ShouldBe(2, "told once");
        Outcome check = FulcrumProcess.Run("check", broken.Copy);
        ProblemWithoutTrace(check);
        check.Output.ShouldContain("not usable until mended: envoy");
    }

    [Theory]
    [InlineData("check")]
    [InlineData("analyze")]
    [InlineData("solve")]
    [InlineData("cite")]
    public void Folder_that_does_not_exist_is_a_problem_not_a_failure(string verb)
    {
        string[] more = verb == "cite" ? ["words"] : [];
        Outcome outcome = FulcrumProcess.Run([verb, "no/such/folder", .. more]);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("no/such/folder");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Binary_file_as_case_is_a_problem()
    {
        using Harbour broken = Harbour.CopyOf();
        byte[] noise = new byte[5000];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(Path.Combine(broken.Copy, "case.yaml"), noise);

        ProblemWithoutTrace(FulcrumProcess.Run("check", broken.Copy));
    }

    [Fact]
    public void Folder_in_place_of_a_file_is_a_problem()
    {
        using Harbour broken = Harbour.CopyOf();
        File.Delete(Path.Combine(broken.Copy, "case.yaml"));
        Directory.CreateDirectory(Path.Combine(broken.Copy, "case.yaml"));

        ProblemWithoutTrace(FulcrumProcess.Run("check", broken.Copy));
    }

    [Fact]
    public void File_that_may_not_be_read_is_a_problem()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.UserName == "root", "this user may read everything");
        using Harbour broken = Harbour.CopyOf();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(broken.Copy, "case.yaml"), UnixFileMode.None);
        }

        ProblemWithoutTrace(FulcrumProcess.Run("check", broken.Copy));
    }

    [Theory]
    [InlineData("analyze", "--reading", "nobody")]
    [InlineData("compare", "base", "nobody")]
    [InlineData("whatif", "--set", "levers.nothing.standing=gone")]
    [InlineData("whatif", "--set", "no-deal.closure-goes-on.cost.south={")]
    [InlineData("why", "F999", "--draws=5")]
    public void Names_that_the_case_does_not_know_are_problems(string verb, string first, string second) =>
        ProblemWithoutTrace(FulcrumProcess.Run(verb, Harbour.Folder, first, second));

    [Fact]
    public void Interrupted_analysis_shows_what_is_done_marked_partial()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl-C is sent by a signal");

        Outcome outcome = FulcrumProcess.Run(["analyze", Harbour.Folder, "--draws", "5000000", "--threads", "1"], null, InterruptAfterAWhile);

        outcome.ExitCode.ShouldBe(3);
        outcome.Output.ShouldContain("PARTIAL: interrupted after ");
        outcome.Error.ShouldContain("interrupted");
        outcome.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Interrupted_analysis_with_json_is_one_document_that_says_partial()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Ctrl-C is sent by a signal");

        Outcome outcome = FulcrumProcess.Run(["analyze", Harbour.Folder, "--draws", "5000000", "--threads", "1", "--json"], null, InterruptAfterAWhile);

        outcome.ExitCode.ShouldBe(3);
        JsonDocument.Parse(outcome.Output).RootElement.GetProperty("partial").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Reader_that_closes_the_pipe_early_is_no_trouble()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell");
        string analyze = $"'{FulcrumProcess.Program}' analyze '{Repository.At(Harbour.Folder.Split('/'))}' --draws 5 --json";
        var start = new ProcessStartInfo("bash", ["-c", $"{{ {analyze} | head -n 1; }} 2>&1"]) { RedirectStandardOutput = true };
        using Process shell = Process.Start(start)!;

        shell.StandardOutput.ReadToEnd().Trim().ShouldBe("{");
    }

    [Theory]
    [InlineData(">&-")]
    [InlineData("> /dev/full")]
    public void Output_that_cannot_be_written_is_a_failure_in_one_line(string into)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a shell and a full device");
        foreach (string verb in new[] { $"analyze '{Repository.At(Harbour.Folder.Split('/'))}' --draws 5", "--help", "schema" })
        {
            var start = new ProcessStartInfo("bash", ["-c", $"'{FulcrumProcess.Program}' {verb} {into}; echo $? >&2"]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process shell = Process.Start(start)!;
            string said = shell.StandardError.ReadToEnd();

            said.ShouldNotContain("   at ");
            string[] lines = [.. said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith("warning", StringComparison.Ordinal))];
            lines.Length.ShouldBe(2, said);
            lines[0].ShouldStartWith("fulcrum: ");
            lines[1].ShouldBe("3");
        }
    }

    [Fact]
    public void Full_disk_leaves_every_file_as_it_was_and_nothing_beside_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a file system of its own");
        string disk = Directory.CreateTempSubdirectory("fulcrum-disk-").FullName;
        string fresh = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            FulcrumProcess.Run("new", fresh).ExitCode.ShouldBe(0);
            string f = $"'{FulcrumProcess.Program}'";
            var start = new ProcessStartInfo("unshare", ["-rm", "bash", "-c", $"""
                exec 2>&1
                mount -t tmpfs -o size=400k tmpfs '{disk}' || exit 77
                cp -r '{fresh}/.' '{disk}/'; head -c 1000000 /dev/zero > '{disk}/fill' 2>/dev/null
                before=$(ls -A '{disk}'; cat '{disk}/evidence.yaml')
                {f} cite '{disk}' 'Few believe it' ; echo "code $?"
                {f} report '{fresh}' -o '{disk}/x.html' --draws 3; echo "code $?"
                {f} export csv '{fresh}' -o '{disk}/x.csv'; echo "code $?"
                [ "$before" = "$(ls -A '{disk}'; cat '{disk}/evidence.yaml')" ] && echo same || ls -lA '{disk}'
                """]) { RedirectStandardOutput = true };
            using Process shell = Process.Start(start)!;
            string said = shell.StandardOutput.ReadToEnd();
            shell.WaitForExit();
            Assert.SkipWhen(shell.ExitCode == 77 || !said.Contains("code ", StringComparison.Ordinal), "this user may not mount");

            said.Split('\n').Where(l => l.StartsWith("code ", StringComparison.Ordinal)).ShouldBe(["code 1", "code 3", "code 1"], said);
            said.ShouldContain("\nsame\n");
            said.Split("No space left on device").Length.ShouldBe(4, said);
            said.ShouldNotContain(".aside");
        }
        finally
        {
            Directory.Delete(disk, recursive: true);
            Directory.Delete(fresh, recursive: true);
        }
    }

    private static void ProblemWithoutTrace(Outcome outcome)
    {
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        outcome.Error.ShouldNotContain("   at ");
        outcome.Error.ShouldNotContain("Exception");
        (outcome.Error + outcome.Output).ShouldContain("error ");
    }

    // Waits for work done rather than for time, so that a busy machine does not matter. The run itself would take far longer.
    private static void InterruptAfterAWhile(Process process)
    {
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(2))
        {
            Thread.Sleep(50);
            process.Refresh();
        }
        FulcrumProcess.Interrupt(process);
    }
}
