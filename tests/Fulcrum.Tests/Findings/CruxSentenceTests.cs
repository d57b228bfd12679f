using Fulcrum.Findings;
using Fulcrum.Studies.Cruxes;
using Shouldly;

namespace Fulcrum.Tests.Findings;

/// <summary>What is said of a difference never goes beyond what was shown.</summary>
public sealed class CruxSentenceTests
{
    private static readonly Decision Holds = new(Standpoint.Holds, 1, 100), Fails = new(Standpoint.Fails, 0, 100);

    private static CruxAnswer Between(int groups, SplitResult? split, FlipSetsResult? forward = null, FlipSetsResult? backward = null) => new(
        "v", "it holds", "a", "A", "b", "B", [.. Enumerable.Range(1, groups).Select(g => new CruxGroup($"g{g}", $"group {g}", [], []))], split, forward, backward, []);

    private static string Largest(double difference, params double[] shares) =>
        CruxSentences.Of(Between(shares.Length, new SplitResult(0, difference, shares, new double[shares.Length], true, 10, 0))).Single();

    [Fact]
    public void Most_of_a_difference_is_more_than_half_of_it() => Largest(10, 6, 2, 1, 1).ShouldEndWith("most of it by group 1 (+6), group 2 (+2), group 3 (+1).");

    [Fact]
    public void Parts_that_make_less_than_half_of_a_difference_are_only_the_largest() =>
        Largest(19, 2.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5).ShouldEndWith("it changes by +19, the largest parts: group 1 (+2.5), group 2 (+1.5), group 3 (+1.5).");

    [Fact]
    public void Parts_that_work_against_a_difference_are_not_most_of_it() => Largest(2, 10, -8).ShouldEndWith("the largest parts: group 1 (+10), group 2 (-8).");

    [Fact]
    public void One_part_that_is_not_most_of_it_is_the_largest_part() => Largest(-10, -2).ShouldEndWith("the largest part: group 1 (-2).");

    private static string[] Verdict(FlipSetsResult forward, FlipSetsResult backward) => [.. CruxSentences.Of(Between(2, null, forward, backward))];

    [Theory]
    [InlineData(0, 0, "No single assumption swapped by itself turns either verdict: they disagree about more than one thing at once.")]
    [InlineData(2, 1, "No single assumption swapped by itself is shown to turn either verdict, and some are undecided: swapped into A 2, into B 1. More draws may tell.")]
    public void Nothing_is_said_to_turn_no_verdict_while_some_swaps_are_undecided(int there, int back, string words)
    {
        string[] said = Verdict(new FlipSetsResult(Holds, Fails, [], 1, [.. new ulong[] { 1, 2 }.Take(there)], 4), new FlipSetsResult(Fails, Holds, [], 1, [.. new ulong[] { 1, 2 }.Take(back)], 4));

        said[1].ShouldBe(words);
        said.Any(s => s == "What turns A: nothing (every set of up to 1 of 2 looked at, 2 of them undecided).").ShouldBe(there == 2);
    }

    [Theory]
    [InlineData(0, "The verdict of A and of B turns with two things swapped together, and with no fewer: ")]
    [InlineData(1, "The verdict of A and of B turns with two things swapped together, 1 smaller set being undecided: ")]
    [InlineData(2, "The verdict of A and of B turns with two things swapped together, 2 smaller sets being undecided: ")]
    public void Set_of_which_a_part_is_undecided_is_the_most_that_it_takes(int undecided, string words)
    {
        ulong[] single = [.. new ulong[] { 1, 2 }.Take(undecided)];

        Verdict(new FlipSetsResult(Holds, Fails, [new FlipSet(3, Fails)], 2, single, 5), new FlipSetsResult(Fails, Holds, [new FlipSet(3, Holds)], 2, [], 5))[1].ShouldStartWith(words);
    }

    [Theory]
    [InlineData(0, "The verdict of B does not turn with up to two things swapped: it takes more at once.")]
    [InlineData(1, "The verdict of B is not shown to turn with up to two things swapped, 1 set being undecided.")]
    public void Set_that_turns_one_verdict_is_not_said_to_turn_the_other(int undecided, string words)
    {
        string[] said = Verdict(new FlipSetsResult(Holds, Fails, [new FlipSet(3, Fails)], 2, [], 5), new FlipSetsResult(Fails, Holds, [], 2, [.. new ulong[] { 1 }.Take(undecided)], 5));

        said[1].ShouldStartWith("The verdict of A turns with two things swapped together, and with no fewer: ");
        said[2].ShouldBe(words);
    }

    [Fact]
    public void Each_verdict_is_told_by_its_own_smallest_set_where_they_differ()
    {
        string[] said = Verdict(new FlipSetsResult(Holds, Fails, [new FlipSet(1, Fails)], 2, [], 5), new FlipSetsResult(Fails, Holds, [new FlipSet(3, Holds)], 2, [], 5));

        said[1].ShouldStartWith("The verdict of A turns with one thing swapped alone: whether group 1 is ");
        said[2].ShouldStartWith("The verdict of B turns with two things swapped together, and with no fewer: ");
    }

    [Fact]
    public void Set_that_is_one_of_several_is_not_said_to_be_the_only_way() =>
        Verdict(new FlipSetsResult(Holds, Fails, [new FlipSet(1, Fails)], 2, [], 5), new FlipSetsResult(Fails, Holds, [new FlipSet(1, Holds), new FlipSet(2, Holds)], 2, [], 5))[1]
            .ShouldStartWith("The verdict of A and of B turns with one thing swapped alone (not the only way): whether group 1 is ");

    [Theory]
    [InlineData(200, " (from 64 to 0 in the 100 draws over which the difference is split)")]
    [InlineData(100, "")]
    public void Share_over_the_draws_of_the_split_is_told_as_such(int draws, string words)
    {
        Decision holds = new(Standpoint.Holds, 0.68, draws), fails = new(Standpoint.Fails, 0, draws);
        var split = new SplitResult(0.64, 0, [-0.6, -0.04], [0, 0], true, 100, 0);

        CruxSentences.Of(Between(2, split, new FlipSetsResult(holds, fails, [], 1, [], 4), new FlipSetsResult(fails, holds, [], 1, [], 4)))[^1]
            .ShouldStartWith($"From A to B it changes by -64 of 100 draws{words}, most of it by ");
    }
}
