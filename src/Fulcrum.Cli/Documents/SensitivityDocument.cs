using Fulcrum.Findings;
using Fulcrum.Studies.Sensitivity;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'sensitivity': the part of the method asked, the others null.</summary>
/// <param name="Statement">A verdict was asked: its value is 1 where it holds, else 0.</param>
/// <param name="Ranked">What the verdict owes to rankings alone; null for a number, or where they leave nothing open.</param>
/// <param name="Middle">The answer with every number in the middle of its range.</param>
internal sealed record SensitivityDocument(
    string Title, string? Reading, string Method, string Asked, bool Statement, ulong Seed, double? Middle, SobolDocument? Sobol, IReadOnlyList<TornadoDocument>? Tornado,
    IReadOnlyList<ThresholdDocument>? Thresholds, BoxDocument? Box, InformationDocument? Information, RankedDocument? Ranked)
{
    public static SensitivityDocument Of(SensitivityAnswer a) => new(
        a.Title, a.Reading, a.Method.ToLowerInvariant(), a.Says, a.Statement, a.Seed, Document.Finite(a.Middle),
        a.Sobol is { } s ? new SobolDocument(Document.Finite(s.Mean), s.Variance, s.Rows, s.Values, [.. s.Indices.Select(i => new IndexDocument(i.Input, EstimateDocument.Of(i.First), EstimateDocument.Of(i.Total)))]) : null,
        a.Tornado is null ? null : [.. a.Tornado.Select(t => new TornadoDocument(t.Path, t.Low, t.High, Document.Finite(t.AtLow), Document.Finite(t.AtHigh), t.Swing))],
        a.Thresholds is null ? null : [.. a.Thresholds.Select(t => new ThresholdDocument(t.Path, t.Low, t.High, t.At, t.HoldsAbove))],
        a.Box is { } b ? new BoxDocument([.. b.Sides.Select(x => new SideDocument(x.Input, x.Low, x.High))], b.Density, b.Coverage, b.Everywhere, b.Draws) : null,
        a.Information is { } v ? new InformationDocument(v.Now, v.Best == 0, [.. v.Groups.Select(g => new KnowingDocument(g.Group, g.Value, g.Error))], v.Outer, v.Inner) : null, RankedDocument.Of(a.Ranked));
}

internal sealed record SobolDocument(double? Mean, double Variance, int Rows, int Values, IReadOnlyList<IndexDocument> Indices);

/// <param name="First">Share of the variance that the input carries by itself.</param>
/// <param name="Total">By itself and together with others.</param>
internal sealed record IndexDocument(string Input, EstimateDocument First, EstimateDocument Total);

/// <param name="Low">Lower end of the 90 % bootstrap interval.</param>
internal sealed record EstimateDocument(double Value, double? Low, double? High)
{
    public static EstimateDocument Of(Estimated e) => new(e.Value, Document.Finite(e.Low), Document.Finite(e.High));
}

internal sealed record TornadoDocument(string Path, double Low, double High, double? AtLow, double? AtHigh, double Swing);

internal sealed record ThresholdDocument(string Path, double Low, double High, double At, bool HoldsAbove);

/// <param name="Density">Share of the draws in the box in which the verdict fails, in draws not used to find it.</param>
/// <param name="Coverage">Share of the failures that lie in it.</param>
internal sealed record BoxDocument(IReadOnlyList<SideDocument> Sides, double Density, double Coverage, double Everywhere, int Draws);

internal sealed record SideDocument(string Input, double Low, double High);

/// <param name="Now">Share of the draws in which counting on the better guess is right.</param>
/// <param name="CountsOnIt">Whether that guess is that the verdict holds.</param>
internal sealed record InformationDocument(double Now, bool CountsOnIt, IReadOnlyList<KnowingDocument> Groups, int Outer, int Inner);

/// <param name="Value">By how much that share would rise, at most, were the group known.</param>
internal sealed record KnowingDocument(string Group, double Value, double Error);
