using Fulcrum.Cases;

namespace Fulcrum.Tests.Cases.Verifying;

/// <summary>Pieces of a case for the tests of evidence.</summary>
internal static class Evidences
{
    public static Evidence Of(string id, string source, TextSpan? span, string? hash, params string[] figures) => new(
        new EvidenceId(id), new SourceId(source), span, hash, Paragraph: null, Speaker: null, Summary: "in our words", figures, new TextPlace("evidence.yaml", 1, 1));

    public static Source Source(string id, string? hash, string? title = null) => new(
        new SourceId(id), Outlet: null, Author: null, title, Date: null, Url: null, "other", hash, DerivedFrom: null, Note: null, new TextPlace("sources.yaml", 1, 1));

    public static Quantity Quoted(NumberShape shape, params string[] evidence) => new(
        0, "levers.water.deal.upper", "levers.water.deal.upper", shape,
        new Support(Mark.Quoted, [.. evidence.Select(e => new EvidenceId(e))], null), new TextPlace("case.yaml", 7, 3));

    public static Case Case(IReadOnlyList<Source> sources, IReadOnlyList<Evidence> evidence, params IReadOnlyList<Quantity> quantities) => new()
    {
        Title = "Test",
        Starts = new DateOnly(2025, 1, 1),
        AsOf = new DateOnly(2025, 2, 1),
        Parties = [],
        Consent = new Consent([], 0, []),
        Focus = [],
        Issues = [],
        Together = [],
        RedLines = [],
        Levers = [],
        Commitments = [],
        Moves = [],
        Sources = sources,
        Evidence = evidence,
        Readings = [],
        Beliefs = new Dictionary<PartyId, ReadingId>(),
        Quantities = quantities,
        Rankings = [],
        Hash = "000000000000",
    };
}
