using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>Threats, promises and beliefs: Bargaining's answers passed into the room Commitments, draw by draw.</summary>
internal sealed class WorkbenchCredibility
{
    private readonly CasePlan _plan;
    private readonly Case _case;
    private readonly (PartyId Party, CasePlan Plan, Sampler Sampler)[] _views;

    /// <param name="views">Parties with a belief of their own, and the case as they see it.</param>
    public WorkbenchCredibility(CasePlan plan, IReadOnlyList<(PartyId Party, Case View)> views, ulong seed)
    {
        (_plan, _case) = (plan, plan.Case);
        _views = [.. views.Select(v => (v.Party, CasePlan.Of(v.View, plan.AsOf), new Sampler(v.View, seed)))];
        Undertakings = Holding.Of(_case);
    }

    public IReadOnlyList<Undertaking> Undertakings { get; }

    public IReadOnlyList<PartyId> Believers => [.. _views.Select(v => v.Party)];

    public CredibilityDraw Run(int draw, CaseNumbers numbers)
    {
        var values = new DealValues(_plan, numbers, _plan.AsOf);
        double[] own = [.. Undertakings.Select(u => u.Occasion == Occasion.Deal ? OwnSteps(values, _case.Levers[u.Lever]) : 0)];
        return new CredibilityDraw(
            [.. Undertakings.Select((u, i) => Holding.NetCost(_case, u, numbers) - own[i])], [.. Undertakings.Select((u, i) => Holding.Cost(_case, u, numbers) - own[i])],
            [.. Undertakings.Select(u => Stated(values, numbers, u))], _views.Length == 0 ? null : Beliefs(draw, numbers, values));
    }

    // What is worth as much as a step on an issue is worth that to its holder too.
    private double OwnSteps(DealValues values, Lever lever)
    {
        int holder = Enumerable.Range(0, _case.Parties.Count).First(p => _case.Parties[p].Id == lever.Holder);
        double Of(IssueId id, OptionId option)
        {
            int[] options = [.. _case.Issues.Select(i => i.StatusQuo)];
            int issue = Enumerable.Range(0, options.Length).First(k => _case.Issues[k].Id == id);
            options[issue] = _case.Issues[issue].IndexOf(option);
            return values.OfIssues([issue], options)[holder];
        }
        return lever.Worth.Sum(step => Of(step.Issue, step.To) - Of(step.Issue, step.From));
    }

    private double Stated(DealValues values, CaseNumbers numbers, Undertaking undertaking)
    {
        Lever lever = _case.Levers[undertaking.Lever];
        if (undertaking.Occasion == Occasion.Breach && lever.Credibility.Breach is { } breach)
        {
            return numbers[breach];
        }
        Standing now = values.StandingOf(lever.Id);
        return values.Credibility(lever.Id, now is Standing.Gone ? Standing.Reserve : now, undertaking.Other ?? Aimed(lever, undertaking.Occasion).Keys.FirstOrDefault(p => p != lever.Holder, lever.Holder));
    }

    private static IReadOnlyDictionary<PartyId, Quantity> Aimed(Lever lever, Occasion occasion) =>
        occasion switch { Occasion.Refusal => lever.NoDeal, Occasion.Breach => lever.Breach, _ => lever.Deal };

    private BeliefDraw Beliefs(int draw, CaseNumbers numbers, DealValues values)
    {
        BargainingProblem actual = SituationBuilder.Build(_plan, numbers, _plan.AsOf);
        var views = _views.ToDictionary(v => v.Party, v => SituationBuilder.Build(v.Plan, v.Sampler.Draw(draw), _plan.AsOf));
        BargainingProblem believed = BelievedProblem.Of(actual, views);
        AgreementZone zone = Solving.Zone(actual), seen = Solving.Zone(believed);
        double[] hands = values.InCaseOrder(HandsOf(actual));
        var optimism = new List<double>();
        var bluff = new List<IReadOnlyList<double>>();
        var corrected = new List<bool>();
        foreach (PartyId party in Believers)
        {
            int place = Enumerable.Range(0, actual.Space.Parties.Count).First(i => actual.Space.Parties[i] == party);
            optimism.Add(believed.NoDeal[place] - actual.NoDeal[place]);
            double[] noDeal = [.. actual.NoDeal];
            noDeal[place] = believed.NoDeal[place];
            bluff.Add([.. values.InCaseOrder(HandsOf(actual with { NoDeal = noDeal })).Zip(hands, (with, without) => with - without)]);
            corrected.Add(seen.Single || Solving.Zone(BelievedProblem.Of(actual, views.Where(v => v.Key != party).ToDictionary())).Single);
        }
        return new BeliefDraw(zone.Single, seen.Single, zone.Margin, seen.Margin, OneIssueRange.Of(actual), OneIssueRange.Of(believed), optimism, bluff, corrected);
    }

    private static double[] HandsOf(BargainingProblem problem)
    {
        Settlement[] open = [.. Solving.Solve(problem, new SettlementOptions()).Where(s => s.IsOpen)];
        return open.Length == 0 ? [.. problem.NoDeal] : [.. Enumerable.Range(0, problem.Space.Parties.Count).Select(p => open.Average(s => s.Utilities[p]))];
    }
}
