using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'solve'.</summary>
/// <param name="Solution">Null where no deal was found open.</param>
/// <param name="Outcomes">How many deals there are, as a decimal string: it may exceed any number type.</param>
internal sealed record SolveDocument(
    string Concept, bool Single, IReadOnlyList<string> Parties, string Outcomes, OpenDocument Zone, SolutionDocument? Solution, IReadOnlyDictionary<string, double?> NoDeal,
    IReadOnlyDictionary<string, double?> Claims, IReadOnlyList<string> Notes, ProofDocument Proof, IReadOnlyList<TieDocument> Ties,
    IReadOnlyDictionary<string, double>? Offer)
{
    public static SolveDocument Of(SolveAnswer a) => new(
        a.Concept, a.Single, [.. a.Parties.Select(p => p.Party)], a.Deals, new OpenDocument(a.ZoneSingle, a.ZoneLottery, a.ZoneProven),
        a.Mixture.Count == 0 ? null : new SolutionDocument(a.Parties.ToDictionary(p => p.Party, p => Document.Finite(p.Utility)), [.. a.Mixture.Select(Deal)], Document.Finite(a.Gap)),
        a.Parties.ToDictionary(p => p.Party, p => Document.Finite(p.NoDeal)), a.Parties.ToDictionary(p => p.Party, p => Document.Finite(p.Claim)), a.Notes,
        new ProofDocument(a.Proof, a.Steps), [.. a.Ties.Select(t => Tie(a, t))], a.Offer is { } offer ? a.Parties.Zip(offer).ToDictionary(p => p.First.Party, p => p.Second) : null);

    private static TieDocument Tie(SolveAnswer answer, SolvedDeal deal) => new(
        deal.Share, deal.Terms.ToDictionary(t => t.Issue, t => t.Option), deal.Levers, answer.Parties.Zip(deal.Utilities).ToDictionary(p => p.First.Party, p => Document.Finite(p.Second)));

    private static DealDocument Deal(SolvedDeal deal) => new(deal.Share, deal.Terms.ToDictionary(t => t.Issue, t => t.Option), deal.Levers);
}

/// <summary>Another deal that is equally good, and what it is worth to each party.</summary>
internal sealed record TieDocument(double Share, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Levers, IReadOnlyDictionary<string, double?> Utilities);

/// <summary>Whether a single deal, and a mixture of deals, is open.</summary>
/// <param name="Proven">False where none was found by a search that was stopped.</param>
internal sealed record OpenDocument(bool Single, bool Lottery, bool Proven);

/// <param name="Kind">proven | certified | limit.</param>
/// <param name="Steps">Branches looked at, or iterations.</param>
internal sealed record ProofDocument(string Kind, int Steps);

internal sealed record SolutionDocument(IReadOnlyDictionary<string, double?> Utilities, IReadOnlyList<DealDocument> Deals, double? Gap);

internal sealed record DealDocument(double Share, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Levers);
