using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Studies.Choices;
using Fulcrum.Studies.Seals;
using Fulcrum.Studies.Verdicts;
using Shouldly;

namespace Fulcrum.Tests.Studies.Choices;

/// <summary>Choices and seals say what they owe to rankings alone, on a case with an answer on paper.</summary>
public sealed class RankedChoiceTests
{
    // Splitting is the only deal, and A gets its value: anything from 0 to 100, uniform. Ruling the gift out takes away from B alone.
    private const string Talks = """
        fulcrum: 1
        case: a value by rank
        starts: 2025-01-20
        as-of: 2025-03-24
        parties: {a: {role: principal}, b: {role: principal}}
        issues:
          only: {options: [worst, middle, best], a: best > middle > worst, b: {worst: 0, middle: 100, best: 0}}
        weights: {a: {only: 1}, b: {only: 1}}
        no-deal: {failure: {all: {chance: 1, as: {only: middle}}}}
        levers:
          gift: {holder: a, deal: {b: 5}}
        """;

    private static readonly Workbench Ranked = new(request => CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = Talks }, new CaseReadOptions { Reading = request.Reading }));

    [Theory]
    [InlineData(-1, RankedWord.Necessarily, 1)]
    [InlineData(70, RankedWord.Possibly, 0.3)]
    [InlineData(101, RankedWord.Never, 0)]
    public void A_choice_is_good_enough_necessarily_possibly_or_never(double atLeast, RankedWord word, double share)
    {
        ChoiceAnswer answer = new WorkbenchChoice(Ranked).Ask(new ChoiceRequest { Party = new PartyId("a"), AtLeast = atLeast }, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        answer.Rows.Count.ShouldBeGreaterThan(1);
        foreach (ChoiceRow row in answer.Rows)
        {
            RankedSupport support = row.Readings.ShouldHaveSingleItem().Ranked.ShouldNotBeNull(row.Choice);
            support.Word.ShouldBe(word, row.Choice);
            // Four standard errors from 200 draws.
            support.Share.ShouldBe(share, 0.142, row.Choice);
        }
    }

    [Fact]
    public void A_seal_holds_the_word_of_each_statement_and_none_for_claims_of_ones_own()
    {
        var request = new SealRequest
        {
            Study = new StudyRequest { Options = new AnalyzeOptions { Draws = 20 }, Verdicts = ["no-deal.a <= 100", "no-deal.a > 30"] }, Own = [new SealedChance("own", 0.5, "mine")],
        };
        Seal seal = WorkbenchSeal.Make(Ranked, request, null, TestContext.Current.CancellationToken).Value.ShouldNotBeNull();

        seal.Chances.Select(c => c.Ranked?.Word).ShouldBe([RankedWord.Necessarily, RankedWord.Possibly, null]);
        Seal.Read(seal.Text).Seal!.Chances.ShouldBe(seal.Chances);
    }
}
