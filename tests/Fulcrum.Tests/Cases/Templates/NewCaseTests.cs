using System.Text.Json.Nodes;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Cases.Schemas;
using Fulcrum.Cases.Templates;
using Fulcrum.Cases.Verifying;
using Fulcrum.Tests.Cases.Schemas;
using Shouldly;

namespace Fulcrum.Tests.Cases.Templates;

public sealed class NewCaseTests
{
    [Fact]
    public void Write_IntoANewFolder_GivesACaseWithoutProblemsWhoseEvidenceVerifies()
    {
        using var parent = new TemporaryFolder();
        string folder = parent.File("mine");

        NewCaseResult result = NewCase.Write(folder);

        result.Problem.ShouldBeNull();
        result.Files.ShouldBe(["README.md", "case.yaml", "evidence.yaml", "ledger.yaml", "readings/district-engineer.yaml", "sources.yaml", "sources/alder-courier.txt"]);
        CaseReadResult read = CaseFolder.Read(folder, new CaseReadOptions());
        read.Problems.ShouldBeEmpty();
        EvidenceReport evidence = EvidenceCheck.Check(read.Case!, SourceTexts.Find(folder));
        evidence.Problems.ShouldBeEmpty();
        evidence.SpansChecked.ShouldBe(read.Case!.Evidence.Count);
        evidence.SpansNotChecked.ShouldBe(0);
        evidence.Numbers.Quoted.ShouldBeGreaterThan(0);
        CaseFolder.Read(folder, new CaseReadOptions { Reading = new ReadingId("district-engineer") }).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Write_BelowAFile_IsRefusedWithItsReason()
    {
        using var parent = new TemporaryFolder();

        NewCaseResult result = NewCase.Write(Path.Combine(parent.Write("notes.txt", "x"), "mine"));

        CaseProblem problem = result.Problem.ShouldNotBeNull();
        problem.Code.ShouldBe("new/not-written");
        problem.Help.ShouldNotBeNullOrEmpty();
        result.Files.ShouldBeEmpty();
    }

    [Fact]
    public void Starter_AtMidRange_HasADealThatEveryoneGainsBy()
    {
        var @case = Starter();

        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), CaseNumbers.MidRange(@case), @case.AsOf);

        Solving.Zone(problem).Margin.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Starter_ItsFiles_FitTheSchemasThatTheyName()
    {
        var schemas = CaseSchemas.All().ToDictionary(s => s.Name, s => new SchemaValidator((JsonObject)JsonNode.Parse(s.Text)!));
        foreach (var (path, text) in NewCase.StarterFiles().Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            string named = text.Split('\n')[0].Split('/')[^1];
            text.ShouldStartWith("# yaml-language-server: $schema=");
            schemas[named].Errors(YamlAsJson.Of(text)).ShouldBeEmpty(path);
        }
    }

    [Fact]
    public void Write_IntoAFolderThatHoldsSomething_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("notes.txt", "mine");

        NewCase.Write(folder.Path).Problem!.Code.ShouldBe("new/not-empty");
        NewCase.Write(folder.File("notes.txt")).Problem!.Code.ShouldBe("new/not-empty");

        Directory.GetFileSystemEntries(folder.Path).Length.ShouldBe(1);
    }

    private static Fulcrum.Cases.Case Starter() =>
        CaseFolder.FromTexts(NewCase.StarterFiles().ToDictionary(f => f.Path, f => f.Text), new CaseReadOptions()).Case.ShouldNotBeNull();
}
