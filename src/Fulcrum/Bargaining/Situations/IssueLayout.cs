using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>One issue as index arrays; options in the order of the file, <see cref="ByKey"/> their order by key.</summary>
/// <param name="Needs">Per option: the parties (bit mask) whose act it is.</param>
/// <param name="RefusedBy">Per option: the parties for which it lies beyond a red line.</param>
/// <param name="Groups">Per party: for a ranked preference, the group of each option; otherwise null.</param>
/// <param name="Places">Where each option stands in the order of the file.</param>
internal sealed record IssueLayout(
    Issue Issue, IReadOnlyDictionary<OptionId, int> Places, int[] ByKey, ulong[] Needs, ulong[] RefusedBy, int[]?[] Groups, DealTerms[] Terms)
{
    public int Count => Issue.Options.Count;

    public static IssueLayout Of(Issue issue, CaseLayout layout)
    {
        int count = issue.Options.Count;
        Dictionary<OptionId, int> places = issue.Options.Select((option, o) => (option.Id, o)).ToDictionary(p => p.Id, p => p.o);
        var byKey = Enumerable.Range(0, count)
            .OrderBy(o => issue.Options[o].Key, StringComparer.Ordinal).ThenBy(o => issue.Options[o].Id.Value, StringComparer.Ordinal).ToArray();
        var refused = new ulong[count];
        foreach (RedLine line in layout.Case.RedLines.Where(line => line.Issue == issue.Id))
        {
            foreach (OptionId option in line.Options)
            {
                refused[places[option]] |= 1UL << layout.PartyOf[line.Party];
            }
        }
        return new IssueLayout(
            issue,
            places,
            byKey,
            issue.Options.Select(option => MaskOf(option.Needs, layout)).ToArray(),
            refused,
            layout.Parties.Select(party => RankGroups(issue, places, party.Id)).ToArray(),
            issue.Options.Select(option => new DealTerms([(issue.Id, option.Id)], null, false)).ToArray());
    }

    private static ulong MaskOf(IEnumerable<PartyId> parties, CaseLayout layout) =>
        parties.Aggregate(0UL, (mask, party) => mask | (1UL << layout.PartyOf[party]));

    private static int[]? RankGroups(Issue issue, Dictionary<OptionId, int> places, PartyId party)
    {
        if (!issue.Preferences.TryGetValue(party, out Preference? preference) || preference is not Preference.Ranked ranked)
        {
            return null;
        }
        var groups = new int[issue.Options.Count];
        for (int g = 0; g < ranked.Order.Groups.Count; g++)
        {
            foreach (string member in ranked.Order.Groups[g])
            {
                groups[places[new OptionId(member)]] = g;
            }
        }
        return groups;
    }
}

/// <summary>One course of events; outcomes in the order of their keys, facts by issue in the order of <see cref="CaseLayout.Issues"/>.</summary>
internal sealed record CourseLayout(Course Course, Quantity[] Chances, int[][] Facts)
{
    /// <summary>All courses; <paramref name="courseAfter"/> says which follows the refusal of each party.</summary>
    public static CourseLayout[] AllOf(Case @case, int[] issuePlaces, out int[] courseAfter, Party[] parties)
    {
        if (@case.NoDeal is not { } noDeal)
        {
            courseAfter = new int[parties.Length];
            return [];
        }
        var courses = noDeal.Courses.Select(course => Of(course, issuePlaces)).ToArray();
        courseAfter = parties.Select(party => Array.FindIndex(courses, c => c.Course.Id == noDeal.After(party.Id).Id)).ToArray();
        return courses;
    }

    private static CourseLayout Of(Course course, int[] issuePlaces)
    {
        var outcomes = course.Outcomes.OrderBy(outcome => outcome.Key, StringComparer.Ordinal).ToList();
        return new CourseLayout(course, outcomes.Select(outcome => outcome.Chance).ToArray(), outcomes.Select(outcome => FactsOf(outcome, issuePlaces)).ToArray());
    }

    private static int[] FactsOf(Outcome outcome, int[] issuePlaces)
    {
        var facts = new int[issuePlaces.Length];
        for (int k = 0; k < facts.Length; k++)
        {
            facts[issuePlaces[k]] = outcome.Facts[k];
        }
        return facts;
    }
}
