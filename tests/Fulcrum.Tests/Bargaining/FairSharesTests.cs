using Fulcrum.Bargaining;
using Shouldly;

namespace Fulcrum.Tests.Bargaining;

public sealed class FairSharesTests
{
    private static double[] Negative(double worth) => [-worth];

    [Fact]
    public void The_glove_market_gives_the_short_side_two_thirds()
    {
        // One left glove (player 0), two right ones: a pair is worth 1 (Shapley and Shubik 1969). A loss is a negative gain.
        static double[] Hands(UInt128 made) => Negative((made & 1) != 0 && (made & 6) != 0 ? 1 : 0);

        FairSharesResult result = FairShares.Exact(3, 1, Hands);

        result.Shares.Select(share => share[0]).ToArray().ShouldBe([2.0 / 3, 1.0 / 6, 1.0 / 6], 1e-12);
        result.Exact.ShouldBeTrue();
    }

    [Fact]
    public void The_airport_game_splits_each_stretch_among_those_who_need_it()
    {
        // Runways of cost 1, 2 and 4: 1/3, 1/3 + 1/2, 1/3 + 1/2 + 2 (Littlechild and Owen 1973).
        static double[] Hands(UInt128 made) => Negative((made & 4) != 0 ? 4 : (made & 2) != 0 ? 2 : (made & 1) != 0 ? 1 : 0);

        FairShares.Exact(3, 1, Hands).Shares.Select(share => share[0]).ToArray().ShouldBe([1.0 / 3, 5.0 / 6, 17.0 / 6], 1e-12);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Sampled_shares_are_within_their_error_and_sum_to_the_total(ulong seed)
    {
        static double[] Hands(UInt128 made) => Negative(Math.Pow((double)UInt128.PopCount(made & 0x3F), 1.5) + ((made & 5) == 5 ? 3 : 0));

        FairSharesResult exact = FairShares.Exact(6, 1, Hands);
        FairSharesResult sampled = FairShares.Sampled(6, 1, Hands, 100, seed);

        for (int player = 0; player < 6; player++)
        {
            sampled.Shares[player][0].ShouldBe(exact.Shares[player][0], 5 * sampled.Errors[player][0] + 1e-12, $"seed {seed}");
        }
        sampled.Shares.Sum(share => share[0]).ShouldBe(exact.Shares.Sum(share => share[0]), 1e-9, $"seed {seed}");
    }

    [Fact]
    public void A_player_that_never_matters_gets_exactly_nothing()
    {
        static double[] Hands(UInt128 made) => Negative((made & 1) != 0 ? 7 : 0);

        FairShares.Exact(2, 1, Hands).Shares[1][0].ShouldBe(0);
        FairShares.Sampled(2, 1, Hands, 3, 1).Shares[1][0].ShouldBe(0);
    }

    [Fact]
    public void Nobody_to_share_among_is_no_error() => FairShares.Exact(0, 2, _ => [1, 2]).Shares.ShouldBeEmpty();
}
