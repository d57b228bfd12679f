using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining;

/// <summary>Whose further consent a coalition seeks: the solver against trying every set by hand.</summary>
public sealed class ConsentTests
{
    // Two solves of one problem posed differently, in points.
    private const double Solved = 1e-5;

    private const int Own = 2;
    private const int Further = 2;

    public static TheoryData<ulong, double> Seeds
    {
        get
        {
            var seeds = new TheoryData<ulong, double>();
            for (ulong seed = 1; seed <= 40; seed++)
            {
                seeds.Add(seed, seed % 4 == 0 ? 0.3 : 0);
            }
            return seeds;
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_best_further_consent_is_found(ulong seed, double furtherClaim)
    {
        BargainingProblem problem = Random(seed, furtherClaim);

        Settlement found = Solving.Solve(problem, new SettlementOptions(), TestContext.Current.CancellationToken).Single();
        Settlement best = ByHand(problem);

        found.IsOpen.ShouldBe(best.IsOpen, $"seed {seed}");
        for (int p = 0; p < Own && best.IsOpen; p++)
        {
            found.Utilities[p].ShouldBe(best.Utilities[p], Solved, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nobody_whose_consent_is_claimed_is_worse_off_or_refuses(ulong seed, double furtherClaim)
    {
        BargainingProblem problem = Random(seed, furtherClaim);

        Settlement found = Solving.Solve(problem, new SettlementOptions(), TestContext.Current.CancellationToken).Single();

        for (int p = 0; p < Own + Further && found.IsOpen; p++)
        {
            if ((found.Coalition >> p & 1) != 0)
            {
                found.Utilities[p].ShouldBeGreaterThanOrEqualTo(problem.NoDeal[p] - Solved, $"seed {seed}");
            }
        }
        foreach (DealChoice choice in found.Mixture.SelectMany(mixed => mixed.Deal.Choices.Select((c, b) => problem.Space.Blocks[b].Choices[c])))
        {
            (choice.Needs & ~found.Coalition).ShouldBe(0UL, $"seed {seed}");
            (choice.RefusedBy & found.Coalition).ShouldBe(0UL, $"seed {seed}");
        }
    }

    // Each set of further parties as a coalition of its own, with only the choices that it can sign.
    private static Settlement ByHand(BargainingProblem problem)
    {
        Settlement? best = null;
        for (ulong further = 0; further < 1UL << Further; further++)
        {
            ulong consent = 3UL | further << Own;
            var blocks = problem.Space.Blocks
                .Select(b => b with { Choices = b.Choices.Where(c => (c.Needs & ~consent) == 0 && (c.RefusedBy & consent) == 0).Select(c => c with { Needs = 0 }).ToList() })
                .ToList();
            Settlement settlement = Solving.Solve(
                problem with { Space = problem.Space with { Blocks = blocks }, Coalitions = [consent] }, new SettlementOptions(), TestContext.Current.CancellationToken).Single();
            if (best is null || (settlement.IsOpen && (!best.IsOpen || Product(problem, settlement) > Product(problem, best) + 1e-7)))
            {
                best = settlement;
            }
        }
        return best!;
    }

    private static double Product(BargainingProblem problem, Settlement settlement) =>
        Enumerable.Range(0, Own).Aggregate(1.0, (product, p) => product * Math.Max(0, settlement.Utilities[p] - problem.NoDeal[p]));

    private static BargainingProblem Random(ulong seed, double furtherClaim)
    {
        var stream = new RandomStream(seed, 0, "consent-tests");
        var blocks = new List<DealBlock>();
        for (int b = 0; b < 4; b++)
        {
            var choices = new List<DealChoice>();
            for (int c = 0; c < 3; c++)
            {
                var points = new double[Own + Further];
                for (int p = 0; p < points.Length; p++)
                {
                    points[p] = 25 * stream.NextUniform();
                }
                ulong Mark(double chance, ref RandomStream from) => c > 0 && from.NextUniform() < chance ? 1UL << Own + from.NextBelow(Further) : 0;
                choices.Add(new DealChoice($"c{c}", points, Mark(0.4, ref stream), DealTerms.None) { RefusedBy = Mark(0.2, ref stream) });
            }
            blocks.Add(new DealBlock($"b{b}", choices));
        }
        double[] noDeal = [20 + 25 * stream.NextUniform(), 20 + 25 * stream.NextUniform(), 50 * stream.NextUniform(), 50 * stream.NextUniform()];
        PartyId[] parties = [new("a"), new("b"), new("y"), new("z")];
        return new BargainingProblem(new DealSpace(parties, blocks, new double[4]), noDeal, [1, 1, furtherClaim, furtherClaim], [3UL]);
    }
}
