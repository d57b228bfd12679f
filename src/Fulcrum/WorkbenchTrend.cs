using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Numerics;

namespace Fulcrum;

/// <summary>What time does to hands and zone, and what the mediator's place does: Bargaining's answers, draw by draw.</summary>
internal sealed class WorkbenchTrend
{
    // A week: a zone that opens or closes for a shorter while may be missed.
    private const double LeastStay = 7 / Months.Days;

    private const double Rounding = 1e-9;

    private readonly CasePlan _plan;
    private readonly Case _case;
    private readonly int[] _principals;

    public WorkbenchTrend(CasePlan plan)
    {
        (_plan, _case) = (plan, plan.Case);
        _principals = [.. Enumerable.Range(0, _case.Parties.Count).Where(p => _case.Parties[p].Role == PartyRole.Principal && _case.Parties[p].Weights is not null)];
    }

    public static DateOnly DateAfter(DateOnly from, int months) => Months.After(from, months);

    public TrendDraw Run(CaseNumbers numbers)
    {
        LedgerState state = Replay.At(_plan, numbers, _plan.AsOf);
        var values = new DealValues(_plan, numbers, _plan.AsOf);
        var hands = new List<IReadOnlyList<double>>();
        var open = new List<bool>();
        foreach (int months in TrendDraw.Months)
        {
            BargainingProblem problem = SituationBuilder.Build(_plan, numbers, state, DateAfter(_plan.AsOf, months));
            hands.Add(values.InCaseOrder(HandsOf(problem)));
            open.Add(Solving.Zone(problem).Single);
        }
        BargainingProblem today = SituationBuilder.Build(_plan, numbers, state, _plan.AsOf);
        return new TrendDraw(
            [.. _case.Parties.Select(p => _case.NoDeal!.PerMonth.TryGetValue(p.Id, out Quantity? drift) ? numbers[drift] : 0)],
            hands, open, Turn(numbers, state), Hazards(today, values, numbers), [.. Enumerable.Range(0, _case.Parties.Count).Select(p => Unmediated(today, values, p))]);
    }

    // A gain changes by the drift of what a party refuses for, less that of each issue left open whose end would end the matter: straight lines in time, whose largest worst one is the margin.
    private double Turn(CaseNumbers numbers, LedgerState state)
    {
        var model = new DrawModel(_plan, numbers, ignoreRedLines: false);
        double start = model.MonthsAt(_plan.AsOf);
        int open = _case.Issues.Count(i => i.Ends) - 1;
        double[] slopes = [.. model.Drift.SelectMany(d => new[] { -d, open * d })];
        return FirstCrossing.Find(
            months => Solving.Margin(SituationBuilder.Build(model, state, start + months), CancellationToken.None) + Rounding,
            Math.Max(0, slopes.Max()), Math.Max(0, -slopes.Min()), TrendDraw.Months[^1], LeastStay);
    }

    // The mean over coalitions with an open zone, as hands are everywhere; the no-deal values where none is open.
    private static double[] HandsOf(BargainingProblem problem)
    {
        Settlement[] open = [.. Solving.Solve(problem, new SettlementOptions()).Where(s => s.IsOpen)];
        return open.Length == 0
            ? [.. problem.NoDeal]
            : [.. Enumerable.Range(0, problem.Space.Parties.Count).Select(p => open.Average(s => s.Utilities[p]))];
    }

    // The prize of a side: its points at its own best acceptable deal less those at the other's.
    private (double, double)? Hazards(BargainingProblem problem, DealValues values, CaseNumbers numbers)
    {
        if (_principals.Length != 2)
        {
            return null;
        }
        double[] first = AtBestOf(problem, _principals[0], values), second = AtBestOf(problem, _principals[1], values);
        double Cost(int party) => _case.NoDeal!.PerMonth.TryGetValue(_case.Parties[party].Id, out Quantity? drift) ? -numbers[drift] : 0;
        return WarOfAttrition.Hazards(
            (Cost(_principals[0]), Cost(_principals[1])), (first[_principals[0]] - second[_principals[0]], second[_principals[1]] - first[_principals[1]]));
    }

    private static double[] AtBestOf(BargainingProblem problem, int party, DealValues values)
    {
        var claims = new double[problem.Claims.Count];
        claims[values.PlaceOf[party]] = 1;
        return values.InCaseOrder(HandsOf(problem with { Claims = claims }));
    }

    // Hands without the place of one mediator alone: the others keep theirs.
    private double[]? Unmediated(BargainingProblem problem, DealValues values, int mediator)
    {
        int place = values.PlaceOf[mediator];
        ulong bit = 1UL << place;
        bool counts = problem.Coalitions.Any(c => (c & bit) != 0) || problem.Claims[place] > 0;
        if (_case.Parties[mediator].Role != PartyRole.Mediator || !counts || problem.Coalitions.Any(c => (c & ~bit) == 0))
        {
            return null;
        }
        double[] claims = [.. problem.Claims.Select((c, i) => i == place ? 0 : c)];
        return values.InCaseOrder(HandsOf(problem with { Claims = claims, Coalitions = [.. problem.Coalitions.Select(c => c & ~bit).Distinct()] }));
    }
}
