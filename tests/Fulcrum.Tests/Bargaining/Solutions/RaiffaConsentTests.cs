using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Raiffa's steps where some choices are the acts of further parties: each set of them by itself, the sets compared by shares of best hopes.</summary>
public sealed class RaiffaConsentTests
{
    private const double Rounding = 1e-7;

    // Shares of a best hope that are ties.
    private const double Tie = 1e-6;

    public static IEnumerable<TheoryDataRow<ulong>> Seeds() => Enumerable.Range(1, 40).Select(s => new TheoryDataRow<ulong>((ulong)s));

    // Any two of the first three parties; a third of the choices are acts of the third or a fourth.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Steps_of_each_set_agree_with_every_deal_listed(ulong seed)
    {
        BargainingProblem problem = ConsentTests.WithOutsiders(seed) with { Claims = [1, 1, 1, 0], Coalitions = [0b0011, 0b0101, 0b0110] };

        IReadOnlyList<Settlement> settlements = Solving.Solve(
            problem, new SettlementOptions { Concept = Concept.Raiffa, Single = true }, TestContext.Current.CancellationToken);

        for (int c = 0; c < settlements.Count; c++)
            ShouldBeBestOfTheSets(problem, problem.Coalitions[c], settlements[c], $"seed {seed}, coalition {c}");
    }

    private static void ShouldBeBestOfTheSets(BargainingProblem problem, ulong own, Settlement settlement, string name)
    {
        ulong[] sets = [.. Enumerable.Range(0, 16).Select(s => (ulong)s).Where(s => (s & own) == own && (s & ~own & ~Acts(problem, s)) == 0)];
        var ends = sets.Select(set => (Set: set, Open: Open(problem, set))).Where(x => x.Open.Length > 0)
            .Select(x => (x.Set, x.Open, End: End(problem, x.Set, x.Open))).ToList();
        settlement.IsOpen.ShouldBe(ends.Count > 0, name);
        if (ends.Count == 0)
            return;
        int[] ours = [.. Enumerable.Range(0, 4).Where(i => (own >> i & 1) != 0 && problem.Claims[i] > 0)];
        double[] hopes = [.. ours.Select(i => ends.Max(e => e.Open.Max(u => u[i])) - problem.NoDeal[i])];
        double[] Shares(IReadOnlyList<double> u) => [.. ours.Select((i, k) => hopes[k] > Rounding ? (u[i] - problem.NoDeal[i]) / hopes[k] : 0).Order()];
        double[] reached = Shares(settlement.Utilities);
        foreach ((ulong set, _, double[] end) in ends)
        {
            Compare(Shares(end), reached).ShouldBeLessThanOrEqualTo(0, $"{name}, set {set:b}");
            if (ulong.PopCount(set) < ulong.PopCount(settlement.Coalition))
                Compare(Shares(end), reached).ShouldBeLessThan(0, $"{name}, fewer in {set:b}");
        }
        double[] ofSet = ends.Single(e => e.Set == settlement.Coalition).End;
        for (int i = 0; i < 4; i++)
            settlement.Utilities[i].ShouldBe(ofSet[i], 1e-6, name);
    }

    private static int Compare(double[] x, double[] y)
    {
        int k = Array.FindIndex([.. x.Zip(y, (a, b) => Math.Abs(a - b))], d => d > Tie);
        return k < 0 ? 0 : x[k].CompareTo(y[k]);
    }

    // Whose acts the choices are that these parties can make.
    private static ulong Acts(BargainingProblem problem, ulong set) =>
        problem.Space.Blocks.SelectMany(b => b.Choices).Where(c => (c.Needs & ~set) == 0).Aggregate(0UL, (acts, c) => acts | c.Needs);

    // What these parties can sign and do not lose by.
    private static double[][] Open(BargainingProblem problem, ulong set) =>
        [.. Problems.Deals(problem)
            .Where(d => d.Deal.Choices.Select((c, b) => problem.Space.Blocks[b].Choices[c].Needs).All(needs => (needs & ~set) == 0))
            .Select(d => d.Utilities).Where(u => u.Select((x, i) => (set >> i & 1) == 0 || x >= problem.NoDeal[i] - Rounding).All(ok => ok))];

    private static double[] End(BargainingProblem problem, ulong set, double[][] open)
    {
        double[] claims = [.. problem.NoDeal];
        int[] bargaining = [.. Enumerable.Range(0, 4).Where(i => (set >> i & 1) != 0 && problem.Claims[i] > 0)];
        for (int step = 0; ; step++)
        {
            double[][] left = [.. open.Where(u => bargaining.All(i => u[i] >= claims[i] - Rounding))];
            double[] rises = [.. claims.Select((c, i) => left.Max(u => u[i]) - c)];
            int[] rising = [.. bargaining.Where(i => rises[i] > 1e-6)];
            double[] Ratios(double[] u) => [.. rising.Select(i => (u[i] - claims[i]) / rises[i]).Order()];
            double[] best = left.Aggregate((x, y) => Compare(Ratios(y), Ratios(x)) > 0 ? y : x);
            double share = rising.Length == 0 ? 1 : Ratios(best)[0];
            if (share < 1.0 / rising.Length - 1e-9 || share > 1 - 1e-9 || step == 199)
                return best;
            foreach (int i in rising)
                claims[i] += rises[i] / rising.Length;
        }
    }

    // Either of two outsiders can do the same for both who bargain; in their own points they stand differently.
    [Theory]
    [InlineData(Concept.Nash)]
    [InlineData(Concept.KalaiSmorodinsky)]
    [InlineData(Concept.Raiffa)]
    public void Of_equal_sets_the_same_one_is_named_whatever_the_units(Concept concept)
    {
        BargainingProblem problem = Problems.Of(
            [0, 0, 10, 10], [1, 1, 0, 0],
            Problems.Block(
                "act", Problems.Choice("by-fourth", 6, 6, 40, 20) with { Needs = 0b1000 }, Problems.Choice("by-third", 6, 6, 30, 20) with { Needs = 0b0100 },
                Problems.Choice("none", 1, 1, 5, 0))) with
        { Coalitions = [0b0011] };

        ulong[] named = [.. new double[] { 1e-3, 0.2, 1, 3, 1e5 }.SelectMany(scale => new[] { true, false }.Select(single =>
            Problems.Rescaled(problem, [1, 1, scale, 1 / scale], [0, 0, -7, 5]).Solve(concept, single).Coalition))];

        named.Distinct().Count().ShouldBe(1);
        named[0].ShouldNotBe(0b0011UL);
    }
}
