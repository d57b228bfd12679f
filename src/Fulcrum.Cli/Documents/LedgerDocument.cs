using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>A net change of the ledger and what it cost each party.</summary>
/// <param name="Move">The change's id: a move's, or where several moves make it, the lever's or 'ISSUE:OPTION'.</param>
/// <param name="Date">First day it may have happened; <paramref name="When"/> is how the ledger says it.</param>
internal sealed record ChangeDocument(
    string Move, string Date, string When, string Name, string By, string? Lever, string? Issue, IReadOnlyList<string> Moves, string Mark, bool Undone, bool Conditional,
    bool? Reversible, IReadOnlyList<string> CameBack, IReadOnlyList<string> ClashesWith, IReadOnlyList<string> Evidence, double Acts, string WentTo,
    IReadOnlyDictionary<string, CostDocument> Cost)
{
    public static ChangeDocument Of(ChangeAnswer c) => new(
        c.Id, Document.Day(c.First), c.When, c.Name, c.By, c.Lever, c.Issue, c.Moves, c.Mark, c.Undone, c.Conditional, c.Reversible,
        [.. c.CameBack.Select(m => m.Move)], c.Clashes, c.Evidence, c.Acts.Share, c.WentTo, c.Costs.ToDictionary(x => x.Party, CostDocument.Of));
}

/// <summary>What a change cost one party, in its own points; medians, with the whole ranges under <paramref name="Ranges"/>.</summary>
/// <param name="Chance">Share of the draws in which its fair share is a point or more.</param>
/// <param name="Size">Its fair share in these draws; null when there are none.</param>
/// <param name="InOrder">What it cost when it happened.</param>
/// <param name="Share">Its fair share of the whole loss, over all draws.</param>
/// <param name="Undone">What taking it back today would return.</param>
/// <param name="AtMidRange">The fair share with every number at its middle, exact up to twelve changes; null when it was not computed.</param>
internal sealed record CostDocument(double Chance, double? Size, double? InOrder, double? Share, double? Undone, double ShareError, double Gained, string WentTo, double? AtMidRange, CostRangesDocument Ranges)
{
    public static CostDocument Of(ChangeCost c) => new(
        c.PointOrMore.Share, c.Size?.Median, c.InOrder?.Median, c.FairShare?.Median, c.TakenBack?.Median, Document.Finite(c.FairShareError) ?? 0, c.Gained.Share, c.WentTo, Document.Finite(c.AtMidRange),
        new CostRangesDocument(SpreadDocument.Of(c.Size), SpreadDocument.Of(c.InOrder), SpreadDocument.Of(c.FairShare), SpreadDocument.Of(c.TakenBack)));
}

internal sealed record CostRangesDocument(SpreadDocument? Size, SpreadDocument? InOrder, SpreadDocument? Share, SpreadDocument? Undone);

/// <summary>One row of the ledger.</summary>
internal sealed record MoveDocument(
    string Move, string Date, string Last, string When, string By, IReadOnlyList<string> To, string Kind, string What, string Factuality, string? Lever, string? Issue,
    bool InModel, string? SameAs, IReadOnlyList<string> ClashesWith, IReadOnlyList<string> Evidence)
{
    public static MoveDocument Of(LedgerRow r) => new(
        r.Move, Document.Day(r.First), Document.Day(r.Last), r.When, r.By, r.To, r.Kind, r.What, r.Factuality, r.Lever, r.Issue, r.InModel, r.SameAs, r.ClashesWith, r.Evidence);
}

internal sealed record LedgerCountsDocument(
    int Moves, int Echoes, int InModel, int Sources, int IndependentSources, IReadOnlyDictionary<string, string> DerivedFrom,
    IReadOnlyDictionary<string, AskedDocument> Asked, IReadOnlyDictionary<string, int> Pressure, IReadOnlyDictionary<string, ConcededDocument> Conceded)
{
    public static LedgerCountsDocument Of(LedgerAnswer l) => new(
        l.Moves, l.Echoes, l.InModel, l.Sources, l.IndependentSources, l.DerivedSources.ToDictionary(d => d.Source, d => d.From),
        l.Asked.ToDictionary(a => a.Party, a => new AskedDocument(a.Asked, a.Met)), l.Pressure.ToDictionary(p => p.Party, p => p.Count),
        l.Conceded.ToDictionary(c => c.Party, c => new ConcededDocument(c.Count, c.WithoutReturn)));
}

internal sealed record AskedDocument(int Asked, int Met);

internal sealed record ConcededDocument(int Count, int WithoutReturn);
