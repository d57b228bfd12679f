using Fulcrum.Bargaining.Interdependence;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>
/// A group of issues with too many combinations to list, as a model of which only the efficient ones are looked for. The aims are the parties whose consent a
/// deal may need; and, so that no combination is lost that asks less of somebody, one aim for every party whose act or red line some option is.
/// </summary>
internal sealed class WideGroup(DrawModel model, IssueGroup group, double[] adds, LedgerState state, double months)
{
    /// <summary>Values closer than this are equal, in points of 100.</summary>
    public const double Tolerance = 1e-7;

    /// <summary>Most branches before what was found is taken, with its gap.</summary>
    public const int NodeLimit = 200_000;

    public InteractionModel ModelOf(IReadOnlyList<IReadOnlyList<Available>> ways)
    {
        ulong needs = ways.SelectMany(w => w).Aggregate(0UL, (mask, way) => mask | way.Needs);
        ulong refused = ways.SelectMany(w => w).Aggregate(0UL, (mask, way) => mask | way.RefusedBy);
        ulong all = model.Layout.Coalitions.Aggregate(model.Layout.Issues.SelectMany(i => i.Needs).Aggregate(needs, (m, n) => m | n), (m, c) => m | c);
        foreach (int l in Enumerable.Range(0, model.Effects.Length))
            all |= 1UL << model.Effects[l].Holder;
        int[] parties = Members(all), asked = Members(needs), refusing = Members(refused);
        var alone = new double[ways.Count][][];
        for (int k = 0; k < alone.Length; k++)
        {
            alone[k] = [.. ways[k].Select(way => (double[])
                [.. parties.Select(p => Alone(k, way, p)), .. asked.Select(p => -(double)(way.Needs >> p & 1)), .. refusing.Select(p => -(double)(way.RefusedBy >> p & 1))])];
        }
        InteractionTerm[] terms = [.. Enumerable.Range(0, adds.Length).Where(t => parties.Contains(group.Terms[t].Party))
            .SelectMany(t => TermsOf(t, Array.IndexOf(parties, group.Terms[t].Party), ways))];
        return new InteractionModel([.. ways.Select(w => w.Count)], parties.Length + asked.Length + refusing.Length, alone, terms);
    }

    private static int[] Members(ulong mask) => [.. Enumerable.Range(0, 64).Where(p => (mask >> p & 1) != 0)];

    private double Alone(int place, Available way, int party)
    {
        Issue issue = model.Layout.Issues[group.Issues[place]].Issue;
        double open = issue.Ends && model.Costs.Length > 0 ? model.Drift[party] * months - model.Costs[0][party] : 0;
        return Over(place, way, party, option => model.Points[group.Issues[place]][option][party] + (option == issue.StatusQuo ? open : 0));
    }

    // What a party expects of an option: a delivered one only as far as it believes the lever, the status quo for the rest.
    private double Over(int place, Available way, int party, Func<int, double> of)
    {
        if (way.By < 0)
            return of(way.Option);
        LeverState lever = state.Levers[way.By];
        double believed = model.Effects[way.By].Credibility(lever, lever.Main, party);
        return believed * of(way.Option) + (1 - believed) * of(model.Layout.Issues[group.Issues[place]].Issue.StatusQuo);
    }

    // A factor on an issue is as many points as each of its options is worth, added while it stands.
    private IEnumerable<InteractionTerm> TermsOf(int term, int aim, IReadOnlyList<IReadOnlyList<Available>> ways)
    {
        GroupTerm own = group.Terms[term];
        if (own.Counted < 0)
        {
            yield return Term(own, aim, adds[term], -1, -1, ways);
            yield break;
        }
        int issue = group.Issues[own.Counted];
        for (int option = 0; option < model.Layout.Issues[issue].Count; option++)
        {
            double points = (adds[term] - 1) * model.Points[issue][option][own.Party];
            if (points != 0 && (own.When.All(w => w.Place != own.Counted) || own.When.First(w => w.Place == own.Counted).Options[option]))
                yield return Term(own, aim, points, own.Counted, option, ways);
        }
    }

    private InteractionTerm Term(GroupTerm term, int aim, double points, int counted, int option, IReadOnlyList<IReadOnlyList<Available>> ways)
    {
        int[] places = [.. term.When.Select(w => w.Place).Where(p => p != counted).Concat(counted < 0 ? [] : [counted]).Order()];
        double[][] shares = [.. places.Select(place =>
        {
            bool[]? marks = place == counted ? null : term.When.First(w => w.Place == place).Options;
            return ways[place].Select(way => Over(place, way, term.Party, o => (marks is null ? o == option : marks[o]) ? 1 : 0)).ToArray();
        })];
        return new InteractionTerm(aim, places, shares, points);
    }
}
