using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Processes;
using Fulcrum.Cases;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>
/// Values in whole numbers of thirds and sevenths, no-deal values often exactly those of some deal: sums of such fractions miss each other by rounding. Held against the same problem in whole
/// numbers, where nothing is rounded.
/// </summary>
public sealed class BorderTests
{
    private static readonly Concept[] Concepts = [Concept.Nash, Concept.KalaiSmorodinsky, Concept.Egalitarian, Concept.Welfare];

    [Fact]
    public void Nothing_open_on_its_border_alone_is_said_to_be_closed()
    {
        for (int seed = 1; seed <= 1_500; seed++)
        {
            Whole whole = Whole.Of(seed);
            BargainingProblem problem = whole.Problem;
            bool open = whole.Deals.Any(d => whole.IsOpen(d.Values));
            foreach (Concept concept in Concepts)
                problem.Solve(concept, single: true).IsOpen.ShouldBe(open, $"seed {seed}, {concept}");
            if (open)
                Concepts.ShouldAllBe(c => problem.Solve(c).IsOpen, $"seed {seed}");
        }
    }

    // Met by the interior point only when its prices had run beyond the numbers: the first party gains nothing from the best, and only from choices that hold it there.
    [Fact]
    public void A_zone_in_which_one_party_can_never_gain_is_open_to_Nash()
    {
        BargainingProblem problem = Whole.Thirds(
            [26, 19], [[[1, 1], [11, 3], [2, 11], [11, 8], [4, 8]], [[8, 11]], [[0, 2], [0, 2], [0, 10], [0, 6]], [[7, 0], [7, 0], [6, 0]]]);

        problem.Solve().Utilities.ShouldBe([26 / 3.0, 29 / 3.0], 1e-6);
        problem.Solve(single: true).Utilities.ShouldBe([26 / 3.0, 29 / 3.0], 1e-6);
    }

    [Fact]
    public void Offers_in_turn_begin_wherever_a_deal_is_open()
    {
        foreach (ProcessModel model in (ProcessModel[])[ProcessModel.Rubinstein, ProcessModel.Stahl, ProcessModel.Zeuthen])
        {
            for (int seed = 1; seed <= 400; seed++)
            {
                Whole whole = Whole.Of(seed, parties: 2);
                IReadOnlyList<PartyId> parties = whole.Problem.Space.Parties;

                ProcessResult result = Process.Run(whole.Problem, parties[0], parties[1], new ProcessOptions { Model = model, Rounds = 1 + seed % 5 }, TestContext.Current.CancellationToken);

                if (whole.Deals.Any(d => whole.IsOpen(d.Values)))
                    result.Closed.ShouldBeFalse($"{model}, seed {seed}");
                foreach (ProcessOutcome outcome in result.Outcomes)
                    Math.Min(outcome.First - result.FirstNoDeal, outcome.Second - result.SecondNoDeal).ShouldBeGreaterThan(-1e-6, $"{model}, seed {seed}");
            }
        }
    }

    [Fact]
    public void Every_deal_as_good_as_the_best_is_listed_up_to_the_limit()
    {
        const int most = 16;
        for (int seed = 1; seed <= 600; seed++)
        {
            Whole whole = Whole.Of(seed);
            Settlement best = whole.Problem.Solve(Concept.WelfareOfAll, single: true);

            int largest = whole.Deals.Max(d => d.Values.Sum());
            string[] equal = [.. whole.Deals.Where(d => d.Values.Sum() == largest).Select(d => string.Join(' ', d.Choices)).Order(StringComparer.Ordinal)];
            string[] listed = [.. best.Ties.Select(t => string.Join(' ', t.Choices)).Append(string.Join(' ', best.Mixture[0].Deal.Choices)).Order(StringComparer.Ordinal)];
            listed.ShouldBeUnique();
            listed.ShouldBeSubsetOf(equal, $"seed {seed}");
            listed.Length.ShouldBe(Math.Min(most + 1, equal.Length), $"seed {seed}");
        }
    }

    // Everyone's gains are about nought, so that a bound in proportion to them alone was smaller than the rounding of what they are sums of.
    [Fact]
    public void Deals_that_tie_at_no_gain_at_all_are_listed_too()
    {
        BargainingProblem problem = Whole.Thirds([3, 5, 2], [[[2, 3, 0]], [[1, 2, 2], [1, 2, 2], [3, 2, 2]]]) with { Claims = [0, 0.5, 1] };

        Settlement best = problem.Solve(Concept.WelfareOfAll, single: true);

        best.Ties.Count.ShouldBe(2);
    }

    /// <summary>A problem in whole numbers, and the same in fractions.</summary>
    private sealed record Whole(int[] NoDeal, List<(int[] Choices, int[] Values)> Deals, BargainingProblem Problem)
    {
        public static Whole Of(int seed, int? parties = null)
        {
            var random = new Random(seed);
            int n = parties ?? random.Next(2, 5);
            int[][][] points = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Block(random, n))];
            var deals = new List<(int[] Choices, int[] Values)> { ([], new int[n]) };
            foreach (int[][] block in points)
                deals = [.. deals.SelectMany(d => block.Select((c, k) => ((int[])[.. d.Choices, k], d.Values.Zip(c, (x, y) => x + y).ToArray())))];
            int[] some = deals[random.Next(deals.Count)].Values;
            int[] noDeal = [.. Enumerable.Range(0, n).Select(i => random.Next(4) switch { 0 => deals.Max(d => d.Values[i]), 1 => some[i] - random.Next(3), _ => some[i] })];
            return new Whole(noDeal, deals, In(noDeal, points, random.Next(2) == 0 ? 3.0 : 7.0));
        }

        public static BargainingProblem Thirds(int[] noDeal, int[][][] points) => In(noDeal, points, 3);

        public bool IsOpen(int[] values) => values.Zip(NoDeal).All(x => x.First >= x.Second);

        // A choice is sometimes the same as the one before, so that deals tie.
        private static int[][] Block(Random random, int parties)
        {
            int[][] choices = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Enumerable.Range(0, parties).Select(_ => random.Next(-4, 12)).ToArray())];
            for (int c = 1; c < choices.Length; c++)
                choices[c] = random.Next(4) == 0 ? choices[c - 1] : choices[c];
            return choices;
        }

        private static BargainingProblem In(int[] noDeal, int[][][] points, double parts) => Problems.Of(
            [.. noDeal.Select(r => r / parts)],
            [.. points.Select((block, b) => Problems.Block($"block-{b}", [.. block.Select((c, k) => Problems.Choice($"choice-{k}", [.. c.Select(x => x / parts)]))]))]);
    }
}
