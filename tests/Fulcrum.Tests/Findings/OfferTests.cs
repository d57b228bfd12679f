using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Findings;

/// <summary>Proposals and weights as a user types them, at the front door.</summary>
public sealed class OfferTests
{
    // Two issues that north weighs 3 to 1 and south 1 to 3; failing leaves both with nothing.
    private static readonly Case Trade = new CaseMaker()
        .Party("north", 1, ("a", 3), ("b", 1)).Party("south", 1, ("a", 1), ("b", 3))
        .Issue("a", ["mine", "yours"], ("north", [100, 0]), ("south", [0, 100]))
        .Issue("b", ["mine", "yours"], ("north", [100, 0]), ("south", [0, 100]))
        .Lever("loan", "north", deal: [("south", 2), ("north", 1)])
        .Course("war", [("north", 100), ("south", 100)], (1, ["mine", "mine"]))
        .Build();

    private static Answer<SolveAnswer> Improve(SettlementOptions options, params string[] words) =>
        new Workbench(_ => new CaseReadResult(Trade, [])).Improve(CaseRequest.Base, words, options, TestContext.Current.CancellationToken);

    [Fact]
    public void Offer_that_splits_each_issue_the_wrong_way_is_improved_for_both()
    {
        SolveAnswer answer = Improve(new SettlementOptions { Single = true }, "a=yours", "b=mine").Value.ShouldNotBeNull();

        answer.Offer.ShouldBe([25, 25]);
        answer.Mixture[0].Terms.Select(t => $"{t.Issue}={t.Option}").ShouldBe(["a=mine", "b=yours"]);
        answer.Mixture[0].Levers.ShouldBe(["loan"]);
        answer.Parties.Select(p => p.Utility).ShouldBe([76, 77]);
        answer.Proof.ShouldBe("proven");
    }

    [Fact]
    public void Efficient_offer_comes_back_and_the_answer_says_so()
    {
        SolveAnswer answer = Improve(new SettlementOptions { Single = true }, "b=yours", "loan").Value.ShouldNotBeNull();

        answer.Parties.Select(p => p.Utility).ShouldBe(answer.Offer!);
        answer.Notes.ShouldContain(n => n.StartsWith("The offer itself", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("c=mine")]
    [InlineData("a=maine")]
    [InlineData("lone")]
    public void Unknown_word_of_an_offer_is_a_problem(string word) => Improve(new SettlementOptions(), word).Problems[0].Code.ShouldBe("offer/unknown");

    [Fact]
    public void Offer_that_names_two_options_for_an_issue_is_a_problem_and_one_twice_is_none()
    {
        Improve(new SettlementOptions(), "a=mine", "a=yours").Problems[0].Code.ShouldBe("offer/twice");
        Improve(new SettlementOptions(), "a=mine", "a=mine").Value.ShouldNotBeNull();
    }

    [Fact]
    public void Offer_with_what_nobody_can_sign_is_a_problem()
    {
        Case harder = new CaseMaker().Party("north", 1, ("a", 1)).Party("south", 1, ("a", 1))
            .Issue("a", ["as-is", "overrun!"], ("north", [0, 100]), ("south", [100, 0])).Course("war", [], (1, ["as-is"])).Build();

        new Workbench(_ => new CaseReadResult(harder, [])).Improve(CaseRequest.Base, ["a=overrun"], new SettlementOptions(), TestContext.Current.CancellationToken)
            .Problems[0].Code.ShouldBe("offer/cannot-be-signed");
    }

    [Fact]
    public void Weight_of_a_stranger_is_a_problem()
    {
        var options = new SettlementOptions { Weights = new Dictionary<PartyId, double> { [new PartyId("nroth")] = 2 } };

        new Workbench(_ => new CaseReadResult(Trade, [])).Solve(CaseRequest.Base, options, TestContext.Current.CancellationToken).Problems[0].Code.ShouldBe("ask/unknown-party");
        Improve(options, "a=yours").Problems[0].Code.ShouldBe("ask/unknown-party");
    }
}
