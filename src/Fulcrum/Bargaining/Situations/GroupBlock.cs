using System.Numerics;
using Fulcrum.Bargaining.Interdependence;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>
/// Builds the block of one group of issues in one state of the ledger: the options that a deal can still contain, what they are worth, whose consent they
/// need. An option that a lever delivers is worth, to an audience that believes the lever with credibility q, q times itself and 1 - q times the status quo.
/// </summary>
internal sealed class GroupBlock
{
    private readonly DrawModel _model;
    private readonly IssueGroup _group;
    private readonly double[] _adds;
    private readonly LedgerState _state;
    private readonly double _months;
    private readonly Available[] _picked;
    private readonly List<DealChoice> _choices = [];

    public GroupBlock(DrawModel model, IssueGroup group, double[] adds, LedgerState state, double months)
    {
        _model = model;
        _group = group;
        _adds = adds;
        _state = state;
        _months = months;
        _picked = new Available[group.Issues.Length];
    }

    public DealBlock Build()
    {
        List<Available>[] ways = Array.ConvertAll(_group.Issues, OnIssue);
        double combinations = ways.Aggregate(1.0, (product, list) => product * list.Count);
        if (combinations <= CaseLayout.LargestGroup)
        {
            Combine(ways, 0);
            return new DealBlock(_group.Key, _choices);
        }
        var found = EfficientCombinations.Find(new WideGroup(_model, _group, _adds, _state, _months).ModelOf(ways), WideGroup.Tolerance, SearchBudget.Of(_model.Within, WideGroup.NodeLimit), CancellationToken.None);
        foreach (int[] choice in found.Choices)
        {
            for (int place = 0; place < choice.Length; place++)
            {
                _picked[place] = ways[place][choice[place]];
            }
            _choices.Add(Choice());
        }
        return new DealBlock(_group.Key, _choices) { OutOf = ways.Aggregate(BigInteger.One, (product, list) => product * list.Count), Gap = found.Gap };
    }

    private List<Available> OnIssue(int issue)
    {
        IssueLayout layout = _model.Layout.Issues[issue];
        foreach ((int lever, int option) in DeliveredTo(issue))
        {
            if (_state.Levers[lever].Main == Standing.GivenAway)
            {
                return [new Available(option, -1, layout.Issue.Options[option].Key, 0, 0)];
            }
        }
        var available = new List<Available>();
        foreach (int option in layout.ByKey)
        {
            ulong refused = _model.IgnoreRedLines ? 0 : layout.RefusedBy[option];
            if (CanBeSigned(layout, issue, option) && (refused & _model.Layout.ConsentAlways) == 0)
            {
                AddWays(available, layout, issue, option, refused);
            }
        }
        return available;
    }

    private bool CanBeSigned(IssueLayout layout, int issue, int option) =>
        !layout.Issue.Options[option].OnlyNoDeal
        && !_state.Issues[issue].IsRemoved(option)
        && !(layout.Issue.MustSettle && option == layout.Issue.StatusQuo);

    private void AddWays(List<Available> available, IssueLayout layout, int issue, int option, ulong refused)
    {
        string key = layout.Issue.Options[option].Key;
        bool delivered = false;
        foreach ((int lever, int what) in DeliveredTo(issue))
        {
            if (what != option)
            {
                continue;
            }
            delivered = true;
            if (_state.Levers[lever].Main != Standing.Gone)
            {
                ulong needs = layout.Needs[option] | (1UL << _model.Effects[lever].Holder);
                available.Add(new Available(option, lever, $"{key}@{_model.Layout.Levers[lever].Key}", needs, refused));
            }
        }
        if (!delivered)
        {
            available.Add(new Available(option, -1, key, layout.Needs[option], refused));
        }
    }

    private IEnumerable<(int Lever, int Option)> DeliveredTo(int issue)
    {
        for (int l = 0; l < _model.Layout.Deliveries.Length; l++)
        {
            foreach ((int at, int option) in _model.Layout.Deliveries[l])
            {
                if (at == issue)
                {
                    yield return (l, option);
                }
            }
        }
    }

    private void Combine(List<Available>[] ways, int place)
    {
        if (place == ways.Length)
        {
            _choices.Add(Choice());
            return;
        }
        foreach (Available way in ways[place])
        {
            _picked[place] = way;
            Combine(ways, place + 1);
        }
    }

    private DealChoice Choice()
    {
        var points = new double[_model.Parties];
        AddBelieved(points, Array.ConvertAll(_picked, way => way.Option), 0, Enumerable.Repeat(1.0, points.Length).ToArray());
        string key = _picked.Length == 1 ? _picked[0].Key : string.Join('+', _picked.Select(way => way.Key));
        ulong needs = _picked.Aggregate(0UL, (mask, way) => mask | way.Needs);
        ulong refused = _picked.Aggregate(0UL, (mask, way) => mask | way.RefusedBy);
        return new DealChoice(key, points, needs, Terms()) { RefusedBy = refused };
    }

    // Splits on each delivered option between what it promises and the status quo, by what each party believes.
    private void AddBelieved(double[] points, int[] options, int place, double[] shares)
    {
        while (place < _picked.Length && _picked[place].By < 0)
        {
            place++;
        }
        if (place == _picked.Length)
        {
            AddPoints(points, options, shares);
            return;
        }
        int lever = _picked[place].By;
        LeverState state = _state.Levers[lever];
        var believed = shares.Select((share, p) => share * _model.Effects[lever].Credibility(state, state.Main, p)).ToArray();
        AddBelieved(points, options, place + 1, believed);
        var doubted = shares.Select((share, p) => share - believed[p]).ToArray();
        if (Array.Exists(doubted, share => share != 0))
        {
            var otherwise = (int[])options.Clone();
            otherwise[place] = _model.Layout.Issues[_group.Issues[place]].Issue.StatusQuo;
            AddBelieved(points, otherwise, place + 1, doubted);
        }
    }

    private void AddPoints(double[] points, int[] options, double[] shares)
    {
        for (int i = 0; i < options.Length; i++)
        {
            double[] worth = _model.Points[_group.Issues[i]][options[i]];
            for (int p = 0; p < points.Length; p++)
            {
                points[p] += shares[p] * worth[p];
            }
        }
        for (int t = 0; t < _adds.Length; t++)
        {
            GroupTerm term = _group.Terms[t];
            points[term.Party] += shares[term.Party] * term.Worth(place => options[place], _adds[t], place => _model.Points[_group.Issues[place]][options[place]][term.Party]);
        }
        AddFailureToEnd(points, options, shares);
    }

    // What leaves open what would end the matter bears what the default course costs: as a term of the deal, or as far as its end is not believed.
    private void AddFailureToEnd(double[] points, int[] options, double[] shares)
    {
        for (int i = 0; i < options.Length; i++)
        {
            Issue issue = _model.Layout.Issues[_group.Issues[i]].Issue;
            if (issue.Ends && options[i] == issue.StatusQuo && _model.Costs.Length > 0)
            {
                for (int p = 0; p < points.Length; p++)
                {
                    points[p] += shares[p] * (_model.Drift[p] * _months - _model.Costs[0][p]);
                }
            }
        }
    }

    private DealTerms Terms()
    {
        if (_picked.Length == 1 && _picked[0].By < 0)
        {
            return _model.Layout.Issues[_group.Issues[0]].Terms[_picked[0].Option];
        }
        var options = _picked.SelectMany((way, i) => _model.Layout.Issues[_group.Issues[i]].Terms[way.Option].Options).ToArray();
        return new DealTerms(options, null, false)
        {
            DeliveredBy = _picked.Where(way => way.By >= 0).Select(way => _model.Layout.Levers[way.By].Id).ToArray(),
        };
    }
}
