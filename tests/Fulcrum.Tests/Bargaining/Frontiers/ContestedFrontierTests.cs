using System.Numerics;
using Fulcrum.Bargaining;
using Fulcrum.Numerics;
using Fulcrum.Tests.Bargaining.Solutions;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Frontiers;

/// <summary>Frontiers where a deal may need the act of a party that refuses another of its terms, against listing what can be signed.</summary>
public sealed class ContestedFrontierTests
{
    private const double Rounding = 1e-7;

    // With force 100 and 50 points, with the land shared 100 and 100; both together are worth most and cannot be signed.
    [Fact]
    public void Deal_that_needs_a_party_and_holds_what_it_refuses_is_no_point()
    {
        BargainingProblem problem = Problems.Of(
            [0, 0, 40], [1, 1, 0],
            Problems.Block("force", Problems.Choice("force", 50, 25, 25) with { Needs = 0b100 }, Problems.Choice("no-force", 0, 0, 25)),
            Problems.Block("land", Problems.Choice("line", 0, 0, 25), Problems.Choice("shared", 50, 50, 25) with { RefusedBy = 0b100 })) with
        { Coalitions = [0b011] };

        EfficientFrontier frontier = EfficientFrontier.Of(problem, cancellation: TestContext.Current.CancellationToken);

        frontier.Points.Select(p => string.Join(' ', p.Utilities)).ShouldBe(["50 50 50"]);
        frontier.Points[0].First.Choices.ShouldBe([1, 1]);
        frontier.Exact.ShouldBeTrue();
    }

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 60).Select(s => (ulong)s)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Frontier_is_that_of_the_deals_that_can_be_signed(ulong seed)
    {
        BargainingProblem problem = Contested(seed);
        (Deal Deal, double[] Utilities)[] signed = [.. Problems.Deals(problem).Where(d => CanBeSigned(problem, d.Deal))];
        (Deal Deal, double[] Utilities)[] efficient = [.. signed.Where(d => !signed.Any(other => Dominates(other.Utilities, d.Utilities)))];

        EfficientFrontier frontier = EfficientFrontier.Of(
            problem, new FrontierOptions { Parties = problem.Space.Parties, Lottery = true }, cancellation: TestContext.Current.CancellationToken);

        frontier.Points.Sum(p => (int)p.Count).ShouldBe(efficient.Length, $"seed {seed}");
        foreach (FrontierPoint point in frontier.Points)
        {
            string[] equal = [.. efficient.Where(e => Same(e.Utilities, point.Utilities)).Select(e => Text(e.Deal)).Order(StringComparer.Ordinal)];
            point.Deals().Select(Text).ShouldBe(equal, $"seed {seed}");
            point.Count.ShouldBe(new BigInteger(equal.Length), $"seed {seed}");
        }
        frontier.Points.Any(p => p.Lottery == true).ShouldBe(efficient.Length > 0, $"seed {seed}");
    }

    // Nine parties: the first signs, each of the others now and then acts and refuses; and eleven, of whom two sign.
    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Frontier_of_nine_parties_and_more_is_exact(ulong seed)
    {
        foreach ((int parties, ulong coalition) in new[] { (9, 0b1UL), (9, 0b11UL), (11, 0b11UL) })
        {
            BargainingProblem problem = Contested(seed, parties, blocks: 4, coalition);
            var signed = Problems.Deals(problem).Where(d => CanBeSigned(problem, d.Deal)).ToList();
            var efficient = signed.Where(d => !signed.Any(other => Dominates(other.Utilities, d.Utilities))).ToList();

            EfficientFrontier frontier = EfficientFrontier.Of(
                problem, new FrontierOptions { Parties = problem.Space.Parties }, cancellation: TestContext.Current.CancellationToken);

            frontier.Exact.ShouldBeTrue($"seed {seed}");
            frontier.Epsilon.ShouldAllBe(e => e == 0);
            frontier.Points.SelectMany(p => p.Deals()).Select(Text).Order(StringComparer.Ordinal)
                .ShouldBe(efficient.Select(d => Text(d.Deal)).Order(StringComparer.Ordinal), $"seed {seed}, {parties} parties");
        }
    }

    // Seven pairs, each of whom can act and refuses the other's act: 3^7 sets of signers are too many, so that the list has a bound.
    [Theory]
    [MemberData(nameof(FewSeeds))]
    public void Beyond_the_sets_gone_through_the_bound_holds(ulong seed)
    {
        BargainingProblem random = Problems.Random(seed, parties: 16, blocks: 14, choices: 2);
        DealBlock[] blocks = [.. random.Space.Blocks.Select((b, k) => b with
        {
            Choices = [b.Choices[0], b.Choices[1] with { Needs = 1UL << (2 + k), RefusedBy = 1UL << (2 + (k ^ 1)) }],
        })];
        BargainingProblem problem = random with { Space = random.Space with { Blocks = blocks }, Coalitions = [0b11] };
        var signed = Problems.Deals(problem).Where(d => CanBeSigned(problem, d.Deal)).ToList();
        var compared = new FrontierOptions { Parties = [.. problem.Space.Parties.Take(3)] };

        EfficientFrontier frontier = EfficientFrontier.Of(problem, compared, cancellation: TestContext.Current.CancellationToken);

        frontier.Exact.ShouldBeFalse($"seed {seed}");
        frontier.AllSigners.ShouldBeFalse($"seed {seed}");
        frontier.Epsilon.ShouldAllBe(e => e > 0 && e < 100);
        frontier.Points.ShouldAllBe(p => CanBeSigned(problem, p.First));
        foreach ((_, double[] utilities) in signed)
        {
            frontier.Points.Any(p => p.Utilities.Select((u, i) => u + frontier.Epsilon[i] + frontier.Tolerance[i] >= utilities[i]).All(reached => reached))
                .ShouldBeTrue($"seed {seed}, {string.Join(' ', utilities)}");
        }
    }

    public static TheoryData<ulong> FewSeeds => [.. Enumerable.Range(1, 6).Select(s => (ulong)s)];

    private static BargainingProblem Contested(ulong seed, int parties, int blocks, ulong coalition)
    {
        var stream = new RandomStream(seed, 0, "many-contested");
        BargainingProblem problem = Problems.Random(seed, parties, blocks, choices: 5);
        int first = BitOperations.PopCount(coalition);
        ulong Further() => 1UL << (first + stream.NextBelow(parties - first));
        DealBlock[] acted = [.. problem.Space.Blocks.Select(b => b with
        {
            Choices = [.. b.Choices.Select((c, k) => c with
            {
                Needs = k == 0 ? 0 : Further() | (stream.NextBelow(2) == 0 ? Further() : 0),
                RefusedBy = k == 0 ? 0 : Further() | Further(),
            })],
        })];
        return problem with { Space = problem.Space with { Blocks = acted }, Coalitions = [coalition] };
    }

    private static bool CanBeSigned(BargainingProblem problem, Deal deal)
    {
        DealChoice[] chosen = [.. deal.Choices.Select((c, b) => problem.Space.Blocks[b].Choices[c])];
        ulong needed = chosen.Aggregate(problem.Coalitions[0], (all, c) => all | c.Needs);
        return chosen.All(c => (c.RefusedBy & needed) == 0);
    }

    private static string Text(Deal deal) => string.Join(' ', deal.Choices);

    private static bool Same(double[] x, IReadOnlyList<double> y) => x.Zip(y).All(p => Math.Abs(p.First - p.Second) <= Rounding);

    private static bool Dominates(double[] x, double[] y) => x.Zip(y).All(p => p.First >= p.Second - Rounding) && x.Zip(y).Any(p => p.First > p.Second + Rounding);

    // Parties 0 and 1 sign; acts and red lines of all four, now and then of the same.
    private static BargainingProblem Contested(ulong seed)
    {
        var stream = new RandomStream(seed, 0, "contested");
        BargainingProblem problem = Problems.Random(seed, parties: 4, blocks: 4, choices: 4, coarse: seed % 2 == 0);
        DealBlock[] blocks = [.. problem.Space.Blocks.Select(b => b with
        {
            Choices = [.. b.Choices.Select(c => c with
            {
                Needs = stream.NextBelow(3) == 0 ? 0b100UL << stream.NextBelow(2) : 0,
                RefusedBy = stream.NextBelow(3) == 0 ? 1UL << (stream.NextBelow(6) + 1) & 0b1111 : 0,
            })],
        })];
        return problem with { Space = problem.Space with { Blocks = blocks }, Coalitions = [0b0011] };
    }
}
