using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Every solution over single deals, the zone and the frontier on odd problems, against every deal listed; and on other scales.</summary>
public sealed class OddProblemTests
{
    private const double Rounding = 1e-7;

    // Of 3,000 seeds also those in which nobody who claims can gain by a single deal, though over mixtures.
    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 200).Select(s => (ulong)s), 2283, 2363, 2778];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Single_deals_agree_with_every_deal_listed(ulong seed)
    {
        BargainingProblem problem = OddProblems.Of(seed);
        List<double[]> all = [.. Problems.Deals(problem).Select(d => Problems.Gains(problem, d.Utilities))];
        List<double[]> open = [.. all.Where(g => g.Min() >= -Rounding)];

        foreach (Concept concept in new[] { Concept.Nash, Concept.KalaiSmorodinsky, Concept.Egalitarian, Concept.Welfare, Concept.WelfareOfAll })
        {
            Settlement settlement = problem.Solve(concept, single: true);

            string name = $"seed {seed}, {concept}";
            List<double[]> among = concept == Concept.WelfareOfAll ? all : open;
            settlement.IsOpen.ShouldBe(among.Count > 0, name);
            if (among.Count == 0)
                continue;
            double[] gains = Problems.Gains(problem, settlement.Utilities);
            double[][] values = [.. among.Select(g => Value(problem, concept, open, g))];
            double[] best = values.Aggregate((x, y) => Compare(x, y) >= 0 ? x : y);
            Compare(Value(problem, concept, open, gains), best).ShouldBe(0, $"{name}: {string.Join(' ', Value(problem, concept, open, gains))} against {string.Join(' ', best)}");
            settlement.Gap.ShouldBe(0, name);
            settlement.ManyOptima.ShouldBe(values.Count(v => Compare(v, best) == 0) > 1, name);
            settlement.Ties.Count.ShouldBe(Math.Min(16, values.Count(v => Compare(v, best) == 0) - 1), name);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Units_change_no_deal(ulong seed)
    {
        BargainingProblem problem = OddProblems.Of(seed);
        (double[] scale, double[] shift) = OddProblems.Units(seed, problem.NoDeal.Count);

        foreach (Concept concept in new[] { Concept.Nash, Concept.KalaiSmorodinsky, Concept.Raiffa, Concept.Egalitarian, Concept.Welfare, Concept.WelfareOfAll })
        {
            bool own = concept is Concept.Nash or Concept.KalaiSmorodinsky or Concept.Raiffa;
            double[] by = own ? scale : [.. scale.Select(_ => scale[0])];
            double[] with = own ? shift : [.. scale.Select(_ => shift[0])];
            foreach (bool single in new[] { true, false })
            {
                if (concept == Concept.WelfareOfAll && !single)
                    continue;
                Settlement before = problem.Solve(concept, single), after = Problems.Rescaled(problem, by, with).Solve(concept, single);

                string name = $"seed {seed}, {concept}, single {single}";
                after.IsOpen.ShouldBe(before.IsOpen, name);
                if (!before.IsOpen)
                    continue;
                after.Coalition.ShouldBe(before.Coalition, name);
                if (single)
                    string.Join(' ', after.Mixture[0].Deal.Choices).ShouldBe(string.Join(' ', before.Mixture[0].Deal.Choices), name);
                for (int i = 0; i < by.Length; i++)
                {
                    if (problem.Claims[i] > 0 || single)
                        ((after.Utilities[i] - with[i]) / by[i]).ShouldBe(before.Utilities[i], 1e-4, name);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Zone_agrees_with_every_deal_listed(ulong seed)
    {
        BargainingProblem problem = OddProblems.Of(seed);
        List<double[]> all = [.. Problems.Deals(problem).Select(d => Problems.Gains(problem, d.Utilities))];

        AgreementZone zone = problem.Zone();

        zone.Single.ShouldBe(all.Any(g => g.Min() >= -Rounding), $"seed {seed}");
        zone.Margin.ShouldBe(all.Max(g => g.Min()), Rounding, $"seed {seed}");
        zone.LotteryMargin.ShouldBeGreaterThanOrEqualTo(zone.Margin - Rounding, $"seed {seed}");
        if (zone.Single)
            return;
        for (int i = 0; i < problem.NoDeal.Count; i++)
        {
            double[] willing = [.. all.Where(g => g.Where((_, k) => k != i).All(x => x >= -Rounding)).Select(g => -g[i])];
            if (willing.Length == 0)
                zone.NeededChange[i].ShouldBe(double.PositiveInfinity, $"seed {seed}, party {i}");
            else
                zone.NeededChange[i].ShouldBe(willing.Min(), Rounding, $"seed {seed}, party {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Frontier_agrees_with_every_deal_listed_on_any_scale(ulong seed)
    {
        BargainingProblem problem = OddProblems.Of(seed);
        List<double[]> all = [.. Problems.Deals(problem).Select(d => d.Utilities)];
        string[] efficient = [.. all.Where(u => !all.Any(v => v.Zip(u).All(p => p.First >= p.Second) && v.Zip(u).Any(p => p.First > p.Second))).Select(u => string.Join(' ', u)).Order(StringComparer.Ordinal)];
        (double[] scale, double[] shift) = OddProblems.Units(seed, problem.NoDeal.Count);

        EfficientFrontier frontier = EfficientFrontier.Of(problem, new FrontierOptions { Lottery = true }, null, TestContext.Current.CancellationToken);
        EfficientFrontier rescaled = EfficientFrontier.Of(Problems.Rescaled(problem, scale, shift), new FrontierOptions { Lottery = true }, null, TestContext.Current.CancellationToken);

        frontier.Points.Select(p => string.Join(' ', p.Utilities.Select(u => Math.Round(u, 6)))).Order(StringComparer.Ordinal).ShouldBe(efficient.Distinct(), $"seed {seed}");
        frontier.Points.Sum(p => (int)p.Count).ShouldBe(efficient.Length, $"seed {seed}");
        string Deals(EfficientFrontier f) => string.Join(", ", f.Points.Select(p => $"{string.Join(' ', p.First.Choices)} {p.Open} {p.Lottery}"));
        Deals(rescaled).ShouldBe(Deals(frontier), $"seed {seed}");
    }

    private static double[] Value(BargainingProblem problem, Concept concept, List<double[]> open, double[] gains)
    {
        int n = gains.Length;
        bool claimed = problem.Claims.Any(c => c > 0);
        double[] claims = [.. problem.Claims.Select(c => claimed ? c : 1)];
        if (concept is (Concept.Nash or Concept.KalaiSmorodinsky or Concept.Egalitarian) && !open.Any(g => g.Where((x, i) => x > Rounding && claims[i] > 0).Any()))
            claims = [.. claims.Select(_ => 1.0)];
        double[] hopes = [.. Enumerable.Range(0, n).Select(i => Problems.Deals(problem).Max(d => d.Utilities[i]) - problem.NoDeal[i])];
        int[] gaining = [.. Enumerable.Range(0, n).Where(i => gains[i] > Rounding && claims[i] > 0)];
        return concept switch
        {
            Concept.Nash => [gaining.Sum(i => claims[i]), gaining.Sum(i => claims[i] * Math.Log(gains[i] / hopes[i]))],
            Concept.Egalitarian => [.. Enumerable.Range(0, n).Where(i => claims[i] > 0).Select(i => gains[i]).Order()],
            Concept.KalaiSmorodinsky => [.. Enumerable.Range(0, n).Where(i => claims[i] > 0 && open.Max(g => g[i]) > Rounding).Select(i => gains[i] / open.Max(g => g[i])).Order()],
            _ => [gains.Zip(claims, (g, c) => g * c).Sum()],
        };
    }

    private static int Compare(double[] x, double[] y)
    {
        int k = Array.FindIndex([.. x.Zip(y, (a, b) => Math.Abs(a - b))], d => d > 1e-8);
        return k < 0 ? 0 : x[k].CompareTo(y[k]);
    }
}
