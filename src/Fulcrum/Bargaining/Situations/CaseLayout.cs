using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>
/// A case as index arrays, worked out once. Parties, issues and levers stand in the ordinal order of their keys, so that every sum runs in the same order
/// however the file is arranged; options keep the order of the file because numbers refer to it.
/// </summary>
internal sealed class CaseLayout
{
    /// <summary>Most combinations of options of issues that depend on each other.</summary>
    public const int LargestGroup = 200_000;

    /// <summary>Most minimal coalitions that an 'at least n of' rule may have.</summary>
    public const int MostCoalitions = 1_000;

    private CaseLayout(Case @case)
    {
        Case = @case;
        Parties = Ordered(@case.Parties, party => party.Key, party => party.Id.Value);
        Levers = Ordered(@case.Levers, lever => lever.Key, lever => lever.Id.Value);
        PartyOf = IndexOf(Parties, party => party.Id);
        LeverOf = IndexOf(Levers, lever => lever.Id);
        Issues = Ordered(@case.Issues, issue => issue.Key, issue => issue.Id.Value).Select(issue => IssueLayout.Of(issue, this)).ToArray();
        IssueOf = IndexOf(Issues, issue => issue.Issue.Id);
        PartyPlaces = @case.Parties.Select(party => PartyOf[party.Id]).ToArray();
        IssuePlaces = @case.Issues.Select(issue => IssueOf[issue.Id]).ToArray();
        LeverPlaces = @case.Levers.Select(lever => LeverOf[lever.Id]).ToArray();
        Courses = CourseLayout.AllOf(@case, IssuePlaces, out int[] courseAfter, Parties);
        CourseAfter = courseAfter;
        Deliveries = Levers.Select(lever => DeliveriesOf(lever)).ToArray();
        Groups = IssueGroup.AllOf(this);
        Coalitions = ConsentRule.Coalitions(@case.Consent, PartyOf);
        ConsentAlways = Coalitions.Aggregate(ulong.MaxValue, (all, coalition) => all & coalition);
        PartyIds = Array.ConvertAll(Parties, party => party.Id);
    }

    public Case Case { get; }

    public Party[] Parties { get; }

    public PartyId[] PartyIds { get; }

    public IssueLayout[] Issues { get; }

    public Lever[] Levers { get; }

    public IReadOnlyDictionary<PartyId, int> PartyOf { get; }

    public IReadOnlyDictionary<IssueId, int> IssueOf { get; }

    public IReadOnlyDictionary<LeverId, int> LeverOf { get; }

    /// <summary>For each party of the case in file order, its index here; likewise below.</summary>
    public int[] PartyPlaces { get; }

    public int[] IssuePlaces { get; }

    public int[] LeverPlaces { get; }

    public CourseLayout[] Courses { get; }

    /// <summary>For each party, the index of the course after its refusal.</summary>
    public int[] CourseAfter { get; }

    /// <summary>For each lever, what it delivers: issue and option.</summary>
    public (int Issue, int Option)[][] Deliveries { get; }

    public IssueGroup[] Groups { get; }

    public ulong[] Coalitions { get; }

    /// <summary>The parties whose consent every coalition has.</summary>
    public ulong ConsentAlways { get; }

    public static CaseLayout Of(Case @case) => new(@case);

    /// <summary>Back from the order of keys to the order of the file.</summary>
    public double[] InFileOrder(double[] byParty)
    {
        var result = new double[byParty.Length];
        for (int p = 0; p < result.Length; p++)
        {
            result[p] = byParty[PartyPlaces[p]];
        }
        return result;
    }

    private (int, int)[] DeliveriesOf(Lever lever) =>
        lever.Delivers
            .Select(delivery => (Issue: IssueOf[delivery.Key], Option: Case.Issue(delivery.Key).IndexOf(delivery.Value)))
            .OrderBy(delivery => delivery.Issue)
            .ToArray();

    private static T[] Ordered<T>(IReadOnlyList<T> items, Func<T, string> key, Func<T, string> id) =>
        items.OrderBy(key, StringComparer.Ordinal).ThenBy(id, StringComparer.Ordinal).ToArray();

    private static Dictionary<TId, int> IndexOf<T, TId>(T[] items, Func<T, TId> id)
        where TId : notnull
    {
        var places = new Dictionary<TId, int>();
        for (int i = 0; i < items.Length; i++)
        {
            places[id(items[i])] = i;
        }
        return places;
    }
}
