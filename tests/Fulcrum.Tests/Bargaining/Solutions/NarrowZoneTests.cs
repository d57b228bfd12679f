using Fulcrum.Bargaining;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>
/// Zones with little room: no-deal values put a hair below an efficient mixture, from a point down to a hundred-thousandth of one. What is called certified is checked
/// at the gains that are handed out, against every deal listed: nobody is below no deal, and no deal is better at prices claim / gain.
/// </summary>
public sealed class NarrowZoneTests
{
    // In points: ten times the certified gap.
    private const double Close = 1e-5;

    // In points: what rounding may leave a party short by.
    private const double Rounding = 1e-7;

    // Room for a hundredth of a point and more: solved without exception. Below that an answer may say that it is not certified, but never that it is when it is not.
    private const int AlwaysCertified = 2;

    public static IEnumerable<TheoryDataRow<int, Concept>> Rooms() =>
        Enumerable.Range(0, 6).SelectMany(power => Problems.FromNoDeal.Select(concept => new TheoryDataRow<int, Concept>(power, concept)));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Certified_mixture_in_a_narrow_zone_is_what_it_says_and_leaves_nobody_short(int power, Concept concept)
    {
        var failures = new List<string>();
        int certified = 0, all = 0;
        for (ulong seed = 1; seed <= 100; seed++)
        {
            if (Narrow(seed, Math.Pow(10, -power)) is not { } problem)
                continue;
            all++;
            Settlement settlement = problem.Solve(concept);
            if (settlement.Status != SettlementStatus.Open)
            {
                if (power <= AlwaysCertified)
                    failures.Add($"seed {seed}: {settlement.Status}, gap {settlement.Gap}");
                continue;
            }
            certified++;
            double[] gains = Problems.Gains(problem, settlement.Utilities);
            if (gains.Min() < -Rounding)
                failures.Add($"seed {seed}: short by {gains.Min()}");
            else if (concept == Concept.Nash && Problems.Deals(problem).Max(d => Short(problem, gains, d.Utilities)) is var gap && gap > Close)
                failures.Add($"seed {seed}: gap {gap}");
        }

        failures.ShouldBeEmpty($"{certified} of {all} certified");
        all.ShouldBeGreaterThan(80);
        certified.ShouldBeGreaterThan(all / 2);
    }

    // Every step's claims are what the steps before leave everyone at least: the dense simplex makes them, as far as a hundred-thousandth of the way is left.
    [Fact]
    public void Raiffas_mixture_gives_everyone_what_each_step_promised()
    {
        for (ulong seed = 1; seed <= 25; seed++)
        {
            if (Narrow(seed, 1) is not { } problem)
                continue;
            double[] gains = Problems.Gains(problem, problem.Solve(Concept.Raiffa).Utilities), claims = new double[gains.Length];
            double whole = Rises(problem, claims).Max();
            for (double left = whole; left > 1e-5 * whole;)
            {
                double[] rises = Rises(problem, claims);
                left = rises.Max();
                claims = [.. claims.Select((c, i) => c + rises[i] / claims.Length)];
            }
            for (int i = 0; i < gains.Length; i++)
                gains[i].ShouldBe(claims[i], 1e-4 * whole, $"seed {seed}, party {i}");
        }
    }

    private static double[] Rises(BargainingProblem problem, double[] claims) =>
        [.. claims.Select((c, i) => Math.Max(0, Reference.Best(
            problem, [.. claims.Select((_, k) => k == i ? 1.0 : 0)], new double[claims.Length], [.. claims.Select(x => x - 1e-9)])!.Value.Value - c))];

    private static double Short(BargainingProblem problem, double[] gains, double[] utilities)
    {
        double[] price = [.. gains.Select((g, i) => problem.Claims[i] / Math.Max(g, 1e-300))];
        double total = price.Sum();
        return gains.Select((g, i) => price[i] / total * (utilities[i] - problem.NoDeal[i] - g)).Sum();
    }

    // Null where the problem to start from has no zone.
    private static BargainingProblem? Narrow(ulong seed, double room)
    {
        var stream = new RandomStream(seed, 0, "narrow zone");
        BargainingProblem wide = Problems.Random(seed, parties: 2 + stream.NextBelow(4), blocks: 1 + stream.NextBelow(4), choices: 2 + stream.NextBelow(3));
        Settlement settlement = (wide with { NoDeal = [.. wide.NoDeal.Select(r => r / 2)] }).Solve();
        return settlement.IsOpen ? wide with { NoDeal = [.. settlement.Utilities.Select(u => u - room * (0.2 + 0.8 * stream.NextUniform()))] } : null;
    }
}
