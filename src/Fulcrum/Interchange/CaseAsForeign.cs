using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Interchange;

/// <summary>A case as plain issues, weights, values, terms over several issues and reservation values, every number at its middle. Parties without weights and options that nobody can sign are left out.</summary>
internal static class CaseAsForeign
{
    public static ForeignNegotiation Of(Case @case)
    {
        CaseNumbers numbers = CaseNumbers.MidRange(@case);
        BargainingProblem problem = SituationBuilder.Build(CasePlan.Of(@case, @case.AsOf), numbers, @case.AsOf);
        int[][] signable = [.. @case.Issues.Select(Signable)];
        ForeignIssue[] issues = [.. @case.Issues.Select((issue, k) => IssueOf(issue, signable[k]))];
        ForeignParty[] parties =
        [
            .. @case.Parties.Where(p => p.Weights is not null).Select(p => PartyOf(@case, p, issues, numbers, signable, problem.NoDeal[Place(problem, p.Id)])),
        ];
        return new ForeignNegotiation(@case.Title, "", issues, parties);
    }

    private static int Place(BargainingProblem problem, PartyId party) => problem.Space.Parties.ToList().IndexOf(party);

    private static int[] Signable(Issue issue)
    {
        int[] open = [.. Enumerable.Range(0, issue.Options.Count).Where(o => !issue.Options[o].OnlyNoDeal)];
        return open.Length == 0 ? [.. Enumerable.Range(0, issue.Options.Count)] : open;
    }

    private static ForeignIssue IssueOf(Issue issue, int[] signable)
    {
        if (issue.Scale is { } scale)
        {
            return ForeignIssue.Numeric(issue.Name, new ForeignScale((decimal)scale.From, (decimal)scale.To, (decimal)scale.Step));
        }
        // Foreign formats tell options apart by their names.
        string[] names = [.. signable.Select(o => issue.Options[o].Name)];
        return ForeignIssue.Named(issue.Name, signable.Select((o, i) => names.Count(n => n == names[i]) == 1 ? names[i] : issue.Options[o].Id.Value));
    }

    private static ForeignParty PartyOf(Case @case, Party party, ForeignIssue[] issues, CaseNumbers numbers, int[][] signable, double reservation)
    {
        double[] weights = [.. @case.Issues.Select(i => Weight(party, i.Id, numbers))];
        ForeignValues?[] values = [.. @case.Issues.Select((issue, k) => issue.Preferences.TryGetValue(party.Id, out Preference? preference) ? ValuesOf(issue, preference, numbers, signable[k]) : null)];
        var alone = new ForeignParty(party.Name, weights, values, NoDeal(@case, party.Id, reservation), []);
        return alone with { Rectangles = ForeignTerms.Of(@case, alone, party.Id, issues, numbers, signable) };
    }

    private static double Weight(Party party, IssueId issue, CaseNumbers numbers)
    {
        if (party.Weights!.Ranked is not { } ranking)
        {
            return party.Weights.Valued!.TryGetValue(issue, out Quantity? weight) ? Math.Max(0, numbers[weight]) : 0;
        }
        int group = ranking.Groups.ToList().FindIndex(g => g.Contains(issue.Value));
        return group < 0 ? 0 : numbers.Ranked[ranking.Index][group];
    }

    private static ForeignValues ValuesOf(Issue issue, Preference preference, CaseNumbers numbers, int[] signable) => preference switch
    {
        Preference.Valued valued when issue.Scale is null => new ForeignValues.Table([.. signable.Select(o => numbers[valued.Values[o]])]),
        Preference.Curve curve => new ForeignValues.Curve([.. curve.Points.Select(p => ((decimal)p.At, numbers[p.Value]))]),
        Preference.Ranked ranked when issue.Scale is null => new ForeignValues.Table([.. signable.Select(o => Ranked(ranked.Order, issue.Options[o].Id, numbers))]),
        Preference.Ranked ranked => new ForeignValues.Curve([.. issue.Options.Select(o => ((decimal)o.At!.Value, Ranked(ranked.Order, o.Id, numbers)))]),
        Preference.Valued valued => new ForeignValues.Curve([.. issue.Options.Select((o, i) => ((decimal)o.At!.Value, numbers[valued.Values[i]]))]),
        _ => new ForeignValues.Table([.. signable.Select(_ => 0.0)]),
    };

    private static double Ranked(Ranking ranking, OptionId option, CaseNumbers numbers) =>
        numbers.Ranked[ranking.Index][ranking.Groups.ToList().FindIndex(g => g.Contains(option.Value))];

    // A party with a course of its own that costs nothing and ends in one way lives with those facts.
    private static ForeignNoDeal NoDeal(Case @case, PartyId party, double reservation)
    {
        Course? own = @case.NoDeal!.IfRefusedBy.ContainsKey(party) ? @case.NoDeal.After(party) : null;
        bool facts = own is { Outcomes.Count: 1 } && !own.Cost.ContainsKey(party) && @case.Issues.All(i => i.Options.All(o => !o.OnlyNoDeal));
        return facts ? new ForeignNoDeal.Facts(own!.Outcomes[0].Facts) : new ForeignNoDeal.Points(reservation);
    }
}
