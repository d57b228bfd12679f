using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Benchmarks;

/// <summary>Random additive problems: weights uniform over the simplex, values uniform in 0..100 with both ends taken, no-deal values at 20 to 50 points.</summary>
internal static class RandomTables
{
    public static DealTable Of(ulong seed, int parties, int issues, int options)
    {
        var stream = new RandomStream(seed, 0, "benchmark");
        var weights = new double[parties][];
        for (int i = 0; i < parties; i++)
        {
            weights[i] = new double[issues];
            stream.NextSimplex(weights[i]);
        }
        var blocks = new DealBlock[issues];
        for (int b = 0; b < issues; b++)
        {
            var points = new double[options][];
            for (int c = 0; c < options; c++)
                points[c] = new double[parties];
            for (int i = 0; i < parties; i++)
            {
                int[] order = [.. Enumerable.Range(0, options)];
                stream.Shuffle<int>(order);
                for (int k = 0; k < options; k++)
                    points[order[k]][i] = weights[i][b] * (k == 0 ? 0 : k == 1 ? 100 : 100 * stream.NextUniform());
            }
            blocks[b] = new DealBlock($"issue-{b:000}", [.. points.Select((p, k) => new DealChoice($"option-{k:00}", p, 0, DealTerms.None))]);
        }
        PartyId[] names = [.. Enumerable.Range(0, parties).Select(i => new PartyId($"party-{i}"))];
        double[] noDeal = [.. names.Select(_ => 20 + 30 * stream.NextUniform())];
        double[] claims = [.. names.Select(_ => 1.0)];
        return DealTable.Of(new BargainingProblem(new DealSpace(names, blocks, new double[parties]), noDeal, claims, [(1UL << parties) - 1]));
    }
}
