using Fulcrum.Cases;

namespace Fulcrum.Studies.Sensitivity;

/// <summary>What an answer is when one number goes to the ends of its range, all others in the middle.</summary>
public sealed record TornadoBar(string Path, Mark Mark, double Low, double High, double AtLow, double AtHigh)
{
    public double Swing => double.IsNaN(AtHigh - AtLow) ? 0 : Math.Abs(AtHigh - AtLow);
}

/// <summary>Where a verdict turns along the range of one number, all others in the middle.</summary>
/// <param name="At">The number's value at the turn, to a thousandth of its range.</param>
/// <param name="HoldsAbove">Whether the verdict holds above and not below; else the other way about.</param>
public sealed record Threshold(string Path, Mark Mark, double Low, double High, double At, bool HoldsAbove);

/// <summary>
/// One number at a time from the middle of all ranges, together with what is drawn with it. It sees no joint effects: two numbers that matter only together show nothing here (Saltelli and Annoni 2010); the Sobol
/// indices do.
/// </summary>
public static class OneAtATime
{
    private const int Grid = 8;
    private const double Precision = 1e-3;

    /// <summary>The widest first; ties by path.</summary>
    /// <param name="value">From the numbers of the case to the answer.</param>
    public static IReadOnlyList<TornadoBar> Tornado(Case @case, Func<CaseNumbers, double> value, StudyOptions options, CancellationToken cancellation = default)
    {
        IReadOnlyList<Quantity> moved = DrawnTogether.Moved(@case);
        StudyRun<TornadoBar> run = StudyRunner.Run(
            i => new TornadoBar(
                moved[i].Path, moved[i].Support.Mark, moved[i].Shape.Least, moved[i].Shape.Most,
                value(DrawnTogether.At(@case, moved[i], moved[i].Shape.Least)), value(DrawnTogether.At(@case, moved[i], moved[i].Shape.Most))),
            moved.Count, options, progress: null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return [.. run.Results.OrderByDescending(b => b.Swing).ThenBy(b => b.Path, StringComparer.Ordinal)];
    }

    /// <summary>Every place where the verdict turns, of numbers that turn it by themselves; by path.</summary>
    /// <param name="holds">From the numbers of the case to the verdict; null, where it cannot be told, counts as not holding.</param>
    public static IReadOnlyList<Threshold> Thresholds(Case @case, Func<CaseNumbers, bool?> holds, StudyOptions options, CancellationToken cancellation = default)
    {
        IReadOnlyList<Quantity> moved = DrawnTogether.Moved(@case);
        StudyRun<Threshold[]> run = StudyRunner.Run(i => Turns(@case, moved[i], holds).ToArray(), moved.Count, options, progress: null, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return [.. run.Results.SelectMany(t => t).OrderBy(t => t.Path, StringComparer.Ordinal).ThenBy(t => t.At)];
    }

    private static IEnumerable<Threshold> Turns(Case @case, Quantity quantity, Func<CaseNumbers, bool?> holds)
    {
        double low = quantity.Shape.Least, width = quantity.Shape.Most - low;
        bool At(double share) => holds(DrawnTogether.At(@case, quantity, low + share * width)) == true;
        bool before = At(0);
        for (int step = 1; step <= Grid; step++)
        {
            bool after = At((double)step / Grid);
            if (after != before)
            {
                double from = (step - 1.0) / Grid, to = (double)step / Grid;
                while (to - from > Precision)
                {
                    double middle = (from + to) / 2;
                    (from, to) = At(middle) == before ? (middle, to) : (from, middle);
                }
                yield return new Threshold(quantity.Path, quantity.Support.Mark, low, low + width, low + (from + to) / 2 * width, after);
            }
            before = after;
        }
    }
}
