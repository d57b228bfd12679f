using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Shouldly;

namespace Fulcrum.Tests.Cases.Editing;

/// <summary>What can keep an edit or a citation from being made although the case is sound: the disk, other programs, odd layouts.</summary>
public sealed class EditTroubleTests : IDisposable
{
    private const string Article = "Water\n\nThe lower village wants more of the spring.\n";

    private readonly TemporaryFolder _folder = new();

    public EditTroubleTests()
    {
        _folder.Write("sources/gazette.txt", Article);
        _folder.Write("sources.yaml", $"gazette: {{kind: news, hash: '{TextHash.OfText(Article)}'}}\n");
    }

    public void Dispose() => _folder.Dispose();

    private CiteResult Cite(string folder) => Citing.Cite(folder, new CiteRequest("more of the spring") { TextFolders = [_folder.File("sources")] });

    private static CaseProblem Refusal(CiteResult result) => result.ShouldBeOfType<CiteResult.Refused>().Problems.ShouldHaveSingleItem();

    private static void Tells(CaseProblem problem, string code)
    {
        problem.Code.ShouldBe(code);
        problem.Message.ShouldContain(problem.Place.File);
        problem.Help.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_citation_while_another_program_saves_says_so_and_writes_nothing()
    {
        using var other = new FileStream(_folder.File(".evidence.yaml.12345-1-0.aside"), FileMode.CreateNew, FileAccess.Write, FileShare.Read);

        Tells(Refusal(Cite(_folder.Path)), "edit/busy");

        File.Exists(_folder.File("evidence.yaml")).ShouldBeFalse();
    }

    // What a citation does, step by step, with somebody else's save in the moment between its reading and its saving.
    [Fact]
    public void A_save_over_somebody_else_s_says_so_and_overwrites_nothing()
    {
        CaseEditor evidence = CaseEditor.Open(_folder.Path, "evidence.yaml").Editor.ShouldNotBeNull();
        CaseEditor added = evidence.Add(EditPath.Root, "gazette-2", EditValue.Of("x")).Editor.ShouldNotBeNull();
        _folder.Write("evidence.yaml", "theirs: {}\n");

        CaseProblem problem = CiteProblems.NotSaved("evidence.yaml", added.Save(_folder.Path));

        Tells(problem, "edit/changed-meanwhile");
        File.ReadAllText(_folder.File("evidence.yaml")).ShouldBe("theirs: {}\n");
    }

    [Fact]
    public void A_citation_into_a_folder_that_is_not_there_cannot_be_saved() => Tells(Refusal(Cite(_folder.File("nowhere"))), "edit/not-saved");

    [Fact]
    public void A_file_that_another_program_keeps_to_itself_cannot_be_read_for_an_edit()
    {
        using var other = new FileStream(_folder.Write("case.yaml", "case: Water\n"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        EditResult result = CaseEditor.Open(_folder.Path, "case.yaml");

        Tells(result.Problems.ShouldHaveSingleItem(), "edit/unreadable");
    }

    [Fact]
    public void A_text_that_another_program_keeps_to_itself_is_left_out_with_a_warning()
    {
        using var other = new FileStream(_folder.Write("sources/locked.txt", "x"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        SourceTexts texts = SourceTexts.Find(_folder.Path);

        Tells(texts.Problems.ShouldHaveSingleItem(), "evidence/text-unreadable");
        texts.Texts.ShouldHaveSingleItem().FileName.ShouldBe("gazette.txt");
    }

    [Fact]
    public void A_folder_of_very_many_texts_is_read_up_to_a_limit_that_is_told()
    {
        using var many = new TemporaryFolder();
        for (int k = 0; k <= 10_000; k++)
            File.WriteAllBytes(many.File($"{k}.txt"), []);

        SourceTexts texts = SourceTexts.Find(_folder.Path, many.Path);

        texts.Problems.ShouldHaveSingleItem().Code.ShouldBe("evidence/too-many-files");
        texts.Problems[0].Severity.ShouldBe(Severity.Warning);
        texts.Texts.Count.ShouldBe(2, "the gazette, and the empty text once");
    }

    // An edit is checked by reading the result: when that is not the intended change and nothing else, the file stays as it is.
    [Theory]
    [InlineData("a: {b: 1, c}\n", "set")]
    [InlineData("a: 1\n...\n", "add")]
    [InlineData("? a\n: b\n", "remove")]
    public void An_edit_that_a_rare_layout_would_turn_into_another_is_not_made(string text, string edit)
    {
        CaseEditor editor = CaseEditor.FromText("case.yaml", text).Editor.ShouldNotBeNull();

        EditResult result = edit switch
        {
            "set" => editor.Set(EditPath.Root.Then("a").Then("c"), EditValue.Of("7")),
            "add" => editor.Add(EditPath.Root, "new", EditValue.Of("7")),
            _ => editor.Remove(EditPath.Root.Then("a")),
        };

        CaseProblem problem = result.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("edit/would-disturb");
        problem.Help.ShouldBe("make the change in a text editor");
        editor.Text.ShouldBe(text);
    }
}
