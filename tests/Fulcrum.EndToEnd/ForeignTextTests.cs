using System.CommandLine;
using System.Text.Json.Nodes;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>What foreign files say is shown, never obeyed by the terminal; what could not be written is told, never passed over.</summary>
public sealed class ForeignTextTests : IDisposable
{
    private const string Steering = "red\u001b[31m\u009b2J\u202e";

    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-foreign-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    [Fact]
    public void Warnings_about_a_foreign_file_steer_no_terminal()
    {
        JsonObject Values() => new() { ["DiscreteValueSetUtilities"] = new JsonObject { ["valueUtilities"] = new JsonObject { ["x"] = 1, ["y"] = 0 } } };
        JsonObject Issue() => new() { ["values"] = new JsonArray("x", "y") };
        JsonObject Space() => new()
        {
            ["LinearAdditiveUtilitySpace"] = new JsonObject
            {
                ["issueUtilities"] = new JsonObject { [Steering] = Values(), ["plain"] = Values() },
                ["issueWeights"] = new JsonObject { ["plain"] = 1 },
                ["domain"] = new JsonObject { ["name"] = "d", ["issuesValues"] = new JsonObject { [Steering] = Issue(), ["plain"] = Issue() } },
                ["name"] = "p",
            },
        };

        Outcome outcome = FulcrumProcess.Run("import", "geniusweb", Write("one.json", Space().ToJsonString()), "-o", Path.Combine(_folder, "case"));

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.Error.ShouldContain("has no weight");
        (outcome.Error + outcome.Output).Where(c => c != '\n' && (char.IsControl(c) || c == '\u202e')).ShouldBeEmpty();
    }

    [Fact]
    public void Questions_of_a_review_steer_no_terminal()
    {
        Write("case.yaml", "fulcrum: 1\ncase: Lake\nstarts: 2031-01-01\nas-of: 2031-06-01\nparties:\n  kenya: {role: principal}\n  uganda: {role: principal}\n");
        Write("proposals.jsonl", new JsonObject
        {
            ["id"] = "p1", ["source"] = "gazette", ["sourceHash"] = "sha256:00", ["paragraph"] = 1, ["spanStart"] = 0, ["spanEnd"] = 1, ["quote"] = Steering, ["actor"] = "kenya", ["target"] = "uganda",
            ["move"] = "offer", ["object"] = Steering, ["factuality"] = "happened", ["speaker"] = "author", ["conditional"] = false, ["trackRecord"] = false, ["confidence"] = 0.5, ["finder"] = "moves", ["event"] = "e1",
        }.ToJsonString() + "\n");

        Outcome outcome = FulcrumProcess.Answer("e\n\n\n\n\n", "review", _folder);

        outcome.Output.ShouldContain("object [red");
        (outcome.Error + outcome.Output).Where(c => c != '\n' && (char.IsControl(c) || c == '\u202e')).ShouldBeEmpty();
    }

    [Fact]
    public void Report_that_cannot_be_saved_is_a_failure()
    {
        Outcome outcome = FulcrumProcess.Run("report", Harbour.Folder, "-o", Path.Combine(_folder, "no", "such", "folder.html"), "--draws", "5");

        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("could not be saved");
        outcome.Output.ShouldBeEmpty();
    }

    [Fact]
    public void Proposals_that_cannot_be_saved_are_a_failure()
    {
        Outcome outcome = FulcrumProcess.Run("read", Write("lake.txt", "Kenya threatened to suspend aid to Uganda.\n"), "--published", "2031-05-14", "--proposals", Path.Combine(_folder, "no", "such.jsonl"));

        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("could not be saved");
        outcome.Output.ShouldNotContain("such.jsonl");
    }

    [Theory]
    [InlineData("--weights", "NaN,1")]
    [InlineData("--weights", "Infinity,1")]
    [InlineData("--at-least", "NaN")]
    public void Number_that_is_none_is_wrong_usage(string option, string value) =>
        FulcrumProcess.Run("choose", Harbour.Folder, "port", "--draws", "5", "--reading", "base", "--reading", "envoy", option, value).ExitCode.ShouldBe(2);

    [Fact]
    public void Command_line_to_be_typed_again_quotes_what_a_shell_would_take_apart()
    {
        var common = new Cli.Commands.CommonOptions();
        var verb = new Command("any") { common.Case };
        common.AddTo(verb);

        common.Repeat(verb.Parse(["it's my case", "--reading", "a b", "--draws", "5"]), "F1").ShouldBe("'it'\\''s my case' F1 --reading 'a b' --draws 5");
        common.Repeat(verb.Parse(["cases/ukraine-2025"]), "F1").ShouldBe("cases/ukraine-2025 F1");
    }
}
