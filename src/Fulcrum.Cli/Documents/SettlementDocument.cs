using Fulcrum.Findings;

namespace Fulcrum.Cli.Documents;

/// <summary>The predicted deal: average share of each option over the draws in which a deal is open.</summary>
/// <param name="Issues">Issue to option to share, 0..1.</param>
/// <param name="Single">The single deal that is the best one in most draws, issue to option.</param>
/// <param name="SingleShare">Share of the draws with an open single deal in which it is.</param>
internal sealed record SettlementDocument(
    int OpenDraws, IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Issues, IReadOnlyDictionary<string, double> Levers,
    IReadOnlyDictionary<string, string>? Single, double? SingleShare)
{
    public static SettlementDocument? Of(PredictedDeal? deal) => deal is null ? null : new(
        deal.OpenDraws,
        deal.Issues.ToDictionary(i => i.Issue, i => (IReadOnlyDictionary<string, double>)i.Options.ToDictionary(o => o.Option, o => o.Share)),
        deal.Levers.ToDictionary(l => l.Lever, l => l.Share),
        deal.Single?.Terms.ToDictionary(t => t.Issue, t => t.Option), deal.Single?.Best.Share);
}

/// <summary>Share of the draws in which a single deal, and a mixture of deals, is open.</summary>
internal sealed record ZoneDocument(
    double Single, double Lottery, SpreadDocument? Margin, bool OpenAtMidRange, IReadOnlyList<string> Blockers, IReadOnlyDictionary<string, double?> Opens)
{
    public static ZoneDocument? Of(ZoneAnswer? zone) => zone is null ? null : new(
        zone.Single.Share, zone.Lottery.Share, SpreadDocument.Of(zone.Margin), zone.OpenAtMidRange, zone.Blockers,
        zone.Opens.ToDictionary(o => o.Party, o => Document.Finite(o.Points)));
}
