using System.Text.Json;
using Shouldly;

namespace Fulcrum.EndToEnd;

public sealed class ReadingTests
{
    private const string Article = "Kenya demanded on Monday that Uganda open the border. Uganda rejected the demand. Kenya threatened to suspend aid to Uganda. Uganda offered Kenya a share of the dam. Kenya rejected the offer from Uganda.\n";

    [Fact]
    public void Read_as_json_names_sources_and_moves_with_the_fields_of_the_contract()
    {
        Outcome outcome = FulcrumProcess.Run("read", ArticleFile(), "--published", "2031-05-14", "--json");

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        JsonElement root = JsonDocument.Parse(outcome.Output).RootElement;
        JsonElement source = root.GetProperty("sources")[0];
        source.GetProperty("id").GetString().ShouldBe("lake");
        source.GetProperty("derivedFrom").ValueKind.ShouldBe(JsonValueKind.Null);
        source.GetProperty("independent").GetBoolean().ShouldBeTrue();
        JsonElement demand = root.GetProperty("moves").EnumerateArray().First(m => m.GetProperty("move").GetString() == "demand");
        foreach (string field in new[] { "source", "paragraph", "quote", "actor", "target", "move", "object", "when", "factuality", "speaker" })
        {
            demand.TryGetProperty(field, out _).ShouldBeTrue(field);
        }
        (demand.GetProperty("actor").GetString(), demand.GetProperty("target").GetString(), demand.GetProperty("when").GetString()).ShouldBe(("kenya", "uganda", "2031-05-12"));
    }

    [Fact]
    public void New_from_articles_drafts_a_case_that_checks_and_can_be_reviewed()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "draft");

        FulcrumProcess.Run("new", folder, "--from", ArticleFile()).ExitCode.ShouldBe(0);

        FulcrumProcess.Run("check", folder).ExitCode.ShouldBe(0);
        FulcrumProcess.Run("review", folder).Output.ShouldContain("0 accepted, 0 rejected");
    }

    [Fact]
    public void Read_with_a_model_but_no_endpoint_is_wrong_usage() => FulcrumProcess.Run("read", ArticleFile(), "--model", "any").ExitCode.ShouldBe(2);

    private static string ArticleFile()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "lake.txt");
        File.WriteAllText(file, Article);
        return file;
    }
}
