using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

public sealed class ZoneTests
{
    private const double Rounding = 1e-7;

    public static IEnumerable<TheoryDataRow<ulong, int, int, int, bool>> Shapes()
    {
        for (ulong seed = 1; seed <= 40; seed++)
        {
            yield return new(seed, 2, 3, 3, false);
            yield return new(seed, 3, 4, 3, false);
            yield return new(seed, 4, 4, 3, false);
            yield return new(seed, 3, 3, 4, true);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Zone_agrees_with_every_deal_listed(ulong seed, int parties, int blocks, int choices, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse);
        List<double[]> gains = [.. Problems.Deals(problem).Select(d => Problems.Gains(problem, d.Utilities))];
        double[] none = new double[parties];

        AgreementZone zone = problem.Zone();

        string name = $"seed {seed}";
        double margin = gains.Max(g => g.Min());
        zone.Margin.ShouldBe(margin, Rounding, name);
        zone.LotteryMargin.ShouldBe(Reference.Best(problem, none, [.. none.Select(_ => 1.0)], none)!.Value.Value, Rounding, name);
        zone.Single.ShouldBe(margin >= -Rounding, name);
        zone.Lottery.ShouldBe(zone.LotteryMargin >= -Rounding, name);
        Problems.Gains(problem, Problems.Deals(problem).Single(d => d.Deal.Choices.SequenceEqual(zone.Best!.Choices)).Utilities).Min().ShouldBe(margin, Rounding, name);
        if (zone.Single)
            return;
        double[] change = [.. Enumerable.Range(0, parties).Select(i => -gains
            .Where(g => Enumerable.Range(0, parties).All(k => k == i || g[k] >= -Rounding)).Select(g => g[i]).DefaultIfEmpty(double.NegativeInfinity).Max())];
        for (int i = 0; i < parties; i++)
        {
            if (double.IsInfinity(change[i]))
                zone.NeededChange[i].ShouldBe(change[i], name);
            else
                zone.NeededChange[i].ShouldBe(change[i], Rounding, name);
        }
        if (change.Any(double.IsFinite))
            zone.Blockers.ShouldBe(problem.Space.Parties.Where((_, i) => double.IsFinite(change[i])), name);
        else
            zone.Blockers.ShouldNotBeEmpty(name);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Zone_opens_when_a_no_deal_value_falls_by_the_needed_change(ulong seed, int parties, int blocks, int choices, bool coarse)
    {
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices, coarse);
        AgreementZone zone = problem.Zone();

        for (int i = 0; i < parties; i++)
        {
            if (zone.Single || double.IsInfinity(zone.NeededChange[i]))
                continue;
            double[] enough = [.. problem.NoDeal];
            enough[i] -= zone.NeededChange[i] + 1e-6;
            double[] almost = [.. problem.NoDeal];
            almost[i] -= zone.NeededChange[i] - 1e-6;

            (problem with { NoDeal = enough }).Zone().Single.ShouldBeTrue($"seed {seed}, party {i}");
            (problem with { NoDeal = almost }).Zone().Single.ShouldBeFalse($"seed {seed}, party {i}");
        }
    }
}
