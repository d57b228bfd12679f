using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// What one deal, other facts and courses of events are worth in a draw, for questions about what happens after it: <see cref="DealValues"/> over flat arrays,
/// the same sums in the same order, to the last bit. Parties, issues, levers and courses are those of <see cref="CaseLayout"/>. Refilled for every draw; one
/// thread's own.
/// </summary>
internal sealed class DrawnDeal
{
    private readonly CompiledCase _case;
    private readonly DrawnModel _model;
    private readonly LeverSlots _slots;
    private readonly YieldSets _sets;
    private readonly DrawnMoves _moves;
    private readonly DrawnBlocks _blocks;
    private readonly DrawnFacts _facts;
    private readonly Situation _situation;
    private readonly int[] _options;
    private readonly bool[] _agreed;
    private readonly bool[] _includes;
    private readonly double[] _rewards;
    private readonly double[] _values;

    /// <param name="options">The deal: option by issue. One that a draw has taken off the table is still valued, as its facts would be.</param>
    /// <param name="agreed">Levers that it includes as terms of their own.</param>
    public DrawnDeal(CompiledCase compiled, IReadOnlyList<int> options, IReadOnlySet<int> agreed)
    {
        (_case, _options) = (compiled, [.. options]);
        _model = new DrawnModel(compiled);
        _slots = new LeverSlots(compiled, _model);
        _sets = new YieldSets(compiled);
        _moves = new DrawnMoves(compiled, _slots, _sets);
        _blocks = new DrawnBlocks(compiled, _model, _slots, _sets);
        _facts = new DrawnFacts(compiled, _model, _slots, _sets);
        _situation = new Situation(compiled) { Months = DrawModel.MonthsBetween(compiled.Plan.Case.AsOf, compiled.Plan.AsOf) };
        _agreed = [.. Enumerable.Range(0, compiled.Levers).Select(agreed.Contains)];
        _includes = new bool[compiled.Levers];
        _rewards = new double[compiled.Parties];
        _values = new double[compiled.Plan.Case.Quantities.Count];
    }

    /// <summary>Whether every choice of the case's deals can be listed, which the values to the last bit rest on.</summary>
    public static bool CanValue(CompiledCase compiled) => Array.TrueForAll(compiled.Groups, group => group.Ranks is not null);

    /// <summary>The draw's own numbers, those that stand for an expected breach among them.</summary>
    public CaseNumbers Numbers { get; private set; } = null!;

    /// <summary>By party, while everyone keeps the deal.</summary>
    public ReadOnlySpan<double> Rewards => _rewards;

    /// <summary>Whether the lever is part of the deal in this draw: agreed, or delivering one of its options.</summary>
    public bool Includes(int lever) => _includes[lever];

    public void Begin(CaseNumbers numbers)
    {
        Numbers = numbers;
        CaseNumbers own = WithoutStandIns(numbers);
        _model.Fill(own);
        _slots.Begin();
        _sets.Begin(_moves);
        _moves.Fill(own);
        _blocks.Begin(ignoreRedLines: false);
        _moves.With(_moves.All, _situation);
        _agreed.CopyTo(_includes, 0);
        Array.Clear(_rewards);
        AddConstants();
        for (int g = 0; g < _case.Groups.Length; g++)
            AddGroup(g);
        AddTerms();
        AddDelivering();
    }

    /// <summary>Points of facts alone to one party: without levers, costs or drift.</summary>
    /// <param name="options">Option by issue.</param>
    public double OfFacts(ReadOnlySpan<int> options, int party)
    {
        double points = 0;
        for (int k = 0; k < options.Length; k++)
            points += _model.Points[(_case.OptionStart[k] + options[k]) * _case.Parties + party];
        foreach (CompiledGroup group in _case.Groups)
        {
            for (int t = 0; t < group.Terms.Length; t++)
                points += group.Terms[t].Party == party ? group.Worth(t, options, _model) : 0;
        }
        return points;
    }

    /// <summary>The facts of a course that follows a deal, to one party: <see cref="DealValues.OfCourse"/>.</summary>
    public double OfCourse(int course, int party)
    {
        double value = 0;
        int[][] stated = _case.Layout.Courses[course].Facts;
        for (int outcome = 0; outcome < stated.Length; outcome++)
            value += _model.Chance(course, outcome) * OfFacts(_facts.AfterDeal(stated[outcome], _situation), party);
        double given = 0;
        for (int l = 0; l < _case.Levers; l++)
            given += _slots.Share(_situation.Levers[l], Standing.GivenAway) * _model.Deal[l * _case.Parties + party];
        return value + (given - _model.Costs[course * _case.Parties + party]);
    }

    public double Share(int lever, Standing standing) => _slots.Share(_situation.Levers[lever], standing);

    /// <summary>How far an audience believes the lever in a standing.</summary>
    public double Credibility(int lever, Standing standing, int audience) => _slots.Credibility(lever, _situation.Levers[lever], standing, audience);

    // What stands for an expected breach would count twice.
    private CaseNumbers WithoutStandIns(CaseNumbers numbers)
    {
        if (_case.StandIns.Length == 0)
            return numbers;
        numbers.Values.CopyTo(_values, 0);
        foreach ((int quantity, double without) in _case.StandIns)
            _values[quantity] = without;
        return numbers with { Values = _values };
    }

    private void AddConstants()
    {
        for (int l = 0; l < _case.Levers; l++)
        {
            if (_model.HasDeal[l])
                Add(_slots.Constant(_situation.Levers[l]));
        }
    }

    // The first choice in the order of levers among those with these options.
    private void AddGroup(int g)
    {
        CompiledGroup group = _case.Groups[g];
        int variant = _blocks.Of(g, _situation), best = -1;
        for (int choice = _blocks.First(variant); choice < _blocks.First(variant) + _blocks.Count(variant); choice++)
        {
            if (Takes(choice, group) && (best < 0 || Before(_blocks.Picks(choice, group), _blocks.Picks(best, group))))
                best = choice;
        }
        if (best < 0)
        {
            AddOffTable(group);
            return;
        }
        Add(_blocks.Points(best));
        foreach ((_, int by) in _blocks.Picks(best, group))
        {
            if (by >= 0)
                _includes[by] = true;
        }
    }

    private bool Takes(int choice, CompiledGroup group)
    {
        ReadOnlySpan<(int Option, int By)> picks = _blocks.Picks(choice, group);
        for (int place = 0; place < picks.Length; place++)
        {
            if (picks[place].Option != _options[group.Issues[place]])
                return false;
        }
        return true;
    }

    private static bool Before(ReadOnlySpan<(int Option, int By)> one, ReadOnlySpan<(int Option, int By)> other)
    {
        for (int place = 0; place < one.Length; place++)
        {
            if (one[place].By != other[place].By)
                return one[place].By < other[place].By;
        }
        return false;
    }

    private void AddOffTable(CompiledGroup group)
    {
        for (int p = 0; p < _rewards.Length; p++)
        {
            double points = 0;
            foreach (int k in group.Issues)
                points += _model.Points[(_case.OptionStart[k] + _options[k]) * _case.Parties + p];
            for (int t = 0; t < group.Terms.Length; t++)
                points += group.Terms[t].Party == p ? group.Worth(t, _options, _model) : 0;
            _rewards[p] += points;
        }
    }

    private void AddTerms()
    {
        for (int l = 0; l < _case.Levers; l++)
        {
            if (_agreed[l] && _model.HasDeal[l] && Share(l, Standing.Reserve) > 0)
                Add(_slots.Term(_situation.Levers[l]));
        }
    }

    private void AddDelivering()
    {
        foreach (int lever in _case.Delivering)
        {
            bool all = _slots.Main(_situation.Levers[lever]) != Standing.Gone;
            foreach ((int issue, int option) in _case.Layout.Deliveries[lever])
                all &= _options[issue] == option;
            _includes[lever] |= all;
        }
    }

    private void Add(ReadOnlySpan<double> points)
    {
        for (int p = 0; p < _rewards.Length; p++)
            _rewards[p] += points[p];
    }
}
