using System.Diagnostics;
using System.Text.Json;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>Studies in parts, as processes that can be killed.</summary>
public sealed class StudyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-study-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    [Fact]
    public void Parts_merge_to_the_same_document_as_one_process()
    {
        string[] study = ["study", Harbour.Folder, "--draws", "300", "--verdict", "hand.north at least 40", "--verdict", "zone@2025-02-01"];
        string whole = FulcrumProcess.Run([.. study, "-o", At("whole"), "--json"]).Output;
        foreach (string part in new[] { "2/3", "3/3", "1/3" })
        {
            FulcrumProcess.Run([.. study, "-o", At("parts"), "--shard", part, "--threads", part[..1]]).ExitCode.ShouldBe(0);
        }

        FulcrumProcess.Run("study", "merge", At("parts"), "--json").Output.ShouldBe(whole);
        JsonElement root = JsonDocument.Parse(whole).RootElement;
        root.GetProperty("draws").GetInt64().ShouldBe(300);
        root.GetProperty("verdicts").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public void Killed_again_and_again_it_ends_with_nothing_lost_and_nothing_counted_twice()
    {
        const ulong Seed = 20250324;
        const int MostKills = 12;
        string[] study = ["study", Harbour.Folder, "--draws", "4000", "--threads", "1", "--measure", "hand.north", "--measure", "cost.rule-out-berth.north", "--save-every", "0.02"];
        string whole = FulcrumProcess.Run([.. study, "-o", At("whole"), "--json"]).Output;
        var stream = new Fulcrum.Numerics.RandomStream(Seed, 0, "kills");
        int kills = 0;
        for (int pause = 100; kills < MostKills && KilledAfter(pause, kills == 0).ExitCode != 0; pause = stream.NextBelow(200))
        {
            kills++;
        }
        // However little every run got done on a busy machine: the last one is left in peace.
        FulcrumProcess.Run([.. study, "-o", At("killed")]).ExitCode.ShouldBe(0);

        kills.ShouldBeGreaterThanOrEqualTo(2, $"seed {Seed}");
        FulcrumProcess.Run("study", "merge", At("killed"), "--json").Output.ShouldBe(whole, $"seed {Seed}");

        // The first at once, the others some time after they have saved something, so that every run gets further.
        Outcome KilledAfter(int milliseconds, bool atOnce) => FulcrumProcess.Run([.. study, "-o", At("killed")], null, process =>
        {
            DateTime started = process.StartTime;
            string file = At("killed/shard-00001-of-00001.txt");
            while (!atOnce && !process.HasExited && !(File.Exists(file) && File.GetLastWriteTime(file) > started))
            {
                Thread.Sleep(5);
            }
            if (!process.WaitForExit(milliseconds))
            {
                process.Kill();
            }
        });
    }

    [Fact]
    public void Damaged_part_is_refused_by_name_and_only_it_is_left()
    {
        string[] study = ["study", Harbour.Folder, "--draws", "60", "--measure", "zone", "-o", At("s"), "--shard"];
        FulcrumProcess.Run([.. study, "1/2"]).ExitCode.ShouldBe(0);
        FulcrumProcess.Run([.. study, "2/2"]).ExitCode.ShouldBe(0);
        string file = At("s/shard-00002-of-00002.txt");
        File.WriteAllText(file, File.ReadAllText(file).Replace("tally 30", "tally 31", StringComparison.Ordinal));

        Outcome merge = FulcrumProcess.Run("study", "merge", At("s"));

        merge.ExitCode.ShouldBe(1);
        merge.Error.ShouldContain("shard-00002-of-00002.txt is refused");
        File.Delete(file);
        JsonDocument.Parse(FulcrumProcess.Run("study", "status", At("s"), "--json").Output).RootElement.GetProperty("left").EnumerateArray().Select(n => n.GetInt32()).ShouldBe([2]);
        FulcrumProcess.Run([.. study, "2/2"]).ExitCode.ShouldBe(0);
        FulcrumProcess.Run("study", "merge", At("s")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void Folder_of_another_study_is_refused()
    {
        FulcrumProcess.Run("study", Harbour.Folder, "--draws", "5", "--measure", "zone", "-o", At("s")).ExitCode.ShouldBe(0);

        Outcome other = FulcrumProcess.Run("study", Harbour.Folder, "--draws", "5", "--seed", "2", "--measure", "zone", "-o", At("s"));

        other.ExitCode.ShouldBe(1);
        other.Error.ShouldContain("'seed 1' there, 'seed 2' asked for");
    }

    [Fact]
    public void Misspelt_verdict_is_shown_with_its_place_and_what_was_meant()
    {
        Outcome outcome = FulcrumProcess.Run("study", Harbour.Folder, "--draws", "5", "-o", At("s"), "--verdict", "zone and hand.nroth >= 3");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("verdict/unknown-measure");
        outcome.Error.ShouldContain("Did you mean 'hand.north'?");
    }

    [Fact]
    public void Comparison_with_a_verdict_has_its_split_and_its_flip_sets()
    {
        JsonElement root = JsonDocument.Parse(FulcrumProcess.Run(
            "compare", Harbour.Folder, "base", "envoy", "--draws", "60", "--verdict", "no-deal.south >= 30", "--number", "hand.north", "--json").Output).RootElement;

        JsonElement[] split = [.. root.GetProperty("split").EnumerateArray()];
        split.Length.ShouldBe(2);
        foreach (JsonElement one in split)
        {
            double sum = one.GetProperty("groups").EnumerateArray().Sum(g => g.GetProperty("share").GetDouble());
            sum.ShouldBe(one.GetProperty("second").GetDouble() - one.GetProperty("first").GetDouble(), 1e-9);
        }
        root.GetProperty("flipSets").EnumerateArray().Select(f => f.GetProperty("in").GetString()).ShouldBe(["base", "envoy"]);
    }
}
