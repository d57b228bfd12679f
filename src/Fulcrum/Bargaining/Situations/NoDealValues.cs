using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>What each party gets without an agreement, in one draw and one state of the ledger.</summary>
internal sealed class NoDealValues
{
    private readonly DrawModel _model;
    private readonly LedgerState _state;
    private readonly double _months;
    private readonly double[]?[] _courses;

    public NoDealValues(DrawModel model, LedgerState state, double months)
    {
        _model = model;
        _state = state;
        _months = months;
        _courses = new double[model.Layout.Courses.Length][];
    }

    /// <summary>r_i of every party: the value to it of the course after its own refusal.</summary>
    public double[] OwnRefusals()
    {
        var values = new double[_model.Parties];
        for (int p = 0; p < values.Length; p++)
        {
            values[p] = AfterRefusal(p, p);
        }
        return values;
    }

    /// <summary>What the refusal of <paramref name="refuser"/> leaves to <paramref name="party"/>: facts, cost, drift and levers.</summary>
    public double AfterRefusal(int refuser, int party)
    {
        double value = Course(_model.Layout.CourseAfter[refuser])[party] + _model.Drift[party] * _months;
        for (int l = 0; l < _model.Effects.Length; l++)
        {
            value += OfLever(l, refuser, party);
        }
        return value;
    }

    private double OfLever(int lever, int refuser, int party)
    {
        LeverEffects effects = _model.Effects[lever];
        LeverState state = _state.Levers[lever];
        double[]? triggered = effects.RefusedBy[refuser];
        double points = effects.NoDeal[party] + (triggered is null ? 0 : triggered[party]);
        double value = state[Standing.GivenAway] * effects.Deal[party];
        if (points != 0)
        {
            value += effects.WithoutDeal(state, party) * points;
        }
        if (party == effects.Holder && effects.CostsHolder != 0)
        {
            value -= CarriedOut(lever, triggered is not null, state) * effects.CostsHolder;
        }
        return value;
    }

    // A lever that only delivers an option is carried out without a deal when it is in force or given away.
    private double CarriedOut(int lever, bool triggered, LeverState state) =>
        triggered || _model.Effects[lever].HasNoDeal
            ? _model.Effects[lever].WithoutDeal(state, _model.Effects[lever].Holder)
            : _model.Layout.Deliveries[lever].Length > 0 ? state[Standing.InForce] + state[Standing.GivenAway] : 0;

    private double[] Course(int course) => _courses[course] ??= ValueOf(course);

    private double[] ValueOf(int course)
    {
        var value = new double[_model.Parties];
        var facts = new int[_model.Layout.Issues.Length];
        int[][] stated = _model.Layout.Courses[course].Facts;
        for (int outcome = 0; outcome < stated.Length; outcome++)
        {
            SetFacts(stated[outcome], facts);
            AddFacts(facts, _model.Chances[course][outcome], value);
        }
        for (int p = 0; p < value.Length; p++)
        {
            value[p] -= _model.Costs[course][p];
        }
        return value;
    }

    // Levers deliver first; binding concessions then say what becomes of the fact. What was in force until a deal does not outlive one.
    internal void SetFacts(int[] stated, int[] facts, bool afterDeal = false)
    {
        stated.CopyTo(facts, 0);
        for (int l = 0; l < _model.Effects.Length; l++)
        {
            foreach ((int issue, int option) in _model.Layout.Deliveries[l])
            {
                if (_state.Levers[l].Main is Standing.GivenAway || (_state.Levers[l].Main is Standing.InForce && !afterDeal))
                {
                    facts[issue] = option;
                }
            }
        }
        for (int k = 0; k < facts.Length; k++)
        {
            facts[k] = _state.Issues[k].FactInsteadOf(facts[k]);
        }
    }

    private void AddFacts(int[] facts, double chance, double[] value)
    {
        for (int k = 0; k < facts.Length; k++)
        {
            double[] points = _model.Points[k][facts[k]];
            for (int p = 0; p < value.Length; p++)
            {
                value[p] += chance * points[p];
            }
        }
        for (int g = 0; g < _model.Layout.Groups.Length; g++)
        {
            IssueGroup group = _model.Layout.Groups[g];
            for (int t = 0; t < group.Terms.Length; t++)
            {
                GroupTerm term = group.Terms[t];
                value[term.Party] += chance * term.Worth(
                    place => facts[group.Issues[place]], _model.Adds[g][t], place => _model.Points[group.Issues[place]][facts[group.Issues[place]]][term.Party]);
            }
        }
    }
}
