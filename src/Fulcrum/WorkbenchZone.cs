using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

public sealed record ZoneMapOptions
{
    /// <summary>Further parties that no deal shown may leave worse off; every other whose consent is needed when null.</summary>
    public IReadOnlyList<PartyId>? Consent { get; init; }

    /// <summary>Most deals to look at for the density.</summary>
    public int Sample { get; init; } = 20_000;

    public ulong Seed { get; init; } = 1;

    /// <summary>Columns, and rows, of the density.</summary>
    public int Cells { get; init; } = 48;

    /// <summary>Most points of the frontier, and most deals to look at one by one.</summary>
    public int Most { get; init; } = 250;
}

/// <summary>Maps of the deals between two parties, at mid-range.</summary>
internal static class WorkbenchZone
{
    /// <summary>More points of a frontier than this are thinned: the map could not show them.</summary>
    private const int MostFrontier = 5_000;

    /// <summary>The map, or null where one of the two has no preferences.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static ZoneMap? Of(CasePlan plan, PartyId x, PartyId y, ZoneMapOptions options, CancellationToken cancellation)
    {
        CaseNumbers middle = CaseNumbers.MidRange(plan.Case);
        BargainingProblem problem = SituationBuilder.Build(plan, middle, plan.AsOf);
        PartyId[] order = [.. problem.Space.Parties];
        if (x == y || new[] { x, y }.Any(p => !plan.Case.Parties.Any(q => q.Id == p && q.Weights is not null)))
        {
            return null;
        }
        PartyId[] consent = [.. (options.Consent ?? Needed(problem)).Where(p => p != x && p != y && order.Contains(p)).Distinct()];
        ulong required = consent.Aggregate(0UL, (mask, p) => mask | 1UL << Array.IndexOf(order, p));
        AgreementZone zone = Solving.Zone(problem, cancellation: cancellation);
        Settlement Told(SettlementOptions asked) => Solving.Solve(problem, asked, cancellation) is var all && all.FirstOrDefault(s => s.IsOpen) is { } open ? open : all[0];
        return ZoneMapComposer.Compose(
            new ZoneMapInput(
                plan.Case, problem, x, y, consent, DealSample.Of(problem, required, options.Sample, options.Seed),
                EfficientFrontier.Of(problem, new FrontierOptions { Parties = [x, y, .. consent], Limit = MostFrontier }, null, cancellation),
                Told(new SettlementOptions()),
                [
                    ("Best single deal", Told(new SettlementOptions { Single = true })),
                    ("Kalai-Smorodinsky", Told(new SettlementOptions { Concept = Concept.KalaiSmorodinsky })),
                    ("Egalitarian (compares points)", Told(new SettlementOptions { Concept = Concept.Egalitarian })),
                    ("Welfare (compares points)", Told(new SettlementOptions { Concept = Concept.Welfare })),
                ],
                zone, zone.Single ? null : OpeningLevers.Of(plan, middle, cancellation).Best),
            options.Cells, options.Most);
    }

    /// <summary>The maps of every two parties of the first coalition.</summary>
    public static IEnumerable<ZoneMap> Pairs(CasePlan plan, ZoneMapOptions options, CancellationToken cancellation)
    {
        var needed = Needed(SituationBuilder.Build(plan, CaseNumbers.MidRange(plan.Case), plan.AsOf)).ToHashSet();
        PartyId[] parties = [.. plan.Case.Parties.Select(p => p.Id).Where(needed.Contains)];
        return from i in Enumerable.Range(0, parties.Length)
               from j in Enumerable.Range(i + 1, parties.Length - i - 1)
               let map = Of(plan, parties[i], parties[j], options, cancellation)
               where map is not null
               select map;
    }

    /// <summary>The parties of the first coalition, in the problem's order.</summary>
    public static IEnumerable<PartyId> Needed(BargainingProblem problem) =>
        problem.Space.Parties.Where((_, i) => problem.Coalitions.Count > 0 && (problem.Coalitions[0] >> i & 1) != 0);
}
