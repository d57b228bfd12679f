using Fulcrum.Cases;

namespace Fulcrum.Commitments;

/// <summary>What the caller knows about values in the draw at hand, to one party each. Parties, levers and courses are indices in the case.</summary>
/// <param name="Reward">The deal, kept by everyone.</param>
/// <param name="OfFacts">Points of facts alone, options by issue in the case's order.</param>
/// <param name="OfCourse">Facts of a course weighted by their chances, less its cost.</param>
/// <param name="Believed">How far the holder's carrying out of a lever is believed by a party, 0..1.</param>
/// <param name="InDeal">Whether a lever is part of the deal.</param>
/// <param name="GivenAway">Share of a lever that was given away, 0..1.</param>
internal sealed record OwnWorths(
    Func<int, double> Reward, Func<int[], int, double> OfFacts, Func<int, int, double> OfCourse, Func<int, int, double> Believed, Func<int, bool> InDeal,
    Func<int, double> GivenAway);

/// <summary>
/// The choice of each party that could break one and the same deal, draw by draw: <see cref="BreachDeriving"/> with everything looked up once, the same sums
/// in the same order, to the last bit. Immutable; may be shared by threads.
/// </summary>
internal sealed class DrawnBreaches
{
    private readonly Breaker[] _breakers;
    private readonly int _rearmsFor;

    /// <param name="options">The deal: option by issue, in the case's order.</param>
    public DrawnBreaches(Case @case, IReadOnlyList<int> options)
    {
        _rearmsFor = IndexOf(@case.Keeping?.RearmsFor);
        _breakers = [.. Enumerable.Range(0, @case.Parties.Count).Where(p => BreachDeriving.CanBreak(@case, @case.Parties[p].Id)).Select(p => Breaker.Of(@case, p, options))];
    }

    /// <summary>Parties that could break the deal.</summary>
    public int Count => _breakers.Length;

    /// <summary>Which party of the case it is.</summary>
    public int PartyOf(int breaker) => _breakers[breaker].Party;

    /// <summary>Whether nobody breaks the deal.</summary>
    public bool Kept(CaseNumbers numbers, OwnWorths worths)
    {
        for (int b = 0; b < _breakers.Length; b++)
        {
            if (Compliance.BreaksAt(Choice(b, numbers, worths)) < double.PositiveInfinity)
            {
                return false;
            }
        }
        return true;
    }

    /// <param name="breaker">In the order of the case's parties, those left out that cannot break it.</param>
    public BreachChoice Choice(int breaker, CaseNumbers numbers, OwnWorths worths)
    {
        Breaker own = _breakers[breaker];
        double discount = Number(own.Discount, numbers, BreachDeriving.UsualDiscount);
        double reward = worths.Reward(own.Party);
        double beside = -Number(own.Loses, numbers) + Number(own.Gains, numbers);
        double taken = worths.OfFacts(own.Facts, own.Party) - worths.OfFacts(own.Options, own.Party) + beside;
        double after = CourseValue(own, discount, numbers, worths);
        foreach (Answer answer in own.Answers)
        {
            after += Reaction(answer, own.Party, numbers, worths);
        }
        foreach ((int lever, int cost) in own.GoesOn)
        {
            after -= worths.GivenAway(lever) * numbers.Values[cost];
        }
        double guarantees = 0;
        foreach (Answer answer in own.Guarantees)
        {
            guarantees += worths.InDeal(answer.Lever) ? Reaction(answer, own.Party, numbers, worths) : 0;
        }
        return new BreachChoice(
            reward, reward + taken, after, Number(own.Growth, numbers), Number(_rearmsFor, numbers), -guarantees, discount, Number(own.Response, numbers, BreachDeriving.UsualResponse));
    }

    // From the last course of the chain backwards: (1 - d^k) of the one and d^k of what it goes over into.
    private static double CourseValue(Breaker own, double discount, CaseNumbers numbers, OwnWorths worths)
    {
        double value = worths.OfCourse(own.Courses[^1].Course, own.Party);
        for (int c = own.Courses.Length - 2; c >= 0; c--)
        {
            double later = Math.Pow(discount, Number(own.Courses[c].Months, numbers));
            value = (1 - later) * worths.OfCourse(own.Courses[c].Course, own.Party) + later * value;
        }
        return value;
    }

    private static double Reaction(Answer answer, int party, CaseNumbers numbers, OwnWorths worths)
    {
        double full = Number(answer.Breach, numbers) + Number(answer.BreachBy, numbers) - Number(answer.Cost, numbers);
        return full == 0 ? 0 : worths.Believed(answer.Lever, party) * full;
    }

    private static double Number(int quantity, CaseNumbers numbers, double otherwise = 0) => quantity < 0 ? otherwise : numbers.Values[quantity];

    private static int IndexOf(Quantity? quantity) => quantity?.Index ?? -1;

    /// <summary>A party that could break the deal: places of its numbers, -1 for one that the case does not state.</summary>
    /// <param name="Options">The facts of the deal; <paramref name="Facts"/>: while it breaks it.</param>
    /// <param name="Courses">What follows, each after so many months of the one before (of the last: none).</param>
    /// <param name="Answers">Levers that answer its breach in any case; <paramref name="Guarantees"/>: where they are part of the deal.</param>
    /// <param name="GoesOn">Its own levers that go on at its cost where they were given away.</param>
    private sealed record Breaker(
        int Party, int Discount, int Response, int Growth, int Gains, int Loses, int[] Options, int[] Facts, (int Course, int Months)[] Courses, Answer[] Answers, Answer[] Guarantees,
        (int Lever, int Cost)[] GoesOn)
    {
        public static Breaker Of(Case @case, int party, IReadOnlyList<int> options)
        {
            PartyId id = @case.Parties[party].Id;
            Keeping? keeping = @case.Keeping;
            Taking? taking = keeping?.Takes.GetValueOrDefault(id);
            Answer[] answers = [.. Enumerable.Range(0, @case.Levers.Count).Select(l => Answer.Of(@case.Levers[l], l, id))];
            int[] facts = [.. options];
            foreach ((int issue, int option) in BreachDeriving.FactsTaken(@case, party))
            {
                facts[issue] = option;
            }
            return new Breaker(
                party, IndexOf(keeping is null ? null : keeping.DiscountOf.GetValueOrDefault(id) ?? keeping.Discount), IndexOf(keeping?.Response.GetValueOrDefault(id)),
                IndexOf(keeping?.Rearms.GetValueOrDefault(id)?.GetValueOrDefault(id)), IndexOf(taking?.Gains), IndexOf(taking?.Loses.GetValueOrDefault(id)), [.. options], facts,
                [.. Chain(@case, @case.NoDeal!.AfterBreachOf(id)!)], [.. answers.Where(a => @case.Levers[a.Lever].Delivers.Count == 0)],
                [.. answers.Where(a => @case.Levers[a.Lever].Delivers.Count > 0)],
                [.. Enumerable.Range(0, @case.Levers.Count).Where(l => @case.Levers[l].Holder == id && BreachDeriving.GoesOn(@case.Levers[l], id)).Select(l => (l, @case.Levers[l].CostsHolder!.Index))]);
        }

        private static IEnumerable<(int, int)> Chain(Case @case, Course first)
        {
            IReadOnlyList<Course> all = @case.NoDeal!.Courses;
            int PlaceOf(CourseId course) => Enumerable.Range(0, all.Count).First(c => all[c].Id == course);
            for (int place = PlaceOf(first.Id); place >= 0; place = all[place].Then is { } then ? PlaceOf(then.Course) : -1)
            {
                yield return (place, IndexOf(all[place].Then?.Months));
            }
        }
    }

    /// <summary>What carrying out a lever after a breach does to the breaker: places of its numbers.</summary>
    private readonly record struct Answer(int Lever, int Breach, int BreachBy, int Cost)
    {
        public static Answer Of(Lever lever, int place, PartyId breaker)
        {
            IReadOnlyDictionary<PartyId, Quantity>? by = lever.BreachBy.GetValueOrDefault(breaker);
            return new Answer(
                place, IndexOf(lever.Breach.GetValueOrDefault(breaker)), IndexOf(by?.GetValueOrDefault(breaker)), BreachDeriving.Answers(lever, breaker) && breaker == lever.Holder ? IndexOf(lever.CostsHolder) : -1);
        }
    }
}
