using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// What the courses after a refusal are worth to each party before drift and levers: facts weighted by their chances, less the cost. They depend on little of
/// a situation, so each such part is worked out once a draw. One thread's own.
/// </summary>
internal sealed class DrawnFacts
{
    private readonly CompiledCase _case;
    private readonly DrawnModel _model;
    private readonly LeverSlots _slots;
    private readonly YieldSets _sets;
    private readonly int[] _key;
    private readonly int[] _facts;
    private int[] _keys = [];
    private double[] _values = [];
    private int _count;

    public DrawnFacts(CompiledCase compiled, DrawnModel model, LeverSlots slots, YieldSets sets)
    {
        (_case, _model, _slots, _sets) = (compiled, model, slots, sets);
        _key = new int[compiled.Moves.Yielding.Length + compiled.Delivering.Length];
        _facts = new int[compiled.Issues];
    }

    public void Begin() => _count = 0;

    /// <summary>At course x parties + party; courses that follow no refusal are not worked out.</summary>
    public ReadOnlySpan<double> Of(Situation situation)
    {
        int yielding = _case.Moves.Yielding.Length, length = _case.Layout.Courses.Length * _case.Parties;
        for (int i = 0; i < yielding; i++)
            _key[i] = situation.Yields[_case.Moves.Yielding[i]];
        for (int i = yielding; i < _key.Length; i++)
            _key[i] = _slots.Main(situation.Levers[_case.Delivering[i - yielding]]) is Standing.InForce or Standing.GivenAway ? 1 : 0;
        for (int known = 0; known < _count; known++)
        {
            if (_keys.AsSpan(known * _key.Length, _key.Length).SequenceEqual(_key))
                return _values.AsSpan(known * length, length);
        }
        int added = _count++;
        Room.For(ref _keys, _count * _key.Length);
        Room.For(ref _values, _count * length);
        _key.CopyTo(_keys, added * _key.Length);
        Span<double> values = _values.AsSpan(added * length, length);
        foreach (int course in _case.Courses)
            Measure(course, situation, values.Slice(course * _case.Parties, _case.Parties));
        return values;
    }

    /// <summary>What becomes of the stated facts of a course that follows a deal; valid until the next call.</summary>
    public ReadOnlySpan<int> AfterDeal(int[] stated, Situation situation)
    {
        SetFacts(stated, situation, afterDeal: true);
        return _facts;
    }

    private void Measure(int course, Situation situation, Span<double> value)
    {
        value.Clear();
        int[][] stated = _case.Layout.Courses[course].Facts;
        for (int outcome = 0; outcome < stated.Length; outcome++)
        {
            SetFacts(stated[outcome], situation, afterDeal: false);
            AddFacts(_model.Chance(course, outcome), value);
        }
        for (int p = 0; p < value.Length; p++)
            value[p] -= _model.Costs[course * _case.Parties + p];
    }

    // Levers deliver first; binding concessions then say what becomes of the fact. What was in force until a deal does not outlive one.
    private void SetFacts(int[] stated, Situation situation, bool afterDeal)
    {
        stated.CopyTo(_facts, 0);
        foreach (int lever in _case.Delivering)
        {
            Standing main = _slots.Main(situation.Levers[lever]);
            if (main is not Standing.GivenAway && (main is not Standing.InForce || afterDeal))
                continue;
            foreach ((int issue, int option) in _case.Layout.Deliveries[lever])
                _facts[issue] = option;
        }
        for (int k = 0; k < _facts.Length; k++)
            _facts[k] = _sets.FactInsteadOf(situation.Yields[k], _facts[k]);
    }

    private void AddFacts(double chance, Span<double> value)
    {
        int parties = _case.Parties;
        for (int k = 0; k < _facts.Length; k++)
        {
            ReadOnlySpan<double> points = _model.Points.AsSpan((_case.OptionStart[k] + _facts[k]) * parties, parties);
            for (int p = 0; p < value.Length; p++)
                value[p] += chance * points[p];
        }
        foreach (CompiledGroup group in _case.Groups)
        {
            for (int t = 0; t < group.Terms.Length; t++)
                value[group.Terms[t].Party] += chance * group.Worth(t, _facts, _model);
        }
    }
}
