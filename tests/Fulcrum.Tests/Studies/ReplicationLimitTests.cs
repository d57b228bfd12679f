using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.Studies;

/// <summary>Packages from anywhere: what a zip says of itself is not believed, and nothing in it makes the program work or remember without end.</summary>
public sealed class ReplicationLimitTests
{
    private static readonly Lazy<byte[]> Package = new(() => WorkbenchReplication.Export(
        Workbench.Open(Rules.Repository.At("tests", "Fulcrum.EndToEnd", "Samples", "harbour")),
        new StudyRequest { Options = new AnalyzeOptions { Draws = 3, Threads = 1 }, Measures = ["hand.north"] }, null, TestContext.Current.CancellationToken).Value!);

    private static readonly ReplicationLimits Usual = new();

    [Fact]
    public void File_that_unpacks_to_more_than_a_case_may_hold_is_refused_unread()
    {
        byte[] bomb = With("case/case.yaml", new byte[17 << 20]);

        bomb.Length.ShouldBeLessThan(100_000);
        IsProblem(bomb, "replication/too-large").Place.ShouldBe(new TextPlace("case/case.yaml", 1, 1));
    }

    [Fact]
    public void Files_that_unpack_to_too_much_only_together_are_refused()
    {
        byte[] many = With([.. Enumerable.Range(0, 5).Select(i => ($"case/readings/r{i}.yaml", new byte[2000]))]);

        IsProblem(many, "replication/too-large", Usual with { Total = 9000 }).Place.File.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Length_that_the_zip_states_is_not_believed(int stated)
    {
        byte[] bomb = Stating(With("case/case.yaml", new byte[17 << 20]), "case/case.yaml", stated);

        Answer<ReplicationAnswer> answer = Verify(bomb, Usual);

        // Either as much as is stated is unpacked, which is another case, or more than may be.
        answer.Value.ShouldBeNull();
        answer.Problems.ShouldAllBe(p => p.Help.Length > 0);
    }

    [Fact]
    public void Draws_table_beyond_its_limit_is_refused() =>
        IsProblem(Package.Value, "replication/too-large", Usual with { Table = 20 }).Place.File.ShouldBe("draws.csv");

    [Fact]
    public void Package_beyond_its_own_limit_is_refused() => IsProblem(Package.Value, "replication/too-large", Usual with { File = 100 });

    [Fact]
    public void List_of_thousands_of_files_is_refused_before_it_is_read() =>
        IsProblem(With([.. Enumerable.Range(0, 4200).Select(i => ($"case/readings/r{i}.yaml", Array.Empty<byte>()))]), "replication/too-large").Message.ShouldBe("it holds more than 4096 files");

    [Theory]
    [InlineData("../case.yaml")]
    [InlineData("/etc/case.yaml")]
    [InlineData("case/../case.yaml")]
    [InlineData("case/readings/deep/er.yaml")]
    [InlineData("case/sources/article.txt")]
    [InlineData("case\\case.yaml")]
    [InlineData("C:/case.yaml")]
    [InlineData("package.zip")]
    public void Name_that_no_package_holds_is_refused(string name) => IsProblem(With(name, [65]), "replication/file-name").Place.File.ShouldBe(name);

    [Fact]
    public void File_that_stands_there_twice_is_refused() => IsProblem(With("draws.csv", [65]), "replication/file-name").Message.ShouldBe("'draws.csv' stands in the package twice");

    [Theory]
    [InlineData("draws.csv")]
    [InlineData("expected.txt")]
    [InlineData("replication.txt")]
    public void Missing_file_is_named(string name)
    {
        byte[] without = Changed(zip => zip.GetEntry(name)!.Delete());

        IsProblem(without, "replication/no-package").Message.ShouldContain($"it has no {name}");
    }

    [Theory]
    [InlineData("draws 3", "draws 2000000000", "replication/setting", 5)]
    [InlineData("draws 3", "draws -3", "replication/setting", 5)]
    [InlineData("draws 3", "draws 99999999999999999999", "replication/setting", 5)]
    [InlineData("draws 3", "draws 10000000", "replication/draws", 5)]
    [InlineData("draws 3", "draws 2", "replication/draws", 5)]
    [InlineData("draws 3", "draws", "replication/setting", 5)]
    [InlineData("draws 3\n", "", "replication/setting", 1)]
    [InlineData("draws 3", "draws 3\ndraws 3", "replication/setting", 6)]
    [InlineData("seed 1", "seed one", "replication/setting", 4)]
    [InlineData("as-of 2025", "as-of 2025x", "replication/setting", 6)]
    [InlineData("reading base", "raeding base", "replication/setting", 3)]
    public void Setting_that_cannot_hold_is_told_with_its_line(string from, string to, string code, int line)
    {
        byte[] package = Changed(zip => Rewrite(zip, "replication.txt", t => t.Replace(from, to, StringComparison.Ordinal)));

        Verify(package, Usual).Problems.ShouldContain(p => p.Code == code && p.Place == new TextPlace("replication.txt", line, 1));
    }

    [Fact]
    public void Setting_of_a_reading_or_measure_that_the_case_does_not_have_is_the_usual_problem()
    {
        byte[] reading = Changed(zip => Rewrite(zip, "replication.txt", t => t.Replace("reading base", "reading ../../x", StringComparison.Ordinal)));
        byte[] measure = Changed(zip => Rewrite(zip, "replication.txt", t => t.Replace("measure hand.north", "measure hand.nroth", StringComparison.Ordinal)));

        IsProblem(reading, "case/unknown-reading");
        Verify(measure, Usual).Problems.ShouldContain(p => p.Code == "verdict/unknown-measure");
    }

    [Fact]
    public void Package_that_another_program_packed_again_with_its_folders_is_still_one()
    {
        byte[] again = Changed(zip => zip.CreateEntry("case/"));

        Verify(again, Usual).Value.ShouldNotBeNull().Same.ShouldBeTrue();
    }

    [Fact]
    public void Broken_bytes_are_a_problem_and_never_a_failure()
    {
        var random = new Random(7);
        for (int round = 0; round < 120; round++)
        {
            byte[] broken = [.. Package.Value];
            for (int change = 0; change <= round % 4; change++)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }
            byte[] cut = round % 3 == 0 ? broken[..random.Next(broken.Length)] : broken;

            Answer<ReplicationAnswer> answer = Verify(cut, Usual);

            (answer.Value is not null || answer.Problems.Count > 0).ShouldBeTrue($"round {round}");
        }
    }

    [Fact]
    public void Export_of_more_draws_than_a_package_holds_is_refused_before_any_is_made()
    {
        Answer<byte[]> answer = WorkbenchReplication.Export(
            Workbench.Open(Rules.Repository.At("tests", "Fulcrum.EndToEnd", "Samples", "harbour")), new StudyRequest { Options = new AnalyzeOptions { Draws = 10_000_001 } }, null, TestContext.Current.CancellationToken);

        answer.Value.ShouldBeNull();
        answer.Problems.ShouldContain(p => p.Code == "replication/draws");
    }

    [Fact]
    public void Verifying_ends_when_it_is_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Should.Throw<OperationCanceledException>(() => WorkbenchReplication.Verify(Package.Value, 1, null, cancelled.Token));
    }

    private static Answer<ReplicationAnswer> Verify(byte[] package, ReplicationLimits limits) =>
        WorkbenchReplication.Verify(package, 1, limits, null, TestContext.Current.CancellationToken);

    private static CaseProblem IsProblem(byte[] package, string code, ReplicationLimits? limits = null)
    {
        Answer<ReplicationAnswer> answer = Verify(package, limits ?? Usual);
        answer.Value.ShouldBeNull();
        CaseProblem problem = answer.Problems.First(p => p.Severity == Severity.Error);
        problem.Code.ShouldBe(code);
        problem.Help.ShouldNotBeEmpty();
        return problem;
    }

    private static byte[] With(string name, byte[] content) => With((name, content));

    // 'case/case.yaml' takes the place of the one that is there; any other is added.
    private static byte[] With(params (string Name, byte[] Content)[] files) => Changed(zip =>
    {
        foreach ((string name, byte[] content) in files)
        {
            if (name == "case/case.yaml")
            {
                zip.GetEntry(name)!.Delete();
            }
            using Stream stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
    });

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        ZipArchiveEntry entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }
        entry.Delete();
        using Stream written = zip.CreateEntry(name).Open();
        written.Write(Encoding.UTF8.GetBytes(change(text)));
    }

    private static byte[] Changed(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Package.Value);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }
        return stream.ToArray();
    }

    // The length of the unpacked file, in the zip's list of contents: 24 bytes into the entry, whose name stands at 46.
    private static byte[] Stating(byte[] package, string name, int length)
    {
        byte[] lying = [.. package];
        byte[] listed = Encoding.UTF8.GetBytes(name);
        int at = lying.AsSpan().LastIndexOf(listed) - 46;
        lying.AsSpan(at, 4).ToArray().ShouldBe([0x50, 0x4B, 1, 2]);
        BinaryPrimitives.WriteInt32LittleEndian(lying.AsSpan(at + 24), length);
        return lying;
    }
}
