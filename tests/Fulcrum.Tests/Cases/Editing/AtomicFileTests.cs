using System.Diagnostics;
using System.Text;
using Fulcrum.Cases.Editing;
using Shouldly;

namespace Fulcrum.Tests.Cases.Editing;

public sealed class AtomicFileTests
{
    [Fact]
    public void Write_NewFile_HoldsTheContentAndNothingElseLiesAround()
    {
        using var folder = new TemporaryFolder();

        SaveResult result = AtomicFile.Write(folder.File("case.yaml"), "a"u8, FileVersion.Absent);

        result.Outcome.ShouldBe(SaveOutcome.Saved);
        result.Version.ShouldBe(FileVersion.Of("a"u8));
        Directory.GetFiles(folder.Path).ShouldBe([folder.File("case.yaml")]);
    }

    [Fact]
    public void Write_FileChangedSinceItWasRead_LeavesTheOtherAuthorsContent()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("case.yaml", "mine");
        FileVersion seen = FileVersion.At(path);
        folder.Write("case.yaml", "theirs");

        AtomicFile.Write(path, "mine, edited"u8, seen).Outcome.ShouldBe(SaveOutcome.ChangedMeanwhile);
        AtomicFile.Write(path, "mine, edited"u8, FileVersion.Absent).Outcome.ShouldBe(SaveOutcome.ChangedMeanwhile);

        File.ReadAllText(path).ShouldBe("theirs");
        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
    }

    [Fact]
    public void Write_FolderMissing_IsRefusedWithAReason()
    {
        using var folder = new TemporaryFolder();

        SaveResult result = AtomicFile.Write(folder.File("missing/case.yaml"), "a"u8);

        result.Outcome.ShouldBe(SaveOutcome.Refused);
        result.Why.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Write_AsideOfAKilledProgram_IsCleanedUp()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".case.yaml.12345-1-0.aside", "half of a f");

        AtomicFile.Write(folder.File("case.yaml"), "whole"u8).Ok.ShouldBeTrue();

        Directory.GetFiles(folder.Path).ShouldBe([folder.File("case.yaml")]);
    }

    [Fact]
    public void Write_AnotherProgramIsSaving_IsBusyAndWritesNothing()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("case.yaml", "old");
        using var other = new FileStream(folder.File(".case.yaml.12345-1-0.aside"), FileMode.CreateNew, FileAccess.Write, FileShare.Read);

        AtomicFile.Write(path, "new"u8).Outcome.ShouldBe(SaveOutcome.Busy);

        File.ReadAllText(path).ShouldBe("old");
    }

    [Fact]
    public void Write_ThroughALink_KeepsTheLinkAndThePermissions()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("links and file modes of Unix");
            return;
        }
        using var folder = new TemporaryFolder();
        string real = folder.Write("real.yaml", "old");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(folder.File("link.yaml"), real);

        AtomicFile.Write(folder.File("link.yaml"), "new"u8).Ok.ShouldBeTrue();

        File.ReadAllText(real).ShouldBe("new");
        File.GetUnixFileMode(real).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.ResolveLinkTarget(folder.File("link.yaml"), returnFinalTarget: false).ShouldNotBeNull();
    }

    [Fact]
    public void Write_ManyThreadsEachOverTheVersionItRead_LoseNoLine()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("ledger.yaml", "");

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n =>
        {
            while (!AddLine(path, n))
            {
            }
        });

        File.ReadAllLines(path).Select(l => int.Parse(l, System.Globalization.CultureInfo.InvariantCulture)).Order().ShouldBe(Enumerable.Range(0, 8));
    }

    [Fact]
    public void Write_KilledAtRandomMoments_LeavesTheOldOrTheNewFile()
    {
        const int Kills = 25;
        const int MostKills = 250;
        int seed = 20250324;
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        string path = folder.File("case.yaml");
        var seen = new HashSet<char>();

        // On a busy machine a child may be killed before its second save each time: go on until both versions were left behind.
        for (int kill = 0; kill < Kills || (seen.Count < 2 && kill < MostKills); kill++)
        {
            File.Delete(path);
            using Process child = StartSaving(path);
            WaitForFirstSave(child, path);
            Thread.Sleep(random.Next(25));
            child.Kill();
            child.WaitForExit();

            byte[] left = File.ReadAllBytes(path);
            left.ShouldBe(SavingChild.Version(left[0]), $"seed {seed}, kill {kill}");
            seen.Add((char)left[0]);
            AtomicFile.Write(path, "whole"u8).Ok.ShouldBeTrue();
            Directory.GetFiles(folder.Path).ShouldBe([path]);
        }

        seen.Order().ShouldBe(['a', 'b']);
    }

    private static bool AddLine(string path, int n)
    {
        byte[] read = File.ReadAllBytes(path);
        byte[] longer = [.. read, .. Encoding.UTF8.GetBytes($"{n}\n")];
        return AtomicFile.Write(path, longer, FileVersion.Of(read)).Ok;
    }

    private static Process StartSaving(string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(AtomicFileTests).Assembly.Location);
        }
        start.Environment[SavingChild.Variable] = path;
        return Process.Start(start)!;
    }

    private static void WaitForFirstSave(Process child, string path)
    {
        while (!File.Exists(path))
        {
            child.HasExited.ShouldBeFalse("the saving program ended by itself");
            Thread.Sleep(2);
        }
    }
}
