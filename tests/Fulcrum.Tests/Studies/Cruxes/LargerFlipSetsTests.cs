using System.Globalization;
using System.Numerics;
using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Findings;
using Fulcrum.Numerics;
using Fulcrum.Studies.Cruxes;
using Shouldly;

namespace Fulcrum.Tests.Studies.Cruxes;

/// <summary>
/// Two readings of one case that differ in six levers, none of which turns the verdict alone or with one other: what the front door finds among sets of three
/// and more is what adding up the levers of all 64 mixtures by hand gives.
/// </summary>
public sealed class LargerFlipSetsTests
{
    private const int Levers = 6, All = (1 << Levers) - 1;
    private const double Without = 30, Line = 50;

    // Without a deal A has 30 points and what the levers add.
    private const string Talks = """
        fulcrum: 1
        case: larger sets
        starts: 2025-01-20
        as-of: 2025-03-24
        parties: {a: {role: principal}, b: {role: principal}}
        issues: {only: {options: [x, y, z], a: {x: 30, y: 100, z: 0}, b: {x: 50, y: 0, z: 100}}}
        weights: {a: {only: 1}, b: {only: 1}}
        no-deal: {failure: {all: {chance: 1, as: {only: x}}}}
        levers:
        """;

    [Theory]
    [InlineData(3)]
    [InlineData(Levers)]
    public void Sets_of_three_and_more_are_those_that_an_exhaustive_count_finds(int largest)
    {
        (int ofThree, int larger) = (0, 0);
        for (ulong seed = 1; seed <= 7; seed++)
        {
            double[] points = PointsOf(seed);
            bool Holds(int mask) => Without + points.Where((_, l) => (mask >> l & 1) == 1).Sum() >= Line;
            Holds(All).ShouldBeTrue($"seed {seed}");

            CruxAnswer crux = Compared(points, seed, largest);

            crux.Groups.Select(g => g.Name).ToArray().ShouldBe([.. Enumerable.Range(1, Levers).Select(l => $"levers.lever-{l}")], $"seed {seed}");
            Check(crux.Forward!, Minimal(mask => Holds(mask)), largest, seed);
            Check(crux.Backward!, Minimal(mask => !Holds(All & ~mask)), largest, seed);
            ofThree += crux.Forward!.Sets.Count(s => s.Size == 3);
            larger += crux.Forward.Sets.Count(s => s.Size > 3);
        }
        ofThree.ShouldBeGreaterThan(10);
        (larger > 10).ShouldBe(largest > 3);
    }

    [Fact]
    public void A_search_of_pairs_finds_none_where_it_takes_three_and_says_how_far_it_looked()
    {
        FlipSetsResult forward = Compared(PointsOf(1), 1, 2).Forward!;

        (forward.Sets.Count, forward.SearchedTo, forward.Mixtures).ShouldBe((0, 2, 2 + 6 + 15));
    }

    private static void Check(FlipSetsResult found, ulong[] minimal, int largest, ulong seed)
    {
        found.Sets.Select(s => s.Mask).Order().ToArray().ShouldBe([.. minimal.Where(m => BitOperations.PopCount(m) <= largest)], $"seed {seed}");
        found.Undecided.ShouldBeEmpty($"seed {seed}");
        found.SearchedTo.ShouldBe(largest, $"seed {seed}");
    }

    private static ulong[] Minimal(Func<int, bool> turns)
    {
        int[] flips = [.. Enumerable.Range(1, All).Where(turns)];
        return [.. flips.Where(m => !flips.Any(o => o != m && (o & m) == o)).Select(m => (ulong)m)];
    }

    // Two together add less than 18 of the 20 points that are wanted; some three are enough, others take four. Never within rounding of the line.
    private static double[] PointsOf(ulong seed)
    {
        var stream = new RandomStream(seed, 0, "larger sets");
        var points = new double[Levers];
        for (int l = 0; l < Levers; l++)
        {
            points[l] = 4.5 + stream.NextBelow(9) * 0.5 + 0.01 * (l + 1);
        }
        return points;
    }

    private static CruxAnswer Compared(double[] points, ulong seed, int largest)
    {
        string levers = "", first = "", second = "";
        for (int l = 1; l <= Levers; l++)
        {
            levers += $"  lever-{l}: {{holder: b, standing: in-force, no-deal: {{a: 0}}}}\n";
            first += $"  levers.lever-{l}.no-deal.a: 0\n";
            second += string.Create(CultureInfo.InvariantCulture, $"  levers.lever-{l}.no-deal.a: {points[l - 1]:0.00}\n");
        }
        var files = new Dictionary<string, string>
        {
            ["case.yaml"] = $"{Talks}\n{levers}",
            ["readings/first.yaml"] = $"reading: The first\nsays: One thing.\nset:\n{first}",
            ["readings/second.yaml"] = $"reading: The second\nsays: Another.\nset:\n{second}",
        };
        var workbench = new Workbench(request => CaseFolder.FromTexts(files, new CaseReadOptions { Reading = request.Reading }));
        var cruxes = new CruxOptions
        {
            Verdicts = ["no-deal.a >= 50"], Decision = new DecisionOptions { Draws = 8, FirstLook = 8 }, Split = new SplitOptions { Draws = 2 }, Flips = new FlipOptions { LargestSet = largest },
        };
        Answer<CompareAnswer> answer = workbench.Compare(
            [new ReadingId("first"), new ReadingId("second")], new AnalyzeOptions { Draws = 2, Checks = false, Threads = 1, Seed = seed }, cruxes, null, TestContext.Current.CancellationToken);
        return answer.Value.ShouldNotBeNull(string.Join('\n', answer.Problems.Select(p => $"seed {seed}: {p.Place} {p.Message}"))).Cruxes.ShouldHaveSingleItem();
    }
}
