using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>A start saves time and changes no answer, whether it is near, far or nonsense.</summary>
public sealed class LotteryStartTests
{
    // Both ways are certified to 1e-6 points at the prices; a flat frontier magnifies that for one party.
    private const double Close = 1e-4;
    private const double Gap = 1e-6;

    private readonly LotterySolver solver = new();
    private readonly LotterySolver fromStart = new();

    public enum Nearness { Same, Near, Far, Foreign, PricesOnly }

    public static IEnumerable<TheoryDataRow<Nearness>> Kinds => Enum.GetValues<Nearness>().Select(kind => new TheoryDataRow<Nearness>(kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_start_changes_no_answer(Nearness nearness)
    {
        for (ulong seed = 1; seed <= 400; seed++)
        {
            bool coarse = seed % 3 == 0;
            BargainingProblem problem = Problems.Random(seed, parties: 2 + (int)(seed % 4), blocks: 2 + (int)(seed % 7), choices: 4, coarse, claims: seed % 2 == 0);
            ShouldAgree(problem, Start(problem, nearness, seed), $"{nearness}, seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_start_changes_no_answer_in_a_zone_without_width(Nearness nearness)
    {
        for (ulong seed = 1; seed <= 400; seed++)
        {
            BargainingProblem problem = ThinZones.Of(seed);
            ShouldAgree(problem, Start(problem, nearness, seed), $"{nearness}, seed {seed}");
        }
    }

    [Fact]
    public void The_solution_itself_as_a_start_takes_no_round_where_it_is_clear()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            DealTable table = DealTable.Of(Problems.Random(seed, parties: 3, blocks: 7, choices: 4));
            LotteryAnswer cold = solver.Solve(table, 7, Concept.Nash, Gap);
            if (cold.Status != SettlementStatus.Open)
                continue;

            LotteryAnswer again = fromStart.Solve(table, 7, Concept.Nash, Gap, LotteryStart.Of(table, cold));

            again.Iterations.ShouldBe(0, $"seed {seed}");
            again.Gap.ShouldBeLessThanOrEqualTo(Gap, $"seed {seed}");
        }
    }

    [Fact]
    public void Equal_starts_give_equal_bits_whatever_was_solved_before()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 6, choices: 4, claims: seed % 2 == 0);
            DealTable table = DealTable.Of(problem);
            LotteryStart? start = Start(problem, Nearness.Near, seed);

            LotteryAnswer used = fromStart.Solve(table, 7, Concept.Nash, Gap, start);
            LotteryAnswer fresh = new LotterySolver().Solve(table, 7, Concept.Nash, Gap, start);

            used.Shares.ShouldBe(fresh.Shares, $"seed {seed}");
            used.Utilities.ShouldBe(fresh.Utilities, $"seed {seed}");
            used.Prices.ShouldBe(fresh.Prices, $"seed {seed}");
        }
    }

    [Fact]
    public void Exchanging_two_parties_with_the_start_exchanges_the_answer_exactly()
    {
        for (ulong seed = 1; seed <= 100; seed++)
        {
            BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 5, choices: 4);
            BargainingProblem mirrored = Mirrored(problem);
            LotteryStart? start = Start(problem, Nearness.Near, seed);
            LotteryStart? turned = start is { } given ? given with { Prices = [given.Prices[1], given.Prices[0], given.Prices[2]] } : null;
            DealTable table = DealTable.Of(problem);
            DealTable other = DealTable.Of(mirrored);

            double[] one = table.ToProblem(solver.Solve(table, 7, Concept.Nash, Gap, start).Utilities);
            double[] two = other.ToProblem(fromStart.Solve(other, 7, Concept.Nash, Gap, turned).Utilities);

            two.ShouldBe([one[1], one[0], one[2]], $"seed {seed}");
        }
    }

    private void ShouldAgree(BargainingProblem problem, LotteryStart? start, string name)
    {
        DealTable table = DealTable.Of(problem);
        ulong everyone = (1UL << table.Parties) - 1;
        LotteryAnswer cold = solver.Solve(table, everyone, Concept.Nash, Gap);

        LotteryAnswer warm = fromStart.Solve(table, everyone, Concept.Nash, Gap, start);

        warm.Status.ShouldBe(cold.Status, name);
        warm.Utilities.ShouldBe(cold.Utilities, Close, name);
        warm.Many.ShouldBe(cold.Many, name);
        warm.Tied.ShouldBe(cold.Tied, name);
        if (cold.Status == SettlementStatus.Open)
            warm.Gap.ShouldBeLessThanOrEqualTo(Gap, name);
    }

    private LotteryStart? Start(BargainingProblem problem, Nearness nearness, ulong seed)
    {
        var stream = new RandomStream(seed, 0, "start");
        if (nearness == Nearness.Foreign)
            return Foreign(ref stream, problem);
        BargainingProblem other = nearness == Nearness.Same ? problem : Shaken(ref stream, problem, nearness == Nearness.Far ? 0.5 : 0.01);
        DealTable table = DealTable.Of(other);
        var start = LotteryStart.Of(table, solver.Solve(table, (1UL << table.Parties) - 1, Concept.Nash, Gap));
        return nearness == Nearness.PricesOnly && start is { } given ? given with { Shares = [] } : start;
    }

    // Prices and shares that have nothing to do with the problem; some are not even numbers.
    private static LotteryStart Foreign(ref RandomStream stream, BargainingProblem problem)
    {
        int choices = problem.Space.Blocks.Sum(b => b.Choices.Count) + stream.NextBelow(2);
        var prices = new double[problem.NoDeal.Count + (stream.NextBelow(8) == 0 ? 1 : 0)];
        for (int i = 0; i < prices.Length; i++)
            prices[i] = stream.NextBelow(10) switch { 0 => 0, 1 => 1e300, _ => stream.NextUniform() };
        if (stream.NextBelow(8) == 0)
            prices[0] = stream.NextBelow(2) == 0 ? double.NaN : -1;
        var shares = new double[choices];
        for (int c = 0; c < choices; c++)
            shares[c] = stream.NextBelow(2) == 0 ? 0 : stream.NextUniform();
        return new LotteryStart(prices, shares);
    }

    private static BargainingProblem Shaken(ref RandomStream stream, BargainingProblem problem, double by)
    {
        var blocks = new List<DealBlock>();
        foreach (DealBlock block in problem.Space.Blocks)
        {
            var choices = new List<DealChoice>();
            foreach (DealChoice choice in block.Choices)
            {
                double[] points = [.. choice.Points];
                for (int i = 0; i < points.Length; i++)
                    points[i] *= 1 + by * (2 * stream.NextUniform() - 1);
                choices.Add(choice with { Points = points });
            }
            blocks.Add(block with { Choices = choices });
        }
        return problem with { Space = problem.Space with { Blocks = blocks } };
    }

    private static BargainingProblem Mirrored(BargainingProblem problem)
    {
        static double[] Turned(IReadOnlyList<double> x) => [x[1], x[0], x[2]];
        DealBlock[] blocks = [.. problem.Space.Blocks.Select(b => b with { Choices = [.. b.Choices.Select(c => c with { Points = Turned(c.Points) })] })];
        return problem with { Space = problem.Space with { Blocks = blocks }, NoDeal = Turned(problem.NoDeal), Claims = Turned(problem.Claims) };
    }
}
