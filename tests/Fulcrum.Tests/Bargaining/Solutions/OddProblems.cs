using Fulcrum.Bargaining;
using Fulcrum.Numerics;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>Small problems of the kinds that break solvers: ties everywhere, zones of no width, one party, no issue, nobody with a claim, parties of one mind, points below nought.</summary>
internal static class OddProblems
{
    public static BargainingProblem Of(ulong seed)
    {
        var stream = new RandomStream(seed, 0, "odd");
        int parties = 1 + stream.NextBelow(4), size = 1 + stream.NextBelow(4);
        bool alike = stream.NextBelow(6) == 0, below = stream.NextBelow(4) == 0;
        double[] Points()
        {
            double[] points = [.. Enumerable.Range(0, parties).Select(_ => (double)stream.NextBelow(size + 1) - (below ? size : 0))];
            return alike ? [.. points.Select(_ => points[0])] : points;
        }
        DealBlock[] blocks = [.. Enumerable.Range(0, stream.NextBelow(10) == 0 ? 0 : 1 + stream.NextBelow(3))
            .Select(b => Problems.Block($"block-{b}", [.. Enumerable.Range(0, 1 + stream.NextBelow(4)).Select(c => Problems.Choice($"choice-{c}", Points()))]))];
        double[] claims = [.. Enumerable.Range(0, parties).Select(_ => new[] { 0, 0.5, 1, 1, 3 }[stream.NextBelow(5)])];
        BargainingProblem problem = Problems.Of(new double[parties], claims, blocks);
        double[][] deals = [.. Problems.Deals(problem).Select(d => d.Utilities)];
        double[] one = deals[stream.NextBelow(deals.Length)], other = deals[stream.NextBelow(deals.Length)];
        return problem with
        {
            NoDeal = stream.NextBelow(3) switch
            {
                0 => one, // a deal exactly as good as none
                1 => [.. one.Zip(other, Math.Min)],
                _ => [.. one.Select(u => u - stream.NextBelow(3) + stream.NextBelow(2))],
            },
        };
    }

    /// <summary>Scales and shifts that neither hide nor round away what such problems hold.</summary>
    public static (double[] Scale, double[] Shift) Units(ulong seed, int parties)
    {
        var stream = new RandomStream(seed, 1, "odd");
        double[] scale = [.. Enumerable.Range(0, parties).Select(_ => (1 + stream.NextBelow(9)) * Math.Pow(10, stream.NextBelow(13) - 6))];
        return (scale, [.. scale.Select(s => s * (stream.NextBelow(200) - 100))]);
    }
}
