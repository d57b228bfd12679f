using System.Numerics;
using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Studies.Verdicts;

internal sealed record RankedOptions
{
    /// <summary>Draws over what the ranks allow.</summary>
    public int Draws { get; init; } = 200;

    /// <summary>Corners looked at beside them: all where there are no more, else so many at random.</summary>
    public int Corners { get; init; } = 100;

    /// <summary>Numbers worked out to prove a word; where more were needed, nothing is proven.</summary>
    public int MostForProof { get; init; } = 20_000;

    public int Threads { get; init; }
}

/// <summary>How a verdict's word can be proven: a number with its extremes at the corners.</summary>
/// <param name="Weights">Rankings of weights that it depends on: all combinations of their corners are looked at.</param>
/// <param name="Values">Rankings of option values that it depends on: with the weights fixed it is a sum of one part for each.</param>
internal sealed record RankedProof(IReadOnlyList<Ranking> Weights, IReadOnlyList<Ranking> Values, Func<CaseNumbers, double> Difference, LinearComparison Comparison);

/// <summary>Looks at verdicts over all that the rankings of a case allow, every other number at its middle.</summary>
internal static class RankedStudy
{
    /// <param name="holds">Whether each verdict holds under numbers; the second argument numbers the question.</param>
    /// <param name="proofs">One a verdict; null where none is known.</param>
    /// <returns>One a verdict; null when the rankings of the case leave nothing open.</returns>
    public static IReadOnlyList<RankedSupport>? Of(
        Case @case, ulong seed, Func<CaseNumbers, int, bool[]> holds, IReadOnlyList<RankedProof?> proofs, RankedOptions options, CancellationToken cancellation = default)
    {
        double[][][] corners = [.. @case.Rankings.Select(RankedCorners.Of)];
        if (corners.All(c => c.Length == 1))
        {
            return null;
        }
        CaseNumbers middle = CaseNumbers.MidRange(@case);
        var sampler = new Sampler(@case, seed);
        double[][][] at = [.. CornersLookedAt(@case, corners, seed, options.Corners)];
        StudyRun<bool[]> run = StudyRunner.Run(
            d => holds(middle with { Ranked = d < options.Draws ? sampler.Draw(d).Ranked : at[d - options.Draws] }, d),
            options.Draws + at.Length, new StudyOptions { Threads = options.Threads }, null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return [.. proofs.Select((proof, v) => Support([.. run.Results.Select(r => r[v])], options.Draws, proof is null ? null : Proven(proof, middle, corners, options.MostForProof)))];
    }

    private static RankedSupport Support(bool[] held, int draws, RankedWord? proven)
    {
        RankedWord word = proven ?? (held.All(h => h) ? RankedWord.Necessarily : held.Any(h => h) ? RankedWord.Possibly : RankedWord.Never);
        return new RankedSupport(word, held.Take(draws).Count(h => h), draws, held.Length - draws, proven is not null || word == RankedWord.Possibly);
    }

    private static IEnumerable<double[][]> CornersLookedAt(Case @case, double[][][] corners, ulong seed, int most)
    {
        BigInteger all = corners.Aggregate(BigInteger.One, (product, c) => product * c.Length);
        if (all <= most)
        {
            return Enumerable.Range(0, (int)all).Select(index => Combination(corners, index));
        }
        ulong[] keys = [.. @case.Rankings.Select(r => RandomStream.KeyHash($"corner of {r.Key}"))];
        return Enumerable.Range(0, most).Select(c => corners.Select((of, r) => of[new RandomStream(seed, (ulong)c, keys[r]).NextBelow(of.Length)]).ToArray());
    }

    private static double[][] Combination(double[][][] corners, int index)
    {
        var chosen = new double[corners.Length][];
        for (int r = 0; r < corners.Length; r++)
        {
            chosen[r] = corners[r][index % corners[r].Length];
            index /= corners[r].Length;
        }
        return chosen;
    }

    // With the weights at a corner the number is a sum of one part for each ranking of values, so that each of these finds its worst and best by itself.
    private static RankedWord? Proven(RankedProof proof, CaseNumbers middle, double[][][] corners, int most)
    {
        double[][][] weights = [.. proof.Weights.Select(r => corners[r.Index])];
        BigInteger needed = weights.Aggregate(BigInteger.One, (product, c) => product * c.Length) * (1 + proof.Values.Sum(r => corners[r.Index].Length - 1));
        if (needed > most)
        {
            return null;
        }
        (double least, double largest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (int w = 0; w < weights.Aggregate(1, (product, c) => product * c.Length); w++)
        {
            double[][] ranked = [.. middle.Ranked];
            double[][] heavy = Combination(weights, w);
            for (int r = 0; r < heavy.Length; r++)
            {
                ranked[proof.Weights[r].Index] = heavy[r];
            }
            foreach (Ranking values in proof.Values)
            {
                ranked[values.Index] = corners[values.Index][0];
            }
            double first = proof.Difference(middle with { Ranked = ranked });
            (double low, double high) = (first, first);
            foreach (Ranking values in proof.Values)
            {
                double[] parts = [0, .. corners[values.Index].Skip(1).Select(corner => Part(proof, middle, ranked, values.Index, corner) - first)];
                (low, high) = (low + parts.Min(), high + parts.Max());
            }
            (least, largest) = (Math.Min(least, low), Math.Max(largest, high));
        }
        return double.IsNaN(least) || double.IsNaN(largest) ? null : (proof.Comparison.Holds(least), proof.Comparison.Holds(largest)) switch
        {
            (true, true) => RankedWord.Necessarily,
            (false, false) => RankedWord.Never,
            _ => RankedWord.Possibly,
        };
    }

    private static double Part(RankedProof proof, CaseNumbers middle, double[][] ranked, int place, double[] corner)
    {
        double[][] changed = [.. ranked];
        changed[place] = corner;
        return proof.Difference(middle with { Ranked = changed });
    }
}

/// <summary>The corners of what a ranking allows, one number for each group of ties, best first.</summary>
internal static class RankedCorners
{
    /// <summary>Values: the groups down to one at 100, the others at 0. Weights: the members of the first groups share them evenly.</summary>
    public static double[][] Of(Ranking ranking)
    {
        int groups = ranking.Groups.Count;
        int corners = ranking.OfWeights ? groups : Math.Max(1, groups - 1);
        return [.. Enumerable.Range(1, corners).Select(first =>
        {
            double each = ranking.OfWeights ? 1.0 / ranking.Groups.Take(first).Sum(g => g.Count) : groups == 1 ? 0 : 100;
            return Enumerable.Range(0, groups).Select(g => g < first ? each : 0).ToArray();
        })];
    }
}
