using System.Numerics;
using Fulcrum.Cases;

namespace Fulcrum.Studies.Verdicts;

/// <summary>How a statement's word over rankings can be proven: from numbers with their extremes at the corners, joined by 'and', 'or' and 'not'.</summary>
internal abstract record RankedProof
{
    private RankedProof() { }

    /// <summary>The word, every number that is not ranked at its middle; null where it is not proven.</summary>
    /// <param name="corners">By ranking of the case.</param>
    /// <param name="most">Numbers worked out at most for each part; where more were needed, it is not proven.</param>
    public abstract RankedWord? Word(CaseNumbers middle, double[][][] corners, int most);

    /// <summary>A number that holds from some point on, or up to it.</summary>
    /// <param name="Weights">Rankings of weights that it depends on: all combinations of their corners are looked at.</param>
    /// <param name="Values">Rankings of option values that it depends on: with the weights fixed it is a sum of one part for each, linear in each.</param>
    /// <param name="Holds">Monotone.</param>
    public sealed record OfNumber(IReadOnlyList<Ranking> Weights, IReadOnlyList<Ranking> Values, Func<CaseNumbers, double> Number, Func<double, bool> Holds) : RankedProof
    {
        public override RankedWord? Word(CaseNumbers middle, double[][][] corners, int most)
        {
            double[][][] weights = [.. Weights.Select(r => corners[r.Index])];
            BigInteger combinations = weights.Aggregate(BigInteger.One, (product, c) => product * c.Length);
            if (combinations * (1 + Values.Sum(r => corners[r.Index].Length - 1)) > most)
            {
                return null;
            }
            (double least, double largest) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int w = 0; w < (int)combinations; w++)
            {
                (double low, double high) = Extremes(middle, corners, RankedCorners.Combination(weights, w));
                if (double.IsNaN(low) || double.IsNaN(high))
                {
                    return null;
                }
                (least, largest) = (Math.Min(least, low), Math.Max(largest, high));
            }
            return (Holds(least), Holds(largest)) switch
            {
                (true, true) => RankedWord.Necessarily,
                (false, false) => RankedWord.Never,
                _ => RankedWord.Possibly,
            };
        }

        // With the weights at a corner each ranking of values finds its worst and best by itself.
        private (double Low, double High) Extremes(CaseNumbers middle, double[][][] corners, double[][] heavy)
        {
            double[][] ranked = [.. middle.Ranked];
            for (int r = 0; r < heavy.Length; r++)
            {
                ranked[Weights[r].Index] = heavy[r];
            }
            foreach (Ranking values in Values)
            {
                ranked[values.Index] = corners[values.Index][0];
            }
            double first = Number(middle with { Ranked = ranked });
            (double low, double high) = (first, first);
            foreach (Ranking values in Values)
            {
                double[] parts = [0, .. corners[values.Index].Skip(1).Select(corner => At(middle, ranked, values.Index, corner) - first)];
                (low, high) = (low + parts.Min(), high + parts.Max());
            }
            return (low, high);
        }

        private double At(CaseNumbers middle, double[][] ranked, int place, double[] corner)
        {
            double[][] changed = [.. ranked];
            changed[place] = corner;
            return Number(middle with { Ranked = changed });
        }
    }

    /// <summary>Two statements joined. One that decides the whole by itself needs no proof of the other.</summary>
    /// <param name="Both">'and'; else 'or'.</param>
    public sealed record Joined(bool Both, RankedProof? Left, RankedProof? Right) : RankedProof
    {
        public override RankedWord? Word(CaseNumbers middle, double[][][] corners, int most)
        {
            RankedWord? left = Left?.Word(middle, corners, most), right = Right?.Word(middle, corners, most);
            RankedWord decides = Both ? RankedWord.Never : RankedWord.Necessarily, yields = Both ? RankedWord.Necessarily : RankedWord.Never;
            return left == decides || right == decides ? decides : left == yields ? right : right == yields ? left : null;
        }
    }

    public sealed record Not(RankedProof Part) : RankedProof
    {
        public override RankedWord? Word(CaseNumbers middle, double[][][] corners, int most) => Part.Word(middle, corners, most) switch
        {
            RankedWord.Necessarily => RankedWord.Never,
            RankedWord.Never => RankedWord.Necessarily,
            var same => same,
        };
    }
}
