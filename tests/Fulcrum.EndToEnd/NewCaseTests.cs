using System.Text.Json.Nodes;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>The way of a new user: start a case, check it, analyse it, cite a sentence, ask why.</summary>
public sealed class NewCaseTests : IDisposable
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("fulcrum-").FullName;

    private string Folder => Path.Combine(_scratch, "my-case");

    [Fact]
    public void New_case_checks_analyses_and_answers_why()
    {
        FulcrumProcess.Run("new", Folder).ExitCode.ShouldBe(0);

        Outcome check = FulcrumProcess.Run("check", Folder);
        check.ExitCode.ShouldBe(0, check.Error);
        check.Output.ShouldContain("no problems");

        Outcome analysis = FulcrumProcess.Run("analyze", Folder, "--draws", "20");
        analysis.ExitCode.ShouldBe(0, analysis.Error);
        analysis.Output.ShouldContain("IN SHORT");
        analysis.Output.ShouldContain("HANDS");

        FulcrumProcess.Run("why", Folder, "F1", "--draws", "20").ExitCode.ShouldBe(0);
    }

    [Fact]
    public void New_into_a_folder_that_holds_something_is_refused_and_changes_nothing()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "mine.txt"), "mine");

        Outcome outcome = FulcrumProcess.Run("new", Folder);

        outcome.ExitCode.ShouldBe(1);
        Directory.EnumerateFileSystemEntries(Folder).Count().ShouldBe(1);
    }

    [Fact]
    public void New_with_json_lists_the_files()
    {
        JsonNode document = JsonNode.Parse(FulcrumProcess.Run("new", Folder, "--json").Output)!;

        document["files"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldContain("case.yaml");
    }

    [Fact]
    public void Cited_words_become_evidence_that_checks()
    {
        using Harbour harbour = Harbour.CopyOf();

        Outcome cite = FulcrumProcess.Run("cite", harbour.Copy, "the chamber of commerce reckons", "--says", "who reckons it");

        cite.ExitCode.ShouldBe(0, cite.Error);
        cite.Output.ShouldBe("gazette-5-b\n");
        FulcrumProcess.Run("cite", harbour.Copy, "the chamber of commerce reckons").Output.ShouldBe("gazette-5-b\n");
        Outcome check = FulcrumProcess.Run("check", harbour.Copy);
        check.ExitCode.ShouldBe(0, check.Error);
        check.Output.ShouldContain("5 spans compared");
    }

    [Fact]
    public void Changed_source_text_fails_the_check_loudly()
    {
        using Harbour harbour = Harbour.CopyOf().With("sources/gazette.txt", "about 30 of every 100", "about 40 of every 100");

        Outcome check = FulcrumProcess.Run("check", harbour.Copy);

        check.ExitCode.ShouldBe(1);
        check.Error.ShouldContain("gazette");
    }

    [Fact]
    public void Schemas_written_are_those_committed()
    {
        FulcrumProcess.Run("schema", "-o", _scratch).ExitCode.ShouldBe(0);

        foreach (string file in Directory.EnumerateFiles(Repository.At("schema"), "*.schema.json"))
        {
            File.ReadAllText(Path.Combine(_scratch, Path.GetFileName(file))).ShouldBe(File.ReadAllText(file).ReplaceLineEndings("\n"), Path.GetFileName(file));
        }
    }

    [Fact]
    public void Schema_without_a_name_prints_all_as_one_document() =>
        JsonNode.Parse(FulcrumProcess.Run("schema").Output)!.AsObject().Select(p => p.Key).ShouldBe(["case", "ledger", "evidence", "sources", "reading"]);

    public void Dispose() => Directory.Delete(_scratch, recursive: true);
}
