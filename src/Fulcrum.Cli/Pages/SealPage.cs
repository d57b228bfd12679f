using System.Globalization;
using Fulcrum.Findings;
using Fulcrum.Studies.Seals;

namespace Fulcrum.Cli.Pages;

/// <summary>A seal and what came of it.</summary>
internal static class SealPage
{
    // The standard error of a share of 9 in 10 is still 7 of 100 at so many.
    private const int FewPredictions = 20;

    public static Page Of(Seal seal, SealScore? score, int width)
    {
        var page = new Page(width);
        page.Spread(new Piece(seal.Title, Ink.Strong), new Piece($"sealed {Figures.Day(seal.SealedOn)}", Ink.Faint));
        if (seal.IsRetrodiction)
        {
            page.Paragraph($"Retrodiction: the case speaks as of {Figures.Day(seal.AsOf)}, and the seal came later. What happened meanwhile may have been known.", ink: Ink.Caution);
        }
        page.Heading("PREDICTIONS");
        foreach (SealedChance chance in seal.Chances)
        {
            ScoredChance? scored = score?.Chances.FirstOrDefault(c => c.Prediction == chance);
            string came = scored is null ? "" : string.Create(CultureInfo.InvariantCulture, $": {(scored.Outcome.Value >= 0.5 ? "it was so" : "it was not")}, Brier {scored.Brier:0.00}, log {scored.Log:0.00}{(scored.Retrodiction ? ", retrodiction" : "")}");
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{chance.Id}  {chance.Says}: {100 * chance.Probability:0.#} of 100{came}"), indent: 2, hanging: 4);
            if (chance.Ranked is { } ranked)
            {
                page.Paragraph($"over the rankings alone, every other number at its middle: {RankedWords.Of(ranked)}", indent: 4, ink: Ink.Faint);
            }
        }
        foreach (SealedRange range in seal.Ranges)
        {
            ScoredRange? scored = score?.Ranges.FirstOrDefault(r => r.Prediction == range);
            string came = scored is null ? "" : string.Create(CultureInfo.InvariantCulture, $": it was {scored.Outcome.Value:0.#}, {(scored.Within ? "within" : "outside")}{(scored.Retrodiction ? ", retrodiction" : "")}");
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{range.Id}  {range.Low:0.#} to {range.High:0.#} in 90 of 100{came}"), indent: 2, hanging: 4);
        }
        if (score is not null)
        {
            page.Heading("SCORE", "without retrodictions");
            Score(page, score);
            if (score.Open.Count > 0)
            {
                page.Paragraph($"Open: {string.Join(", ", score.Open)}", indent: 2, ink: Ink.Faint);
            }
        }
        page.Blank();
        page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"Content {seal.Content[..16]}, reading {seal.Reading}, {seal.Draws} draws, seed {seal.Seed}, fulcrum {seal.Version}"), ink: Ink.Faint);
        return page;
    }

    // A mean says over how many predictions it is taken; a share of a few is given as a count.
    private static void Score(Page page, SealScore score)
    {
        int statements = score.Chances.Count(c => !c.Retrodiction);
        ScoredRange[] numbers = [.. score.Ranges.Where(r => !r.Retrodiction)];
        page.Paragraph(
            score.Brier is { } brier
                ? string.Create(CultureInfo.InvariantCulture, $"Brier {brier:0.000} (0 best, 0.25 for always one half), log {score.Log:0.000} (0.693 for always one half), over {Count(statements, "statement")}")
                : "No statement has an outcome ahead of which it was sealed.",
            indent: 2);
        if (numbers.Length > 0)
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{numbers.Count(n => n.Within)} of {Count(numbers.Length, "number")} fell into {(numbers.Length == 1 ? "its range" : "their ranges")}; 9 of 10 were meant."), indent: 2);
        }
        if (statements + numbers.Length is > 0 and < FewPredictions and var few)
        {
            page.Paragraph($"{Count(few, "prediction")} with an outcome: too few to judge by.", indent: 2, ink: Ink.Caution);
        }
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
