using Fulcrum.Cases;
using Fulcrum.Findings.Sentences;
using Fulcrum.Findings.Tables;

namespace Fulcrum.Findings;

/// <summary>From the draws of a study to the answer: tables, then sentences about the tables.</summary>
internal static class AnalysisBuilder
{
    public static Analysis Build(AnalysisInput input)
    {
        Case @case = input.Case;
        var table = new DrawTable(input);
        Provenance provenance = ProvenanceTable.Of(@case);
        Case upTo = @case with { AsOf = input.Plan.AsOf, Moves = @case.Moves.Where(m => m.Date.Middle <= input.Plan.AsOf).ToArray() };
        LedgerAnswer ledger = LedgerTable.Ledger(upTo);
        Tabled tabled = input.Draws.Count == 0 ? Tabled.Nothing : Tabulate(table);
        Finding[] findings = Findings(table, tabled, upTo, ledger).Select((draft, i) => draft.Numbered(i + 1)).ToArray();
        return new Analysis
        {
            Title = @case.Title,
            Question = @case.Question,
            Starts = @case.Starts,
            AsOf = input.Plan.AsOf,
            Frozen = @case.Frozen,
            Reading = @case.AppliedReading?.Value,
            ReadingName = @case.AppliedReading is { } id ? @case.Readings.FirstOrDefault(r => r.Id == id)?.Name ?? id.Value : "base case",
            HasModel = input.Draws.Count > 0,
            InShort = Summaries.Of(table, tabled.Totals, findings),
            CheckFirst = Sentences.CheckFirst.Of(table, provenance, findings),
            Hands = tabled.Hands,
            Deal = tabled.Deal,
            Zone = tabled.Zone,
            Changes = tabled.Changes,
            Totals = tabled.Totals,
            Levers = tabled.Levers,
            Dependences = tabled.Dependences,
            Timeline = tabled.Timeline,
            Ledger = ledger,
            Provenance = provenance,
            Findings = findings,
            Method = MethodOf(input),
        };
    }

    /// <summary>Id of the change that is the costliest for the first focus party in most draws, as 'in short' counts them; null when none is in any, or two are in as many.</summary>
    public static string? Costliest(AnalysisInput input)
    {
        var leaders = Summaries.Leaders(new DrawTable(input));
        bool alone = leaders.Length > 0 && leaders[0].Leads.Hits > 0 && (leaders.Length == 1 || leaders[0].Leads.Hits > leaders[1].Leads.Hits);
        return alone ? leaders[0].Change.Id : null;
    }

    private static Tabled Tabulate(DrawTable table) => new(
        HandTable.Hands(table), DealTable.Deal(table), DealTable.Zone(table), ChangeTable.Changes(table), ChangeTable.Totals(table), LeverTable.Levers(table),
        HandTable.Dependences(table), HandTable.Timeline(table));

    // The order of the report: costs, zone, levers, who gained, the ledger, what is not answerable, who could do without whom.
    private static IEnumerable<Draft> Findings(DrawTable table, Tabled tabled, Case upTo, LedgerAnswer ledger)
    {
        IEnumerable<Draft?> ofModel = tabled.Zone is not { } zone
            ? []
            :
            [
                .. CostSentences.Totals(table, tabled.Totals),
                ZoneSentences.Zone(table, zone),
                ZoneSentences.RealityCheck(table, tabled.Timeline),
                ZoneSentences.Deal(table, tabled.Deal),
                .. CostSentences.Changes(table, tabled.Changes),
                .. LeverSentences.Levers(table, tabled.Levers),
                .. CostSentences.WhoGained(table, tabled.Totals),
            ];
        return ofModel.OfType<Draft>().Concat(LedgerSentences.All(upTo, ledger)).Concat(GapSentences.All(table.Case))
            .Concat(ConsentSentences.All(table.Case, table.Input.Consent));
    }

    private static Method MethodOf(AnalysisInput input)
    {
        double[] gaps = input.Draws.Select(d => d.LargestGap).Where(double.IsFinite).ToArray();
        return new Method(
            input.Asked, input.Draws.Count, input.Seed, "Nash bargaining over mixtures of deals", gaps.Length == 0 ? null : gaps.Max(), input.Case.Hash, input.Version);
    }

    private sealed record Tabled(
        IReadOnlyList<PartyHand> Hands, PredictedDeal? Deal, ZoneAnswer? Zone, IReadOnlyList<ChangeAnswer> Changes, IReadOnlyList<TotalCost> Totals,
        IReadOnlyList<LeverAnswer> Levers, IReadOnlyList<Dependence> Dependences, IReadOnlyList<TimelinePoint> Timeline)
    {
        public static readonly Tabled Nothing = new([], null, null, [], [], [], [], []);
    }
}
