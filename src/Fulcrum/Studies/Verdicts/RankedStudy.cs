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
        return [.. proofs.Select((proof, v) => Support([.. run.Results.Select(r => r[v])], options.Draws, proof?.Word(middle, corners, options.MostForProof)))];
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
            return Enumerable.Range(0, (int)all).Select(index => RankedCorners.Combination(corners, index));
        }
        ulong[] keys = [.. @case.Rankings.Select(r => RandomStream.KeyHash($"corner of {r.Key}"))];
        return Enumerable.Range(0, most).Select(c => corners.Select((of, r) => of[new RandomStream(seed, (ulong)c, keys[r]).NextBelow(of.Length)]).ToArray());
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

    /// <summary>One corner of each ranking: combination <paramref name="index"/> of all, the first ranking's corners fastest.</summary>
    public static double[][] Combination(double[][][] corners, int index)
    {
        var chosen = new double[corners.Length][];
        for (int r = 0; r < corners.Length; r++)
        {
            chosen[r] = corners[r][index % corners[r].Length];
            index /= corners[r].Length;
        }
        return chosen;
    }
}
