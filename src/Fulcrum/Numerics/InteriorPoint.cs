namespace Fulcrum.Numerics;

public enum InteriorPointStatus
{
    /// <summary>Residuals and gap are below the tolerance.</summary>
    Solved,

    /// <summary>The prices prove that no spread satisfies all rows.</summary>
    Infeasible,

    /// <summary>No further progress: no interior, an unbounded set of prices, or the iteration limit. The best point seen is kept.</summary>
    Stalled,
}

/// <summary>
/// Primal-dual interior point with predictor and corrector (Mehrotra 1992) for a <see cref="SimplexProductProgram"/>. A weighed row is a weighted centre:
/// its price times its level is driven to its weight, all other products to 0, so logarithms and linear rows need no different treatment.
/// Time is linear in the number of choices. Values are expected at a scale of about 1. Deterministic; allocates nothing once its buffers have grown.
/// Not for concurrent use.
/// </summary>
public sealed class InteriorPoint
{
    private const int IterationLimit = 200;
    private const int PatienceLimit = 40;

    // A row missed by this much, at prices that sum to 1, cannot be met.
    private const double Impossible = 1e-9;
    private const double ToBoundary = 0.995;
    private const double WeighedToBoundary = 0.8;

    // A corrected step shorter than this is replaced by one that mostly returns to the centre.
    private const double Short = 0.1;
    private const double Recentring = 0.8;

    // Of what the rows still miss: how much the products that vanish keep.
    private const double KeepingUp = 1;

    private readonly NewtonStep step = new();
    private SimplexProductProgram program = new();
    private double[] residual = [];

    /// <summary>Sum of all products that should vanish, at the end of the last solve.</summary>
    public double Gap { get; private set; }

    /// <summary>Largest miss of a row, at the end of the last solve.</summary>
    public double Infeasibility { get; private set; }

    /// <param name="feasible">The rows are known to be satisfiable, if only by a hair: whatever rounding says, that is not put in doubt.</param>
    public InteriorPointStatus Solve(SimplexProductProgram given, double tolerance, bool feasible = false)
    {
        program = given;
        step.Grow(given);
        if (residual.Length < given.Rows)
            residual = new double[given.Rows];
        Begin();
        given.Iterations = 0;
        return Continue(tolerance, feasible);
    }

    /// <summary>Goes on from where the last solve ended, to a finer tolerance.</summary>
    public InteriorPointStatus Continue(double tolerance, bool feasible = false)
    {
        SimplexProductProgram given = program;
        double best = double.PositiveInfinity;
        int since = 0;
        given.Keep();
        step.LevelsInto(given, residual);
        for (; given.Iterations < IterationLimit; given.Iterations++)
        {
            Measure();
            if (!feasible && ProvesInfeasible())
                return InteriorPointStatus.Infeasible;
            double error = Math.Max(Gap, Infeasibility);
            if (error <= tolerance)
                return InteriorPointStatus.Solved;
            since = error < 0.5 * best ? 0 : since + 1;
            if (error < best)
            {
                best = error;
                given.Keep();
            }
            if (since > PatienceLimit || !double.IsFinite(error))
                break;
            Step();
        }
        given.Restore();
        (Gap, Infeasibility) = (best, best);
        return InteriorPointStatus.Stalled;
    }

    // Every block spread evenly; levels at least a tenth of a unit; prices that make each product about equal to its target there.
    private void Begin()
    {
        SimplexProductProgram p = program;
        for (int b = 0; b < p.Blocks; b++)
            p.Share.AsSpan(p.Start[b], p.Start[b + 1] - p.Start[b]).Fill(1.0 / (p.Start[b + 1] - p.Start[b]));
        p.LevelsInto(p.Level);
        double rising = 0;
        double height = double.PositiveInfinity;
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] != RowKind.AtLeast || p.Rise[i] <= 0)
                continue;
            rising += p.Rise[i];
            height = Math.Min(height, (p.Level[i] - 0.1) / p.Rise[i]);
        }
        p.Height = p.Rises ? height : 0;
        for (int i = 0; i < p.Rows; i++)
            BeginRow(i, rising);
        for (int b = 0; b < p.Blocks; b++)
            BeginBlock(b);
    }

    private void BeginRow(int i, double rising)
    {
        SimplexProductProgram p = program;
        if (p.Kind[i] == RowKind.Fixed)
        {
            (p.Level[i], p.Price[i]) = (0, 0);
            return;
        }
        double lifted = p.Kind[i] == RowKind.AtLeast ? p.Rise[i] * p.Height : 0;
        p.Level[i] = Math.Max(p.Level[i] - lifted, 0.1);
        p.Price[i] = p.Kind[i] == RowKind.Weighed ? p.Weight[i] / p.Level[i] : p.Rise[i] > 0 ? 1 / rising : 0.1;
    }

    private void BeginBlock(int b)
    {
        SimplexProductProgram p = program;
        double top = double.NegativeInfinity;
        double sum = 0;
        for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
        {
            double worth = p.Worth(c);
            top = Math.Max(top, worth);
            sum += worth;
            p.Reduced[c] = worth;
        }
        double weight = 0;
        for (int i = 0; i < p.Rows; i++)
            weight += Math.Abs(p.Price[i]) + Math.Abs(p.Linear[i]);
        p.BlockPrice[b] = top + 0.5 * (top - sum / (p.Start[b + 1] - p.Start[b])) + 0.02 * (weight > 0 ? weight : 1);
        for (int c = p.Start[b]; c < p.Start[b + 1]; c++)
            p.Reduced[c] = p.BlockPrice[b] - p.Reduced[c];
    }

    // Finds the levels of the present shares in the residual, and leaves there by how much the rows miss them.
    private void Measure()
    {
        SimplexProductProgram p = program;
        double largest = 0;
        double gap = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            residual[i] -= p.Level[i] + (p.Kind[i] == RowKind.AtLeast ? p.Rise[i] * p.Height : 0);
            largest = Math.Max(largest, Math.Abs(residual[i]));
            gap += p.Kind[i] == RowKind.Weighed ? Math.Abs(p.Price[i] * p.Level[i] - p.Weight[i]) : p.Price[i] * p.Level[i];
        }
        int choices = p.Choices;
        (double[] share, double[] reduced) = (p.Share, p.Reduced);
        for (int c = 0; c < choices; c++)
            gap += share[c] * reduced[c];
        (Gap, Infeasibility) = (gap, largest);
    }

    // The most that the priced rows could reach together: below 0, no spread satisfies them all (Farkas).
    private bool ProvesInfeasible()
    {
        SimplexProductProgram p = program;
        if (p.Rises)
            return false;
        double prices = 0;
        double ceiling = 0;
        for (int i = 0; i < p.Rows; i++)
        {
            prices += Math.Abs(p.Price[i]);
            ceiling += p.Price[i] * p.Offset[i];
            if (p.Linear[i] != 0)
                return false; // the block prices hold another objective
        }
        double reached = ceiling;
        for (int b = 0; b < p.Blocks; b++)
            reached += p.BlockPrice[b];
        if (reached >= -Impossible * prices)
            return false;
        for (int b = 0; b < p.Blocks; b++)
            ceiling += p.BestWorth(b); // block prices gather rounding where prices run away
        return double.IsFinite(ceiling) && ceiling < -Impossible * prices; // prices that ran beyond the numbers prove nothing
    }

    private void Step()
    {
        SimplexProductProgram p = program;
        step.Factor(p);
        int products = p.Choices;
        for (int i = 0; i < p.Rows; i++)
        {
            step.RowTarget[i] = p.Kind[i] == RowKind.Weighed ? p.Weight[i] : 0;
            products += p.Kind[i] == RowKind.AtLeast ? 1 : 0;
        }
        Array.Clear(step.Target, 0, p.Choices);
        step.Direct(p, residual);
        double now = Vanishing(0, 0);
        (double forward, double backward) = Lengths();
        double left = now > 0 ? Vanishing(forward, backward) / now : 0;
        Aim(Math.Max(left * left * left * now, Missing(forward)) / products, forward * backward);
        step.Direct(p, residual);
        (forward, backward) = Lengths();
        if (Math.Min(forward, backward) < Short)
        {
            Aim(Math.Max(Recentring * now, Missing(0)) / products, 0);
            step.Direct(p, residual);
            (forward, backward) = Lengths();
        }
        Move(forward, backward);
    }

    // What the rows still miss after the given step, at their prices, and by how much weighed rows are off their centre, as far as the products must keep up with it:
    // where they vanished first, shares that the rows need could no longer return.
    private double Missing(double forward)
    {
        SimplexProductProgram p = program;
        double sum = 0;
        for (int i = 0; i < p.Rows; i++)
            sum += Math.Abs(residual[i]) * Math.Abs(p.Price[i]) + (p.Kind[i] == RowKind.Weighed ? Math.Abs(p.Price[i] * p.Level[i] - p.Weight[i]) : 0);
        return KeepingUp * (1 - forward) * sum;
    }

    // Sum of the products that are to vanish, after the given step.
    private double Vanishing(double forward, double backward)
    {
        SimplexProductProgram p = program;
        double sum = 0;
        int choices = p.Choices;
        (double[] share, double[] reduced, double[] moves, double[] reducing) = (p.Share, p.Reduced, step.Share, step.Reduced);
        for (int c = 0; c < choices; c++)
            sum += (share[c] + forward * moves[c]) * (reduced[c] + backward * reducing[c]);
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] == RowKind.AtLeast)
                sum += (p.Level[i] + forward * step.Level[i]) * (p.Price[i] + backward * step.Price[i]);
        }
        return sum;
    }

    // Targets of the corrector: the centre, less the second-order term that the predictor leaves, as far as the predictor may be followed.
    private void Aim(double centre, double trust)
    {
        SimplexProductProgram p = program;
        int n = p.Choices;
        Lanes.LessProduct(centre, trust, step.Share.AsSpan(0, n), step.Reduced.AsSpan(0, n), step.Target.AsSpan(0, n));
        for (int i = 0; i < p.Rows; i++)
            step.RowTarget[i] = (p.Kind[i] == RowKind.Weighed ? p.Weight[i] : centre) - trust * step.Level[i] * step.Price[i];
    }

    // How far shares and levels (forward), prices and reduced worths (backward) may go, at most 1, so that none of them vanishes. Weighed rows
    // must not come near 0 at once: their products have a target that is not 0.
    private (double Forward, double Backward) Lengths()
    {
        SimplexProductProgram p = program;
        int n = p.Choices;
        double forward = Lanes.Reach(1 / ToBoundary, p.Share.AsSpan(0, n), step.Share.AsSpan(0, n));
        double backward = Lanes.Reach(1 / ToBoundary, p.Reduced.AsSpan(0, n), step.Reduced.AsSpan(0, n));
        for (int i = 0; i < p.Rows; i++)
        {
            if (p.Kind[i] == RowKind.Fixed)
                continue;
            double part = p.Kind[i] == RowKind.Weighed ? WeighedToBoundary : 1;
            if (forward * step.Level[i] < -part * p.Level[i])
                forward = -part * p.Level[i] / step.Level[i];
            if (backward * step.Price[i] < -part * p.Price[i])
                backward = -part * p.Price[i] / step.Price[i];
        }
        return (ToBoundary * forward, ToBoundary * backward);
    }

    private void Move(double forward, double backward)
    {
        SimplexProductProgram p = program;
        int n = p.Choices;
        Lanes.Add(forward, step.Share.AsSpan(0, n), p.Share.AsSpan(0, n));
        Lanes.Add(backward, step.Reduced.AsSpan(0, n), p.Reduced.AsSpan(0, n));
        for (int i = 0; i < p.Rows; i++)
        {
            p.Level[i] += forward * step.Level[i];
            p.Price[i] += backward * step.Price[i];
        }
        for (int b = 0; b < p.Blocks; b++)
            p.BlockPrice[b] += backward * step.Block[b];
        p.Height += forward * step.Height;
        TakeUpRounding();
    }

    // Where solving left rounding in a row, its level gives way, so that rows stay met to the last digits. Leaves the levels for the next measure.
    private void TakeUpRounding()
    {
        SimplexProductProgram p = program;
        step.LevelsInto(p, residual);
        for (int i = 0; i < p.Rows; i++)
        {
            double level = residual[i] - (p.Kind[i] == RowKind.AtLeast ? p.Rise[i] * p.Height : 0);
            if (p.Kind[i] != RowKind.Fixed && Math.Abs(level - p.Level[i]) < 0.1 * p.Level[i])
                p.Level[i] = level;
        }
    }
}
