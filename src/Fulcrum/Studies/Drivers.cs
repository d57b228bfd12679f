using Fulcrum.Cases;

namespace Fulcrum.Studies;

/// <summary>One uncertain number of a case, or one place of a ranking, with the value it took in each draw.</summary>
/// <param name="Path">Path of the number or ranking.</param>
/// <param name="Label">What readers see: the path, for a ranking with the members of the place.</param>
public sealed record DrawnInput(string Path, string Label, Mark Mark, IReadOnlyList<double> Values);

/// <summary>An input with which an answer moves over the draws.</summary>
/// <param name="Correlation">Rank correlation (Spearman 1904), -1..1; positive: the answer is larger where the input is.</param>
public sealed record Driver(string Path, string Label, Mark Mark, double Correlation);

/// <summary>
/// Which assumptions an answer moves with over the draws of a study. A correlation over assumptions drawn independently, so it needs no more runs; it sees
/// what moves an answer steadily up or down, not what does so both ways.
/// </summary>
internal sealed class Drivers
{
    /// <summary>Weaker correlations are not worth naming.</summary>
    private const double Weakest = 0.3;

    /// <summary>Among some hundred inputs chance alone reaches about three standard errors, 1/sqrt(draws) each; four are asked for.</summary>
    private const double StandardErrors = 4;

    private readonly IReadOnlyList<DrawnInput> _inputs;
    private readonly double[][] _ranks;

    public Drivers(IReadOnlyList<DrawnInput> inputs)
    {
        _inputs = inputs;
        _ranks = inputs.Select(i => Ranks(i.Values)).ToArray();
    }

    /// <summary>
    /// Every number and ranked place that is not the same in all draws, whether a concession binds (0 or 1), and the day of a vague move. Numbers drawn together are one
    /// input, under the first one's path.
    /// </summary>
    public static IReadOnlyList<DrawnInput> InputsOf(Case @case, Sampler sampler, int draws)
    {
        CaseNumbers[] drawn = Enumerable.Range(0, draws).Select(d => sampler.Draw(d)).ToArray();
        IEnumerable<DrawnInput> numbers = DrawnTogether.Moved(@case).Select(q => new DrawnInput(q.Path, q.Path, q.Support.Mark, drawn.Select(d => d[q]).ToArray()));
        IEnumerable<DrawnInput> places = @case.Rankings.SelectMany(
            r => Enumerable.Range(0, r.Groups.Count).Where(g => r.OfWeights || (g > 0 && g < r.Groups.Count - 1)),
            (r, g) => new DrawnInput(r.Path, $"{r.Path}: {string.Join(" ~ ", r.Groups[g])}", r.Support.Mark, drawn.Select(d => d.Ranked[r.Index][g]).ToArray()));
        return [.. numbers, .. places, .. OfMoves(@case, drawn)];
    }

    private static IEnumerable<DrawnInput> OfMoves(Case @case, CaseNumbers[] drawn)
    {
        for (int m = 0; m < @case.Moves.Count; m++)
        {
            Move move = @case.Moves[m];
            int place = m;
            if (move.Binds is { } binds && binds.Shape.Most > 0 && binds.Shape.Least < 1)
            {
                yield return new DrawnInput(binds.Path, $"ledger.{move.Id}.binding", binds.Support.Mark, [.. drawn.Select(d => d.Binds(place) ? 1.0 : 0)]);
            }
            if (!move.Date.IsExact)
            {
                yield return new DrawnInput(move.Id.Value, $"ledger.{move.Id}.date", move.Evidence.Count > 0 ? Mark.Judged : Mark.Assumed, [.. drawn.Select(d => (double)d.MoveDays[place])]);
            }
        }
    }

    /// <summary>The inputs that the outcome moves with most, the strongest first; none where chance alone could do as much.</summary>
    /// <param name="outcome">One value per draw; draws in which it is not a number are left out.</param>
    public IReadOnlyList<Driver> Of(IReadOnlyList<double> outcome, int most)
    {
        int[] draws = Enumerable.Range(0, outcome.Count).Where(d => double.IsFinite(outcome[d])).ToArray();
        double[] ranks = Ranks(draws.Select(d => outcome[d]).ToArray());
        double least = Math.Max(Weakest, StandardErrors / Math.Sqrt(Math.Max(1, draws.Length)));
        return _inputs
            .Select((input, i) => new Driver(input.Path, input.Label, input.Mark, Correlation(_ranks[i], draws, ranks)))
            .Where(d => Math.Abs(d.Correlation) >= least)
            .OrderByDescending(d => Math.Abs(d.Correlation)).ThenBy(d => d.Label, StringComparer.Ordinal)
            .Take(most).ToArray();
    }

    // Places from 0; equal values share the mean of their places.
    private static double[] Ranks(IReadOnlyList<double> values)
    {
        int[] order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Count];
        for (int first = 0; first < order.Length;)
        {
            int last = first;
            while (last + 1 < order.Length && values[order[last + 1]] == values[order[first]])
            {
                last++;
            }
            for (int k = first; k <= last; k++)
            {
                ranks[order[k]] = (first + last) / 2.0;
            }
            first = last + 1;
        }
        return ranks;
    }

    // Of the ranks of an input in some of the draws with the ranks of the outcome in these draws.
    private static double Correlation(double[] input, int[] draws, double[] outcome)
    {
        double meanX = 0, meanY = 0;
        for (int i = 0; i < draws.Length; i++)
        {
            meanX += input[draws[i]] / draws.Length;
            meanY += outcome[i] / draws.Length;
        }
        double xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < draws.Length; i++)
        {
            double x = input[draws[i]] - meanX, y = outcome[i] - meanY;
            xy += x * y;
            xx += x * x;
            yy += y * y;
        }
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }
}
