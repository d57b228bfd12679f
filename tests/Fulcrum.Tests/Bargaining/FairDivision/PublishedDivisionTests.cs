using Fulcrum.Bargaining.FairDivision;
using Shouldly;

namespace Fulcrum.Tests.Bargaining.FairDivision;

/// <summary>Divisions by Adjusted Winner whose points and outcomes are published. Panama and Camp David stand as cases.</summary>
public sealed class PublishedDivisionTests
{
    private const double Tolerance = 1e-9;

    /// <summary>
    /// Brams and Taylor 1996 and 1999, the example of their own pages on Adjusted Winner: Carol and Bob share a retirement account, a home, a cottage, investments and the rest. Carol wins 65, Bob 40 and the
    /// tied investments; one sixth of the account passes to Bob.
    /// </summary>
    [Fact]
    public void Carol_and_Bob_split_the_retirement_account()
    {
        double[] shares = Shares([50, 20, 15, 10, 5], [40, 30, 10, 10, 10]);

        shares.ShouldBe([5 / 6.0, 0, 1, 0, 0], Tolerance);
        (50 * shares[0] + 15 * shares[2]).ShouldBe(170 / 3.0, Tolerance);
    }

    /// <summary>
    /// The Trump divorce as the textbook of COMAP tells it (For All Practical Purposes, chapter on fair division, after Brams and Taylor 1999): Connecticut estate, Palm Beach mansion, Plaza apartment, Tower
    /// triplex, cash and jewellery. The one side leads 78 to 70 with the tied item; 2/15 of Palm Beach passes over.
    /// </summary>
    [Fact]
    public void Divorce_over_five_assets_splits_the_Palm_Beach_mansion()
    {
        double[] shares = Shares([10, 40, 10, 38, 2], [38, 20, 30, 10, 2]);

        shares.ShouldBe([0, 13 / 15.0, 0, 1, 0], Tolerance);
        (40 * shares[1] + 38).ShouldBe(218 / 3.0, Tolerance);
    }

    private static double[] Shares(double[] first, double[] second) => AdjustedWinner.Shares(first, second, [.. first.Select((_, k) => $"{k}")]);
}
