namespace Fulcrum.Studies.Sensitivity;

public sealed record FailureBoxOptions
{
    /// <summary>Share of the box that one step peels off.</summary>
    public double Peel { get; init; } = 0.05;

    /// <summary>Smallest share of the draws that a box may hold.</summary>
    public double Smallest { get; init; } = 0.05;
}

/// <summary>One side of the box: within it the input lies between two values.</summary>
public sealed record BoxSide(string Input, double Low, double High);

/// <summary>A region of the assumptions in which a verdict fails more often than elsewhere.</summary>
/// <param name="Sides">Only inputs that are held; empty when no box is better than everything.</param>
/// <param name="Density">Share of the draws in the box in which it fails; in draws that were not used to find it.</param>
/// <param name="Coverage">Share of the failures that lie in the box; in draws that were not used to find it.</param>
/// <param name="Everywhere">Share of all draws in which it fails.</param>
public sealed record FailureBoxResult(IReadOnlyList<BoxSide> Sides, double Density, double Coverage, double Everywhere, int Draws);

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999) as used to find scenarios (Bryant and Lempert 2010): thin slices are peeled off the side whose loss
/// raises the share of failures most; of all boxes on the way the one with the best harmonic mean of density and coverage is kept, and sides that do not help are let go. The
/// box is found in every other draw and judged in the rest, since a box always looks better where it was found.
/// </summary>
public static class FailureBox
{
    /// <param name="inputs">Values of every input, one per draw.</param>
    /// <param name="fails">One per draw.</param>
    public static FailureBoxResult Find(IReadOnlyList<DrawnInput> inputs, IReadOnlyList<bool> fails, FailureBoxOptions options)
    {
        int[] found = [.. Enumerable.Range(0, fails.Count).Where(d => d % 2 == 0)];
        int[] judged = [.. Enumerable.Range(0, fails.Count).Where(d => d % 2 == 1)];
        double everywhere = fails.Count == 0 ? 0 : fails.Count(f => f) / (double)fails.Count;
        var box = new Dictionary<int, (double Low, double High)>();
        var best = (Box: new Dictionary<int, (double Low, double High)>(), Score: Score(found, found, fails));
        int[] inside = found;
        while (Peeled(inputs, inside, fails, options, box, Math.Max(1, (int)(options.Smallest * found.Length))) is { } next)
        {
            (inside, box) = next;
            double score = Score(inside, found, fails);
            best = score > best.Score + 1e-12 ? (new(box), score) : best;
        }
        Dictionary<int, (double Low, double High)> kept = Simplified(best.Box, best.Score, inputs, found, fails);
        int[] held = Inside(kept, inputs, judged);
        int hits = held.Count(d => fails[d]), all = judged.Count(d => fails[d]);
        return new FailureBoxResult(
            [.. kept.OrderBy(s => inputs[s.Key].Label, StringComparer.Ordinal).Select(s => new BoxSide(inputs[s.Key].Label, s.Value.Low, s.Value.High))],
            held.Length == 0 ? 0 : (double)hits / held.Length, all == 0 ? 0 : (double)hits / all, everywhere, fails.Count);
    }

    // The best single peel: of the lowest or highest slice of some input; null when none raises the share of failures or the box grows too small.
    private static (int[], Dictionary<int, (double Low, double High)>)? Peeled(
        IReadOnlyList<DrawnInput> inputs, int[] inside, IReadOnlyList<bool> fails, FailureBoxOptions options, Dictionary<int, (double Low, double High)> box, int smallest)
    {
        double density = inside.Count(d => fails[d]) / (double)Math.Max(1, inside.Length), bestRise = 1e-12;
        (int[] Inside, int Input, double Low, double High)? best = null;
        int slice = Math.Max(1, (int)(options.Peel * inside.Length));
        for (int i = 0; inside.Length - slice >= smallest && density < 1 && i < inputs.Count; i++)
        {
            int[] sorted = [.. inside.OrderBy(d => inputs[i].Values[d])];
            (double low, double high) = (inputs[i].Values[sorted[0]], inputs[i].Values[sorted[^1]]);
            if (low == high)
            {
                continue;
            }
            // A slice never goes through equal values: of two values only, one whole side is peeled.
            double cutLow = Beyond(inputs[i], sorted.Skip(slice), low, up: true), cutHigh = Beyond(inputs[i], sorted.SkipLast(slice).Reverse(), high, up: false);
            foreach ((double from, double to) in new[] { (cutLow, high), (low, cutHigh) })
            {
                int[] left = [.. inside.Where(d => inputs[i].Values[d] >= from && inputs[i].Values[d] <= to)];
                double rise = left.Length < smallest || left.Length == inside.Length ? 0 : left.Count(d => fails[d]) / (double)left.Length - density;
                if (rise > bestRise)
                {
                    (bestRise, best) = (rise, (left, i, from, to));
                }
            }
        }
        return best is { } b ? (b.Inside, new(box) { [b.Input] = (b.Low, b.High) }) : null;
    }

    private static double Beyond(DrawnInput input, IEnumerable<int> draws, double end, bool up) =>
        draws.Select(d => input.Values[d]).Where(v => up ? v > end : v < end).DefaultIfEmpty(end).First();

    private static Dictionary<int, (double Low, double High)> Simplified(
        Dictionary<int, (double Low, double High)> box, double score, IReadOnlyList<DrawnInput> inputs, int[] draws, IReadOnlyList<bool> fails)
    {
        // Letting a side go may cost this much of the score: less is what chance peels.
        const double Worth = 0.02;
        foreach (int side in box.Keys.Order().ToArray())
        {
            var without = new Dictionary<int, (double Low, double High)>(box);
            without.Remove(side);
            double left = Score(Inside(without, inputs, draws), draws, fails);
            if (left >= score - Worth)
            {
                (box, score) = (without, Math.Max(score, left));
            }
        }
        return box;
    }

    private static int[] Inside(Dictionary<int, (double Low, double High)> box, IReadOnlyList<DrawnInput> inputs, int[] draws) =>
        [.. draws.Where(d => box.All(s => inputs[s.Key].Values[d] >= s.Value.Low && inputs[s.Key].Values[d] <= s.Value.High))];

    // Harmonic mean of density and coverage.
    private static double Score(int[] inside, int[] draws, IReadOnlyList<bool> fails)
    {
        double hits = inside.Count(d => fails[d]), all = draws.Count(d => fails[d]);
        return hits == 0 ? 0 : 2 * hits / (inside.Length + all);
    }
}
