using System.Diagnostics;
using System.Text.Json;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>A study as an array job on a real Slurm: one part killed, one node drained, the same answer to the last bit.</summary>
public sealed class SlurmTests : IDisposable
{
    private const int Parts = 8;

    private static readonly string[] Study = [Harbour.Folder, "--draws", "4000", "--threads", "1", "--measure", "hand.north", "--measure", "zone", "--save-every", "0.05"];

    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-study-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Eight_parts_with_one_killed_and_one_node_drained_give_what_one_process_gives()
    {
        if (SlurmCluster.WhyNot() is { } reason)
        {
            Assert.Skip(reason);
        }
        string whole = FulcrumProcess.Run(["study", .. Study, "-o", Path.Combine(_folder, "whole"), "--json"]).Output;
        // With what the queue's own reading of the script would take apart.
        string folder = Path.Combine(_folder, "parts of \"it\", 50%a 's #1");
        using SlurmCluster cluster = SlurmCluster.Start();

        Submit(cluster, folder).EnumerateArray().Count().ShouldBe(Parts);
        int killed = KillOnePart(folder);
        cluster.Run("scontrol", "update", "NodeName=n2", "State=DRAIN", "Reason=test").Code.ShouldBe(0);
        WaitForTheQueue(cluster);

        cluster.Run("sinfo", "--noheader", "--nodes", "n2", "--format", "%T").Output.Trim().ShouldBe("drained");
        Left(folder).ShouldBe([killed]);
        FulcrumProcess.Run("study", "merge", folder).ExitCode.ShouldBe(1);

        Submit(cluster, folder).EnumerateArray().Select(n => n.GetInt32()).ShouldBe([killed]);
        WaitForTheQueue(cluster);

        Left(folder).ShouldBeEmpty();
        Directory.GetFiles(folder, "part-*.log").Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(Enumerable.Range(1, Parts).Select(p => $"part-{p}.log"));
        FulcrumProcess.Run("study", "merge", folder, "--json").Output.ShouldBe(whole);
        FulcrumProcess.Run(["study", "status", folder], cluster.Environment).Output.ShouldContain($"{Parts} of {Parts} parts finished");
    }

    private static JsonElement Submit(SlurmCluster cluster, string folder)
    {
        Outcome outcome = FulcrumProcess.Run(["study", "submit", .. Study, "-o", folder, "--shards", $"{Parts}", "--slurm", "--json"], cluster.Environment);
        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement root = JsonDocument.Parse(outcome.Output).RootElement;
        root.GetProperty("job").GetString().ShouldNotBeNullOrEmpty();
        return root.GetProperty("shards");
    }

    // The first part that is seen at work and dies before it is finished.
    private static int KillOnePart(string folder)
    {
        int killed = 0;
        SlurmCluster.WaitFor(() => (killed = Killed(folder)) > 0, "a part at work");
        return killed;
    }

    private static int Killed(string folder)
    {
        foreach (string process in Directory.EnumerateDirectories("/proc").Where(p => Path.GetFileName(p).All(char.IsAsciiDigit)))
        {
            string[] words;
            try
            {
                words = File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            int at = Array.IndexOf(words, "--shard");
            if (at < 0 || !words[0].EndsWith("Fulcrum.Cli", StringComparison.Ordinal) || !words.Contains(folder))
            {
                continue;
            }
            try
            {
                Process.GetProcessById(int.Parse(Path.GetFileName(process), System.Globalization.CultureInfo.InvariantCulture)).Kill();
            }
            catch (ArgumentException)
            {
                continue;
            }
            int part = int.Parse(words[at + 1].Split('/')[0], System.Globalization.CultureInfo.InvariantCulture);
            Thread.Sleep(300);
            return File.Exists(Path.Combine(folder, "study.txt")) && Left(folder).Contains(part) ? part : 0;
        }
        return 0;
    }

    private static void WaitForTheQueue(SlurmCluster cluster) =>
        SlurmCluster.WaitFor(() => cluster.Run("squeue", "--noheader") is { Code: 0 } queue && queue.Output.Trim().Length == 0, "the end of the queue");

    private static int[] Left(string folder)
    {
        JsonElement status = JsonDocument.Parse(FulcrumProcess.Run("study", "status", folder, "--json").Output).RootElement;
        // Before any part has saved itself, their number stands nowhere.
        return status.GetProperty("of").GetInt32() == 0 ? [.. Enumerable.Range(1, Parts)] : [.. status.GetProperty("left").EnumerateArray().Select(n => n.GetInt32())];
    }
}
