using System.Numerics;
using Fulcrum.Numerics;

namespace Fulcrum.Bargaining;

/// <summary>Each player's fair share of the total loss, for every party.</summary>
/// <param name="Shares">[player][party]: what the player's change cost the party; they sum to the total loss.</param>
/// <param name="Errors">[player][party]: standard error of the share; 0 when exact, NaN when it cannot be told (a single pair of orders).</param>
/// <param name="Exact">Whether all orders were weighed.</param>
/// <param name="Orders">Orders drawn; 0 when exact.</param>
public sealed record FairSharesResult(double[][] Shares, double[][] Errors, bool Exact, int Orders);

/// <summary>The hands of all parties when the players of the bit mask have made their changes. What it gives stays as it is while others are asked for.</summary>
internal delegate ReadOnlySpan<double> HandsOf(UInt128 made);

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
        var tables = new FairShareTables();
        Exact(players, parties, made => hands(made), tables);
        return new FairSharesResult(Rows(tables.Shares, players, parties), Rows(tables.Errors, players, parties), true, 0);
    }

    /// <summary>By antithetic pairs of random orders: each order is followed by its reverse, which cancels much of the chance (Mitchell et al. 2022).</summary>
    /// <param name="pairs">At least 1.</param>
    public static FairSharesResult Sampled(int players, int parties, Func<UInt128, double[]> hands, int pairs, ulong seed)
    {
        var tables = new FairShareTables();
        Sampled(players, parties, made => hands(made), pairs, seed, tables);
        return new FairSharesResult(Rows(tables.Shares, players, parties), Rows(tables.Errors, players, parties), false, 2 * pairs);
    }

    /// <summary>The same, with the answer in tables that are reused.</summary>
    internal static void Exact(int players, int parties, HandsOf hands, FairShareTables tables)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, 20);
        tables.Begin(players, parties);
        Span<double> weights = stackalloc double[20];
        FillOrderWeights(players, weights);
        for (uint subset = 0; subset < 1u << players; subset++)
        {
            double weight = weights[Math.Min(BitOperations.PopCount(subset), Math.Max(0, players - 1))];
            ReadOnlySpan<double> before = hands(subset);
            for (int player = 0; player < players; player++)
            {
                if ((subset >> player & 1) == 0)
                {
                    Add(tables.Shares.AsSpan(player * parties, parties), before, hands(subset | 1u << player), weight);
                }
            }
        }
    }

    /// <summary>The same, with the answer in tables that are reused.</summary>
    internal static void Sampled(int players, int parties, HandsOf hands, int pairs, ulong seed, FairShareTables tables)
    {
        tables.Begin(players, parties);
        var stream = new RandomStream(seed, 0, Orders);
        Span<int> order = tables.Order.AsSpan(0, players);
        Span<double> sums = tables.Shares.AsSpan(0, players * parties), squares = tables.Errors.AsSpan(0, players * parties);
        Span<double> sample = tables.Sample.AsSpan(0, players * parties);
        for (int i = 0; i < players; i++)
        {
            order[i] = i;
        }
        for (int pair = 0; pair < pairs; pair++)
        {
            stream.Shuffle(order);
            sample.Clear();
            Walk(order, hands, sample, parties);
            order.Reverse();
            Walk(order, hands, sample, parties);
            for (int k = 0; k < sample.Length; k++)
            {
                sums[k] += sample[k];
                squares[k] += sample[k] * sample[k];
            }
        }
        for (int k = 0; k < sums.Length; k++)
        {
            sums[k] /= pairs;
            double spread = Math.Max(0, squares[k] / pairs - sums[k] * sums[k]);
            squares[k] = pairs > 1 ? Math.Sqrt(spread / (pairs - 1)) : double.NaN;
        }
    }

    private static readonly ulong Orders = RandomStream.KeyHash("fair-shares");

    private static void Walk(ReadOnlySpan<int> order, HandsOf hands, Span<double> sample, int parties)
    {
        var made = UInt128.Zero;
        ReadOnlySpan<double> before = hands(made);
        foreach (int player in order)
        {
            made |= UInt128.One << player;
            ReadOnlySpan<double> after = hands(made);
            Add(sample.Slice(player * parties, parties), before, after, 0.5);
            before = after;
        }
    }

    private static void Add(Span<double> share, ReadOnlySpan<double> before, ReadOnlySpan<double> after, double weight)
    {
        for (int p = 0; p < share.Length; p++)
        {
            share[p] += weight * (before[p] - after[p]);
        }
    }

    // Of all orders, the share in which exactly a given set of that size stands before a given player.
    private static void FillOrderWeights(int players, Span<double> weights)
    {
        weights[0] = 1.0 / Math.Max(1, players);
        for (int size = 1; size < players; size++)
        {
            weights[size] = weights[size - 1] * size / (players - size);
        }
    }

    private static double[][] Rows(double[] table, int players, int parties) =>
        Enumerable.Range(0, players).Select(player => table.AsSpan(player * parties, parties).ToArray()).ToArray();
}
