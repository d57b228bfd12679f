using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Tables;

/// <summary>Hands, no-deal values, dependence and the replay of the ledger.</summary>
internal static class HandTable
{
    public static IReadOnlyList<PartyHand> Hands(DrawTable table) => table.Valued.Select(party => Hand(table, party)).ToArray();

    private static PartyHand Hand(DrawTable table, int party)
    {
        Party who = table.Case.Parties[party];
        Consent consent = table.Case.Consent;
        return new PartyHand(
            who.Id.Value, who.Name, who.Role.ToString().ToLowerInvariant(), table.Focus.Contains(party), consent.All.Contains(who.Id) || consent.Of.Contains(who.Id),
            table.Spread(d => d.Hands[party]),
            table.SpreadWhere(d => d.ZoneLottery, d => d.Hands[party]),
            table.Spread(d => d.NoDeal[party]),
            table.Spread(d => d.HandsUnchanged[party]),
            table.Input.NoDealMeans.FirstOrDefault(m => m.Party == who.Id)?.Text);
    }

    public static IReadOnlyList<Dependence> Dependences(DrawTable table) =>
        table.Valued.SelectMany(
            party => Enumerable.Range(0, table.Case.Parties.Count).Where(on => on != party && Consents(table.Case, on)),
            (party, on) => new Dependence(table.Id(party), table.Id(on), table.Spread(d => d.Dependence[party][on]))).ToArray();

    private static bool Consents(Case @case, int party) => @case.Consent.All.Contains(@case.Parties[party].Id) || @case.Consent.Of.Contains(@case.Parties[party].Id);

    public static IReadOnlyList<TimelinePoint> Timeline(DrawTable table)
    {
        var points = new List<TimelinePoint>();
        for (int t = 0; t < table.Input.Plan.Dates.Count; t++)
        {
            int at = t;
            DateOnly date = table.Input.Plan.Dates[at];
            points.Add(new TimelinePoint(
                date,
                table.Chance(d => d.ZoneAt[at]),
                table.Valued.Select(p => new TimelineHand(table.Id(p), table.Spread(d => d.HandsAt[at][p]), table.Spread(d => d.NoDealAt[at][p]))).ToArray(),
                table.Case.Moves.Where(m => m.Date.Middle == date && m.SameAs is null).Select(m => m.Id.Value).ToArray()));
        }
        return points;
    }
}
