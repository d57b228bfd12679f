using Fulcrum.Cases;

namespace Fulcrum.Interchange;

/// <summary>
/// A party's values that depend on several issues, as points added where every named issue has one of some options. A factor on an issue becomes the points by which each
/// of its options then counts more or less. Of combinations that nobody can sign nothing is left.
/// </summary>
internal static class ForeignTerms
{
    /// <param name="signable">Per issue, the options of the case that stand in the foreign issue.</param>
    public static IReadOnlyList<ForeignRectangle> Of(
        Case @case, ForeignParty party, PartyId id, IReadOnlyList<ForeignIssue> issues, CaseNumbers numbers, int[][] signable)
    {
        var found = new List<ForeignRectangle>();
        foreach (TogetherTerm term in @case.Together.Where(t => t.Party == id))
        {
            var when = new SortedDictionary<int, int[]>();
            foreach ((IssueId issue, IReadOnlyList<OptionId> options) in term.When)
            {
                int k = IndexOf(@case, issue);
                when[k] = [.. Enumerable.Range(0, signable[k].Length).Where(o => options.Contains(@case.Issues[k].Options[signable[k][o]].Id))];
            }
            found.AddRange(term.Counts is { } counted ? Factor(party, issues, when, IndexOf(@case, counted), numbers[term.Adds]) : [Rectangle(when, numbers[term.Adds])]);
        }
        return ForeignRectangle.Joined(found.Where(r => r.When.All(w => w.Options.Count > 0)));
    }

    private static int IndexOf(Case @case, IssueId issue) => @case.Issues.ToList().FindIndex(i => i.Id == issue);

    private static ForeignRectangle Rectangle(SortedDictionary<int, int[]> when, double adds) =>
        new([.. when.Select(w => (w.Key, (IReadOnlyList<int>)w.Value))], adds);

    private static IEnumerable<ForeignRectangle> Factor(
        ForeignParty party, IReadOnlyList<ForeignIssue> issues, SortedDictionary<int, int[]> when, int counted, double factor)
    {
        double sum = party.Weights.Sum();
        if (sum <= 0 || party.Values[counted] is not { } values)
        {
            yield break;
        }
        foreach (int option in when.TryGetValue(counted, out int[]? within) ? within : Enumerable.Range(0, issues[counted].Options.Count))
        {
            var narrowed = new SortedDictionary<int, int[]>(when) { [counted] = [option] };
            yield return Rectangle(narrowed, (factor - 1) * party.Weights[counted] / sum * values.At(issues[counted], option));
        }
    }
}
