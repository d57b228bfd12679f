using Fulcrum.Findings;
using Fulcrum.Studies.Shards;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'study merge'. Into how many parts the study was cut stands nowhere: it changes nothing.</summary>
internal sealed record StudyDocument(
    string Study, IReadOnlyList<SettingDocument> Settings, long Draws, IReadOnlyList<VerdictDocument> Verdicts, IReadOnlyList<MeasureDocument> Measures)
{
    public static StudyDocument Of(StudyAnswer a) => new(
        a.Study, [.. a.Settings.Select(s => new SettingDocument(s.Name, s.Value))], a.Draws,
        [.. a.Verdicts.Select(v => new VerdictDocument(v.Id, v.Says, v.Holds, v.Hits, v.Untold, v.Draws, v.Share, v.Error, v.Chance.Word, RankedDocument.Of(v.Ranked)))],
        [.. a.Measures.Select(m => new MeasureDocument(m.Name, Words.Hyphened(m.Unit.ToString()), m.Draws, m.Mean, m.Deviation, m.Least, m.P5, m.Median, m.P95, m.Most, m.Bin, m.Below, m.Above, m.Edge))]);
}

internal sealed record SettingDocument(string Name, string Value);

/// <param name="Error">Standard error of the share from the number of draws alone.</param>
/// <param name="Ranked">What it owes to rankings; null where they leave nothing open.</param>
internal sealed record VerdictDocument(string Id, string Says, string Holds, long Hits, long Untold, long Draws, double Share, double Error, string Word, RankedDocument? Ranked);

/// <param name="Word">necessarily, possibly or never, over all that the rankings allow, every other number at its middle.</param>
/// <param name="Share">Share of what the rankings allow in which the verdict holds.</param>
/// <param name="Proven">Else the word is as far as draws and corners show; <paramref name="AtMostOtherwise"/> then bounds the rest at 95 % confidence.</param>
internal sealed record RankedDocument(string Word, double Share, int Draws, int Corners, bool Proven, double? AtMostOtherwise)
{
    public static RankedDocument? Of(RankedSupport? s) => s is null ? null : new(Words.Hyphened(s.Word.ToString()), s.Share, s.Draws, s.Corners, s.Proven, s.AtMostOtherwise);
}

/// <param name="Bin">Quantiles are right to half of this.</param>
/// <param name="Below">Draws below minus the edge, of which only the least is known: a quantile of minus the edge is then at most that; likewise above.</param>
internal sealed record MeasureDocument(
    string Name, string Unit, long Draws, double? Mean, double? Deviation, double? Least, double? P5, double? Median, double? P95, double? Most, double Bin, long Below, long Above, double Edge);

/// <summary>The answer of 'study' for one part.</summary>
internal sealed record ShardDocument(string Study, int Shard, int Of, long First, long End, long Next, bool Finished)
{
    public static ShardDocument From(Shard s) => new(s.Plan.Id, s.Number, s.Of, s.First, s.End, s.Next, s.Finished);
}

internal sealed record StudyStatusDocument(string Study, long Draws, int Of, IReadOnlyList<ShardDocument> Shards, IReadOnlyList<int> Left)
{
    public static StudyStatusDocument From(StudyStatus s) => new(s.Plan.Id, s.Plan.Draws, s.Of, [.. s.Shards.Select(ShardDocument.From)], s.Left(Math.Max(1, s.Of)));
}

/// <param name="Job">Null when nothing was submitted.</param>
/// <param name="Shards">The parts that were left to do.</param>
internal sealed record SubmitDocument(string Study, string? Job, string Script, IReadOnlyList<int> Shards);
