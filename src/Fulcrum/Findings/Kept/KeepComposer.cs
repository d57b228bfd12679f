using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>From the draws of a keeping study to the answer.</summary>
internal static class KeepComposer
{
    public static KeepAnswer Compose(KeepInput input)
    {
        Case @case = input.Case;
        BreakerAnswer[] breakers = [.. input.Draws[0].Breaches.Select((b, i) => Breaker(input, b.Breaker, i))];
        GuaranteeAnswer[] guarantees = [.. input.Draws[0].Guarantees.Select((_, g) => Guarantee(input, g))];
        var answer = new KeepAnswer(
            @case.Title, @case.AppliedReading?.Value, ReadingName(@case), input.AsOf, Terms(@case, input.Options),
            [.. input.Levers.Select(l => @case.Lever(l).Name)], Chance.Over(input.Draws, d => d.Foreseen.Kept), breakers, guarantees, Zone(input), [], DesignFeatures.All(),
            new KeptMethod(input.Asked, input.Draws.Count, input.Seed, @case.Hash, input.Version))
        {
            Interim = InterimTable.Interim(input),
            Shifts = InterimTable.Shifts(input),
            NotAsked = KeepHeadline.NotAsked(input),
            LeavesOpen = KeepHeadline.LeavesOpen(input),
            Ending = @case.Issues.Count(i => i.Ends),
        };
        return answer with { Sentences = [.. KeepSentences.Of(input, answer)] };
    }

    public static string ReadingName(Case @case) => @case.AppliedReading is { } id ? @case.Readings.FirstOrDefault(r => r.Id == id)?.Name ?? id.Value : "base case";

    public static SingleDealTerm[] Terms(Case @case, IReadOnlyList<int> options) =>
        [.. @case.Issues.Select((issue, k) => new SingleDealTerm(issue.Id.Value, issue.Name, issue.Options[options[k]].Id.Value, issue.Options[options[k]].Name))];

    private static BreakerAnswer Breaker(KeepInput input, int party, int place)
    {
        Spread? Of(Func<BreachChoice, double> value) => Spread.Of(input.Draws.Select(d => value(d.Breaches[place].Choice)));
        double?[] months = [.. input.Draws.Select(d => Compliance.BreaksAt(d.Breaches[place].Choice))];
        Party about = input.Case.Parties[party];
        return new BreakerAnswer(
            about.Id.Value, about.Name, Of(c => c.Reward), Of(c => c.Temptation), Of(c => c.After + Math.Max(0, c.Growth * c.GrowthMonths)), Of(c => c.Guarantee),
            Of(Compliance.LeastSlack), Spread.Of(input.Draws.Select(d => d.Breaches[place].Choice).Select(c => Compliance.Keeps(c) ? double.NaN : Compliance.PriceOfGuarantee(c))), Chance.Over(months, m => m is not null), Chance.Over(input.Draws, d => d.Foreseen.FirstBreaker == party),
            Chance.Over(months, m => m < 1), Spread.Of(months.Select(m => m ?? double.NaN)))
        {
            AfterAtOnce = Of(c => c.After),
        };
    }

    private static GuaranteeAnswer Guarantee(KeepInput input, int place)
    {
        Case @case = input.Case;
        GuaranteeDraw[] draws = [.. input.Draws.Select(d => d.Guarantees[place])];
        Lever? lever = draws[0].Lever < 0 ? null : @case.Levers[draws[0].Lever];
        PartyPoints[] felt = [.. input.Draws[0].Breaches.Select((b, i) => new PartyPoints(
            @case.Parties[b.Breaker].Id.Value, @case.Parties[b.Breaker].Name, Spread.Of(draws.Select(d => d.Felt[i]))))];
        return new GuaranteeAnswer(
            lever?.Id.Value, lever?.Name ?? "no guarantee", lever?.Holder.Value, lever is null ? null : @case.Party(lever.Holder).Name, felt, Chance.Over(draws, d => d.Kept),
            Chance.Over(draws, d => d.Acceptable), lever is null ? null : Chance.Over(draws, d => d.CarriedOut), lever is null ? null : Spread.Of(draws.Select(d => d.NetCost)))
        {
            KeptAndCarriedOut = lever is null ? null : Chance.Over(draws, d => d.Kept && d.CarriedOut),
        };
    }

    private static KeptZone Zone(KeepInput input)
    {
        ForeseenZone[] zones = [.. input.Draws.Select(d => d.Zones)];
        ForeseenZone[] open = [.. zones.Where(z => z.Foreseen)];
        Spread? At(Func<ForeseenZone, IReadOnlyList<double>?> values, int p) => Spread.Of(zones.Select(z => values(z) is { } v ? v[p] : double.NaN));
        KeptHand[] hands = [.. Enumerable.Range(0, input.Case.Parties.Count).Where(p => input.Case.Parties[p].Weights is not null).Select(p => new KeptHand(
            input.Case.Parties[p].Id.Value, input.Case.Parties[p].Name, At(z => z.AtTheirWordValues, p), At(z => z.BestKept, p), At(z => z.Settlement, p)))];
        return new KeptZone(
            Chance.Over(zones, z => z.AtTheirWord), Chance.Over(zones, z => z.Kept), Chance.Over(zones, z => z.Foreseen),
            open.Length == 0 ? null : Chance.Over(open, z => z.SettlementKept), hands, BestKept(input.Case, zones));
    }

    // The most frequent one; of equally frequent ones the first by its option ids.
    private static SingleDeal? BestKept(Case @case, ForeseenZone[] zones)
    {
        ForeseenZone[] kept = [.. zones.Where(z => z.BestKeptOptions is not null)];
        var best = kept.GroupBy(z => string.Join('\n', @case.Issues.Select((i, k) => $"{i.Key}={i.Options[z.BestKeptOptions![k]].Key}").Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault();
        return best is null ? null : new SingleDeal(Terms(@case, best.First().BestKeptOptions!), new Chance(best.Count(), kept.Length));
    }
}
