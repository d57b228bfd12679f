using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <param name="Views">Parties with a belief of their own, and the case as they see it; in the order of the draws' lists.</param>
internal sealed record CredibilityInput(
    Case Case, DateOnly AsOf, IReadOnlyList<Undertaking> Undertakings, IReadOnlyList<(PartyId Party, Case View)> Views, IReadOnlyList<CredibilityDraw> Draws, int Asked, ulong Seed,
    string Version);

/// <summary>From the draws of a credibility study to the answer.</summary>
internal static class CredibilityComposer
{
    /// <summary>Stated and derived credibility differ enough to be told.</summary>
    private const double Gap = 0.25;

    public static CredibilityAnswer Compose(CredibilityInput input)
    {
        Case @case = input.Case;
        UndertakingAnswer[] undertakings = [.. input.Undertakings.Select((u, i) => One(input, u, i))];
        HolderRecord[] records = [.. @case.Parties.Select(p => Record(@case, p, input.AsOf)).Where(r => r.Made > 0)];
        var answer = new CredibilityAnswer(
            @case.Title, @case.AppliedReading?.Value, KeepComposer.ReadingName(@case), input.AsOf, undertakings, records, Beliefs(input), [],
            new KeptMethod(input.Asked, input.Draws.Count, input.Seed, @case.Hash, input.Version))
        {
            LeftOut = [.. Holding.LeftOut(@case).Select(l => l.Name)],
        };
        return answer with { Sentences = [.. CredibilitySentences.Of(answer)] };
    }

    /// <summary>What the ledger alone tells: what became of threats and promises.</summary>
    public static CredibilityAnswer OfLedger(Case @case, DateOnly asOf, ulong seed, string version)
    {
        HolderRecord[] records = [.. @case.Parties.Select(p => Record(@case, p, asOf)).Where(r => r.Made > 0)];
        return new CredibilityAnswer(@case.Title, @case.AppliedReading?.Value, KeepComposer.ReadingName(@case), asOf, [], records, null,
            [
                new KeptSentence(
                    "credibility.ledger", $"In the ledger: {string.Join("; ", records.Select(r => $"{r.Name} made {Wording.Count(r.Made, "threat or promise", "threats and promises")}, of which it carried out {r.CarriedOut} and withdrew {r.Withdrawn}"))}.",
                    "The case has no model: what threats and promises cost their holders, and so whether they would be carried out, is not known.", ["="], []),
            ],
            new KeptMethod(0, 0, seed, @case.Hash, version));
    }

    private static UndertakingAnswer One(CredibilityInput input, Undertaking undertaking, int place)
    {
        Case @case = input.Case;
        Lever lever = @case.Levers[undertaking.Lever];
        bool stated = Holding.IsStated(@case, undertaking);
        double[] net = [.. input.Draws.Select(d => d.Net[place])];
        Spread? believed = Spread.Of(input.Draws.Select(d => d.Stated[place]));
        Chance? derived = stated ? Chance.Over(net, n => n <= 0) : null;
        double? gap = derived is null || believed is null ? null : believed.Median - derived.Share;
        double shortBy = Spread.Of(net)?.Median ?? 0;
        Mark mark = (lever.Credibility.Breach is { } breach && undertaking.Occasion == Occasion.Breach ? breach : lever.Credibility.General)?.Support.Mark ?? Mark.Assumed;
        string kind = undertaking.Occasion switch { Occasion.Refusal => "threat", Occasion.Breach => "breach", _ => "promise" };
        return new UndertakingAnswer(
            $"credibility.{lever.Id}.{kind}{(undertaking.Other is { } against ? $".{against}" : "")}", lever.Id.Value, lever.Name, lever.Holder.Value, @case.Party(lever.Holder).Name,
            undertaking.Occasion switch { Occasion.Refusal => "threat", Occasion.Breach => "answer to a breach", _ => "promise" },
            undertaking.Other is { } other ? @case.Party(other).Name : null, believed, Wording.MarkSign(mark), derived,
            stated ? Spread.Of(input.Draws.Select(d => d.Cost[place])) : null, stated ? Spread.Of(net) : null, gap is { } apart && Math.Abs(apart) >= Gap, gap >= Gap && shortBy > 0 ? Devices(shortBy, undertaking.Occasion) : [])
        {
            Overbelieved = gap > 0,
            BeliefStated = Holding.IsBeliefStated(lever, undertaking),
        };
    }

    // Schelling 1960, chapters 2 and 5: what makes a threat or a promise believable.
    private static string[] Devices(double shortBy, Occasion occasion)
    {
        string points = Wording.Count((int)Math.Ceiling(shortBy), "point", "points");
        return
        [
            $"staking {points} more of name or office on it (an audience that punishes backing down)",
            $"making it {points} cheaper to carry out: forces already on the spot, means handed over beforehand, cost shared by allies",
            occasion == Occasion.Deal ? "splitting it into steps, each answered before the next" : "leaving the decision to somebody else, or to a rule that acts by itself",
        ];
    }

    private static HolderRecord Record(Case @case, Party party, DateOnly date)
    {
        Announcements made = Announcements.Of(@case, party.Id, date);
        return new HolderRecord(
            party.Id.Value, party.Name, made.Made, made.CarriedOut, made.Withdrawn, made.Open,
            made.CarriedOut + made.Withdrawn == 0 ? null : ShareBroken.Of(RecordPosterior.Of(made.Withdrawn, made.CarriedOut, RecordPrior.Jeffreys)));
    }

    private static BeliefAnswer? Beliefs(CredibilityInput input)
    {
        BeliefDraw[] draws = [.. input.Draws.Select(d => d.Beliefs).OfType<BeliefDraw>()];
        if (draws.Length == 0)
        {
            return null;
        }
        BeliefDraw[] closed = [.. draws.Where(d => !d.BelievedOpen)];
        return new BeliefAnswer(
            Chance.Over(draws, d => d.Open), Chance.Over(draws, d => d.BelievedOpen), Spread.Of(draws.Select(d => d.Margin)), Spread.Of(draws.Select(d => d.BelievedMargin)),
            Chance.Over(draws, d => d.Optimism.All(o => o > 0)), Chance.Over(draws, d => d.Open && !d.BelievedOpen), [.. input.Views.Select((v, i) => Believer(input, draws, closed, v.Party, i))],
            [.. input.Views.SelectMany(v => Leverage(input.Case, v.View, v.Party))])
        {
            Range = Range(input.Case, draws),
        };
    }

    private static DividedRange? Range(Case @case, BeliefDraw[] draws) =>
        draws.All(d => double.IsFinite(d.Range) && double.IsFinite(d.BelievedRange)) && @case.Issues.Count == 1
            ? new DividedRange(@case.Issues[0].Id.Value, @case.Issues[0].Name, Spread.Of(draws.Select(d => 100 * d.Range))!, Spread.Of(draws.Select(d => 100 * d.BelievedRange))!)
            : null;

    private static BelieverAnswer Believer(CredibilityInput input, BeliefDraw[] draws, BeliefDraw[] closed, PartyId id, int place)
    {
        Case @case = input.Case;
        PartyPoints[] bluff = [.. Enumerable.Range(0, @case.Parties.Count)
            .Where(p => @case.Parties[p].Role == PartyRole.Principal && @case.Parties[p].Weights is not null && @case.Parties[p].Id != id)
            .Select(p => new PartyPoints(@case.Parties[p].Id.Value, @case.Parties[p].Name, Spread.Of(draws.Select(d => d.Bluff[place][p]))))];
        string reading = @case.Readings.FirstOrDefault(r => r.Id == @case.Beliefs[id])?.Name ?? @case.Beliefs[id].Value;
        return new BelieverAnswer(
            id.Value, @case.Party(id).Name, @case.Beliefs[id].Value, reading, Spread.Of(draws.Select(d => d.Optimism[place])), Chance.Over(draws, d => Noticeable.Up(d.Optimism[place])), bluff,
            closed.Length == 0 ? null : Chance.Over(closed, d => d.Corrected[place]));
    }

    // Levers whose credibility the audience sees otherwise than the case does.
    private static IEnumerable<PerceivedLeverage> Leverage(Case @case, Case view, PartyId audience)
    {
        foreach (Lever lever in @case.Levers.Where(l => l.Holder != audience))
        {
            Quantity? actual = lever.Credibility.General, seen = lever.Credibility.SeenBy.GetValueOrDefault(audience);
            Lever? viewed = view.Levers.FirstOrDefault(l => l.Id == lever.Id);
            Quantity? perceived = viewed?.Credibility.SeenBy.GetValueOrDefault(audience) ?? viewed?.Credibility.General ?? seen;
            string was = actual is null ? "1" : NumberWords.Of(actual.Shape), now = perceived is null ? "1" : NumberWords.Of(perceived.Shape);
            if (was != now)
            {
                yield return new PerceivedLeverage(lever.Id.Value, lever.Name, audience.Value, @case.Party(audience).Name, was, now);
            }
        }
    }
}
