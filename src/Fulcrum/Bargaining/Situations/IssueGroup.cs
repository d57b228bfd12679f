using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>Points that one party adds when all the named options of a group stand; <paramref name="When"/> by place in the group.</summary>
internal sealed record GroupTerm(int Party, (int Place, int Option)[] When, Quantity Adds);

/// <summary>
/// Issues that depend on each other through pairwise (or wider) terms, and therefore stand in one block; usually one issue alone.
/// </summary>
/// <param name="Issues">Indices into <see cref="CaseLayout.Issues"/>, rising.</param>
/// <param name="Combinations">Product of the numbers of options, as a floating number because it may be huge.</param>
internal sealed record IssueGroup(int[] Issues, GroupTerm[] Terms, string Key, double Combinations)
{
    public static IssueGroup[] AllOf(CaseLayout layout)
    {
        var leader = Enumerable.Range(0, layout.Issues.Length).ToArray();
        foreach (TogetherTerm term in layout.Case.Together)
        {
            var issues = term.When.Keys.Select(issue => layout.IssueOf[issue]).ToList();
            int lowest = issues.Min(issue => leader[issue]);
            var joined = issues.Select(issue => leader[issue]).ToHashSet();
            for (int k = 0; k < leader.Length; k++)
            {
                leader[k] = joined.Contains(leader[k]) ? lowest : leader[k];
            }
        }
        return Enumerable.Range(0, leader.Length).GroupBy(k => leader[k]).Select(group => Of(group.ToArray(), layout))
            .OrderBy(group => group.Key, StringComparer.Ordinal).ToArray();
    }

    private static IssueGroup Of(int[] issues, CaseLayout layout)
    {
        var terms = layout.Case.Together.Where(term => issues.Contains(layout.IssueOf[term.When.First().Key]))
            .Select(term => TermOf(term, issues, layout))
            .OrderBy(term => term.Party)
            .ThenBy(term => string.Join('|', term.When.Select(part => $"{part.Place}={layout.Issues[issues[part.Place]].Issue.Options[part.Option].Key}")), StringComparer.Ordinal)
            .ThenBy(term => term.Adds.Key, StringComparer.Ordinal)
            .ToArray();
        string key = "issue:" + string.Join('+', issues.Select(k => layout.Issues[k].Issue.Key));
        return new IssueGroup(issues, terms, key, issues.Aggregate(1.0, (product, k) => product * layout.Issues[k].Count));
    }

    private static GroupTerm TermOf(TogetherTerm term, int[] issues, CaseLayout layout)
    {
        var when = term.When
            .Select(part => (Place: Array.IndexOf(issues, layout.IssueOf[part.Key]), Option: layout.Case.Issue(part.Key).IndexOf(part.Value)))
            .OrderBy(part => part.Place)
            .ToArray();
        return new GroupTerm(layout.PartyOf[term.Party], when, term.Adds);
    }
}
