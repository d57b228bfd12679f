using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.Cases;

public sealed class CaseProblemTextTests
{
    [Fact]
    public void Problem_shows_place_line_marker_and_help()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace("focus: [north]", "focus: [nroth]", StringComparison.Ordinal);

        CaseProblemText.Render(SampleCase.Read(files).Problems.Single()).ShouldBe("""
            case.yaml:13:9: error: case/unknown-party: unknown party 'nroth'
              13 | focus: [nroth]
                 |         ^^^^^
              help: Did you mean 'north'?

            """, StringCompareShould.IgnoreLineEndings);
    }

    [Fact]
    public void Problem_of_a_whole_file_shows_no_line() =>
        CaseProblemText.Render(SampleCase.Read([]).Problems.Single()).ShouldBe("""
            case.yaml:1:1: error: file/no-case-file: the folder has no case.yaml
              help: Point at the folder of a case; 'fulcrum new DIR' makes one.

            """, StringCompareShould.IgnoreLineEndings);

    [Fact]
    public void Long_line_is_cut_around_its_marker()
    {
        var problem = new CaseProblem(Severity.Warning, "x/y", new TextPlace("a.yaml", 3, 301), new string('-', 300) + "here" + new string('-', 300), 4, "long", "none");

        string[] lines = CaseProblemText.Render(problem).Split('\n');

        lines[1].Length.ShouldBeLessThan(120);
        lines[1].Substring(lines[2].IndexOf('^', StringComparison.Ordinal), 4).ShouldBe("here");
        lines[2].TrimEnd().ShouldEndWith(" ^^^^");
    }

    [Fact]
    public void Control_characters_of_a_file_do_not_reach_the_terminal()
    {
        var problem = new CaseProblem(Severity.Error, "x/y", new TextPlace("a.yaml", 1, 2), "\t\u001B[2Jword", 1, "\u001B[31mred", "bell \a");

        CaseProblemText.Render(problem).ShouldNotContain('\u001B');
        CaseProblemText.Render(problem).ShouldNotContain('\a');
    }
}
