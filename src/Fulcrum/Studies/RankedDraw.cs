using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Studies;

/// <summary>Numbers for a ranking, uniform over all that respect it; one number per group of ties, best first.</summary>
internal static class RankedDraw
{
    public static double[] Of(Ranking ranking, RandomStream stream) =>
        ranking.OfWeights ? Weights(ranking.Groups, ref stream) : Values(ranking.Groups.Count, ref stream);

    // The ends stand at 100 and 0; between them the order statistics of independent uniform numbers are uniform over the ordered region.
    private static double[] Values(int groups, ref RandomStream stream)
    {
        var values = new double[groups];
        for (int g = 1; g < groups - 1; g++)
        {
            values[g] = 100 * stream.NextUniform();
        }
        if (groups > 1)
        {
            values[0] = 100;
            Array.Sort(values, 1, groups - 2);
            Array.Reverse(values, 1, groups - 2);
        }
        return values;
    }

    // The admissible weights are a simplex: corner k gives equal weight to the members of the first k groups. Shares of the corners that
    // are uniform (a flat Dirichlet distribution) make the weights uniform on it; ties only make some corners fall away, so this is exact with them.
    private static double[] Weights(IReadOnlyList<IReadOnlyList<string>> groups, ref RandomStream stream)
    {
        var corners = new double[groups.Count];
        stream.NextSimplex(corners);
        var weights = new double[groups.Count];
        int members = 0;
        for (int k = 0; k < corners.Length; k++)
        {
            members += groups[k].Count;
            double perMember = corners[k] / members;
            for (int g = 0; g <= k; g++)
            {
                weights[g] += perMember;
            }
        }
        return weights;
    }
}
