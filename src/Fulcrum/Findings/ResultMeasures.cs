using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>
/// The names under which verdicts and studies ask for the numbers of a draw's result (docs/guide/verdicts.md lists them). A name that another reading of
/// the case knows and this one does not stands for a thing that is not there: a cost of 0, an option that is not signed.
/// </summary>
internal sealed class ResultMeasures
{
    private readonly Dictionary<string, Entry> _byName = new(StringComparer.Ordinal);
    private readonly List<Measure> _all = [];

    private ResultMeasures(CasePlan plan)
    {
        AddSituation(plan.Case);
        AddDeal(plan.Case);
        AddChanges(plan);
        AddLevers(plan.Case);
        if (plan.Case.Parties.Any(p => Commitments.BreachDeriving.CanBreak(plan.Case, p.Id)))
        {
            // Its value does not stand in the draw's result.
            Add(Kept, MeasureUnit.Fact, DrawParts.None, (_, _) => double.NaN);
        }
    }

    /// <summary>Whether the deal would be kept: worked out beside the draw's result, by the room Commitments.</summary>
    public const string Kept = "kept";

    /// <summary>In a fixed order: by kind, then as the case lists its things.</summary>
    public IReadOnlyList<Measure> All => _all;

    /// <summary>Gives the number at a date of the plan (by its index), or of today (-1).</summary>
    private delegate double Reading(DrawResult draw, int date);

    public static ResultMeasures Of(CasePlan plan) => new(plan);

    /// <summary>What a draw must be asked for to know the measures; dates in their names count.</summary>
    public DrawParts PartsOf(IEnumerable<string> names) =>
        names.Select(n => n.Contains('@', StringComparison.Ordinal) ? DrawParts.Timeline : _byName.TryGetValue(n, out Entry entry) ? entry.Parts : DrawParts.None)
            .Aggregate(DrawParts.None, (a, b) => a | b);

    /// <summary>What a draw must be asked about today to know the measures.</summary>
    public static TodayParts TodayOf(IEnumerable<string> names)
    {
        var parts = TodayParts.None;
        foreach (string name in names)
        {
            parts |= name.Split('.', '@')[0] switch
            {
                "zone" or "margin" => TodayParts.Zone,
                "settles" or "level" or "deal" or "lever" => TodayParts.Mixture,
                _ => TodayParts.None,
            };
        }
        return parts;
    }

    /// <param name="dates">The plan's dates, to which names with a date point.</param>
    public Func<DrawResult, double> ReaderOf(string name, IReadOnlyList<DateOnly> dates)
    {
        (string bare, string? day) = Studies.Verdicts.VerdictReader.Split(name);
        if (!_byName.TryGetValue(bare, out Entry entry))
        {
            return _ => 0;
        }
        int date = day is null ? -1 : dates.ToList().IndexOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return draw => entry.Read(draw, date);
    }

    private void Add(string name, MeasureUnit unit, DrawParts parts, Reading read, bool dated = false)
    {
        if (_byName.TryAdd(name, new Entry(parts, read)))
        {
            _all.Add(new Measure(name, unit, dated));
        }
    }

    private void AddSituation(Case @case)
    {
        Add("zone", MeasureUnit.Fact, DrawParts.None, (d, at) => (at < 0 ? d.ZoneSingle : d.ZoneAt[at]) ? 1 : 0, dated: true);
        Add("zone.lottery", MeasureUnit.Fact, DrawParts.None, (d, _) => d.ZoneLottery ? 1 : 0);
        Add("margin", MeasureUnit.Points, DrawParts.None, (d, _) => d.Margin);
        ForParties(@case, "hand", DrawParts.None, (d, at, p) => at < 0 ? d.Hands[p] : d.HandsAt[at][p], dated: true);
        ForParties(@case, "no-deal", DrawParts.None, (d, at, p) => at < 0 ? d.NoDeal[p] : d.NoDealAt[at][p], dated: true);
        ForParties(@case, "gain", DrawParts.None, (d, _, p) => d.Hands[p] - d.NoDeal[p]);
        ForParties(@case, "unchanged", DrawParts.Unchanged, (d, _, p) => d.HandsUnchanged[p]);
        ForParties(@case, "lost", DrawParts.Unchanged, (d, _, p) => d.HandsUnchanged[p] - d.Hands[p]);
        foreach (int other in Valued(@case))
        {
            ForParties(@case, $"dependence.{@case.Parties[other].Id}.on", DrawParts.Leverages, (d, _, p) => d.Dependence[other][p]);
        }
    }

    private void AddDeal(Case @case)
    {
        for (int i = 0; i < @case.Issues.Count; i++)
        {
            (int issue, Issue of) = (i, @case.Issues[i]);
            Add($"settles.{of.Id}", MeasureUnit.Share, DrawParts.None, (d, _) => d.OptionShares is null ? double.NaN : 1 - d.OptionShares[issue][of.StatusQuo]);
            if (of.Scale is not null)
            {
                Add($"level.{of.Id}", MeasureUnit.Scale, DrawParts.None, (d, _) => d.OptionShares is null ? double.NaN : LevelOf(of, d.OptionShares[issue]));
            }
            for (int o = 0; o < of.Options.Count; o++)
            {
                int option = o;
                Add($"deal.{of.Id}.{of.Options[o].Id}", MeasureUnit.Share, DrawParts.None, (d, _) => d.OptionShares is null ? double.NaN : d.OptionShares[issue][option]);
            }
        }
    }

    private void AddChanges(CasePlan plan)
    {
        for (int c = 0; c < plan.Changes.Count; c++)
        {
            (int change, string id) = (c, plan.Changes[c].Id);
            ForParties(plan.Case, $"cost.{id}", DrawParts.Costs, (d, _, p) => d.CostShare[change][p]);
            ForParties(plan.Case, $"cost-in-order.{id}", DrawParts.Costs, (d, _, p) => d.CostInOrder[change][p]);
            ForParties(plan.Case, $"cost-undone.{id}", DrawParts.Costs, (d, _, p) => d.CostUndone[change][p]);
        }
    }

    private void AddLevers(Case @case)
    {
        for (int l = 0; l < @case.Levers.Count; l++)
        {
            (int lever, string id) = (l, @case.Levers[l].Id.Value);
            Add($"lever.{id}", MeasureUnit.Share, DrawParts.None, (d, _) => d.LeverShares?[lever] ?? double.NaN);
            ForParties(@case, $"realised.{id}", DrawParts.Leverages, (d, _, p) => d.Realised[lever][p]);
            ForParties(@case, $"coercive.{id}", DrawParts.Leverages, (d, _, p) => d.Coercive[lever][p]);
        }
    }

    private void ForParties(Case @case, string kind, DrawParts parts, Func<DrawResult, int, int, double> read, bool dated = false)
    {
        foreach (int p in Valued(@case))
        {
            int party = p;
            Add($"{kind}.{@case.Parties[p].Id}", MeasureUnit.Points, parts, (d, at) => read(d, at, party), dated);
        }
    }

    // Parties without preferences have no points.
    private static IEnumerable<int> Valued(Case @case) => Enumerable.Range(0, @case.Parties.Count).Where(p => @case.Parties[p].Weights is not null);

    private static double LevelOf(Issue issue, double[] shares)
    {
        double level = 0;
        for (int o = 0; o < shares.Length; o++)
        {
            level += shares[o] * (issue.Options[o].At ?? 0);
        }
        return level;
    }

    private readonly record struct Entry(DrawParts Parts, Reading Read);
}
