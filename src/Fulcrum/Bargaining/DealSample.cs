using Fulcrum.Numerics;

namespace Fulcrum.Bargaining;

/// <summary>
/// Single deals of a space too large to list: drawn with every choice of a block alike, or all of them where there are no more than asked for. What the
/// required parties refuse, or what leaves one of them worse off than without a deal, is left out.
/// </summary>
/// <param name="Tried">Deals looked at; those kept are in <paramref name="Deals"/> with their values in the order of the problem's parties.</param>
/// <param name="Complete">Every deal of the space was looked at.</param>
public sealed record DealSample(int Tried, bool Complete, IReadOnlyList<(Deal Deal, double[] Values)> Deals)
{
    /// <param name="required">Bit i set: party i must not be worse off, and must not refuse.</param>
    /// <param name="count">Most deals to look at, at least 1.</param>
    public static DealSample Of(BargainingProblem problem, ulong required, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        DealSpace space = problem.Space;
        int[][] open = [.. space.Blocks.Select(b => Enumerable.Range(0, b.Choices.Count).Where(c => (b.Choices[c].RefusedBy & required) == 0).ToArray())];
        if (open.Any(choices => choices.Length == 0))
        {
            return new DealSample(0, true, []);
        }
        bool all = open.Aggregate(1.0, (product, choices) => product * choices.Length) <= count;
        int tries = all ? open.Aggregate(1, (product, choices) => product * choices.Length) : count;
        var kept = new List<(Deal, double[])>();
        for (int t = 0; t < tries; t++)
        {
            int[] choices = all ? Listed(open, t) : Drawn(open, new RandomStream(seed, (ulong)t, "sampled deals"));
            double[] values = Values(space, choices);
            if (Enumerable.Range(0, values.Length).All(p => (required >> p & 1) == 0 || Rounding.NotBelow(values[p], problem.NoDeal[p])))
            {
                kept.Add((new Deal(choices), values));
            }
        }
        return new DealSample(tries, all, kept);
    }

    /// <summary>What a deal is worth to each party of the problem.</summary>
    public static double[] Values(DealSpace space, IReadOnlyList<int> choices)
    {
        double[] values = [.. space.Constants];
        for (int b = 0; b < choices.Count; b++)
        {
            IReadOnlyList<double> points = space.Blocks[b].Choices[choices[b]].Points;
            for (int p = 0; p < values.Length; p++)
            {
                values[p] += points[p];
            }
        }
        return values;
    }

    private static int[] Listed(int[][] open, int index)
    {
        var choices = new int[open.Length];
        for (int b = 0; b < open.Length; b++)
        {
            choices[b] = open[b][index % open[b].Length];
            index /= open[b].Length;
        }
        return choices;
    }

    private static int[] Drawn(int[][] open, RandomStream random)
    {
        var choices = new int[open.Length];
        for (int b = 0; b < open.Length; b++)
        {
            choices[b] = open[b][random.NextBelow(open[b].Length)];
        }
        return choices;
    }
}
