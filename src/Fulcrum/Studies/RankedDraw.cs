using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Studies;

/// <summary>Numbers for a ranking, uniform over all that respect it; one number per group of ties, best first.</summary>
internal static class RankedDraw
{
    public static double[] Of(Ranking ranking, RandomStream stream)
    {
        var values = new double[ranking.Groups.Count];
        Fill(ranking, stream, values);
        return values;
    }

    /// <param name="into">One place per group.</param>
    public static void Fill(Ranking ranking, RandomStream stream, Span<double> into)
    {
        if (ranking.OfWeights)
        {
            FillWeights(ranking.Groups, ref stream, into);
        }
        else
        {
            FillValues(ref stream, into);
        }
    }

    // The ends stand at 100 and 0; between them the order statistics of independent uniform numbers are uniform over the ordered region.
    private static void FillValues(ref RandomStream stream, Span<double> values)
    {
        values.Clear();
        for (int g = 1; g < values.Length - 1; g++)
        {
            values[g] = 100 * stream.NextUniform();
        }
        if (values.Length > 1)
        {
            values[0] = 100;
            values[1..^1].Sort();
            values[1..^1].Reverse();
        }
    }

    // The admissible weights are a simplex: corner k gives equal weight to the members of the first k groups. Shares of the corners that
    // are uniform (a flat Dirichlet distribution) make the weights uniform on it; ties only make some corners fall away, so this is exact with them.
    private static void FillWeights(IReadOnlyList<IReadOnlyList<string>> groups, ref RandomStream stream, Span<double> weights)
    {
        Span<double> corners = groups.Count <= 64 ? stackalloc double[groups.Count] : new double[groups.Count];
        stream.NextSimplex(corners);
        weights.Clear();
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
    }
}
