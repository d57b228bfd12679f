using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>The axioms by which the concepts are known, over random problems.</summary>
public sealed class AxiomTests
{
    // Twice the certified gap, magnified where the frontier is flat.
    private const double Tolerance = 1e-5;

    public static IEnumerable<TheoryDataRow<ulong, Concept, bool>> All()
    {
        foreach (Concept concept in Problems.FromNoDeal)
        {
            for (ulong seed = 1; seed <= 25; seed++)
            {
                yield return new(seed, concept, false);
                yield return new(seed, concept, true);
            }
        }
    }

    private static BargainingProblem Some(ulong seed, bool claims = false) =>
        Problems.Random(seed, parties: 2 + (int)(seed % 3), blocks: 4, choices: 3, coarse: seed % 4 == 0, claims: claims);

    [Theory]
    [MemberData(nameof(All))]
    public void Nobody_needed_is_worse_off_than_without_a_deal(ulong seed, Concept concept, bool single)
    {
        BargainingProblem problem = Some(seed, claims: true);

        Settlement settlement = problem.Solve(concept, single);

        if (settlement.IsOpen)
            Problems.Gains(problem, settlement.Utilities).Min().ShouldBeGreaterThanOrEqualTo(-1e-7);
        else
            settlement.Utilities.ShouldBe(problem.NoDeal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nobody_can_gain_without_another_losing(ulong seed, Concept concept, bool single)
    {
        BargainingProblem problem = Some(seed);
        Settlement settlement = problem.Solve(concept, single);
        if (!settlement.IsOpen)
            return;
        double[] gains = Problems.Gains(problem, settlement.Utilities);

        if (single)
        {
            Problems.Deals(problem).ShouldNotContain(d => Dominates(Problems.Gains(problem, d.Utilities), gains), $"seed {seed}");
            return;
        }
        double[] none = new double[gains.Length];
        double most = Reference.Best(problem, [.. none.Select(_ => 1.0)], none, [.. gains.Select(g => g - 1e-8)])!.Value.Value;
        most.ShouldBe(gains.Sum(), Tolerance, $"seed {seed}");
    }

    // Of a mirrored problem; welfare sums points and may prefer either party.
    [Theory]
    [MemberData(nameof(All))]
    public void Parties_in_the_same_position_get_the_same(ulong seed, Concept concept, bool single)
    {
        if (single || concept == Concept.Welfare)
            return;

        Settlement settlement = Mirrored(seed).Solve(concept);

        settlement.Utilities[0].ShouldBe(settlement.Utilities[1], Tolerance, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Order_of_the_file_changes_no_bit(ulong seed, Concept concept, bool single)
    {
        BargainingProblem problem = Some(seed, claims: true);
        var (shuffled, party, block, choice) = Shuffled(problem, seed);

        Settlement before = problem.Solve(concept, single);
        Settlement after = shuffled.Solve(concept, single);

        after.Status.ShouldBe(before.Status);
        after.Gap.ShouldBe(before.Gap);
        after.Mixture.Count.ShouldBe(before.Mixture.Count);
        for (int i = 0; i < party.Length; i++)
        {
            after.Utilities[i].ShouldBe(before.Utilities[party[i]]);
            after.Prices[i].ShouldBe(before.Prices[party[i]]);
        }
        for (int k = 0; k < after.Mixture.Count; k++)
        {
            after.Mixture[k].Share.ShouldBe(before.Mixture[k].Share);
            for (int b = 0; b < block.Length; b++)
                choice[b][after.Mixture[k].Deal.Choices[b]].ShouldBe(before.Mixture[k].Deal.Choices[block[b]]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void New_names_change_nobodys_gain(ulong seed, Concept concept, bool single)
    {
        BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 4, choices: 3);
        DealBlock[] renamed = [.. problem.Space.Blocks.Select((b, k) => new DealBlock($"{9 - k}", [.. b.Choices.Select((c, l) => c with { Key = $"{9 - l}" })]))];

        Settlement before = problem.Solve(concept, single);
        Settlement after = (problem with { Space = problem.Space with { Blocks = renamed } }).Solve(concept, single);

        for (int i = 0; i < 3; i++)
            after.Utilities[i].ShouldBe(before.Utilities[i], Tolerance, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nash_and_Kalai_Smorodinsky_do_not_see_a_partys_scale(ulong seed, Concept concept, bool single)
    {
        if (concept is Concept.Egalitarian or Concept.Welfare)
            return;
        BargainingProblem problem = Some(seed);
        double[] scale = [1e-4, 7, 3e5, 1];
        double[] shift = [5, -300, 1e4, 0];

        Settlement before = problem.Solve(concept, single);
        Settlement after = Problems.Rescaled(problem, scale, shift).Solve(concept, single);

        after.IsOpen.ShouldBe(before.IsOpen, $"seed {seed}");
        for (int i = 0; i < problem.NoDeal.Count; i++)
            ((after.Utilities[i] - shift[i]) / scale[i]).ShouldBe(before.Utilities[i], 1e-4, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nash_does_not_depend_on_deals_that_it_does_not_use(ulong seed, Concept concept, bool single)
    {
        if (concept != Concept.Nash)
            return;
        BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 4, choices: 4);
        Settlement before = problem.Solve(concept, single);
        if (!before.IsOpen)
            return;
        DealBlock[] fewer = [.. problem.Space.Blocks.Select((b, k) => b with
        {
            Choices = [.. b.Choices.Where((c, l) => l % 2 == (int)(seed % 2) || before.Mixture.Any(m => m.Deal.Choices[k] == l))],
        })];

        Settlement after = (problem with { Space = problem.Space with { Blocks = fewer } }).Solve(concept, single);

        for (int i = 0; i < 3; i++)
            after.Utilities[i].ShouldBe(before.Utilities[i], Tolerance, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void More_deals_never_lower_the_least_gain_of_the_egalitarian_solution(ulong seed, Concept concept, bool single)
    {
        if (concept != Concept.Egalitarian)
            return;
        BargainingProblem problem = Problems.Random(seed, parties: 3, blocks: 4, choices: 4);
        DealBlock[] fewer = [.. problem.Space.Blocks.Select(b => b with { Choices = [.. b.Choices.Take(3)] })];

        Settlement more = problem.Solve(concept, single);
        Settlement less = (problem with { Space = problem.Space with { Blocks = fewer } }).Solve(concept, single);

        if (less.IsOpen)
            Problems.Gains(problem, more.Utilities).Min().ShouldBeGreaterThanOrEqualTo(Problems.Gains(problem, less.Utilities).Min() - 1e-7, $"seed {seed}");
    }

    private static bool Dominates(double[] x, double[] y) =>
        x.Zip(y).All(p => p.First >= p.Second - 1e-9) && x.Zip(y).Any(p => p.First > p.Second + 1e-7);

    // Every block offers each of its choices also with the two parties exchanged.
    private static BargainingProblem Mirrored(ulong seed)
    {
        BargainingProblem problem = Problems.Random(seed, parties: 2, blocks: 3, choices: 3);
        DealBlock[] blocks = [.. problem.Space.Blocks.Select(b => b with
        {
            Choices = [.. b.Choices, .. b.Choices.Select(c => Problems.Choice("z" + c.Key, c.Points[1], c.Points[0]))],
        })];
        return problem with { Space = problem.Space with { Blocks = blocks }, NoDeal = [problem.NoDeal[0], problem.NoDeal[0]] };
    }

    // The same problem with parties, blocks and choices in another order, and where each came from.
    private static (BargainingProblem Problem, int[] Party, int[] Block, int[][] Choice) Shuffled(BargainingProblem problem, ulong seed)
    {
        var stream = new RandomStream(seed, 1, "shuffle");
        int[] Order(int count)
        {
            int[] order = [.. Enumerable.Range(0, count)];
            stream.Shuffle<int>(order);
            return order;
        }
        int[] party = Order(problem.NoDeal.Count);
        int[] block = Order(problem.Space.Blocks.Count);
        int[][] choice = [.. block.Select(b => Order(problem.Space.Blocks[b].Choices.Count))];
        double[] Moved(IReadOnlyList<double> values) => [.. party.Select(i => values[i])];
        DealBlock[] blocks = [.. block.Select((b, k) => problem.Space.Blocks[b] with
        {
            Choices = [.. choice[k].Select(c => problem.Space.Blocks[b].Choices[c]).Select(c => c with { Points = Moved(c.Points) })],
        })];
        PartyId[] names = [.. party.Select(i => problem.Space.Parties[i])];
        return (new BargainingProblem(new DealSpace(names, blocks, Moved(problem.Space.Constants)), Moved(problem.NoDeal), Moved(problem.Claims), problem.Coalitions),
            party, block, choice);
    }
}
