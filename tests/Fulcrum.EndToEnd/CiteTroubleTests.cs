using System.Text.Json;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>Words that cannot be cited, articles that make no case: the reason as a problem with its code, and nothing written.</summary>
public sealed class CiteTroubleTests : IDisposable
{
    private const string Text = "The port closed its gates.\n\nThe union met the owners. The union met the press.\n";

    private readonly string _scratch = Directory.CreateTempSubdirectory("fulcrum-").FullName;

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_scratch, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static void Refuses(Outcome outcome, string code)
    {
        outcome.ExitCode.ShouldBe(1, outcome.Error);
        JsonElement problem = JsonDocument.Parse(outcome.Output).RootElement.GetProperty("problems")[0];
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("help").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("The union met", "cite/ambiguous")]
    [InlineData("The union met the bishops", "cite/not-found")]
    public void Words_that_stand_twice_or_nowhere_are_not_cited(string words, string code)
    {
        Write("case.yaml", "fulcrum: 1\ncase: Port\n");
        Write("sources/gazette.txt", Text);

        Refuses(FulcrumProcess.Run("cite", _scratch, words, "--json"), code);

        File.Exists(Path.Combine(_scratch, "evidence.yaml")).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_to_look_in_and_no_case_to_write_to_are_told_apart()
    {
        Refuses(FulcrumProcess.Run("cite", _scratch, "The union", "--json"), "cite/no-case");
        Write("case.yaml", "fulcrum: 1\ncase: Port\n");
        Refuses(FulcrumProcess.Run("cite", _scratch, "The union", "--json"), "cite/no-text");
    }

    [Fact]
    public void A_case_from_articles_needs_a_fresh_folder_and_two_parties()
    {
        string article = Write("texts/weather.txt", "It rained on Monday.\n");

        Refuses(FulcrumProcess.Run("new", Path.Combine(_scratch, "texts"), "--from", article, "--json"), "reading/folder-taken");
        Refuses(FulcrumProcess.Run("new", Path.Combine(_scratch, "mine"), "--from", article, "--json"), "reading/too-little");
    }

    [Fact]
    public void A_PDF_without_the_program_that_reads_it_says_what_to_install()
    {
        string paper = Write("paper.pdf", "%PDF-1.4\n");

        Outcome outcome = FulcrumProcess.Run(["read", paper, "--json"], new Dictionary<string, string> { ["PATH"] = _scratch });

        (outcome.Output + outcome.Error).ShouldContain("pdftotext");
        JsonDocument.Parse(outcome.Output).RootElement.GetProperty("problems")[0].GetProperty("code").GetString().ShouldBe("reading/pdf-tool-missing");
    }
}
