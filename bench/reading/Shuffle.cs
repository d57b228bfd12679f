namespace Fulcrum.Reading.Benchmarks;

/// <summary>A new order of 0..count-1 each time, the same sequence for the same seed on every machine (splitmix64).</summary>
internal sealed class Shuffle(ulong seed, int count)
{
    private readonly int[] order = [.. Enumerable.Range(0, count)];
    private ulong state = seed;

    public IReadOnlyList<int> Next()
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int j = (int)(Draw() % (ulong)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
        return order;
    }

    public ulong Draw()
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
