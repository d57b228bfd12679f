using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>Interim agreements and power shifts, from the draws.</summary>
internal static class InterimTable
{
    public static InterimAnswer[] Interim(KeepInput input) => [.. input.Case.Interim.Select((a, i) => One(input, a, [.. input.Draws.Select(d => d.Interim[i])]))];

    public static PowerShiftAnswer[] Shifts(KeepInput input) => [.. input.Draws[0].Shifts.Select((s, i) =>
    {
        PowerShiftDraw[] draws = [.. input.Draws.Select(d => d.Shifts[i])];
        Party declining = input.Case.Parties[s.Declining], rising = input.Case.Parties[s.Rising];
        return new PowerShiftAnswer(
            declining.Id.Value, declining.Name, rising.Id.Value, rising.Name, Spread.Of(draws.Select(d => d.Shift)), Spread.Of(draws.Select(d => d.Now)),
            Spread.Of(draws.Select(d => d.Waiting)), Chance.Over(draws, d => d.FightsNow), Spread.Of(draws.Select(d => d.Bearable)));
    })];

    private static InterimAnswer One(KeepInput input, InterimAgreement agreement, InterimDraw[] draws)
    {
        Case @case = input.Case;
        SingleDealTerm[] facts = [.. @case.Issues.Where(i => agreement.Facts.ContainsKey(i.Id))
            .Select(i => new SingleDealTerm(i.Id.Value, i.Name, i.Options[agreement.Facts[i.Id]].Id.Value, i.Options[agreement.Facts[i.Id]].Name))];
        var layout = CaseLayout.Of(@case);
        ulong consents = layout.Coalitions.Aggregate(0UL, (all, c) => all | c);
        InterimParty[] parties = [.. Enumerable.Range(0, @case.Parties.Count).Where(p => @case.Parties[p].Weights is not null)
            .Select(p => Party(@case.Parties[p], [.. draws.Select(d => d.Parties[p])]) with { Consents = (consents >> layout.PartyOf[@case.Parties[p].Id] & 1) != 0 })];
        return new InterimAnswer(
            agreement.Id, agreement.Name, facts, agreement.Verification, parties, Chance.Over(draws, d => d.Accepted), Chance.Over(draws, d => d.OpenAfter), Chance.Over(draws, d => d.OpenWithout));
    }

    private static InterimParty Party(Party party, InterimValues[] draws)
    {
        Spread? Of(Func<InterimValues, double> value) => Spread.Of(draws.Select(value));
        Spread? meanwhile = Of(v => v.Meanwhile), prospects = Of(v => v.Prospects), chances = Of(v => v.Chances), learns = Of(v => v.Learns), net = Of(v => v.Net);
        bool gains = net!.Median >= 0;
        (string Word, double Points)[] parts = [("the months of it", meanwhile!.Median), ("its prospects afterwards", prospects!.Median), ("the changed chance of the final deal", chances!.Median), ("what it learns", learns!.Median)];
        (string word, double points) = gains ? parts.MaxBy(p => p.Points) : parts.MinBy(p => p.Points);
        string why = Math.Abs(points) < InterimParty.Touched ? "hardly touched" : $"{(gains ? "gains" : "loses")} most by {word}";
        return new InterimParty(party.Id.Value, party.Name, meanwhile, prospects, chances, learns, net, Chance.Over(draws, v => v.Accepts), why);
    }
}
