using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>Where the drawn numbers of a case go in the flat arrays of <see cref="DrawnModel"/>. Immutable.</summary>
internal sealed class NumberPlaces
{
    public static readonly int Standings = Enum.GetValues<Standing>().Length;

    private readonly CompiledCase _case;

    public NumberPlaces(CompiledCase compiled)
    {
        _case = compiled;
        CaseLayout layout = compiled.Layout;
        Weights = [.. layout.Parties.Select(WeightsOf)];
        Values = [.. Enumerable.Range(0, compiled.Issues).SelectMany(ValuesOf)];
        Claims = [.. layout.Parties.Select(p => p.Claim.Index)];
        Drift = OfParties(compiled.Plan.Case.NoDeal?.PerMonth, 0);
        Costs = [.. layout.Courses.SelectMany((course, c) => OfParties(course.Course.Cost, c * compiled.Parties))];
        Chances = [.. layout.Courses.Select(course => course.Chances.Select(q => q.Index).ToArray())];
        Terms = [.. layout.Groups.SelectMany(group => group.Terms).Select(term => term.Adds.Index)];
        Deal = [.. layout.Levers.SelectMany((lever, l) => OfParties(lever.Deal, l * compiled.Parties))];
        NoDeal = [.. layout.Levers.SelectMany((lever, l) => OfParties(lever.NoDeal, l * compiled.Parties))];
        Refused = [.. layout.Levers.SelectMany((lever, l) => lever.RefusedBy.SelectMany(by => OfParties(by.Value, (l * compiled.Parties + layout.PartyOf[by.Key]) * compiled.Parties)))];
        Triggers = [.. layout.Levers.SelectMany(lever => layout.Parties.Select(p => lever.RefusedBy.ContainsKey(p.Id)))];
        Worth = [.. layout.Levers.SelectMany((lever, l) => lever.Worth.Select(step => StepOf(l, step)))];
        Holder = [.. layout.Levers.Select(lever => layout.PartyOf[lever.Holder])];
        HasNoDeal = [.. layout.Levers.Select(lever => lever.NoDeal.Count > 0)];
        CostsHolder = [.. layout.Levers.Select(lever => lever.CostsHolder?.Index ?? -1)];
        Credibility = [.. layout.Levers.SelectMany(lever => Enum.GetValues<Standing>().SelectMany(s => layout.Parties.Select(p => BelievedBy(lever.Credibility, s, p.Id))))];
    }

    /// <summary>By party: from where the weight of an issue comes, in the order in which they are stated.</summary>
    public WeightPlace[][] Weights { get; }

    public ValuePlace[] Values { get; }

    /// <summary>By party: the quantity.</summary>
    public int[] Claims { get; }

    public NumberPlace[] Drift { get; }

    /// <summary>At course x parties + party.</summary>
    public NumberPlace[] Costs { get; }

    /// <summary>[course][outcome]: the quantity.</summary>
    public int[][] Chances { get; }

    /// <summary>By joining term: the quantity.</summary>
    public int[] Terms { get; }

    /// <summary>At lever x parties + party.</summary>
    public NumberPlace[] Deal { get; }

    public NumberPlace[] NoDeal { get; }

    /// <summary>At (lever x parties + refuser) x parties + party.</summary>
    public NumberPlace[] Refused { get; }

    /// <summary>At lever x parties + refuser: whether that refusal triggers the lever.</summary>
    public bool[] Triggers { get; }

    public WorthPlace[] Worth { get; }

    public int[] Holder { get; }

    public bool[] HasNoDeal { get; }

    /// <summary>By lever: the quantity, or -1.</summary>
    public int[] CostsHolder { get; }

    /// <summary>At (lever x standings + standing) x parties + audience: the quantity, or -1 for full belief.</summary>
    public int[] Credibility { get; }

    private NumberPlace[] OfParties(IReadOnlyDictionary<PartyId, Quantity>? stated, int from) =>
        stated is null ? [] : [.. stated.Select(s => new NumberPlace(from + _case.Layout.PartyOf[s.Key], s.Value.Index))];

    private WeightPlace[] WeightsOf(Party party)
    {
        CaseLayout layout = _case.Layout;
        var places = new List<WeightPlace>();
        if (party.Weights?.Ranked is { } ranking)
        {
            places.AddRange(ranking.Groups.SelectMany((group, g) => group.Select(member => new WeightPlace(layout.IssueOf[new IssueId(member)], ranking.Index, g))));
        }
        places.AddRange((party.Weights?.Valued ?? new Dictionary<IssueId, Quantity>()).Select(v => new WeightPlace(layout.IssueOf[v.Key], -1, v.Value.Index)));
        return [.. places];
    }

    private IEnumerable<ValuePlace> ValuesOf(int issue)
    {
        CaseLayout layout = _case.Layout;
        IssueLayout on = layout.Issues[issue];
        for (int p = 0; p < layout.Parties.Length; p++)
        {
            if (!on.Issue.Preferences.TryGetValue(layout.Parties[p].Id, out Preference? preference))
            {
                continue;
            }
            for (int o = 0; o < on.Count; o++)
            {
                int target = (_case.OptionStart[issue] + o) * _case.Parties + p, weight = p * _case.Issues + issue;
                yield return preference switch
                {
                    Preference.Ranked ranked => new ValuePlace(target, weight, ranked.Order.Index, on.Groups[p]![o], double.NaN),
                    Preference.Valued valued => new ValuePlace(target, weight, -1, valued.Values[o].Index, double.NaN),
                    Preference.Curve curve => OnCurve(curve, on.Issue.Options[o].At ?? 0, target, weight),
                    _ => throw new ArgumentException($"The preferences of {layout.Parties[p].Id} on {on.Issue.Id} have no known form."),
                };
            }
        }
    }

    private static ValuePlace OnCurve(Preference.Curve curve, double at, int target, int weight)
    {
        var points = curve.Points;
        for (int i = 1; at > points[0].At && i < points.Count; i++)
        {
            if (at <= points[i].At)
            {
                return new ValuePlace(target, weight, points[i - 1].Value.Index, points[i].Value.Index, (at - points[i - 1].At) / (points[i].At - points[i - 1].At));
            }
        }
        return new ValuePlace(target, weight, -1, (at <= points[0].At ? points[0] : points[^1]).Value.Index, double.NaN);
    }

    private WorthPlace StepOf(int lever, WorthStep step)
    {
        int issue = _case.Layout.IssueOf[step.Issue];
        Issue on = _case.Layout.Issues[issue].Issue;
        return new WorthPlace(lever, _case.OptionStart[issue] + on.IndexOf(step.From), _case.OptionStart[issue] + on.IndexOf(step.To));
    }

    // Audience before standing (in force: as announced, unless stated) before general.
    private static int BelievedBy(Credibility stated, Standing standing, PartyId audience)
    {
        if (stated.SeenBy.TryGetValue(audience, out Quantity? seen))
        {
            return seen.Index;
        }
        bool here = stated.ByStanding.TryGetValue(standing, out Quantity? believed)
            || (standing == Standing.InForce && stated.ByStanding.TryGetValue(Standing.Announced, out believed));
        return here ? believed!.Index : stated.General?.Index ?? -1;
    }
}

/// <summary>A number of the draw that goes to one place of a flat array.</summary>
internal readonly record struct NumberPlace(int Target, int Quantity);

/// <param name="Ranking">The ranking, or -1 for a number of its own.</param>
/// <param name="At">The group of the ranking, or the quantity.</param>
internal readonly record struct WeightPlace(int Issue, int Ranking, int At);

/// <summary>What an option is worth to a party: weight times value.</summary>
/// <param name="Target">At option x parties + party.</param>
/// <param name="Weight">At party x issues + issue.</param>
/// <param name="First">With a share: the quantity before. Without: the ranking, or -1 for a number of its own.</param>
/// <param name="Second">With a share: the quantity after. Without: the group of the ranking, or the quantity.</param>
/// <param name="Share">How far between two quantities; NaN where the value is not between two.</param>
internal readonly record struct ValuePlace(int Target, int Weight, int First, int Second, double Share);

/// <summary>A lever that is worth the step between two options (of all) to everyone.</summary>
internal readonly record struct WorthPlace(int Lever, int From, int To);
