using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Two ways: whatever the active set says from any start is what the ordinary solver says.</summary>
public sealed class NearNashTests
{
    private const ulong Seeds = 400;

    // In points: a hundredth of the certified gap.
    private const double Agree = 1e-8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_it_says_from_any_start_is_the_ordinary_solution(bool coarse)
    {
        var near = new NearNash();
        var ordinary = new CoalitionNash(new LotterySolver());
        (int open, int said) = (0, 0);
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            BargainingProblem problem = Problem(seed, coarse);
            DealTable table = DealTable.Of(problem);
            ulong own = table.ToCanonical(problem.Coalitions[0]);
            LotteryAnswer expected = ordinary.Best(table, own, 1e-6, TestContext.Current.CancellationToken);
            open += expected.Status == SettlementStatus.Open ? 1 : 0;
            foreach (double[] start in Starts(seed, table, expected))
            {
                if (!near.Solve(table, own, start))
                    continue;
                said++;
                string where = $"seed {seed}";
                LotteryAnswer answer = near.Answer(new Lender(takesBack: false));
                expected.Status.ShouldBe(SettlementStatus.Open, where);
                expected.Many.ShouldBeFalse(where);
                answer.Consent.ShouldBe(expected.Consent, where);
                answer.Tied.ShouldBe(expected.Tied, where);
                answer.Utilities.ShouldBe(expected.Utilities, Agree, where);
                answer.Shares.ShouldBe(expected.Shares, Agree, where);
                answer.Prices.ShouldBe(expected.Prices, Agree, where);
                answer.Gap.ShouldBeLessThan(1e-6, where);
            }
        }
        // Otherwise the test says nothing. Ties and parties at their bounds, of which there are many here, are left to the ordinary way.
        said.ShouldBeGreaterThan(coarse ? open / 10 : open / 2);
    }

    [Fact]
    public void Equal_problems_with_equal_starts_give_equal_bits_whatever_was_solved_between()
    {
        var one = new NearNash();
        for (ulong seed = 1; seed <= 60; seed++)
        {
            DealTable table = DealTable.Of(Problem(seed, coarse: false)), other = DealTable.Of(Problem(seed + 1000, coarse: false));
            double[] start = Uniform(table);
            bool first = one.Solve(table, table.ToCanonical(table.Coalitions[0]), start);
            double[] utilities = first ? one.Utilities.ToArray() : [];
            one.Solve(other, other.ToCanonical(other.Coalitions[0]), Uniform(other));
            bool again = one.Solve(table, table.ToCanonical(table.Coalitions[0]), start);
            again.ShouldBe(first, $"seed {seed}");
            (again ? one.Utilities.ToArray() : []).ShouldBe(utilities, $"seed {seed}");
        }
    }

    // The answer's own shares, evenly spread, and at random.
    private static double[][] Starts(ulong seed, DealTable table, LotteryAnswer answer)
    {
        var stream = new RandomStream(seed, 0, "start");
        double[] random = [.. Enumerable.Range(0, table.Start[^1]).Select(_ => stream.NextBelow(3) == 0 ? stream.NextUniform() : 0)];
        return answer.Shares.Length == 0 ? [Uniform(table), random] : [answer.Shares, Uniform(table), random];
    }

    private static double[] Uniform(DealTable table) => [.. Enumerable.Repeat(0.25, table.Start[^1])];

    // Some choices are acts of the last two parties, who claim nothing; some are refused.
    private static BargainingProblem Problem(ulong seed, bool coarse)
    {
        var stream = new RandomStream(seed, 1, "needs");
        BargainingProblem problem = Problems.Random(seed, parties: 4, blocks: 4, choices: 3, coarse, claims: seed % 3 == 0);
        if (seed % 2 == 0)
            return problem;
        DealBlock[] blocks = [.. problem.Space.Blocks.Select(b => b with
        {
            Choices = [.. b.Choices.Select(c => stream.NextBelow(4) switch
            {
                0 => c with { Needs = 0b100UL << stream.NextBelow(2) },
                1 => c with { RefusedBy = 1UL << stream.NextBelow(4) },
                _ => c,
            })],
        })];
        return problem with { Space = problem.Space with { Blocks = blocks }, Claims = [1, 1 - 0.1 * stream.NextBelow(3), seed % 5 == 0 ? 0.5 : 0, 0], Coalitions = [0b0011] };
    }
}
