using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange;

/// <summary>
/// From a foreign party's own utilities to points: weights count as shares of their sum, so utilities do too; values outside 0 to 100 points are stretched to it, the same
/// way on every issue and for the reservation value, which changes no Nash and no Kalai-Smorodinsky answer.
/// </summary>
internal static class Scaling
{
    private const double Noise = 1e-9;

    /// <param name="reservation">In hundredths of the file's own utility, before weights are scaled.</param>
    public static ForeignParty Party(
        INode at, string name, double[] weights, ForeignValues?[] values, double reservation, IReadOnlyList<ForeignRectangle> rectangles, List<CaseProblem> problems)
    {
        double sum = weights.Sum();
        if (rectangles.Count == 0 && weights.All(w => w == 0))
        {
            problems.Add(InterchangeProblems.NothingWeighs(at, name));
        }
        double kept = sum > 0 && Math.Abs(sum - 1) > Noise ? reservation / sum : reservation;
        double[] all = [.. values.OfType<ForeignValues>().SelectMany(Points)];
        if (all.Length == 0 || (all.Min() >= -Noise && all.Max() <= 100 + Noise))
        {
            ForeignValues?[] clean = [.. values.Select(v => v is null ? null : Mapped(v, value => Math.Clamp(value, 0, 100)))];
            return new ForeignParty(name, weights, clean, new ForeignNoDeal.Points(kept), rectangles);
        }
        problems.Add(InterchangeProblems.Rescaled(at, name));
        (double low, double high) = (all.Min(), all.Max());
        double Stretched(double value) => high > low ? 100 * (value - low) / (high - low) : 0;
        ForeignValues?[] stretched = [.. values.Select(v => v is null ? null : Mapped(v, Stretched))];
        return new ForeignParty(name, weights, stretched, new ForeignNoDeal.Points(high > low ? Stretched(kept) : kept - low), rectangles);
    }

    private static IEnumerable<double> Points(ForeignValues values) => values switch
    {
        ForeignValues.Table table => table.Points,
        ForeignValues.Curve curve => curve.Corners.Select(c => c.Points),
        _ => [],
    };

    private static ForeignValues Mapped(ForeignValues values, Func<double, double> map) => values switch
    {
        ForeignValues.Table table => new ForeignValues.Table([.. table.Points.Select(map)]),
        ForeignValues.Curve curve => new ForeignValues.Curve([.. curve.Corners.Select(c => (c.At, map(c.Points)))]),
        _ => values,
    };
}
