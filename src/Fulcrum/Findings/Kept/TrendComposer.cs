using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Numerics;
using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>From the draws of a trend study to the answer.</summary>
internal static class TrendComposer
{
    private const int Year = 12;

    private const string Perverse = "In this equilibrium a side gives way the sooner the more it costs the other to hold out; its own cost changes nothing. Most readers expect the reverse: use it as a check on words, not as a forecast.";

    private static readonly string[] Theory =
    [
        "A model argues that a mediator that leans can be believed when it tells its own side to settle, which an even-handed one cannot (Kydd 2003).",
        "A study argues that mediators choose their cases, which hides how they would have done elsewhere, and that leaning ones do worse (Beber 2012).",
    ];

    public static TrendAnswer Compose(TrendInput input)
    {
        Case @case = input.Case;
        int year = TrendDraw.Months.ToList().IndexOf(Year);
        bool timed = input.Draws.Count > 0 && @case.NoDeal!.PerMonth.Count > 0;
        PartyTrend[] parties = timed ? [.. Valued(@case).Select(p => Party(input, p, year))] : [];
        var answer = new TrendAnswer(
            @case.Title, @case.AppliedReading?.Value, KeepComposer.ReadingName(@case), input.AsOf, parties,
            [.. TrendDraw.Months.Take(timed ? TrendDraw.Months.Count : Math.Min(1, input.Draws.Count)).Select((m, i) => new ZoneInMonths(m, Months.After(input.AsOf, m), Chance.Over(input.Draws, d => d.Open[i])))], timed ? Turns(input) : new ZoneTurn(TrendDraw.Months[^1], null, null, null, null), RipenessOf(input), AttritionOf(input),
            [.. @case.Parties.Where(p => p.Role == PartyRole.Mediator).Select(p => Mediator(input, p))], [],
            new KeptMethod(input.Asked, input.Draws.Count, input.Seed, @case.Hash, input.Version));
        return answer with { Sentences = [.. TrendSentences.Of(answer)] };
    }

    private static int[] Valued(Case @case) =>
        [.. Enumerable.Range(0, @case.Parties.Count).Where(p => @case.Parties[p].Weights is not null && (@case.Focus.Contains(@case.Parties[p].Id) || @case.Parties[p].Role == PartyRole.Principal))];

    private static PartyTrend Party(TrendInput input, int p, int year)
    {
        Party party = input.Case.Parties[p];
        Support? support = input.Case.NoDeal!.PerMonth.GetValueOrDefault(party.Id)?.Support;
        double[] change = [.. input.Draws.Select(d => d.Hands[year][p] - d.Hands[0][p])];
        return new PartyTrend(
            party.Id.Value, party.Name, support is null ? null : Spread.Of(input.Draws.Select(d => d.Drift[p])), Wording.MarkSign(support?.Mark ?? Mark.Assumed), [.. support?.Evidence.Select(e => e.Value) ?? []],
            Spread.Of(change), Chance.Over(change, Noticeable.Up), Chance.Over(change, Noticeable.Down));
    }

    private static ZoneTurn Turns(TrendInput input)
    {
        TrendDraw[] open = [.. input.Draws.Where(d => d.Open[0])], closed = [.. input.Draws.Where(d => !d.Open[0])];
        Spread? closes = Spread.Of(open.Select(d => d.Turn)), opens = Spread.Of(closed.Select(d => d.Turn));
        DayRange? Days(Spread? months) =>
            months is null ? null : new DayRange(Months.After(input.AsOf, months.Median), Months.After(input.AsOf, months.P5), Months.After(input.AsOf, months.P95));
        return new ZoneTurn(
            TrendDraw.Months[^1], open.Length == 0 ? null : Chance.Over(open, d => double.IsFinite(d.Turn)), closes,
            closed.Length == 0 ? null : Chance.Over(closed, d => double.IsFinite(d.Turn)), opens)
        {
            ClosesOn = Days(closes),
            OpensOn = Days(opens),
        };
    }

    private static Ripeness? RipenessOf(TrendInput input)
    {
        if (input.Perceived.Count == 0)
        {
            return null;
        }
        int[] draws = [.. Enumerable.Range(0, input.Draws.Count)];
        if (input.Perceived.Any(p => p.Any(d => d.Drift is null)))
        {
            return null;
        }
        bool Hurting(int d) => input.Perceived.All(p => p[d].Drift < 0);
        bool WayOut(int d) => input.Perceived.All(p => p[d].Open);
        return new Ripeness(Chance.Over(draws, Hurting), Chance.Over(draws, WayOut), Chance.Over(draws, d => Hurting(d) && WayOut(d)), input.Believers,
            [.. input.Case.Parties.Where(p => input.Believers.Contains(p.Name) && input.Case.Beliefs.ContainsKey(p.Id)).Select(p => input.Case.Beliefs[p.Id].Value)]);
    }

    private static Attrition? AttritionOf(TrendInput input)
    {
        (double First, double Second)[] hazards = [.. input.Draws.Select(d => d.Hazards).OfType<(double, double)>()];
        Party[] principals = [.. input.Case.Parties.Where(p => p.Role == PartyRole.Principal && p.Weights is not null)];
        return hazards.Length == 0 || principals.Length != 2 ? null : new Attrition(
            [
                new PartyPoints(principals[0].Id.Value, principals[0].Name, Spread.Of(hazards.Select(h => 1 - Math.Exp(-h.First)))),
                new PartyPoints(principals[1].Id.Value, principals[1].Name, Spread.Of(hazards.Select(h => 1 - Math.Exp(-h.Second)))),
            ],
            new Chance(hazards.Length, input.Draws.Count), Perverse);
    }

    private static MediatorAnswer Mediator(TrendInput input, Party mediator)
    {
        Case @case = input.Case;
        Party[] sides = [.. @case.Parties.Where(p => p.Role == PartyRole.Principal)];
        TiltRow[] tilt = [.. sides.Select(p =>
        {
            Move[] moves = [.. MediatorTilt.Towards(@case, mediator.Id, p.Id, input.AsOf)];
            string[] benefits = [.. moves.Where(m => MediatorTilt.IsBenefit(m.Kind) == true).Select(m => m.Id.Value)], pressure = [.. moves.Where(m => MediatorTilt.IsBenefit(m.Kind) == false).Select(m => m.Id.Value)];
            return new TiltRow(p.Id.Value, p.Name, benefits.Length, pressure.Length, benefits, pressure);
        })];
        int place = Enumerable.Range(0, @case.Parties.Count).First(p => @case.Parties[p].Id == mediator.Id);
        (IReadOnlyList<double> Now, IReadOnlyList<double> Then)[] hands = [.. input.Draws.Where(d => d.WithoutMediator[place] is not null).Select(d => (d.Hands[0], d.WithoutMediator[place]!))];
        PartyPoints[] without = hands.Length == 0 ? [] : [.. Enumerable.Range(0, @case.Parties.Count).Where(p => sides.Contains(@case.Parties[p]))
            .Select(p => new PartyPoints(@case.Parties[p].Id.Value, @case.Parties[p].Name, Spread.Of(hands.Select(h => h.Then[p] - h.Now[p]))))];
        return new MediatorAnswer(mediator.Id.Value, mediator.Name, tilt, Spent(input, mediator, sides), without, Theory);
    }

    private static LeverageSpent[] Spent(TrendInput input, Party mediator, Party[] sides) =>
        [.. input.Case.Moves
            .Where(m => m.By == mediator.Id && m.Lever is not null && m.InModel && m.SameAs is null && m.Date.Middle <= input.AsOf && m.LeverStanding is not null)
            .Where(m => m.Factuality is Factuality.Happened or Factuality.Ongoing)
            .InOrder()
            .Select(m => Spent(input.Case.Lever(m.Lever!.Value), m, sides))];

    private static LeverageSpent Spent(Lever lever, Move move, Party[] sides)
    {
        Quantity? believed = move.Credibility ?? lever.Credibility.ByStanding.GetValueOrDefault(move.LeverStanding!.Value) ?? lever.Credibility.General;
        return new LeverageSpent(
            lever.Id.Value, lever.Name, move.Date.Middle, Wording.StandingName(move.LeverStanding!.Value),
            [.. sides.SelectMany(p => new (string When, Spread? Points)[]
            {
                ("in a deal", Range(lever.Deal.GetValueOrDefault(p.Id))), ("if it refuses", Range(lever.RefusedBy.GetValueOrDefault(p.Id)?.GetValueOrDefault(p.Id))),
                ("without a deal", Range(lever.NoDeal.GetValueOrDefault(p.Id))),
            }.Where(w => w.Points is not null).Select(w => new LeverWorth(p.Id.Value, p.Name, w.When, w.Points!)))],
            move.LeverStanding is Standing.GivenAway or Standing.Gone ? null : Range(believed));
    }

    private static Spread? Range(Quantity? quantity) => quantity is null ? null : new Spread(quantity.Shape.Middle, quantity.Shape.Least, quantity.Shape.Most, 1);
}
