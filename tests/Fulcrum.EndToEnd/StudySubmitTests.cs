using System.Diagnostics;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>The script of an array job, run as the queue would run it, from folders with any characters in their names.</summary>
public sealed class StudySubmitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-submit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("two words", "\"{0}/two words/part-%a.log\"")]
    [InlineData("it's \"a\" #1, 50%a $(x) `y` ;&|*", "\"{0}/it's \\\"a\\\" #1, 50%%a $(x) `y` ;&|*/part-%a.log\"")]
    [InlineData("-leading -dash", "\"{0}/-leading -dash/part-%a.log\"")]
    [InlineData("first\nsecond", "/dev/null")]
    [InlineData("back\\slash", "/dev/null")]
    [InlineData("größer – größte", "\"{0}/größer – größte/part-%a.log\"")]
    public void A_folder_of_any_name_is_named_to_the_queue_and_worked_in(string name, string log)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("such names take Linux, and the script takes bash");
        }
        string folder = Path.Combine(_folder, name), copy = Path.Combine(_folder, "case", name);
        CopyOfHarbour(copy);

        Outcome outcome = FulcrumProcess.Run("study", "submit", copy, "--draws", "20", "--measure=zone", "--verdict=-1 + hand.north >= 30", "-o", folder, "--shards", "2", "--slurm", "--dry-run");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        string script = Path.Combine(folder, "submit.sh"), text = File.ReadAllText(script);
        text.Split('\n').Single(l => l.StartsWith("#SBATCH --output=", StringComparison.Ordinal)).ShouldBe($"#SBATCH --output={log.Replace("{0}", _folder, StringComparison.Ordinal)}");
        text.Split('\n').TakeWhile(l => l.StartsWith('#')).Count().ShouldBe(6);
        foreach (string part in new[] { "1", "2" })
        {
            Bash(script, part).ShouldBe(0, File.Exists(Path.Combine(folder, $"part-{part}.log")) ? File.ReadAllText(Path.Combine(folder, $"part-{part}.log")) : name);
        }
        FulcrumProcess.Run("study", "merge", folder).ExitCode.ShouldBe(0);
        File.Exists(Path.Combine(folder, "part-2.log")).ShouldBe(log == "/dev/null");
    }

    [Fact]
    public void The_command_that_is_shown_can_be_typed_as_it_stands()
    {
        string folder = Path.Combine(_folder, "it's here");

        Outcome outcome = FulcrumProcess.Run("study", "submit", Harbour.Folder, "--draws", "20", "--measure", "zone", "-o", folder, "--shards", "2", "--dry-run");

        outcome.Output.ShouldContain($"(sbatch --array=1-2 '{_folder}/it'\\''s here/submit.sh')");
    }

    private static void CopyOfHarbour(string folder)
    {
        string from = Repository.At(Harbour.Folder);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static int Bash(string script, string part)
    {
        var start = new ProcessStartInfo("/bin/bash", [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_ARRAY_TASK_ID"] = part;
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.Wait();
        return process.ExitCode;
    }
}
