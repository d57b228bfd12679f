using System.Text;
using Fulcrum.Cases;
using Fulcrum.Reading.Chat;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

/// <summary>What the disk, a file, a person's own words or a language model may do to a reading: each is told, none ends it.</summary>
public sealed class ReadingTroubleTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fulcrum-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }

    private static void Tells(CaseProblem problem, string code, string place)
    {
        problem.Code.ShouldBe(code);
        problem.Place.File.ShouldBe(place);
        problem.Message.ShouldNotBeNullOrEmpty();
        problem.Help.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_text_that_another_program_keeps_to_itself_is_left_out()
    {
        string locked = Write("locked.txt", "France met Egypt.");
        using var other = new FileStream(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        ReadingResult result = ArticleReader.Read([locked, Write("open.txt", "France met Egypt on Monday.")]);

        Tells(result.Problems.ShouldHaveSingleItem(), "reading/unreadable", locked);
        result.Documents.ShouldHaveSingleItem().Id.ShouldBe("open");
    }

    [Fact]
    public void A_page_without_an_article_is_told()
    {
        string page = Write("menu.html", "<!doctype html><html><body><nav><a href='/'>Home</a></nav></body></html>");

        Tells(ArticleReader.Read([page]).Problems.ShouldHaveSingleItem(), "reading/no-article", page);
    }

    [Fact]
    public void A_line_of_own_words_that_is_none_is_told_by_its_number()
    {
        List<CaseProblem> problems = [];

        MoveLexicon.With("words.txt", ["# mine", "reject | v | snub", "snub, reject"], problems);

        CaseProblem problem = problems.ShouldHaveSingleItem();
        Tells(problem, "reading/bad-lexicon", "words.txt");
        problem.Place.Line.ShouldBe(3);
    }

    [Fact]
    public void A_spoilt_line_of_proposals_is_told_by_its_number()
    {
        string path = Write("proposals.jsonl", "{\"id\": 1\n");
        List<CaseProblem> problems = [];

        ProposalsFile.Read(path, problems).ShouldBeEmpty();

        Tells(problems.ShouldHaveSingleItem(), "reading/bad-proposals", path);
    }

    [Fact]
    public async Task A_language_model_that_fails_is_a_warning_beside_the_reading()
    {
        using var stub = new Stub(_ => (500, "broken"));
        using var chat = new OpenAiChat(stub.Address, "any", null, TimeSpan.FromSeconds(120));
        ReadingResult result = ArticleReader.Read([Write("talks.txt", "France met Egypt on Monday.")]);

        CaseProblem problem = (await ModelReader.AddAsync(chat, result, null, TestContext.Current.CancellationToken)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("reading/model-failed");
        problem.Severity.ShouldBe(Severity.Warning);
    }
}
