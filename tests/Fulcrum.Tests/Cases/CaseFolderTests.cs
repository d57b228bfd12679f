using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Cases.Verifying;
using Shouldly;

namespace Fulcrum.Tests.Cases;

/// <summary>Cases on the disk: encodings, sizes, links, missing and misnamed files.</summary>
public sealed class CaseFolderTests
{
    private static readonly CaseReadOptions Base = new();

    private static TemporaryFolder Filled(Dictionary<string, string>? files = null)
    {
        var folder = new TemporaryFolder();
        foreach ((string path, string text) in files ?? SampleCase.Full)
        {
            folder.Write(path, text);
        }
        return folder;
    }

    private static CaseProblem Only(CaseReadResult result)
    {
        result.Problems.Count.ShouldBe(1, string.Join('\n', result.Problems.Select(CaseProblemText.Render)));
        return result.Problems[0];
    }

    [Fact]
    public void Folder_and_texts_give_the_same_case()
    {
        using TemporaryFolder folder = Filled();

        CaseReadResult read = CaseFolder.Read(folder.Path, Base);

        CaseContents.Of(read.Case!).ShouldBe(CaseContents.Of(SampleCase.Sound(SampleCase.Full)));
        read.Case!.Hash.ShouldBe(SampleCase.Sound(SampleCase.Full).Hash);
        read.Texts.Keys.Order(StringComparer.Ordinal).ShouldBe(SampleCase.Full.Keys.Order(StringComparer.Ordinal));
        read.Texts["case.yaml"].ShouldBe(SampleCase.Main);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Byte_order_mark_and_crlf_change_nothing(bool mark, bool crlf)
    {
        Dictionary<string, byte[]> files = SampleCase.Full.ToDictionary(
            f => f.Key, f => (byte[])[.. mark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(crlf ? f.Value.Replace("\n", "\r\n", StringComparison.Ordinal) : f.Value)]);

        CaseReadResult read = CaseFolder.FromBytes(files, Base);

        read.Problems.ShouldBeEmpty();
        CaseContents.Of(read.Case!).ShouldBe(CaseContents.Of(SampleCase.Sound(SampleCase.Full)));
        read.Case!.Hash.ShouldBe(SampleCase.Sound(SampleCase.Full).Hash);
        read.Case.Quantities.Select(q => q.Place).ShouldBe(SampleCase.Sound(SampleCase.Full).Quantities.Select(q => q.Place));
    }

    [Theory]
    [InlineData("case.yaml")]
    [InlineData("ledger.yaml")]
    [InlineData("evidence.yaml")]
    public void Folder_in_place_of_a_file_is_told_rather_than_passed_over(string name)
    {
        using TemporaryFolder folder = Filled();
        File.Delete(Path.Combine(folder.Path, name));
        Directory.CreateDirectory(Path.Combine(folder.Path, name));

        CaseReadResult read = CaseFolder.Read(folder.Path, Base);

        read.Case.ShouldBeNull();
        read.Problems.ShouldContain(p => p.Code == "file/unreadable" && p.Place.File == name && p.Message.Contains("folder"));
    }

    [Fact]
    public void File_in_place_of_the_readings_is_told_rather_than_passed_over()
    {
        using TemporaryFolder folder = Filled();
        Directory.Delete(Path.Combine(folder.Path, "readings"), recursive: true);
        folder.Write("readings", "hawk");

        CaseFolder.Read(folder.Path, Base).Problems.ShouldContain(p => p.Code == "file/unreadable" && p.Place.File == "readings");
    }

    [Fact]
    public void Utf16_is_refused_by_its_name()
    {
        foreach (Encoding encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            foreach (bool mark in new[] { true, false })
            {
                byte[] content = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(SampleCase.Bare)];
                CaseProblem problem = Only(CaseFolder.FromBytes(new Dictionary<string, byte[]> { ["case.yaml"] = content }, Base));
                problem.Code.ShouldBe("file/not-utf8");
                problem.Message.ShouldContain("UTF-16");
            }
        }
    }

    [Fact]
    public void Byte_that_is_not_utf8_is_shown_at_its_place()
    {
        byte[] content = Encoding.Latin1.GetBytes(SampleCase.Bare.Replace("case: Bare", "case: B\u00E4re", StringComparison.Ordinal));

        CaseProblem problem = Only(CaseFolder.FromBytes(new Dictionary<string, byte[]> { ["case.yaml"] = content }, Base));

        (problem.Code, problem.Place).ShouldBe(("file/not-utf8", new TextPlace("case.yaml", 2, 8)));
    }

    [Fact]
    public void File_beyond_sixteen_mebibytes_is_refused()
    {
        using TemporaryFolder folder = Filled();
        using (FileStream large = File.Open(folder.File("ledger.yaml"), FileMode.Open))
        {
            large.SetLength((16L * 1024 * 1024) + 1);
        }

        Only(CaseFolder.Read(folder.Path, Base)).Code.ShouldBe("file/too-large");
        Only(CaseFolder.FromBytes(new Dictionary<string, byte[]> { ["case.yaml"] = new byte[(16 * 1024 * 1024) + 1] }, Base)).Code.ShouldBe("file/too-large");
    }

    [Fact]
    public void Missing_folder_and_missing_case_file_are_problems()
    {
        using var empty = new TemporaryFolder();

        Only(CaseFolder.Read(empty.File("nowhere"), Base)).Code.ShouldBe("file/no-folder");
        Only(CaseFolder.Read(empty.Path, Base)).Code.ShouldBe("file/no-case-file");
    }

    [Fact]
    public void Misnamed_files_are_pointed_out()
    {
        using var folder = new TemporaryFolder();
        folder.Write("case.yml", SampleCase.Bare);
        folder.Write("readings/hawk.yml", SampleCase.Hawk);

        CaseReadResult read = CaseFolder.Read(folder.Path, Base);

        read.Problems.Select(p => p.Code).ShouldBe(["file/no-case-file", "file/misnamed", "file/misnamed"]);
        read.Problems[0].Help.ShouldBe("Rename 'case.yml' to 'case.yaml'.");
    }

    [Fact]
    public void Other_files_are_left_alone()
    {
        using TemporaryFolder folder = Filled();
        folder.Write("NOTES.md", "not: [yaml");
        folder.Write("expected.yaml", "not: [yaml");
        folder.Write("sources/text.yaml", "not: [yaml");
        folder.Write("readings/deep/other.yaml", "not: [yaml");

        CaseFolder.Read(folder.Path, Base).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Reading_whose_file_name_is_no_id_is_refused()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["readings/National Interest.yaml"] = "reading: x";

        Only(SampleCase.Read(files)).Code.ShouldBe("file/reading-name");
    }

    [Theory]
    [InlineData("ledger.yaml")]
    [InlineData("readings/hawk.yaml")]
    public void Link_that_leads_out_of_the_folder_is_refused(string path)
    {
        using TemporaryFolder elsewhere = Filled();
        using TemporaryFolder folder = Filled();
        File.Delete(folder.File(path));
        File.CreateSymbolicLink(folder.File(path), elsewhere.File(path));

        CaseReadResult read = CaseFolder.Read(folder.Path, Base);

        Only(read).ShouldSatisfyAllConditions(p => p.Code.ShouldBe("file/outside-folder"), p => p.Place.File.ShouldBe(path));
        read.Texts.Keys.ShouldNotContain(path);
    }

    [Fact]
    public void Linked_folder_of_readings_is_refused_even_through_a_second_link()
    {
        using TemporaryFolder elsewhere = Filled();
        using TemporaryFolder folder = Filled();
        Directory.Delete(folder.File("readings"), recursive: true);
        Directory.CreateSymbolicLink(folder.File("way"), elsewhere.Path);
        Directory.CreateSymbolicLink(folder.File("readings"), Path.Combine("way", "readings"));

        Only(CaseFolder.Read(folder.Path, Base)).Code.ShouldBe("file/outside-folder");
    }

    [Fact]
    public void Link_inside_the_folder_and_a_linked_case_folder_are_followed()
    {
        using TemporaryFolder folder = Filled();
        File.Move(folder.File("ledger.yaml"), folder.File("moves.txt"));
        File.CreateSymbolicLink(folder.File("ledger.yaml"), "moves.txt");
        using var other = new TemporaryFolder();
        Directory.CreateSymbolicLink(other.File("case"), folder.Path);

        CaseFolder.Read(other.File("case"), Base).Case!.Moves.Count.ShouldBe(6);
    }

    [Fact]
    public void Links_in_a_circle_are_a_problem()
    {
        using TemporaryFolder folder = Filled();
        File.Delete(folder.File("ledger.yaml"));
        File.CreateSymbolicLink(folder.File("ledger.yaml"), "ledger2.yaml");
        File.CreateSymbolicLink(folder.File("ledger2.yaml"), "ledger.yaml");

        CaseReadResult read = CaseFolder.Read(folder.Path, Base);

        read.Ok.ShouldBeFalse();
        read.Problems.ShouldContain(p => p.Code == "file/unreadable" && p.Message.Contains("circle", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_problems_are_cut_off_and_counted()
    {
        string parties = string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"stranger{i}"));

        CaseReadResult read = SampleCase.Read(new() { ["case.yaml"] = $"{SampleCase.Bare}\nfocus: [{parties}]" });

        read.Problems.Count.ShouldBe(1001);
        read.Problems[^1].ShouldSatisfyAllConditions(p => p.Code.ShouldBe("file/too-many-problems"), p => p.Message.ShouldBe("4000 more problems are not shown"));
    }

    [Fact(Timeout = 30_000)]
    public async Task A_pipe_where_a_file_should_stand_is_told_and_waits_for_nobody()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "needs the program 'mkfifo'");
        using TemporaryFolder folder = Filled();
        foreach (string pipe in new[] { "ledger.yaml", "sources/pipe.txt" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(pipe))!);
            File.Delete(folder.File(pipe));
            using var made = System.Diagnostics.Process.Start("/usr/bin/mkfifo", [folder.File(pipe)]);
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        CaseReadResult read = await Task.Run(() => CaseFolder.Read(folder.Path, Base), TestContext.Current.CancellationToken).WaitAsync(TestContext.Current.CancellationToken);
        SourceTexts texts = await Task.Run(() => SourceTexts.Find(folder.Path), TestContext.Current.CancellationToken).WaitAsync(TestContext.Current.CancellationToken);

        CaseProblem problem = read.Problems.Single(p => p.Place.File == "ledger.yaml");
        (problem.Code, problem.Severity, problem.Message).ShouldBe(("file/unreadable", Severity.Error, "this is a pipe, a device or a socket, where a file should be"));
        read.Ok.ShouldBeFalse();
        texts.Texts.ShouldContain(t => t.FileName == "pipe.txt" && t.Text.Length == 0);
    }

    [Fact]
    public void Files_pipes_devices_and_sockets_are_told_apart_and_none_is_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps devices apart from files");
        using var folder = new TemporaryFolder();
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified);
        socket.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(folder.File("s")));
        File.CreateSymbolicLink(folder.File("to-device"), "/dev/zero");
        File.CreateSymbolicLink(folder.File("to-full"), folder.File("full"));
        File.CreateSymbolicLink(folder.File("to-empty"), folder.Write("empty", ""));

        PlainFile.Length(folder.Write("full", "x")).ShouldBe(1);
        PlainFile.Length(folder.File("empty")).ShouldBe(0);
        PlainFile.Length(folder.File("to-empty")).ShouldBe(0);
        PlainFile.Length(folder.File("to-full")).ShouldBe(1);
        PlainFile.Length("/dev/zero").ShouldBeNull();
        PlainFile.Length(folder.File("to-device")).ShouldBeNull();
        PlainFile.Length(folder.File("s")).ShouldBeNull();
    }

    [Fact]
    public void Broken_evidence_file_hides_no_mistake_elsewhere_and_invents_none()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["evidence.yaml"] = "paper-1: {source: [";
        files["case.yaml"] = files["case.yaml"].Replace("focus: [north]", "focus: [nort]", StringComparison.Ordinal);

        SampleCase.Read(files).Problems.Select(p => p.Code).ShouldBe(["case/unknown-party", "yaml/not-closed"]);
    }
}
