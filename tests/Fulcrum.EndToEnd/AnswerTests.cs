using Fulcrum.Cli.Pages;
using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>What each verb prints on a small case at a fixed seed, as a pipe sees it.</summary>
public sealed class AnswerTests
{
    public static TheoryData<string, string> Commands => new()
    {
        { "check", $"check {Harbour.Folder}" },
        { "analyze", $"analyze {Harbour.Folder} --draws 60" },
        { "analyze-full", $"analyze {Harbour.Folder} --draws 60 --full" },
        { "analyze-reading", $"analyze {Harbour.Folder} --draws 60 --reading envoy" },
        { "analyze-earlier", $"analyze {Harbour.Folder} --draws 60 --as-of 2025-02-01" },
        { "compare", $"compare {Harbour.Folder} base envoy --draws 60" },
        { "whatif", $"whatif {Harbour.Folder} --draws 60 --set no-deal.closure-goes-on.cost.south=0 --set levers.patrols.standing=gone" },
        { "record", "record cases/budapest-and-minsk --as-of 2015-03-10" },
        { "keep", "keep cases/ukraine-2025 --draws 40" },
        { "keep-against", "keep cases/ukraine-2025 --draws 40 --deal guarantees=none --reading broken-promises --against national-interest" },
        { "credibility", "credibility cases/ukraine-2025 --draws 40" },
        { "trend", "trend cases/ukraine-2025 --draws 40" },
        { "solve", $"solve {Harbour.Folder}" },
        { "coalitions", $"coalitions {Harbour.Folder}" },
        { "open-offer", "open cases/panama-canal-1974 --offer duration=panama" },
        { "open", $"open {Harbour.Folder}" },
        { "frontier", $"frontier {Harbour.Folder} --lottery" },
        { "frontier-deals", "frontier cases/camp-david-1978 --deals 2" },
        { "solve-single", $"solve {Harbour.Folder} --concept ks --single" },
        { "solve-offer", "solve cases/panama-canal-1974 --single --offer duration=panama,land-and-water=panama,compensation=panama,panamanian-defence=panama" },
        { "why-finding", $"why {Harbour.Folder} F1 --draws 60" },
        { "why-number", $"why {Harbour.Folder} no-deal.closure-goes-on.cost.north --draws 60" },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Answer_reads_as_approved_within_80_plain_columns(string name, string arguments)
    {
        Outcome outcome = FulcrumProcess.Run(arguments.Split(' '));

        outcome.ExitCode.ShouldBe(0, outcome.Error);
        outcome.OutputLines.Where(line => Page.Columns(line) > 80).ShouldBeEmpty();
        outcome.Output.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        outcome.Output.ShouldNotContain("NaN");
        Approval.Matches(outcome.Output, $"{name}.txt");
    }

    [Fact]
    public void Analysis_is_the_same_for_any_number_of_threads()
    {
        string one = FulcrumProcess.Run("analyze", Harbour.Folder, "--draws", "40", "--threads", "1", "--json").Output;
        string three = FulcrumProcess.Run("analyze", Harbour.Folder, "--draws", "40", "--threads", "3", "--json").Output;

        one.ShouldNotBeEmpty();
        three.ShouldBe(one);
    }

    [Fact]
    public void Another_seed_gives_another_answer()
    {
        string[] analyze = ["analyze", Harbour.Folder, "--draws", "40", "--json"];

        FulcrumProcess.Run([.. analyze, "--seed", "2"]).Output.ShouldNotBe(FulcrumProcess.Run([.. analyze, "--seed", "3"]).Output);
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    [InlineData("TERM", "xterm-256color")]
    public void A_pipe_gets_plain_text_whatever_the_environment_says(string name, string value)
    {
        Outcome outcome = FulcrumProcess.Run(["analyze", Harbour.Folder, "--draws", "5"], new() { [name] = value });

        outcome.Output.ShouldNotContain('\u001b');
        outcome.Error.ShouldNotContain('\u001b');
    }
}
