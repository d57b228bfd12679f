using Fulcrum.Cases;

namespace Fulcrum.Commitments;

/// <summary>
/// Derives temptation, after-breach value and guarantee of a deal from one draw of the case (docs/guide/keeping.md). The after-breach course is the case's
/// own ('after-breach'), never the no-deal course: with the no-deal value in its place every settlement would be kept by construction.
/// </summary>
internal sealed class BreachDeriving
{
    internal const double UsualDiscount = 0.98;
    internal const double UsualResponse = 1;

    private readonly Case _case;
    private readonly CaseNumbers _numbers;
    private readonly Worths _worths;
    private readonly Dictionary<(int Breaker, CourseId Course, int Party), double> _courses = [];

    public BreachDeriving(CaseNumbers numbers, Worths worths)
    {
        (_case, _numbers, _worths) = (numbers.Case, numbers, worths);
        Discounts = _case.Parties.Select(p => DiscountOf(p.Id)).ToArray();
        Breakers = Enumerable.Range(0, _case.Parties.Count).Where(p => CanBreak(_case, _case.Parties[p].Id)).ToArray();
    }

    /// <summary>Each party's monthly discount factor.</summary>
    public IReadOnlyList<double> Discounts { get; }

    /// <summary>Parties that could break a deal: principals for which the case says what follows.</summary>
    public IReadOnlyList<int> Breakers { get; }

    public static bool CanBreak(Case @case, PartyId party) =>
        @case.NoDeal?.AfterBreachOf(party) is not null && @case.Party(party).Weights is not null
        && (@case.Party(party).Role == PartyRole.Principal || @case.Keeping?.Takes.ContainsKey(party) == true);

    public IReadOnlyList<BreachValues> Of(DealAtHand deal) => Breakers.Select(b => Of(deal, b)).ToArray();

    public BreachValues Of(DealAtHand deal, int breaker)
    {
        PartyId party = _case.Parties[breaker].Id;
        double[] taken = Taken(deal.Options, breaker);
        double[] during = deal.Rewards.Zip(taken, (r, t) => r + t).ToArray();
        double[] bare = AfterWithoutGuarantees(breaker);
        double[] guarantees = Guarantees(deal.Levers, party);
        double[] growth = PerParty(_case.Keeping?.Rearms.GetValueOrDefault(party));
        var choice = new BreachChoice(
            deal.Rewards[breaker], during[breaker], bare[breaker], growth[breaker], RearmsFor, -guarantees[breaker], Discounts[breaker], Response(party));
        return new BreachValues(breaker, during, bare.Zip(guarantees, (a, g) => a + g).ToArray(), growth, choice);
    }

    /// <summary>What the facts that a breaker takes add to each party, against the deal: additive over issues that do not depend on each other.</summary>
    public double[] TakenFacts(IReadOnlyList<int> options, int breaker)
    {
        int[] facts = [.. options];
        foreach ((int issue, int option) in FactsTaken(breaker))
        {
            facts[issue] = option;
        }
        double[] now = _worths.OfFacts(options), then = _worths.OfFacts(facts);
        return then.Zip(now, (t, n) => t - n).ToArray();
    }

    /// <summary>What a breaker takes beside the facts, to each party: its gains, the others' losses.</summary>
    public double[] TakenBeside(int breaker)
    {
        Taking? taking = _case.Keeping?.Takes.GetValueOrDefault(_case.Parties[breaker].Id);
        double[] beside = PerParty(taking?.Loses).Select(l => -l).ToArray();
        beside[breaker] += taking?.Gains is { } gains ? _numbers[gains] : 0;
        return beside;
    }

    /// <summary>The facts that it takes: issue and option, indices in the case.</summary>
    public IEnumerable<(int Issue, int Option)> FactsTaken(int breaker) => FactsTaken(_case, breaker);

    public static IEnumerable<(int Issue, int Option)> FactsTaken(Case @case, int breaker)
    {
        Taking? taking = @case.Keeping?.Takes.GetValueOrDefault(@case.Parties[breaker].Id);
        for (int k = 0; k < @case.Issues.Count; k++)
        {
            if (taking is not null && taking.Facts.TryGetValue(@case.Issues[k].Id, out int option))
            {
                yield return (k, option);
            }
            else if (taking is null && @case.Issues[k].Ends)
            {
                yield return (k, @case.Issues[k].StatusQuo);
            }
        }
    }

    /// <summary>What follows a breach to each party: the course and its sequels, and the levers that answer a breach; guarantees of a deal left out.</summary>
    public double[] AfterWithoutGuarantees(int breaker)
    {
        Course course = _case.NoDeal!.AfterBreachOf(_case.Parties[breaker].Id)!;
        double[] value = Enumerable.Range(0, _case.Parties.Count).Select(p => CourseValue(breaker, course, p)).ToArray();
        foreach (Lever lever in _case.Levers.Where(l => l.Delivers.Count == 0))
        {
            Add(value, Reaction(lever, _case.Parties[breaker].Id));
        }
        foreach (Lever lever in _case.Levers.Where(l => GoesOn(l, _case.Parties[breaker].Id)))
        {
            value[IndexOf(lever.Holder)] -= _worths.GivenAway(lever.Id) * _numbers[lever.CostsHolder!];
        }
        return value;
    }

    /// <summary>Whether a lever, once given away, goes on to deliver after the breach at its holder's cost, as nothing else counts that cost there.</summary>
    public static bool GoesOn(Lever lever, PartyId breaker) => lever.Delivers.Count > 0 && lever.CostsHolder is not null && !Answers(lever, breaker);

    /// <summary>Whether a lever has effects that answer a breach by that party.</summary>
    public static bool Answers(Lever lever, PartyId breaker) => lever.Breach.Count > 0 || lever.BreachBy.ContainsKey(breaker);

    /// <summary>What carrying out a lever after a breach does to each party, as each believes it.</summary>
    public double[] Reaction(Lever lever, PartyId breaker)
    {
        var points = new double[_case.Parties.Count];
        if (!Answers(lever, breaker))
        {
            return points;
        }
        IReadOnlyDictionary<PartyId, Quantity>? answer = lever.BreachBy.GetValueOrDefault(breaker);
        for (int p = 0; p < points.Length; p++)
        {
            PartyId party = _case.Parties[p].Id;
            double full = Number(lever.Breach, party) + Number(answer, party) - (party == lever.Holder && lever.CostsHolder is { } cost ? _numbers[cost] : 0);
            points[p] = full == 0 ? 0 : _worths.Believed(lever.Id, party) * full;
        }
        return points;
    }

    public double Response(PartyId party) => _case.Keeping?.Response.GetValueOrDefault(party) is { } months ? _numbers[months] : UsualResponse;

    public double RearmsFor => _case.Keeping is { } keeping ? _numbers[keeping.RearmsFor] : 0;

    private double[] Taken(IReadOnlyList<int> options, int breaker) => TakenFacts(options, breaker).Zip(TakenBeside(breaker), (f, b) => f + b).ToArray();

    private double[] Guarantees(IReadOnlySet<LeverId> levers, PartyId breaker)
    {
        var value = new double[_case.Parties.Count];
        foreach (Lever lever in _case.Levers.Where(l => l.Delivers.Count > 0 && levers.Contains(l.Id)))
        {
            Add(value, Reaction(lever, breaker));
        }
        return value;
    }

    // A course that goes over into another after k months is worth (1 - d^k) of the one and d^k of the other, as a long-run average.
    private double CourseValue(int breaker, Course course, int party)
    {
        if (_courses.TryGetValue((breaker, course.Id, party), out double known))
        {
            return known;
        }
        double own = _worths.OfCourse(course)[party];
        double value = own;
        if (course.Then is { } then)
        {
            double later = Math.Pow(Discounts[party], _numbers[then.Months]);
            value = (1 - later) * own + later * CourseValue(breaker, _case.NoDeal!.Courses.First(c => c.Id == then.Course), party);
        }
        _courses[(breaker, course.Id, party)] = value;
        return value;
    }

    private int IndexOf(PartyId party) => Enumerable.Range(0, _case.Parties.Count).First(p => _case.Parties[p].Id == party);

    private double DiscountOf(PartyId party) =>
        _case.Keeping is not { } keeping ? UsualDiscount : _numbers[keeping.DiscountOf.TryGetValue(party, out Quantity? own) ? own : keeping.Discount];

    private double[] PerParty(IReadOnlyDictionary<PartyId, Quantity>? stated) => _case.Parties.Select(p => Number(stated, p.Id)).ToArray();

    private double Number(IReadOnlyDictionary<PartyId, Quantity>? stated, PartyId party) => stated is not null && stated.TryGetValue(party, out Quantity? q) ? _numbers[q] : 0;

    private static void Add(double[] to, double[] what)
    {
        for (int p = 0; p < to.Length; p++)
        {
            to[p] += what[p];
        }
    }
}
