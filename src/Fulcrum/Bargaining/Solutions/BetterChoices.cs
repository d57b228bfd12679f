using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Which choices of a block another one betters (worth no less to anybody and more to somebody who counts), and which are worth the same. Four others are compared at a time, as this is asked
/// of every choice of every problem. A workspace of <see cref="UsableDeals"/>.
/// </summary>
internal sealed class BetterChoices
{
    /// <summary>Comparing every pair of a block pays only while the pairs are few.</summary>
    public const int Most = 24;

    /// <summary>Said of a choice that another one betters.</summary>
    public const int Bettered = -1;

    private double[] points = [];
    private Vector256<double>[] counts = [];
    private int members;

    /// <summary>A block of so many choices; those that are not put have no part in it.</summary>
    /// <param name="counting">By member, whether being worth more to it makes a choice better.</param>
    public void Begin(int choices, ReadOnlySpan<bool> counting)
    {
        members = counting.Length;
        if (counts.Length < members)
            (counts, points) = (new Vector256<double>[members], new double[members * Most]);
        for (int m = 0; m < members; m++)
        {
            counts[m] = counting[m] ? Vector256<double>.AllBitsSet : Vector256<double>.Zero;
            points.AsSpan(m * Most, (choices + 3) & ~3).Fill(double.NegativeInfinity);
        }
    }

    public void Put(int choice, int member, double worth) => points[member * Most + choice] = worth;

    /// <summary>
    /// The first choice that is worth the same to every member; the choice itself where no earlier one is; <see cref="Bettered"/> where another betters it.
    /// </summary>
    public int FirstLike(int choice, int choices)
    {
        ReadOnlySpan<Vector256<double>> fours = MemoryMarshal.Cast<double, Vector256<double>>(points);
        ReadOnlySpan<Vector256<double>> counting = counts.AsSpan(0, members);
        ReadOnlySpan<double> own = points.AsSpan(choice);
        int first = choice;
        for (int k = 0; 4 * k < choices; k++)
        {
            Vector256<double> noWorse = Vector256<double>.AllBitsSet;
            Vector256<double> better = Vector256<double>.Zero;
            for (int m = 0; m < counting.Length; m++)
            {
                Vector256<double> others = fours[m * (Most / 4) + k];
                var mine = Vector256.Create(own[m * Most]);
                noWorse &= Vector256.GreaterThanOrEqual(others, mine);
                better |= Vector256.GreaterThan(others, mine) & counting[m];
            }
            uint rest = noWorse.ExtractMostSignificantBits();
            if ((rest & better.ExtractMostSignificantBits()) != 0)
                return Bettered;
            for (int other = 4 * k; rest != 0; other++, rest >>= 1)
                first = (rest & 1) != 0 && other < first && IsEqual(other, choice) ? other : first;
        }
        return first;
    }

    private bool IsEqual(int one, int other)
    {
        for (int m = 0; m < members; m++)
        {
            if (points[m * Most + one] != points[m * Most + other])
                return false;
        }
        return true;
    }
}
