using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Interdependence;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Interdependence;

/// <summary>Elimination, branch and bound and the dropping of needless options, each against the list of all joint choices.</summary>
public sealed class CombinationTests
{
    private const double Rounding = 1e-9;

    public static IEnumerable<TheoryDataRow<ulong, int, bool>> Shapes()
    {
        for (ulong seed = 1; seed <= 30; seed++)
        {
            yield return new(seed, 1, false);
            yield return new(seed, 2, true);
            yield return new(seed, 2, false);
            yield return new(seed, 3, true);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Elimination_finds_what_listing_finds(ulong seed, int aims, bool coarse)
    {
        InteractionModel model = Random(seed, aims, coarse);
        ShouldBeEfficient(model, ParetoElimination.Find(model, EliminationOrder.Of(model), Rounding, TestContext.Current.CancellationToken), $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Branch_and_bound_finds_what_listing_finds(ulong seed, int aims, bool coarse)
    {
        InteractionModel model = Random(seed, aims, coarse);

        EfficientCombinations found = InteractionSearch.Find(model, EliminationOrder.Of(model), Rounding, new SearchBudget(int.MaxValue), TestContext.Current.CancellationToken);

        found.Gap.ShouldBe(0);
        ShouldBeEfficient(model, found.Choices, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Dropping_needless_options_loses_no_efficient_value(ulong seed, int aims, bool coarse)
    {
        InteractionModel model = Random(seed, aims, coarse);
        ShouldBeEfficient(model, EfficientCombinations.Find(model, Rounding, new SearchBudget(int.MaxValue), TestContext.Current.CancellationToken).Choices, $"seed {seed}");
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Search_at_its_limit_misses_by_no_more_than_it_says(ulong seed, int aims, bool coarse)
    {
        InteractionModel model = Random(seed, aims, coarse);

        EfficientCombinations found = InteractionSearch.Find(model, EliminationOrder.Of(model), Rounding, new SearchBudget(3), TestContext.Current.CancellationToken);

        double[][] values = [.. found.Choices.Select(c => model.ValueOf(c))];
        foreach (int[] choice in All(model))
        {
            double[] value = model.ValueOf(choice);
            values.Min(v => value.Select((x, i) => x - v[i]).Max()).ShouldBeLessThanOrEqualTo(found.Gap + Rounding, $"seed {seed}");
        }
    }

    [Fact]
    public void Bound_without_splitting_is_the_true_best()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            InteractionModel model = Random(seed, 1, coarse: false);
            double best = All(model).Max(c => model.ValueOf(c)[0]);

            new BucketBound(model, EliminationOrder.Of(model), int.MaxValue).Root.ShouldBe(best, Rounding, $"seed {seed}");
            new BucketBound(model, EliminationOrder.Of(model), 9).Root.ShouldBeGreaterThanOrEqualTo(best - Rounding, $"seed {seed}");
        }
    }

    // A chain of issues, each joined with the next, leaves one neighbour whatever its length; a ring two.
    [Fact]
    public void Width_of_a_chain_is_one_and_of_a_ring_two()
    {
        static InteractionModel Joined(int issues, bool ring)
        {
            InteractionTerm Join(int a, int b) => new(0, [.. new[] { a, b }.Order()], [[0, 1], [0, 1]], 1);
            var terms = Enumerable.Range(0, issues - 1).Select(k => Join(k, k + 1)).ToList();
            if (ring)
                terms.Add(Join(0, issues - 1));
            return new InteractionModel([.. Enumerable.Repeat(2, issues)], 1, [.. Enumerable.Range(0, issues).Select(_ => new double[][] { [0], [1] })], [.. terms]);
        }
        EliminationOrder.Of(Joined(12, ring: false)).Width.ShouldBe(1);
        EliminationOrder.Of(Joined(12, ring: true)).Width.ShouldBe(2);
    }

    private static InteractionModel Random(ulong seed, int aims, bool coarse)
    {
        var stream = new RandomStream(seed, 0, "interaction");
        double Points(double size) => coarse ? stream.NextBelow((int)size + 1) : stream.NextUniform() * size;
        int[] options = [.. Enumerable.Range(0, 5).Select(_ => 2 + stream.NextBelow(2))];
        double[][][] alone = [.. options.Select(count => Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, aims).Select(_ => Points(5)).ToArray()).ToArray())];
        var terms = new List<InteractionTerm>();
        for (int t = 0; t < 7; t++)
        {
            int[] issues = [.. Enumerable.Range(0, 5).Where(_ => stream.NextUniform() < 0.45)];
            if (issues.Length > 0)
                terms.Add(new InteractionTerm(stream.NextBelow(aims), issues, [.. issues.Select(k => Enumerable.Range(0, options[k]).Select(_ => (double)stream.NextBelow(2)).ToArray())], Points(9) - (t % 3 == 0 ? 6 : 0)));
        }
        return new InteractionModel(options, aims, alone, [.. terms]);
    }

    private static List<int[]> All(InteractionModel model) =>
        model.Options.Aggregate(new List<int[]> { Array.Empty<int>() }, (all, count) => [.. all.SelectMany(c => Enumerable.Range(0, count).Select(o => (int[])[.. c, o]))]);

    private static void ShouldBeEfficient(InteractionModel model, IReadOnlyList<int[]> choices, string name)
    {
        double[][] all = [.. All(model).Select(c => model.ValueOf(c))];
        bool Dominates(double[] x, double[] y) => x.Zip(y).All(p => p.First >= p.Second - Rounding) && x.Zip(y).Any(p => p.First > p.Second + Rounding);
        string[] efficient = [.. all.Where(v => !all.Any(o => Dominates(o, v))).Select(Text).Distinct().Order(StringComparer.Ordinal)];
        choices.Select(c => Text(model.ValueOf(c))).Order(StringComparer.Ordinal).ToArray().ShouldBe(efficient, name);
    }

    private static string Text(double[] value) => string.Join(' ', value.Select(v => v.ToString("f6")));
}
