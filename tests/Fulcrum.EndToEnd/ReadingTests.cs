using System.Text.Json;
using System.Text.Json.Nodes;
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
    public void Claims_about_numbers_are_in_the_json_and_come_up_in_review()
    {
        string folder = CaseFolder(), article = Path.Combine(folder, "gazette.txt");
        File.WriteAllText(article, "Officials met again. Uganda depends on the loan of Kenya for 40 percent of the turbines. Nothing else was said.\n");

        Outcome read = FulcrumProcess.Run("read", article, "--case", folder, "--json");

        read.ExitCode.ShouldBe(0, read.Error);
        JsonNode document = JsonNode.Parse(read.Output)!;
        SchemaCheck.Violations(document, JsonNode.Parse(File.ReadAllText(Repository.At("docs", "json", "read.schema.json")))!).ShouldBeEmpty();
        JsonNode claim = document["claims"]!.AsArray().ShouldHaveSingleItem()!;
        claim["figures"]!.AsArray().Select(f => f!.GetValue<string>()).ShouldBe(["40"]);
        claim["numbers"]!.AsArray().Select(n => n!["path"]!.GetValue<string>()).ShouldContain("levers.turbine-loan.deal.uganda");

        string before = File.ReadAllText(Path.Combine(folder, "case.yaml"));
        Outcome review = FulcrumProcess.Answer("a\nu\na\nq\n", "review", folder);
        review.ExitCode.ShouldBe(0, review.Error);
        review.Output.ShouldContain("evidence for levers.turbine-loan");
        review.Output.ShouldContain("1 accepted");
        File.ReadAllText(Path.Combine(folder, "case.yaml")).ShouldNotBe(before);
        FulcrumProcess.Run("check", folder).ExitCode.ShouldBe(0);
        FulcrumProcess.Run("read", article, "--case", folder).ExitCode.ShouldBe(0);
        FulcrumProcess.Answer("q\n", "review", folder).Output.ShouldContain("1 accepted");
    }

    private static string CaseFolder()
    {
        string folder = TemporaryFolders.New();
        File.WriteAllText(Path.Combine(folder, "case.yaml"), """
            fulcrum: 1
            case: Dam
            starts: 2031-01-01
            as-of: 2031-06-01
            parties:
              kenya: {role: principal}
              uganda: {role: principal}
            issues:
              dam:
                asks: Is the dam built?
                options: [halted, built]
                kenya: {halted: 0, built: 100}
                uganda: {halted: 100, built: 0}
            no-deal:
              talks-fail:
                nothing-changes: {chance: rest, as: {rest: status-quo}}
                cost: {kenya: 2..6, uganda: 5}
            levers:
              turbine-loan: {holder: kenya, about: the loan for the turbines, deal: {uganda: 5..10}}
            """ + "\n");
        return folder;
    }

    [Fact]
    public void New_from_articles_drafts_a_case_that_checks_and_can_be_reviewed()
    {
        string folder = Path.Combine(TemporaryFolders.New(), "draft");

        FulcrumProcess.Run("new", folder, "--from", ArticleFile()).ExitCode.ShouldBe(0);

        FulcrumProcess.Run("check", folder).ExitCode.ShouldBe(0);
        FulcrumProcess.Run("review", folder).Output.ShouldContain("0 accepted, 0 rejected");
    }

    [Fact]
    public void Read_with_a_model_but_no_endpoint_is_wrong_usage() => FulcrumProcess.Run("read", ArticleFile(), "--model", "any").ExitCode.ShouldBe(2);

    private static string ArticleFile()
    {
        string file = Path.Combine(TemporaryFolders.New(), "lake.txt");
        File.WriteAllText(file, Article);
        return file;
    }
}
