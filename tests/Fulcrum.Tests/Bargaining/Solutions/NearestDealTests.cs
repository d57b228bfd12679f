using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Numerics;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>The open deal nearest to an offer, against every deal listed: proven, and with a search that is stopped early.</summary>
public sealed class NearestDealTests
{
    private const double Rounding = 1e-7;
    private const int Ample = 1_000_000;

    public static TheoryData<ulong> Seeds => [.. Enumerable.Range(1, 80).Select(s => (ulong)s)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Fewest_changes_and_the_best_of_as_many_are_proven(ulong seed)
    {
        BargainingProblem problem = Some(seed);
        var (offer, open) = Listed(problem, seed);

        NearestAnswer answer = new NearestDeal(problem, offer, Ample, TestContext.Current.CancellationToken).Find();

        (answer.Deal is null).ShouldBe(open.Count == 0, $"seed {seed}");
        answer.Missing.ShouldBe(0);
        answer.TooFew.ShouldBe(open.Count == 0 ? 4 : open.Min(d => d.Changes) - 1, $"seed {seed}");
        if (answer.Deal is { } deal)
        {
            int changes = Changes(offer, deal);
            changes.ShouldBe(answer.TooFew + 1, $"seed {seed}");
            Margin(problem, deal).ShouldBe(open.Where(d => d.Changes == changes).Max(d => d.Margin), Rounding, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Bounds_hold_where_the_search_is_stopped(ulong seed)
    {
        BargainingProblem problem = Some(seed);
        var (offer, open) = Listed(problem, seed);

        for (int branches = 1; branches <= 40; branches += 3)
        {
            NearestAnswer answer = new NearestDeal(problem, offer, branches, TestContext.Current.CancellationToken).Find();

            string name = $"seed {seed}, {branches} branches";
            answer.TooFew.ShouldBeLessThan(open.Count == 0 ? 5 : open.Min(d => d.Changes), name);
            if (answer.Deal is not { } deal)
                continue;
            Margin(problem, deal).ShouldBeGreaterThanOrEqualTo(-Rounding, name);
            (Margin(problem, deal) + answer.Missing).ShouldBeGreaterThanOrEqualTo(open.Where(d => d.Changes <= Changes(offer, deal)).Max(d => d.Margin) - Rounding, name);
        }
    }

    // 10^50 deals; the first twenty issues must change for the second party, who gains a point by each.
    [Fact]
    public void Fifty_issues_of_ten_options_are_settled()
    {
        DealBlock[] blocks = [.. Enumerable.Range(0, 50).Select(b => Problems.Block($"block-{b:00}", [.. Enumerable.Range(0, 10).Select(c => Problems.Choice($"choice-{c}", 10 - c, c == 0 ? 0 : 1 + c * 0.01))]))];
        BargainingProblem problem = Problems.Of([300, 19.9], blocks);

        NearestAnswer answer = new NearestDeal(problem, new Deal(new int[50]), Ample, TestContext.Current.CancellationToken).Find();

        answer.Deal!.Choices.Count(c => c > 0).ShouldBe(19); // 1.09 each at the most
        (answer.TooFew, answer.Missing).ShouldBe((18, 0));
    }

    // Two sign; a third of the choices are acts of a third or fourth party, a sixth are refused by one of the four. No-deal values near the middle.
    private static BargainingProblem Some(ulong seed)
    {
        var stream = new RandomStream(seed, 0, "nearest");
        BargainingProblem problem = Problems.Random(seed, parties: 4, blocks: 4, choices: 4, coarse: seed % 2 == 0);
        DealBlock[] blocks = [.. problem.Space.Blocks.Select(b => b with
        {
            Choices = [.. b.Choices.Select(c => c with
            {
                Needs = stream.NextBelow(3) == 0 ? 0b100UL << stream.NextBelow(2) : 0,
                RefusedBy = stream.NextBelow(6) == 0 ? 1UL << stream.NextBelow(4) : 0,
            })],
        })];
        return problem with { Space = problem.Space with { Blocks = blocks }, Coalitions = [0b0011] };
    }

    private static (Deal Offer, List<(int Changes, double Margin)> Open) Listed(BargainingProblem problem, ulong seed)
    {
        List<Deal> deals = [.. Problems.Deals(problem).Select(d => d.Deal)];
        Deal offer = deals[(int)(seed * 37 % (ulong)deals.Count)];
        return (offer, [.. deals.Select(d => (Changes(offer, d), Margin(problem, d))).Where(d => d.Item2 >= -1e-9)]);
    }

    private static int Changes(Deal offer, Deal deal) => offer.Choices.Zip(deal.Choices).Count(c => c.First != c.Second);

    private static double Margin(BargainingProblem problem, Deal deal)
    {
        DealChoice[] chosen = [.. deal.Choices.Select((c, b) => problem.Space.Blocks[b].Choices[c])];
        ulong needed = chosen.Aggregate(problem.Coalitions[0], (mask, c) => mask | c.Needs);
        if (chosen.Any(c => (c.RefusedBy & needed) != 0))
            return double.NegativeInfinity;
        return Problems.Gains(problem, problem.Space.ValuesOf(deal)).Where((_, i) => (needed >> i & 1) != 0).Min();
    }
}
