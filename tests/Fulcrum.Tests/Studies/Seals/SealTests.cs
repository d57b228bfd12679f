using Fulcrum.Studies.Seals;
using Fulcrum.Studies.Verdicts;
using Shouldly;

namespace Fulcrum.Tests.Studies.Seals;

public sealed class SealTests
{
    private static readonly Seal Made = new(
        "Harbour talks", new string('a', 64), "base", new DateOnly(2025, 3, 24), new DateOnly(2025, 3, 25), 1, 1000, "0.1.0",
        [new SealedChance("open", 0.8, "a deal is open") { Ranked = new RankedSupport(RankedWord.Possibly, 150, 200, 81, true) }, new SealedChance("war", 0.1, "the war goes on"), new SealedChance("never", 0.5, "not told")], [new SealedRange("hand.north", 40, 60), new SealedRange("hand.south", 10, 20)]);

    private static SealOutcome On(string id, double value, int day = 30) => new(id, value, new DateOnly(2025, 3, day));

    [Fact]
    public void A_seal_reads_back_and_any_change_breaks_it()
    {
        Seal.Read(Made.Text).Seal!.Text.ShouldBe(Made.Text);
        foreach (int at in Enumerable.Range(0, Made.Text.Length))
        {
            char[] changed = Made.Text.ToCharArray();
            changed[at] = changed[at] == 'x' ? 'y' : 'x';
            Seal.Read(new string(changed)).Seal.ShouldBeNull($"character {at}");
        }
    }

    [Fact]
    public void What_a_statement_owes_to_rankings_is_sealed_with_it()
    {
        Seal.Read(Made.Text).Seal!.Chances.Select(c => c.Ranked).ShouldBe([new RankedSupport(RankedWord.Possibly, 150, 200, 81, true), null, null]);
        string body = Made.Text[..Made.Text.LastIndexOf("sha256 ", StringComparison.Ordinal)].Replace("Possibly", "Perhaps", StringComparison.Ordinal);
        Seal.Read($"{body}sha256 {Seal.HashOf(body)}\n").Refusal.ShouldBe("its lines cannot be read");
    }

    [Fact]
    public void Scores_are_those_of_their_formulas()
    {
        SealScore score = SealScore.Of(Made, [On("open", 1), On("war", 1), On("hand.north", 40), On("hand.south", 21)]);

        score.Chances.Select(c => Math.Round(c.Brier, 12)).ShouldBe([0.04, 0.81]);
        score.Brier!.Value.ShouldBe((0.04 + 0.81) / 2, 1e-12);
        score.Log!.Value.ShouldBe(-(Math.Log(0.8) + Math.Log(0.1)) / 2, 1e-12);
        score.Coverage.ShouldBe(0.5);
        score.Open.ShouldBe(["never"]);
    }

    [Fact]
    public void Brier_and_log_scores_are_best_for_honest_chances()
    {
        // Proper: whatever the true chance, saying it has the best expected score (Brier 1950; Good 1952).
        foreach (double truth in new[] { 0.1, 0.35, 0.5, 0.8 })
        {
            double[] said = [.. Enumerable.Range(1, 19).Select(i => i / 20.0)];
            (double Brier, double Log) Expected(double p)
            {
                Seal seal = Made with { Chances = [new SealedChance("x", p, "x")], Ranges = [] };
                SealScore yes = SealScore.Of(seal, [On("x", 1)]), no = SealScore.Of(seal, [On("x", 0)]);
                return (truth * yes.Brier!.Value + (1 - truth) * no.Brier!.Value, truth * yes.Log!.Value + (1 - truth) * no.Log!.Value);
            }
            said.MinBy(p => Expected(p).Brier).ShouldBe(truth, 1e-9);
            said.MinBy(p => Expected(p).Log).ShouldBe(truth, 1e-9);
        }
    }

    [Theory]
    [InlineData(0.9999, 0.0)]
    [InlineData(0.0004, 1.0)]
    public void Chances_near_the_ends_are_sealed_as_they_were_said_and_score_when_they_fail(double said, double came)
    {
        Seal seal = Seal.Read((Made with { Chances = [new SealedChance("x", said, "x")], Ranges = [] }).Text).Seal.ShouldNotBeNull();

        seal.Chances.Single().Probability.ShouldBe(said);
        SealScore.Of(seal, [On("x", came)]).Log!.Value.ShouldBe(-Math.Log(came >= 0.5 ? said : 1 - said), 1e-9);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void Chance_that_was_rounded_to_an_end_still_has_a_score(double sealedAs, double came) =>
        SealScore.Of(Made with { Chances = [new SealedChance("x", sealedAs, "x")] }, [On("x", came)]).Log!.Value.ShouldBe(-Math.Log(0.0005), 1e-12);

    [Fact]
    public void What_was_so_before_the_seal_is_a_retrodiction_and_counts_in_no_mean()
    {
        SealScore score = SealScore.Of(Made, [On("open", 1, 20), On("war", 0)]);

        score.Chances.Select(c => c.Retrodiction).ShouldBe([true, false]);
        score.Brier!.Value.ShouldBe(0.01, 1e-12);
        SealScore.Of(Made with { SealedOn = new DateOnly(2025, 6, 1) }, [On("open", 1)]).Brier.ShouldBeNull();
    }

    [Fact]
    public void The_last_outcome_of_a_prediction_counts() => SealScore.Of(Made, [On("open", 0), On("open", 1)]).Chances.Single().Outcome.Value.ShouldBe(1);

    [Fact]
    public void Outcomes_read_back_from_their_lines()
    {
        SealOutcome.Read(On("open", 0.25).Line).ShouldBe(On("open", 0.25));
        SealOutcome.Read("outcome open").ShouldBeNull();
    }
}
