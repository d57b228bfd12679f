using Fulcrum.Cli.Pages;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Studies.Seals;
using Fulcrum.Studies.Sensitivity;
using Shouldly;
using Mark = Fulcrum.Cases.Mark;

namespace Fulcrum.EndToEnd;

/// <summary>What pages say of few predictions, few draws and the ends of ranges.</summary>
public sealed class SmallFigureTests
{
    private static readonly DateOnly Day = new(2025, 3, 24);

    private static SensitivityAnswer Answer(bool statement) => new("T", null, "m", "says", statement, 1) { Middle = 0 };

    private static string Text(SensitivityAnswer answer) => Words(SensitivityPage.Of(answer, 80));

    private static string Words(Page page) => string.Join(' ', page.ToText(colour: false).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Score_of_one_number_and_one_statement_is_told_as_counts()
    {
        var seal = new Seal("T", new string('0', 64), "base", Day, Day, 1, 10, "1", [new SealedChance("v1", 0.5, "it holds")], [new SealedRange("n1", 1, 2)]);

        string text = Words(SealPage.Of(seal, SealScore.Of(seal, [new SealOutcome("v1", 1, Day.AddDays(1)), new SealOutcome("n1", 5, Day.AddDays(1))]), 80));

        text.ShouldContain("over 1 statement 0 of 1 number fell into its range; 9 of 10 were meant. 2 predictions with an outcome: too few to judge by.");
    }

    [Theory]
    [InlineData(19.995, "It turns at the upper end of x (0..20): there it holds, just below it fails.")]
    [InlineData(0.005, "It turns at the lower end of x (0..20): there it fails, just above it holds.")]
    [InlineData(12.5, "It turns when x passes 12.5 (0..20): above that it holds.")]
    public void Turn_at_the_end_of_a_range_has_nothing_beyond_it(double at, string words) =>
        Text(Answer(true) with { Thresholds = [new Threshold("x", Mark.Assumed, 0, 20, at, true)] }).ShouldContain(words);

    [Fact]
    public void Failures_are_counted_in_the_draws_made() =>
        Text(Answer(true) with { Box = new FailureBoxResult([], 1, 1, 1, 20) }).ShouldContain("in 20 of 20 draws");

    [Fact]
    public void Bar_of_a_statement_reads_from_the_lower_end_to_the_upper() =>
        Text(Answer(true) with { Tornado = [new TornadoBar("x", Mark.Assumed, 0, 20, 0, 1)] }).ShouldContain("fails, then holds");

    [Fact]
    public void Worth_of_knowing_is_an_estimate_and_no_bound() =>
        Text(Answer(true) with { Information = new InformationResult(0.6, 0, [new InformationValue("g", 0.2, 0.05)], 32, 16) }).ShouldSatisfyAllConditions(
            t => t.ShouldContain("+- one standard error"), t => t.ShouldContain("Estimates from 32 values of each group, 16 draws"), t => t.ShouldNotContain("at most"));

    [Theory]
    [InlineData("160", 10)]
    [InlineData("1", 2)]
    public void Worth_of_knowing_is_drawn_as_often_as_asked(string draws, int values)
    {
        Outcome asked = FulcrumProcess.Run("sensitivity", Harbour.Folder, "--method", "evpi", "--verdict", "zone", "--draws", draws, "--json");

        System.Text.Json.JsonDocument.Parse(asked.Output).RootElement.GetProperty("information").GetProperty("outer").GetInt32().ShouldBe(values);
    }

    [Theory]
    [InlineData(1, ">99")]
    [InlineData(0, "<1")]
    [InlineData(0.625, "62")]
    public void Fact_that_held_in_every_draw_made_is_no_certainty(double mean, string words) => Words(StudyPage.Of(
        new StudyAnswer("s", [], 40, [new MeasureSummary("zone", MeasureUnit.Fact, 40, mean, 0, 0, 0, 0, 0, 0, 1)], []), 80)).ShouldContain($"zone {words}");

    [Fact]
    public void Verdict_and_number_are_not_asked_at_once() =>
        FulcrumProcess.Run("sensitivity", Harbour.Folder, "--verdict", "zone", "--number", "hand.north").ShouldSatisfyAllConditions(
            o => o.ExitCode.ShouldBe(2), o => o.Error.ShouldContain("give --verdict or --number, not both"));
}
