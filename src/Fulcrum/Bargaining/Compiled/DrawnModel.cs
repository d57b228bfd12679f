using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// One draw's numbers in flat arrays: points of every option, effects of every lever, courses without a deal. The same sums in the same order as
/// <see cref="Situations.DrawModel"/>, to the last bit. Refilled for every draw; one thread's own.
/// </summary>
internal sealed class DrawnModel
{
    private readonly CompiledCase _case;
    private readonly double[] _weights;
    private CaseNumbers _numbers = null!;

    public DrawnModel(CompiledCase compiled)
    {
        _case = compiled;
        (int parties, int levers) = (compiled.Parties, compiled.Levers);
        _weights = new double[parties * compiled.Issues];
        Points = new double[compiled.Options * parties];
        Claims = new double[parties];
        Drift = new double[parties];
        Costs = new double[compiled.Layout.Courses.Length * parties];
        Adds = new double[compiled.Numbers.Terms.Length];
        Deal = new double[levers * parties];
        HasDeal = new bool[levers];
        NoDeal = new double[levers * parties];
        Refused = new double[levers * parties * parties];
        CostsHolder = new double[levers];
        Credibility = new double[levers * NumberPlaces.Standings * parties];
    }

    public CaseNumbers Numbers => _numbers;

    /// <summary>At option x parties + party: value times weight.</summary>
    public double[] Points { get; }

    public double[] Claims { get; }

    /// <summary>Points a month.</summary>
    public double[] Drift { get; }

    /// <summary>At course x parties + party.</summary>
    public double[] Costs { get; }

    /// <summary>By joining term of all groups.</summary>
    public double[] Adds { get; }

    /// <summary>At lever x parties + party: points of having it in a deal, in full.</summary>
    public double[] Deal { get; }

    public bool[] HasDeal { get; }

    /// <summary>At lever x parties + party.</summary>
    public double[] NoDeal { get; }

    /// <summary>At (lever x parties + refuser) x parties + party.</summary>
    public double[] Refused { get; }

    public double[] CostsHolder { get; }

    /// <summary>At (lever x standings + standing) x parties + audience.</summary>
    public double[] Credibility { get; }

    public double Chance(int course, int outcome) => _numbers.Values[_case.Numbers.Chances[course][outcome]];

    public void Fill(CaseNumbers numbers)
    {
        _numbers = numbers;
        FillWeights();
        FillPoints();
        NumberPlaces places = _case.Numbers;
        double[] values = numbers.Values;
        for (int p = 0; p < Claims.Length; p++)
            Claims[p] = Math.Max(0, values[places.Claims[p]]);
        Put(places.Drift, Drift);
        Put(places.Costs, Costs);
        for (int t = 0; t < Adds.Length; t++)
            Adds[t] = values[places.Terms[t]];
        FillLevers();
    }

    private void Put(NumberPlace[] places, double[] into)
    {
        double[] values = _numbers.Values;
        foreach (NumberPlace place in places)
            into[place.Target] = values[place.Quantity];
    }

    private void FillWeights()
    {
        Array.Clear(_weights);
        for (int p = 0; p < _case.Parties; p++)
        {
            Span<double> own = _weights.AsSpan(p * _case.Issues, _case.Issues);
            foreach (WeightPlace place in _case.Numbers.Weights[p])
                own[place.Issue] = place.Ranking >= 0 ? _numbers.Ranked[place.Ranking][place.At] : Math.Max(0, _numbers.Values[place.At]);
            double sum = 0;
            foreach (double weight in own)
                sum += weight;
            for (int k = 0; sum > 0 && k < own.Length; k++)
                own[k] /= sum;
        }
    }

    private void FillPoints()
    {
        double[] values = _numbers.Values;
        foreach (ValuePlace place in _case.Numbers.Values)
        {
            double weight = _weights[place.Weight];
            double value = !double.IsNaN(place.Share) ? (1 - place.Share) * values[place.First] + place.Share * values[place.Second]
                : place.First >= 0 ? _numbers.Ranked[place.First][place.Second] : values[place.Second];
            Points[place.Target] = weight > 0 ? weight * value : 0;
        }
    }

    private void FillLevers()
    {
        NumberPlaces places = _case.Numbers;
        double[] values = _numbers.Values;
        int parties = _case.Parties;
        Array.Clear(Deal);
        Put(places.Deal, Deal);
        foreach (WorthPlace step in places.Worth)
        {
            for (int p = 0; p < parties; p++)
                Deal[step.Lever * parties + p] += Points[step.To * parties + p] - Points[step.From * parties + p];
        }
        Put(places.NoDeal, NoDeal);
        Put(places.Refused, Refused);
        for (int l = 0; l < CostsHolder.Length; l++)
        {
            CostsHolder[l] = places.CostsHolder[l] >= 0 ? values[places.CostsHolder[l]] : 0;
            HasDeal[l] = Deal.AsSpan(l * parties, parties).ContainsAnyExcept(0.0);
        }
        for (int k = 0; k < Credibility.Length; k++)
            Credibility[k] = places.Credibility[k] >= 0 ? values[places.Credibility[k]] : 1;
    }
}
