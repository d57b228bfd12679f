using Fulcrum.Bargaining;

namespace Fulcrum.Tests.Bargaining.Solutions;

/// <summary>
/// A second way to every lottery answer, over the list of all deals: a dense simplex method with Bland's rule. Slow, simple, and without any code of the library.
/// </summary>
internal static class Reference
{
    private const double Zero = 1e-9;

    /// <summary>
    /// Maximises objective x subject to A x = b, x >= 0, by two phases; null when nothing satisfies the equations. Bounded problems only.
    /// </summary>
    public static double[]? Maximise(double[] objective, double[][] a, double[] b)
    {
        int rows = a.Length;
        int columns = objective.Length;
        var tableau = new double[rows][];
        var basis = new int[rows];
        for (int i = 0; i < rows; i++)
        {
            double sign = b[i] < 0 ? -1 : 1;
            tableau[i] = new double[columns + rows + 1];
            for (int j = 0; j < columns; j++)
                tableau[i][j] = sign * a[i][j];
            tableau[i][columns + i] = 1;
            tableau[i][^1] = sign * b[i];
            basis[i] = columns + i;
        }
        double[] phaseOne = [.. Enumerable.Range(0, columns + rows).Select(j => j < columns ? 0.0 : -1.0)];
        Pivot(tableau, basis, phaseOne, columns + rows);
        double left = 0;
        for (int i = 0; i < rows; i++)
            left += basis[i] >= columns ? tableau[i][^1] : 0;
        if (left > Zero)
            return null;
        for (int i = 0; i < rows; i++)
            DriveOut(tableau, basis, i, columns);
        Pivot(tableau, basis, [.. objective, .. new double[rows]], columns);
        var x = new double[columns];
        for (int i = 0; i < rows; i++)
        {
            if (basis[i] < columns)
                x[basis[i]] = tableau[i][^1];
        }
        return x;
    }

    // An artificial variable left at 0 must not grow later: it leaves, or its row says nothing.
    private static void DriveOut(double[][] tableau, int[] basis, int row, int columns)
    {
        if (basis[row] < columns)
            return;
        int enter = Array.FindIndex(tableau[row], 0, columns, x => Math.Abs(x) > Zero);
        if (enter >= 0)
            Exchange(tableau, basis, row, enter);
        else
            Array.Clear(tableau[row]);
    }

    private static void Exchange(double[][] tableau, int[] basis, int leave, int enter)
    {
        double[] row = tableau[leave];
        double pivot = row[enter];
        for (int j = 0; j < row.Length; j++)
            row[j] /= pivot;
        for (int i = 0; i < basis.Length; i++)
        {
            double factor = tableau[i][enter];
            if (i == leave || factor == 0)
                continue;
            for (int j = 0; j < row.Length; j++)
                tableau[i][j] -= factor * row[j];
        }
        basis[leave] = enter;
    }

    private static void Pivot(double[][] tableau, int[] basis, double[] objective, int columns)
    {
        for (int round = 0; round < 20_000; round++)
        {
            int enter = -1;
            for (int j = 0; j < columns && enter < 0; j++)
            {
                double reduced = objective[j];
                for (int i = 0; i < basis.Length; i++)
                    reduced -= objective[basis[i]] * tableau[i][j];
                enter = reduced > Zero ? j : -1;
            }
            if (enter < 0)
                return;
            int leave = -1;
            double length = double.PositiveInfinity;
            for (int i = 0; i < basis.Length; i++)
            {
                if (tableau[i][enter] <= Zero)
                    continue;
                double ratio = tableau[i][^1] / tableau[i][enter];
                if (ratio < length - 1e-12 || (ratio <= length + 1e-12 && basis[i] < basis[leave]))
                    (leave, length) = (i, ratio);
            }
            if (leave < 0)
                throw new InvalidOperationException("unbounded");
            Exchange(tableau, basis, leave, enter);
        }
        throw new InvalidOperationException("no end");
    }

    /// <summary>
    /// The most of sum linear_i g_i + t over mixtures of all deals with g_i >= bound_i + rise_i t (bound of minus infinity: not asked);
    /// null when there is no such mixture.
    /// </summary>
    public static (double Value, double[] Gains)? Best(BargainingProblem problem, double[] linear, double[] rise, double[] bound)
    {
        double[][] gains = [.. Problems.Deals(problem).Select(d => Problems.Gains(problem, d.Utilities))];
        int parties = linear.Length;
        int deals = gains.Length;
        int[] rows = [.. Enumerable.Range(0, parties).Where(i => bound[i] > double.NegativeInfinity)];
        bool rises = rise.Any(r => r > 0);
        int columns = deals + rows.Length + 2;
        var a = new List<double[]>();
        var b = new List<double>();
        var sum = new double[columns];
        Array.Fill(sum, 1, 0, deals);
        a.Add(sum);
        b.Add(1);
        for (int k = 0; k < rows.Length; k++)
        {
            var row = new double[columns];
            for (int d = 0; d < deals; d++)
                row[d] = gains[d][rows[k]];
            row[deals + k] = -1;
            (row[^2], row[^1]) = (-rise[rows[k]], rise[rows[k]]);
            a.Add(row);
            b.Add(bound[rows[k]]);
        }
        var objective = new double[columns];
        for (int d = 0; d < deals; d++)
            objective[d] = Enumerable.Range(0, parties).Sum(i => linear[i] * gains[d][i]);
        (objective[^2], objective[^1]) = rises ? (1, -1) : (0, 0);
        if (Maximise(objective, [.. a], [.. b]) is not { } x)
            return null;
        double[] reached = [.. Enumerable.Range(0, parties).Select(i => Enumerable.Range(0, deals).Sum(d => x[d] * gains[d][i]))];
        return (Enumerable.Range(0, columns).Sum(j => objective[j] * x[j]), reached);
    }

    /// <summary>
    /// Gains of the leximin mixture for the given rises (0: must only not be worse off): the least ratio of gain to rise is raised, whoever cannot rise further
    /// while the others keep theirs is held, and so on. Null when every mixture leaves somebody worse off.
    /// </summary>
    public static double[]? Leximin(BargainingProblem problem, double[] rises)
    {
        int parties = rises.Length;
        double[] rise = [.. rises];
        var bound = new double[parties];
        double[] none = new double[parties];
        if (Best(problem, none, none, none) is null)
            return null;
        while (rise.Any(r => r > 0))
        {
            double level = Best(problem, none, rise, bound)!.Value.Value;
            double[] held = [.. bound.Select((b, i) => rise[i] > 0 ? level * rise[i] - 1e-9 * rises[i] : b)];
            bool any = false;
            for (int i = 0; i < parties; i++)
            {
                if (rise[i] <= 0)
                    continue;
                double[] own = [.. none.Select((_, k) => k == i ? 1.0 : 0.0)];
                double most = Best(problem, own, none, held)!.Value.Value;
                if (most > level * rise[i] + 1e-6 * rises[i])
                    continue;
                (bound[i], rise[i], any) = (held[i], 0, true);
            }
            if (!any)
                throw new InvalidOperationException("nobody is held");
        }
        return Best(problem, [.. rises.Select(r => r > 0 ? 1 / r : 0)], none, bound)!.Value.Gains;
    }

    /// <summary>The most each party can gain over mixtures that leave nobody worse off.</summary>
    public static double[] Ideals(BargainingProblem problem)
    {
        int parties = problem.NoDeal.Count;
        double[] none = new double[parties];
        return [.. Enumerable.Range(0, parties).Select(i =>
            Best(problem, [.. none.Select((_, k) => k == i ? 1.0 : 0.0)], none, none)!.Value.Value)];
    }
}
