using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;

namespace Fulcrum;

/// <summary>Interim agreements and power shifts: Bargaining's values passed into the room Commitments, draw by draw.</summary>
internal sealed class WorkbenchInterim(CasePlan plan, DealValues values, BreachDeriving deriving, CaseNumbers numbers)
{
    private readonly Case _case = plan.Case;
    private double[]? _hands;
    private bool? _open;

    public IReadOnlyList<InterimDraw> Interim() => [.. _case.Interim.Select(Interim)];

    /// <summary>Every pair of a party that prepares during a deal and one whose prospects fall by that.</summary>
    public IReadOnlyList<PowerShiftDraw> Shifts() =>
        [.. deriving.Breakers.SelectMany(rising => deriving.Breakers.Where(d => d != rising && Rearms(rising, d) is not null).Select(declining => Shift(rising, declining)))];

    private PowerShiftDraw Shift(int rising, int declining)
    {
        double months = deriving.RearmsFor;
        double[] noDeal = [.. values.Problem.NoDeal];
        for (int p = 0; p < _case.Parties.Count; p++)
        {
            noDeal[values.PlaceOf[p]] += months * (Rearms(rising, p) is { } grows ? numbers[grows] : 0);
        }
        var claims = new double[noDeal.Length];
        claims[values.PlaceOf[declining]] = 1;
        double afterwards = values.InCaseOrder(HandsOf(values.Problem with { NoDeal = noDeal, Claims = claims }))[declining];
        int place = values.PlaceOf[declining];
        double most = values.Problem.Space.Constants[place] + values.Problem.Space.Blocks.Sum(b => b.Choices.Count == 0 ? 0 : b.Choices.Max(c => c.Points[place]));
        double fall = -numbers[Rearms(rising, declining)!];
        double now = values.NoDeal[declining], discount = deriving.Discounts[declining];
        return new PowerShiftDraw(declining, rising, fall, now, PowerShift.Waiting(most, afterwards, discount, months), PowerShift.FastestBearableDecline(now, most, discount));
    }

    private Quantity? Rearms(int breaker, int party) => _case.Keeping?.Rearms.GetValueOrDefault(_case.Parties[breaker].Id)?.GetValueOrDefault(_case.Parties[party].Id);

    private InterimDraw Interim(InterimAgreement agreement)
    {
        double months = numbers[agreement.Months];
        double[] drifted = [.. values.Problem.NoDeal];
        for (int p = 0; p < _case.Parties.Count; p++)
        {
            drifted[values.PlaceOf[p]] += months * (agreement.Drift.TryGetValue(_case.Parties[p].Id, out Quantity? drift) ? numbers[drift] : 0);
        }
        BargainingProblem then = values.Problem with { NoDeal = drifted };
        double[] handsNow = _hands ??= values.InCaseOrder(HandsOf(values.Problem)), handsThen = values.InCaseOrder(HandsOf(then)), noDealThen = values.InCaseOrder(drifted);
        InterimValues[] parties = [.. Enumerable.Range(0, _case.Parties.Count).Select(p => InterimValues.Of(
            During(agreement, p), values.NoDeal[p], (handsNow[p], values.NoDeal[p]), (handsThen[p], noDealThen[p]), numbers[agreement.DealAfter], numbers[agreement.DealWithout],
            agreement.Learns.TryGetValue(_case.Parties[p].Id, out Quantity? learns) ? numbers[learns] : 0, Math.Pow(deriving.Discounts[p], months)))];
        bool accepted = values.Problem.Coalitions.Any(c => Enumerable.Range(0, parties.Length).All(p => (c >> values.PlaceOf[p] & 1) == 0 || parties[p].Accepts));
        return new InterimDraw(parties, accepted, Solving.Zone(then).Single, _open ??= Solving.Zone(values.Problem).Single);
    }

    // The course after its own refusal, as levers and concessions have left its facts, with the agreement's in their place; and the cost that is spared.
    private double During(InterimAgreement agreement, int party)
    {
        Course course = _case.NoDeal!.After(_case.Parties[party].Id);
        double value = values.NoDeal[party];
        foreach (Outcome outcome in course.Outcomes.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            int[] without = values.FactsWithoutDeal(outcome.Facts);
            int[] facts = [.. without];
            for (int k = 0; k < facts.Length; k++)
            {
                facts[k] = agreement.Facts.TryGetValue(_case.Issues[k].Id, out int option) ? option : facts[k];
            }
            value += numbers[outcome.Chance] * (values.OfFacts(facts)[party] - values.OfFacts(without)[party]);
        }
        double cost = course.Cost.TryGetValue(_case.Parties[party].Id, out Quantity? stated) ? numbers[stated] : 0;
        return value + (1 - numbers[agreement.CostLeft]) * cost;
    }

    private static double[] HandsOf(BargainingProblem problem)
    {
        Settlement[] open = [.. Solving.Solve(problem, new SettlementOptions()).Where(s => s.IsOpen)];
        return open.Length == 0 ? [.. problem.NoDeal] : [.. Enumerable.Range(0, problem.Space.Parties.Count).Select(p => open.Average(s => s.Utilities[p]))];
    }
}
