using Shouldly;

namespace Fulcrum.EndToEnd;

/// <summary>Help and wrong usage, as a person at a shell meets them.</summary>
public sealed class UsageTests
{
    public static TheoryData<string> Names => [.. VerbNames];

    private static readonly string[] VerbNames = [.. Cli.Commands.Verbs.All(new Cli.Terminal(TextWriter.Null, TextWriter.Null, 80, false, false, false)).Select(v => v.Name)];

    [Fact]
    public void Help_of_the_program_reads_as_approved()
    {
        Outcome outcome = FulcrumProcess.Run("--help");

        outcome.ExitCode.ShouldBe(0);
        outcome.Error.ShouldBeEmpty();
        Approval.Matches(outcome.Output, "help.txt");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_of_a_verb_reads_as_approved_and_fits_the_page(string verb)
    {
        Outcome outcome = FulcrumProcess.Run(verb, "--help");

        outcome.ExitCode.ShouldBe(0);
        outcome.OutputLines.Where(line => line.Length > 80).ShouldBeEmpty();
        Approval.Matches(outcome.Output, $"help-{verb}.txt");
    }

    [Fact]
    public void Help_lists_every_verb_once()
    {
        string[] listed = [.. FulcrumProcess.Run("--help").OutputLines
            .SkipWhile(line => line != "write a case").TakeWhile(line => line != "options").Where(line => line.StartsWith("  ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(' ')[0])];

        listed.ShouldBe(VerbNames, ignoreOrder: true);
    }

    [Fact]
    public void No_arguments_show_the_help_as_wrong_usage()
    {
        Outcome outcome = FulcrumProcess.Run();

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain("usage: fulcrum COMMAND");
    }

    [Theory]
    [InlineData("analise cases/x", "did you mean 'analyze'?")]
    [InlineData("predict cases/x", "there is no command 'predict'")]
    [InlineData("analyze", "CASE is missing")]
    [InlineData("analyze a b", "'b' is one word too many")]
    [InlineData("analyze a --drows 3", "did you mean '--draws'?")]
    [InlineData("analyze a --draws", "--draws N is missing")]
    [InlineData("analyze a --draws 0", "--draws takes a whole number")]
    [InlineData("solve a --within soon", "--within takes seconds")]
    [InlineData("solve a --within 0", "--within takes seconds")]
    [InlineData("analyze a --draws many", "--draws takes a whole number")]
    [InlineData("analyze a --seed -1", "--seed takes a whole number")]
    [InlineData("analyze a --as-of 24.3.2025", "--as-of takes a date such as 2025-03-24")]
    [InlineData("compare a b", "READING")]
    [InlineData("whatif a", "--set PATH=VALUE is missing")]
    [InlineData("whatif a --set b", "--set takes path=value, not 'b'")]
    [InlineData("solve a --concept fair", "--concept takes nash, ks, egalitarian, welfare")]
    [InlineData("why a", "ID is missing")]
    [InlineData("new", "DIR is missing")]
    [InlineData("schema novel", "FILE is one of case, ledger")]
    public void Wrong_usage_says_what_is_wrong_and_how_it_is_used(string arguments, string says)
    {
        Outcome outcome = FulcrumProcess.Run(arguments.Split(' '));

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldBeEmpty();
        outcome.Error.ShouldContain(says);
        outcome.Error.ShouldContain("usage: fulcrum ");
    }

    [Fact]
    public void Version_is_one_line()
    {
        Outcome outcome = FulcrumProcess.Run("--version");

        outcome.ExitCode.ShouldBe(0);
        outcome.Output.ShouldMatch(@"^fulcrum \d+\.\d+\.\d+\S*\n$");
    }
}
