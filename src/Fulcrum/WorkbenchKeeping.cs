using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Numerics;

namespace Fulcrum;

/// <summary>Would a deal be kept: Bargaining's values passed into the room Commitments, draw by draw.</summary>
internal sealed class WorkbenchKeeping
{
    private readonly CasePlan _plan;
    private readonly Case _case;
    private readonly IReadOnlyDictionary<IssueId, OptionId> _stated;

    /// <param name="stated">The deal asked about: option by issue; issues left out stand as in the best single deal with every number at its middle.</param>
    public WorkbenchKeeping(CasePlan plan, IReadOnlyDictionary<IssueId, OptionId> stated)
    {
        (_plan, _case, _stated) = (plan, plan.Case, stated);
        (Options, Levers) = DealAsked();
    }

    private WorkbenchKeeping(CasePlan plan, int[] options, IReadOnlySet<LeverId> levers)
    {
        (_plan, _case, _stated) = (plan, plan.Case, new Dictionary<IssueId, OptionId>());
        (Options, Levers) = (options, levers);
    }

    /// <summary>The same deal in another reading of the case.</summary>
    public WorkbenchKeeping In(CasePlan plan) => new(plan, Options, Levers.Where(l => plan.Case.Levers.Any(known => known.Id == l)).ToHashSet());

    /// <summary>The deal asked about: option index by issue.</summary>
    public int[] Options { get; }

    /// <summary>Levers that the deal includes beside its options.</summary>
    public IReadOnlySet<LeverId> Levers { get; }

    /// <summary>Levers that stand behind an option and act after a breach.</summary>
    public static IEnumerable<Lever> GuaranteesOf(Case @case) => @case.Levers.Where(l => l.Delivers.Count > 0 && (l.Breach.Count > 0 || l.BreachBy.Count > 0));

    /// <summary>Whether the best single deal, with every number at its middle, would be kept under the numbers of a draw.</summary>
    public static Func<CaseNumbers, bool> KeptUnder(CasePlan plan)
    {
        var keeping = new WorkbenchKeeping(plan, new Dictionary<IssueId, OptionId>());
        return WorkbenchKept.Of(plan, keeping) is { } compiled ? compiled.Kept : numbers => keeping.Quick(numbers).Foreseen.Kept;
    }

    /// <summary>The deal and its guarantees alone: no zones, interim agreements or power shifts.</summary>
    public KeepingDraw Quick(CaseNumbers numbers) => Draw(numbers, full: false);

    public KeepingDraw Run(CaseNumbers numbers) => Draw(numbers, full: true);

    private KeepingDraw Draw(CaseNumbers numbers, bool full)
    {
        var values = new DealValues(_plan, numbers, _plan.AsOf);
        BreachDeriving deriving = Deriving(values, numbers);
        DealAtHand deal = Deal(values, Options);
        IReadOnlyList<BreachValues> breaches = deriving.Of(deal);
        ForeseenDeal foreseen = Foresight.Of(deal.Rewards, breaches, deriving.Discounts);
        GuaranteeDraw[] guarantees = [Guaranteed(null, values, deriving, numbers), .. GuaranteesOf(_case).Select(l => Guaranteed(l, values, deriving, numbers))];
        if (!full)
        {
            return new KeepingDraw(deal.Rewards, values.NoDeal, breaches, foreseen, guarantees, new ForeseenZone(false, false, false, null, null, null, false, null));
        }
        var interim = new WorkbenchInterim(_plan, values, deriving, numbers);
        return new KeepingDraw(deal.Rewards, values.NoDeal, breaches, foreseen, guarantees, new WorkbenchForesight(_case, values, deriving).Find())
        {
            Interim = interim.Interim(),
            Shifts = interim.Shifts(),
        };
    }

    public static BreachDeriving Deriving(DealValues values, CaseNumbers numbers) => new(numbers, new Worths(
        values.OfFacts, values.OfCourse, (lever, audience) => Believed(values, numbers, lever, audience), lever => values.ShareOf(lever, Standing.GivenAway)));

    // As the lever now stands, or as stated for a breach: what is gone reacts to nothing.
    private static double Believed(DealValues values, CaseNumbers numbers, LeverId lever, PartyId audience)
    {
        Credibility stated = numbers.Case.Lever(lever).Credibility;
        if (stated.Breach is { } breach && !stated.SeenBy.ContainsKey(audience))
        {
            return (1 - values.ShareOf(lever, Standing.Gone)) * numbers[breach];
        }
        double believed = values.ShareOf(lever, Standing.GivenAway);
        foreach (Standing standing in new[] { Standing.Reserve, Standing.Announced, Standing.InForce })
        {
            double share = values.ShareOf(lever, standing);
            believed += share > 0 ? share * values.Credibility(lever, standing, audience) : 0;
        }
        return believed;
    }

    private GuaranteeDraw Guaranteed(Lever? lever, DealValues values, BreachDeriving deriving, CaseNumbers numbers)
    {
        int[] options = [.. Options];
        foreach (Lever other in GuaranteesOf(_case))
        {
            foreach (IssueId issue in other.Delivers.Keys)
            {
                SetOption(options, issue, lever?.Delivers.GetValueOrDefault(issue) is { Value: not null } option ? option : null);
            }
        }
        DealAtHand deal = Deal(values, options);
        IReadOnlyList<BreachValues> breaches = deriving.Of(deal);
        ForeseenDeal foreseen = Foresight.Of(deal.Rewards, breaches, deriving.Discounts);
        bool acceptable = values.Problem.Coalitions.Any(c => Enumerable.Range(0, _case.Parties.Count).All(p => (c >> values.PlaceOf[p] & 1) == 0 || Rounding.NotBelow(foreseen.Values[p], values.NoDeal[p])));
        double net = lever is null ? 0 : breaches.Count == 0 ? 0 : breaches.Max(b => Holding.NetCost(lever, _case.Parties[b.Breaker].Id, numbers));
        return new GuaranteeDraw(
            lever is null ? -1 : Place(lever), foreseen.Kept, [.. breaches.Select(b => b.Choice.Guarantee)], acceptable, lever is not null && net <= 0, net);
    }

    private void SetOption(int[] options, IssueId issue, OptionId? option)
    {
        int k = Enumerable.Range(0, options.Length).First(i => _case.Issues[i].Id == issue);
        options[k] = option is { } named ? _case.Issues[k].IndexOf(named) : _case.Issues[k].StatusQuo;
    }

    private int Place(Lever lever) => Enumerable.Range(0, _case.Levers.Count).First(l => _case.Levers[l].Id == lever.Id);

    private (int[] Options, IReadOnlySet<LeverId> Levers) DealAsked()
    {
        var values = new DealValues(_plan, CaseNumbers.MidRange(_case), _plan.AsOf);
        int[] options = [.. _case.Issues.Select(i => i.StatusQuo)];
        var levers = new HashSet<LeverId>();
        Settlement? best = Solving.Solve(values.Problem, new SettlementOptions { Single = true }).FirstOrDefault(s => s.IsOpen);
        IReadOnlyList<int> choices = best?.Mixture[0].Deal.Choices ?? Solving.Zone(values.Problem).Best?.Choices ?? [];
        for (int b = 0; b < choices.Count; b++)
        {
            DealTerms terms = values.Problem.Space.Blocks[b].Choices[choices[b]].Terms;
            values.SetFacts(terms, options);
            if (terms is { Lever: { } lever, LeverIncluded: true })
            {
                levers.Add(lever);
            }
        }
        foreach ((IssueId issue, OptionId option) in _stated)
        {
            SetOption(options, issue, option);
        }
        return (options, levers);
    }

    /// <summary>The deal with these options in one draw. An option that a draw has taken off the table is still valued, as its facts would be.</summary>
    public DealAtHand Deal(DealValues values, int[] options)
    {
        var levers = new HashSet<LeverId>(Levers);
        double[] rewards = [.. values.InCaseOrder(values.Problem.Space.Constants)];
        foreach (DealBlock block in values.Problem.Space.Blocks)
        {
            if (block.Choices.Count > 0 && block.Choices[0].Terms.Lever is { } lever)
            {
                Add(rewards, values.InCaseOrder(block.Choices.First(c => c.Terms.LeverIncluded == Levers.Contains(lever)).Points));
                continue;
            }
            DealChoice? choice = block.Choices.FirstOrDefault(c => c.Terms.Options.All(t => _case.Issue(t.Issue).Options[options[Index(t.Issue)]].Id == t.Option));
            if (choice is not null)
            {
                Add(rewards, values.InCaseOrder(choice.Points));
                levers.UnionWith(choice.Terms.DeliveredBy);
            }
            else
            {
                Add(rewards, OffTable(values, block, options));
            }
        }
        levers.UnionWith(_case.Levers.Where(l => l.Delivers.Count > 0 && values.StandingOf(l.Id) != Standing.Gone && l.Delivers.All(d => _case.Issue(d.Key).IndexOf(d.Value) == options[Index(d.Key)])).Select(l => l.Id));
        return new DealAtHand(options, levers, rewards);
    }

    private double[] OffTable(DealValues values, DealBlock block, int[] options)
    {
        IEnumerable<IssueId> issues = block.Choices.Count > 0
            ? block.Choices[0].Terms.Options.Select(t => t.Issue)
            : _case.Issues.Where(i => block.Key["issue:".Length..].Split('+').Contains(i.Key)).Select(i => i.Id);
        return values.OfIssues([.. issues.Select(Index)], options);
    }

    private int Index(IssueId issue) => Enumerable.Range(0, _case.Issues.Count).First(k => _case.Issues[k].Id == issue);

    private static void Add(double[] to, double[] what)
    {
        for (int p = 0; p < to.Length; p++)
        {
            to[p] += what[p];
        }
    }
}
