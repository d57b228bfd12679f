using System.Globalization;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Studies.Shards;

namespace Fulcrum.Cli.Pages;

/// <summary>A study in parts: one part, how far all have come, and what they found together.</summary>
internal static class StudyPage
{
    private const int NameColumns = 44;

    public static Page Of(Shard shard, string folder, int width)
    {
        var page = new Page(width);
        page.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{Path.Combine(folder, shard.FileName)}: {shard.Next - shard.First} of {shard.End - shard.First} draws, part {shard.Number} of {shard.Of}"));
        return page;
    }

    public static Page Of(StudyAnswer answer, int width)
    {
        var page = new Page(width);
        string Setting(string name) => answer.Settings.FirstOrDefault(s => s.Name == name)?.Value ?? "";
        page.Spread(new Piece(Setting("title"), Ink.Strong), new Piece(string.Create(CultureInfo.InvariantCulture, $"{answer.Draws} draws"), Ink.Faint));
        if (answer.Verdicts.Count > 0)
        {
            page.Heading("STATEMENTS", "how often each holds, on these assumptions");
            foreach (VerdictSummary verdict in answer.Verdicts)
            {
                page.Paragraph($"{verdict.Says}: {Held(verdict)}", indent: 2, hanging: 4);
                if (verdict.Ranked is { } ranked)
                {
                    page.Paragraph($"over the rankings alone, every other number at its middle: {RankedWords.Of(ranked)}", indent: 4, ink: Ink.Faint);
                }
            }
        }
        page.Heading("RESULTS", "median (5th..95th of 100 draws); shares of 100 for facts and shares");
        foreach (MeasureSummary measure in answer.Measures)
        {
            page.Line("  ", Page.Fit(measure.Name, NameColumns), Range(measure), new Piece(Missing(measure, answer.Draws), Ink.Faint));
        }
        page.Blank();
        page.Paragraph($"Reading {Setting("reading")}, seed {Setting("seed")}, as of {Setting("as-of")}, case {Setting("case")}, fulcrum {Setting("version")}, study {answer.Study}", ink: Ink.Faint);
        return page;
    }

    /// <param name="queue">What the queue of a cluster says; null when nothing was asked of it.</param>
    public static Page Of(StudyStatus status, string? queue, int width)
    {
        var page = new Page(width);
        page.Paragraph(InOneLine(status));
        foreach (Shard shard in status.Shards.Where(s => !s.Finished))
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"part {shard.Number}: {shard.Next - shard.First} of {shard.End - shard.First} draws"), indent: 2);
        }
        if (queue is not null)
        {
            page.Heading("QUEUE");
            foreach (string line in queue.Split('\n'))
            {
                page.Paragraph(line, indent: 2);
            }
        }
        return page;
    }

    public static string InOneLine(StudyStatus status)
    {
        long done = status.Shards.Sum(s => (long)s.Next - s.First);
        return string.Create(CultureInfo.InvariantCulture,
            $"{status.Shards.Count(s => s.Finished)} of {status.Of} parts finished, {status.Shards.Count(s => !s.Finished)} begun, {done} of {status.Plan.Draws} draws");
    }

    public static string Held(VerdictSummary verdict)
    {
        string word = verdict.Draws >= Likelihood.FewestDraws ? $", {verdict.Chance.Word}" : "";
        string untold = verdict.Untold == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; in {verdict.Untold} draws it cannot be told");
        return $"{verdict.Chance.InDraws}{word}{untold}";
    }

    // Draws are assumptions: what is so in all of them is not certain.
    private static string Fact(double mean) => Math.Round(100 * mean) is >= 100 ? ">99" : Math.Round(100 * mean) is <= 0 ? "<1" : Figures.Percent(mean);

    private static string Range(MeasureSummary measure)
    {
        if (measure is not { Median: { } median, P5: { } p5, P95: { } p95 })
        {
            return "-";
        }
        return measure.Unit switch
        {
            MeasureUnit.Fact => Fact(measure.Mean ?? median),
            MeasureUnit.Share => $"{Figures.Percent(median)} ({Figures.Percent(p5)}..{Figures.Percent(p95)})",
            _ => $"{Known(measure, median)} ({Known(measure, p5)}..{Known(measure, p95)})",
        };
    }

    // Of what lies beyond the edge of the counting no more is known than that.
    private static string Known(MeasureSummary measure, double quantile) =>
        measure.Below > 0 && quantile == -measure.Edge ? $"at most {Figures.Points(quantile)}"
        : measure.Above > 0 && quantile == measure.Edge ? $"at least {Figures.Points(quantile)}"
        : Figures.Points(quantile);

    private static string Missing(MeasureSummary measure, long draws) => string.Create(CultureInfo.InvariantCulture,
        $"{(measure.Draws == draws ? "" : $"  in {measure.Draws} draws")}{(measure.Below + measure.Above == 0 ? "" : $"  {measure.Below + measure.Above} draws beyond {measure.Edge:f0} either way, from {measure.Least:g6} to {measure.Most:g6}")}");
}
