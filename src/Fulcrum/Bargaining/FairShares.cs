using System.Numerics;
using Fulcrum.Numerics;

namespace Fulcrum.Bargaining;

/// <summary>Each player's fair share of the total loss, for every party.</summary>
/// <param name="Shares">[player][party]: what the player's change cost the party; they sum to the total loss.</param>
/// <param name="Errors">[player][party]: standard error of the share; 0 when exact, NaN when it cannot be told (a single pair of orders).</param>
/// <param name="Exact">Whether all orders were weighed.</param>
/// <param name="Orders">Orders drawn; 0 when exact.</param>
public sealed record FairSharesResult(double[][] Shares, double[][] Errors, bool Exact, int Orders);

/// <summary>
/// The Shapley value (Shapley 1953) of a loss: the mean, over all orders in which the changes could have been made, of what each takes away when its turn
/// comes. It is the only division that sums to the total, treats equal changes alike, gives nothing to a change that never matters, and adds up over games.
/// </summary>
public static class FairShares
{
    /// <summary>Exactly, over all subsets: 2^n values.</summary>
    /// <param name="hands">The hands of all parties when the players of the bit mask have made their changes. Called once a subset when it remembers.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 20 players.</exception>
    public static FairSharesResult Exact(int players, int parties, Func<UInt128, double[]> hands)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, 20);
        double[][] shares = Table(players, parties);
        var weights = OrderWeights(players);
        for (uint subset = 0; subset < 1u << players; subset++)
        {
            double weight = weights[Math.Min(BitOperations.PopCount(subset), Math.Max(0, players - 1))];
            double[] before = hands(subset);
            for (int player = 0; player < players; player++)
            {
                if ((subset >> player & 1) == 0)
                {
                    Add(shares[player], before, hands(subset | 1u << player), weight);
                }
            }
        }
        return new FairSharesResult(shares, Table(players, parties), true, 0);
    }

    /// <summary>By antithetic pairs of random orders: each order is followed by its reverse, which cancels much of the chance (Mitchell et al. 2022).</summary>
    /// <param name="pairs">At least 1.</param>
    public static FairSharesResult Sampled(int players, int parties, Func<UInt128, double[]> hands, int pairs, ulong seed)
    {
        var stream = new RandomStream(seed, 0, "fair-shares");
        double[][] sums = Table(players, parties);
        double[][] squares = Table(players, parties);
        int[] order = Enumerable.Range(0, players).ToArray();
        for (int pair = 0; pair < pairs; pair++)
        {
            stream.Shuffle<int>(order);
            double[][] sample = Table(players, parties);
            Walk(order, hands, sample);
            Array.Reverse(order);
            Walk(order, hands, sample);
            for (int player = 0; player < players; player++)
            {
                for (int p = 0; p < parties; p++)
                {
                    sums[player][p] += sample[player][p];
                    squares[player][p] += sample[player][p] * sample[player][p];
                }
            }
        }
        return Result(sums, squares, pairs);
    }

    private static FairSharesResult Result(double[][] sums, double[][] squares, int pairs)
    {
        double[][] shares = Array.ConvertAll(sums, row => Array.ConvertAll(row, sum => sum / pairs));
        double[][] errors = Array.ConvertAll(squares, row => (double[])row.Clone());
        for (int player = 0; player < errors.Length; player++)
        {
            for (int p = 0; p < errors[player].Length; p++)
            {
                double spread = Math.Max(0, squares[player][p] / pairs - shares[player][p] * shares[player][p]);
                errors[player][p] = pairs > 1 ? Math.Sqrt(spread / (pairs - 1)) : double.NaN;
            }
        }
        return new FairSharesResult(shares, errors, false, 2 * pairs);
    }

    private static void Walk(int[] order, Func<UInt128, double[]> hands, double[][] sample)
    {
        var made = UInt128.Zero;
        double[] before = hands(made);
        foreach (int player in order)
        {
            made |= UInt128.One << player;
            double[] after = hands(made);
            Add(sample[player], before, after, 0.5);
            before = after;
        }
    }

    private static void Add(double[] share, double[] before, double[] after, double weight)
    {
        for (int p = 0; p < share.Length; p++)
        {
            share[p] += weight * (before[p] - after[p]);
        }
    }

    // Of all orders, the share in which exactly a given set of that size stands before a given player.
    private static double[] OrderWeights(int players)
    {
        var weights = new double[Math.Max(1, players)];
        weights[0] = 1.0 / Math.Max(1, players);
        for (int size = 1; size < players; size++)
        {
            weights[size] = weights[size - 1] * size / (players - size);
        }
        return weights;
    }

    private static double[][] Table(int players, int parties) => Enumerable.Range(0, players).Select(_ => new double[parties]).ToArray();
}
