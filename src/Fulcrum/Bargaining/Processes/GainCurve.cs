namespace Fulcrum.Bargaining.Processes;

/// <summary>
/// What two parties can gain over no deal by mixtures (lotteries) of deals: the second's largest gain as a falling concave function of the first's, straight between corners. Left of the
/// first corner it is level (free disposal), right of the last nothing can be had.
/// </summary>
internal sealed class GainCurve
{
    // Gains are differences of sums of many numbers: what lies this little beyond the border is on it.
    private const double Slack = 1e-9;

    private readonly double[] x;
    private readonly double[] y;

    /// <param name="corners">Rising in the first party's gain, falling in the second's; concave. At least one.</param>
    public GainCurve(IReadOnlyList<(double First, double Second)> corners)
    {
        x = [.. corners.Select(c => c.First)];
        y = [.. corners.Select(c => c.Second)];
    }

    /// <summary>The split of one unit: f(x) = 1 - x.</summary>
    public static GainCurve Pie { get; } = new([(0, 1), (1, 0)]);

    /// <summary>The most that the first party can gain while the second does not lose; null where none of both can be had.</summary>
    public double? Most => y[^1] >= -Slack ? (x[^1] >= -Slack ? Math.Max(0, x[^1]) : null) : Second(0) >= -Slack ? Math.Max(0, Inverse(0)) : null;

    /// <summary>The second's largest gain when the first gains this much.</summary>
    public double Second(double first)
    {
        if (first <= x[0])
        {
            return y[0];
        }
        int k = Array.FindIndex(x, corner => corner >= first);
        if (k < 0)
        {
            return first <= x[^1] + Slack ? y[^1] : double.NegativeInfinity;
        }
        return y[k] + (y[k - 1] - y[k]) * (x[k] - first) / (x[k] - x[k - 1]);
    }

    /// <summary>The first's largest gain when the second gains at least this much; minus infinity where it cannot.</summary>
    public double Inverse(double second)
    {
        if (second <= y[^1])
        {
            return x[^1];
        }
        if (second > y[0])
        {
            return second <= y[0] + Slack ? x[0] : double.NegativeInfinity;
        }
        int k = Array.FindIndex(y, corner => corner <= second);
        return k == 0 ? x[0] : x[k] - (x[k] - x[k - 1]) * (second - y[k]) / (y[k - 1] - y[k]);
    }

    /// <summary>Moves a point to the efficient part: nobody can be given more without loss of the other.</summary>
    public (double First, double Second) Efficient(double first)
    {
        double at = Math.Clamp(first, x[0], x[^1]);
        return (at, Second(at));
    }

    /// <summary>The corners around a first party's gain, with the share of the upper one.</summary>
    public (int Lower, int Upper, double Share) Around(double first)
    {
        int k = Array.FindIndex(x, corner => corner >= first - 1e-12);
        if (k <= 0 || x[k] - first <= 1e-12)
        {
            int only = k < 0 ? x.Length - 1 : k;
            return (only, only, 1);
        }
        return (k - 1, k, (first - x[k - 1]) / (x[k] - x[k - 1]));
    }

    /// <summary>The gains with the largest <c>weight ln x + (1 - weight) ln y</c> (Nash 1950, with bargaining power).</summary>
    public (double First, double Second) WeightedNash(double weight)
    {
        (double low, double high) = (Math.Max(0, x[0]), Most ?? 0);
        double Value(double at) => weight * Math.Log(Math.Max(at, 0)) + (1 - weight) * Math.Log(Math.Max(Second(at), 0));
        // The logarithm of a concave function is concave, so one peak lies between the ends: golden section, to the last bits.
        double ratio = (Math.Sqrt(5) - 1) / 2;
        for (int i = 0; i < 200 && high - low > 1e-13 * Math.Max(1, high); i++)
        {
            (double a, double b) = (high - ratio * (high - low), low + ratio * (high - low));
            (low, high) = Value(a) >= Value(b) ? (low, b) : (a, high);
        }
        return Efficient((low + high) / 2);
    }
}
