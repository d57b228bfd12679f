using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Findings;

public sealed class WhyTests
{
    private static readonly Workbench Sample = new(_ => SampleCase.Read(SampleCase.Full));

    private static Answer<WhyAnswer> Why(string id) => Sample.Why(id, new AnalyzeOptions { Draws = 2 }, null, null, null, TestContext.Current.CancellationToken);

    [Fact]
    public void A_move_names_those_that_it_came_after()
    {
        WhyStep[] steps = [.. Why("asked").Value.ShouldNotBeNull().Steps];

        steps.ShouldContain(s => s.Kind == "note" && s.Text.StartsWith("came after 'ruled-out' (2025-03-01: no open line)", StringComparison.Ordinal));
        Why("ruled-out").Value.ShouldNotBeNull().Steps.ShouldNotContain(s => s.Text.StartsWith("came after", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ruled-uot", "ruled-out")]
    [InlineData("no-deal.war-goes-on.cots.north", "no-deal.war-goes-on.cost.north")]
    [InlineData("what is this", "the id of a finding")]
    public void An_id_of_nothing_is_a_problem_that_names_what_may_have_been_meant(string id, string meant)
    {
        Answer<WhyAnswer> answer = Why(id);

        answer.Value.ShouldBeNull();
        CaseProblem problem = answer.Problems[0];
        problem.Code.ShouldBe("why/unknown");
        problem.Message.ShouldContain(id);
        problem.Help.ShouldContain(meant);
    }
}
