using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Fulcrum.Numerics;

/// <summary>
/// A stream of random numbers that is fully named by (seed, draw, key): the same three give the same numbers on every machine and in every order of
/// work. xoshiro256** (Blackman and Vigna 2021), its state filled by SplitMix64 (Steele, Lea and Flood 2014) from the mixed name. Only integer
/// operations and exact floating-point operations are used, so no platform's mathematical library can change a bit.
/// A mutable value: pass it by reference, a copy repeats its numbers.
/// </summary>
public struct RandomStream
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <param name="key">A stable key, as hashed by <see cref="KeyHash"/>; streams of different keys are unrelated.</param>
    public RandomStream(ulong seed, ulong draw, ulong key)
    {
        ulong state = Name(seed, draw, key);
        s0 = NextSplit(ref state);
        s1 = NextSplit(ref state);
        s2 = NextSplit(ref state);
        s3 = NextSplit(ref state);
    }

    public RandomStream(ulong seed, ulong draw, string key)
        : this(seed, draw, KeyHash(key))
    {
    }

    /// <summary>The first 8 bytes of the SHA-256 of the key's UTF-8, big-endian. Compute it once per key, not once per draw.</summary>
    public static ulong KeyHash(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>The one number in [0, 1) of (seed, draw, key), without building a stream; unrelated to the stream of the same name.</summary>
    public static double UniformAt(ulong seed, ulong draw, ulong key) => ToUnit(Mix(Name(seed, draw, key) ^ 0x6A09E667F3BCC909UL));

    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        ulong t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1), a multiple of 2^-53.</summary>
    public double NextUniform() => ToUnit(NextBits());

    /// <summary>Uniform over 0 .. <paramref name="bound"/> - 1, without bias (Lemire 2019).</summary>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        ulong range = (ulong)bound;
        ulong high = Math.BigMul(NextBits(), range, out ulong low);
        if (low < range)
        {
            ulong threshold = (0UL - range) % range;
            while (low < threshold)
            {
                high = Math.BigMul(NextBits(), range, out low);
            }
        }
        return (int)high;
    }

    /// <summary>Exponential with mean 1, by comparisons alone (von Neumann 1951): no logarithm, whose last bit differs between platforms.</summary>
    public double NextExponential()
    {
        for (int whole = 0; ; whole++)
        {
            double first = NextUniform();
            double last = first;
            int run = 1;
            for (double next = NextUniform(); next < last; next = NextUniform())
            {
                last = next;
                run++;
            }
            if ((run & 1) == 1)
                return whole + first;
        }
    }

    /// <summary>Puts the items in a random order, all orders alike (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>Fills <paramref name="shares"/> with non-negative numbers that sum to 1, uniform over all such (the spacings of sorted uniforms).</summary>
    public void NextSimplex(Span<double> shares)
    {
        if (shares.Length == 0)
            return;
        for (int i = 0; i < shares.Length - 1; i++)
            shares[i] = NextUniform();
        shares[^1] = 1;
        shares.Sort();
        for (int i = shares.Length - 1; i > 0; i--)
            shares[i] -= shares[i - 1];
    }

    private static ulong Name(ulong seed, ulong draw, ulong key) =>
        Mix(Mix(Mix(seed + 0x9E3779B97F4A7C15UL) ^ (draw * 0xD1342543DE82EF95UL + 0x2545F4914F6CDD1DUL)) ^ key);

    private static ulong NextSplit(ref ulong state) => Mix(state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    private static double ToUnit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));
}
