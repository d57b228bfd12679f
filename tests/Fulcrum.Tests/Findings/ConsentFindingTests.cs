using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings.Sentences;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Findings;

/// <summary>What an analysis says where more than two must agree.</summary>
public sealed class ConsentFindingTests
{
    [Fact]
    public void Deal_over_somebodys_head_and_whoever_depends_on_whom_are_told()
    {
        Case @case = new CaseMaker()
            .Party("north", 1, ("land", 1)).Party("east", 1, ("land", 1)).Party("south", 1, ("land", 1)).Consent(["north"], 1, "east", "south")
            .Issue("land", ["as-is", "carved-up"], ("north", [0, 100]), ("east", [0, 100]), ("south", [100, 0]))
            .Course("stay", [], (1, ["as-is"])).Build();

        string[] texts = Texts(@case);

        texts.ShouldBe(
        [
            "A deal over somebody's head: north and east could settle without south, which would leave south 100 points of its 100 below what its own refusal would leave it.",
            "If somebody whose consent counts walks out, it costs north most if east does (50 points of its own 100) and east most if north does (50 points of its own 100).",
        ]);
    }

    [Fact]
    public void Two_who_must_agree_are_not_told_what_they_know()
    {
        Case @case = new CaseMaker()
            .Party("north", 1, ("land", 1)).Party("south", 1, ("land", 1))
            .Issue("land", ["as-is", "shared"], ("north", [0, 100]), ("south", [0, 100]))
            .Course("stay", [], (1, ["as-is"])).Build();

        Texts(@case).ShouldBeEmpty();
    }

    private static string[] Texts(Case @case) => [.. ConsentSentences.All(
        @case, WhoMustAgree.Of(CasePlan.Of(@case, CaseMaker.Today), CaseNumbers.MidRange(@case), new SettlementOptions(), TestContext.Current.CancellationToken)).Select(d => d.Text)];
}
