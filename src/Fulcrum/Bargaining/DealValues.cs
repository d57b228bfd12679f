using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// What given facts, deals and courses of events are worth in one draw, for questions about what happens after a deal. Parties follow the case's order.
/// </summary>
public sealed class DealValues
{
    private readonly DrawModel _model;
    private readonly LedgerState _state;
    private readonly double _months;

    /// <summary>The situation at a date, with every move up to it. Terms that stand for an expected breach are left out: it would count twice.</summary>
    public DealValues(CasePlan plan, CaseNumbers numbers, DateOnly date)
    {
        numbers = WithoutStandIns(numbers);
        _model = new DrawModel(plan, numbers, ignoreRedLines: false);
        _state = Replay.At(plan, numbers, date);
        _months = _model.MonthsAt(date);
        Problem = SituationBuilder.Build(_model, _state, _months);
        NoDeal = _model.Layout.InFileOrder([.. Problem.NoDeal]);
    }

    /// <summary>The bargaining problem of the situation; its parties stand in the order of their keys.</summary>
    public BargainingProblem Problem { get; }

    /// <summary>r_i in the case's order.</summary>
    public double[] NoDeal { get; }

    /// <summary>For each party of the case, its place in the problem.</summary>
    public IReadOnlyList<int> PlaceOf => _model.Layout.PartyPlaces;

    /// <summary>The case's order for values in the problem's order.</summary>
    public double[] InCaseOrder(IReadOnlyList<double> values) => _model.Layout.InFileOrder([.. values]);

    /// <summary>Points of facts alone: options by issue in the case's order, without levers, costs or drift.</summary>
    public double[] OfFacts(IReadOnlyList<int> options) => OfIssues([.. Enumerable.Range(0, options.Count)], options);

    /// <summary>The same for some of the issues only; terms that join issues count when all of theirs are among them.</summary>
    public double[] OfIssues(IReadOnlyCollection<int> issues, IReadOnlyList<int> options)
    {
        CaseLayout layout = _model.Layout;
        var points = new double[_model.Parties];
        var facts = new int[options.Count];
        Array.Fill(facts, -1);
        foreach (int k in issues)
        {
            facts[layout.IssuePlaces[k]] = options[k];
        }
        for (int k = 0; k < facts.Length; k++)
        {
            for (int p = 0; p < points.Length && facts[k] >= 0; p++)
            {
                points[p] += _model.Points[k][facts[k]][p];
            }
        }
        AddTerms(facts, points);
        return layout.InFileOrder(points);
    }

    private void AddTerms(int[] facts, double[] points)
    {
        for (int g = 0; g < _model.Layout.Groups.Length; g++)
        {
            IssueGroup group = _model.Layout.Groups[g];
            for (int t = 0; t < group.Terms.Length && group.Issues.All(k => facts[k] >= 0); t++)
            {
                GroupTerm term = group.Terms[t];
                if (!term.Places.All(place => facts[group.Issues[place]] >= 0))
                {
                    continue;
                }
                points[term.Party] += term.Worth(
                    place => facts[group.Issues[place]], _model.Adds[g][t], place => _model.Points[group.Issues[place]][facts[group.Issues[place]]][term.Party]);
            }
        }
    }

    /// <summary>
    /// The facts of a course that follows a deal, weighted by their chances, less its cost. What was given away counts on, what it delivers among the facts, and
    /// concessions that bind hold; what was in force ended with the deal. No drift and no other lever.
    /// </summary>
    public double[] OfCourse(Course course)
    {
        var value = new double[_model.Parties];
        foreach (Outcome outcome in course.Outcomes.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            double[] points = OfFacts(FactsAfter(outcome.Facts, afterDeal: true));
            for (int p = 0; p < value.Length; p++)
            {
                value[p] += _model.Numbers[outcome.Chance] * points[p];
            }
        }
        double[] given = GivenAway();
        for (int p = 0; p < value.Length; p++)
        {
            Quantity? cost = course.Cost.GetValueOrDefault(_model.Plan.Case.Parties[p].Id);
            value[p] += given[p] - (cost is null ? 0 : _model.Numbers[cost]);
        }
        return value;
    }

    /// <summary>What becomes of an outcome's stated facts where no deal is made: levers in force or given away, then concessions that bind. By issue in the case's order.</summary>
    internal int[] FactsWithoutDeal(IReadOnlyList<int> stated) => FactsAfter(stated, afterDeal: false);

    private int[] FactsAfter(IReadOnlyList<int> stated, bool afterDeal)
    {
        int[] places = _model.Layout.IssuePlaces;
        var facts = new int[stated.Count];
        for (int k = 0; k < facts.Length; k++)
        {
            facts[places[k]] = stated[k];
        }
        new NoDealValues(_model, _state, _months).SetFacts([.. facts], facts, afterDeal);
        return [.. places.Select(place => facts[place])];
    }

    /// <summary>Value of a single deal of the problem to each party, in the case's order.</summary>
    public double[] OfDeal(Deal deal)
    {
        double[] points = [.. Problem.Space.Constants];
        for (int b = 0; b < deal.Choices.Count; b++)
        {
            IReadOnlyList<double> worth = Problem.Space.Blocks[b].Choices[deal.Choices[b]].Points;
            for (int p = 0; p < points.Length; p++)
            {
                points[p] += worth[p];
            }
        }
        return _model.Layout.InFileOrder(points);
    }

    /// <summary>The option of every issue, in the case's order, when a choice or a whole deal stands; issues it does not touch keep what <paramref name="options"/> has.</summary>
    public void SetFacts(DealTerms terms, int[] options)
    {
        Case @case = _model.Plan.Case;
        foreach ((IssueId issue, OptionId option) in terms.Options)
        {
            for (int k = 0; k < options.Length; k++)
            {
                if (@case.Issues[k].Id == issue)
                {
                    options[k] = @case.Issues[k].IndexOf(option);
                }
            }
        }
    }

    /// <summary>How far a lever is believed by an audience in a standing, in this draw.</summary>
    public double Credibility(LeverId lever, Standing standing, PartyId audience)
    {
        int l = _model.Layout.LeverOf[lever];
        return _model.Effects[l].Credibility(_state.Levers[l], standing, _model.Layout.PartyOf[audience]);
    }

    /// <summary>Share of the lever in a standing.</summary>
    public double ShareOf(LeverId lever, Standing standing) => _state.Levers[_model.Layout.LeverOf[lever]][standing];

    public Standing StandingOf(LeverId lever) => _state.StandingOf(lever);

    private static CaseNumbers WithoutStandIns(CaseNumbers numbers)
    {
        if (!numbers.Case.Together.Any(t => t.StandsForBreach))
        {
            return numbers;
        }
        double[] values = [.. numbers.Values];
        foreach (TogetherTerm term in numbers.Case.Together.Where(t => t.StandsForBreach))
        {
            values[term.Adds.Index] = term.Counts is null ? 0 : 1;
        }
        return numbers with { Values = values };
    }

    private double[] GivenAway()
    {
        var points = new double[_model.Parties];
        for (int l = 0; l < _model.Effects.Length; l++)
        {
            for (int p = 0; p < points.Length; p++)
            {
                points[p] += _state.Levers[l][Standing.GivenAway] * _model.Effects[l].Deal[p];
            }
        }
        return _model.Layout.InFileOrder(points);
    }
}
