using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Bargaining problems for tests, written short.</summary>
internal static class Problems
{
    /// <summary>The concepts that need nothing beyond what each party has without a deal, over mixtures and over single deals.</summary>
    public static readonly Concept[] FromNoDeal = [Concept.Nash, Concept.KalaiSmorodinsky, Concept.Egalitarian, Concept.Welfare, Concept.Raiffa];

    public static DealChoice Choice(string key, params double[] points) => new(key, points, 0, DealTerms.None);

    public static DealBlock Block(string key, params DealChoice[] choices) => new(key, choices);

    public static BargainingProblem Of(double[] noDeal, params DealBlock[] blocks) => Of(noDeal, [.. noDeal.Select(_ => 1.0)], blocks);

    public static BargainingProblem Of(double[] noDeal, double[] claims, params DealBlock[] blocks)
    {
        PartyId[] parties = [.. noDeal.Select((_, i) => new PartyId($"party-{(char)('a' + i)}"))];
        ulong everyone = (1UL << parties.Length) - 1;
        return new BargainingProblem(new DealSpace(parties, blocks, new double[parties.Length]), noDeal, claims, [everyone]);
    }

    /// <summary>A random problem: values on a grid of whole points when <paramref name="coarse"/>, so that ties and exact bounds occur.</summary>
    public static BargainingProblem Random(ulong seed, int parties, int blocks, int choices, bool coarse = false, bool claims = false)
    {
        var stream = new RandomStream(seed, 0, "problem");
        double Points(double size) => coarse ? stream.NextBelow((int)size + 1) : stream.NextUniform() * size;
        var list = new DealBlock[blocks];
        for (int b = 0; b < blocks; b++)
        {
            var own = new DealChoice[coarse ? 1 + stream.NextBelow(choices) : choices];
            for (int c = 0; c < own.Length; c++)
                own[c] = Choice($"choice-{c}", [.. Enumerable.Range(0, parties).Select(_ => Points(coarse ? 4 : 100.0 / blocks))]);
            list[b] = Block($"block-{b:00}", own);
        }
        double[] noDeal = [.. Enumerable.Range(0, parties).Select(_ => Points(coarse ? 2 * blocks : 60))];
        double[] weights = [.. Enumerable.Range(0, parties).Select(_ => !claims ? 1 : stream.NextBelow(3) == 0 ? 0 : 0.1 + stream.NextUniform())];
        return Of(noDeal, weights, list);
    }

    /// <summary>Every single deal with its values.</summary>
    public static List<(Deal Deal, double[] Utilities)> Deals(BargainingProblem problem)
    {
        var deals = new List<(Deal, double[])> { (new Deal([]), [.. problem.Space.Constants]) };
        foreach (DealBlock block in problem.Space.Blocks)
        {
            deals = [.. deals.SelectMany(d => block.Choices.Select((c, k) =>
                (new Deal([.. d.Item1.Choices, k]), d.Item2.Zip(c.Points, (x, y) => x + y).ToArray())))];
        }
        return deals;
    }

    public static double[] Gains(BargainingProblem problem, IReadOnlyList<double> utilities) => [.. utilities.Zip(problem.NoDeal, (u, r) => u - r)];

    /// <summary>The same problem with every party's points on another scale.</summary>
    public static BargainingProblem Rescaled(BargainingProblem problem, double[] scale, double[] shift)
    {
        double Scaled(double x, int i) => x * scale[i];
        DealBlock[] blocks = [.. problem.Space.Blocks.Select(b => b with
        {
            Choices = [.. b.Choices.Select(c => c with { Points = [.. c.Points.Select(Scaled)] })],
        })];
        return problem with
        {
            Space = problem.Space with { Blocks = blocks, Constants = [.. problem.Space.Constants.Select((x, i) => Scaled(x, i) + shift[i])] },
            NoDeal = [.. problem.NoDeal.Select((x, i) => Scaled(x, i) + shift[i])],
        };
    }

    public static Settlement Solve(this BargainingProblem problem, Concept concept = Concept.Nash, bool single = false) =>
        Solving.Solve(problem, new SettlementOptions { Concept = concept, Single = single }, TestContext.Current.CancellationToken)[0];

    public static AgreementZone Zone(this BargainingProblem problem) => Solving.Zone(problem, cancellation: TestContext.Current.CancellationToken);
}
