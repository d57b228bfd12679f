using Fulcrum.Bargaining.Compiled;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>The named analysis that a study runs: one draw in, plain results out. Pure; safe to call from many threads.</summary>
public static class DrawAnalysis
{
    /// <param name="orderSeed">Seed of the orders drawn for fair shares.</param>
    /// <exception cref="ArgumentException">The case has no model.</exception>
    public static DrawResult Run(CasePlan plan, CaseNumbers numbers, ulong orderSeed, DrawOptions options)
    {
        if (!plan.Case.HasModel)
        {
            throw new ArgumentException("The case has no model to solve.", nameof(plan));
        }
        DrawWorkspace workspace = plan.Workspaces.Take(plan);
        workspace.Begin(numbers, options.IgnoreRedLines);
        DrawResult result = Today(plan, workspace, options.Today);
        if (options.Full)
        {
            result = options.Parts.HasFlag(DrawParts.Costs) ? WithCosts(result, plan, workspace, options, orderSeed)
                : options.Parts.HasFlag(DrawParts.Unchanged) ? result with { HandsUnchanged = workspace.InFileOrder(workspace.Costs.Hands(UInt128.Zero)) }
                : result;
            result = options.Parts.HasFlag(DrawParts.Leverages) ? WithLeverages(result, workspace) : result;
            result = options.Parts.HasFlag(DrawParts.Timeline) ? WithTimeline(result, plan, workspace) : result;
        }
        result = result with { LargestGap = workspace.Solver.LargestGap };
        plan.Workspaces.GiveBack(workspace);
        return result;
    }

    private static DrawResult Today(CasePlan plan, DrawWorkspace workspace, TodayParts parts)
    {
        int today = workspace.Now;
        DrawToday? now = parts == TodayParts.None ? null : new DrawToday(workspace);
        (bool zone, bool lottery, double margin) = parts.HasFlag(TodayParts.Zone) ? now!.Zone() : (false, false, double.NaN);
        var mixture = parts.HasFlag(TodayParts.Mixture) ? now!.Mixture() : null;
        var single = parts.HasFlag(TodayParts.Single) ? now!.Single() : null;
        bool[] acts = new bool[plan.Changes.Count];
        for (int a = 0; a < workspace.Moves.Acting; a++)
        {
            acts[workspace.Moves.ChangeOf(a)] = true;
        }
        DrawResult unfilled = Unfilled(plan);
        return unfilled with
        {
            ZoneSingle = zone,
            ZoneLottery = lottery,
            Margin = margin,
            Hands = workspace.InFileOrder(workspace.Solver.Hands(today)),
            NoDeal = workspace.InFileOrder(workspace.Solver.NoDeal(today)),
            OptionShares = mixture?.Options,
            LeverShares = mixture?.Levers,
            SingleHands = single?.Hands ?? unfilled.SingleHands,
            SingleOptions = single?.Options,
            ChangeActs = acts,
        };
    }

    private static DrawResult WithCosts(DrawResult result, CasePlan plan, DrawWorkspace workspace, DrawOptions options, ulong orderSeed)
    {
        double[][] Table() => Array.ConvertAll(result.CostShare, _ => new double[plan.Case.Parties.Count]);
        DrawResult costs = result with
        {
            HandsUnchanged = workspace.InFileOrder(workspace.Costs.Hands(UInt128.Zero)),
            CostInOrder = Table(),
            CostUndone = Table(),
            CostShare = Table(),
            CostShareError = Table(),
        };
        workspace.Costs.InOrder(costs.CostInOrder);
        workspace.Costs.Undone(costs.CostUndone);
        workspace.Costs.Shares(options, orderSeed, costs.CostShare, costs.CostShareError);
        return costs;
    }

    private static DrawResult WithLeverages(DrawResult result, DrawWorkspace workspace)
    {
        int[] levers = workspace.Case.Layout.LeverPlaces;
        var leverages = new DrawLeverages(workspace, workspace.Now);
        return result with
        {
            Realised = Array.ConvertAll(levers, leverages.Realised),
            Coercive = Array.ConvertAll(levers, leverages.Coercive),
            IfMoved = Array.ConvertAll(levers, leverages.IfMoved),
            Dependence = leverages.Dependence(),
        };
    }

    private static DrawResult WithTimeline(DrawResult result, CasePlan plan, DrawWorkspace workspace)
    {
        int dates = plan.Dates.Count;
        DrawResult timeline = result with { HandsAt = new double[dates][], NoDealAt = new double[dates][], ZoneAt = new bool[dates] };
        Situation then = workspace.Other;
        for (int d = 0; d < dates; d++)
        {
            then.Months = workspace.MonthsAt(plan.Dates[d]);
            workspace.Moves.At(plan.Dates[d], then);
            int at = workspace.Solver.Solve(then);
            timeline.HandsAt[d] = workspace.InFileOrder(workspace.Solver.Hands(at));
            timeline.NoDealAt[d] = workspace.InFileOrder(workspace.Solver.NoDeal(at));
            timeline.ZoneAt[d] = workspace.Solver.IsSingleOpen(then);
        }
        return timeline;
    }

    // Rows that stay unfilled are one row, never written to, and the same for all draws of a plan; only its copies with other dates have other dates to fill.
    private static DrawResult Unfilled(CasePlan plan)
    {
        DrawResult unfilled = plan.Workspaces.Unfilled(plan, NothingKnown);
        if (plan.Dates.Count == 0)
        {
            return unfilled;
        }
        double[][] ofDates = Rows(unfilled.Hands, plan.Dates.Count);
        return unfilled with { HandsAt = ofDates, NoDealAt = ofDates, ZoneAt = new bool[plan.Dates.Count] };
    }

    private static DrawResult NothingKnown(CasePlan plan)
    {
        double[] missing = Missing(plan.Case.Parties.Count);
        double[][] ofChanges = Rows(missing, plan.Changes.Count), ofLevers = Rows(missing, plan.Case.Levers.Count);
        var unmoved = new double[]?[plan.Case.Levers.Count][];
        Array.Fill(unmoved, new double[]?[NumberPlaces.Standings]);
        return new DrawResult
        {
            ZoneSingle = false,
            ZoneLottery = false,
            Margin = double.NaN,
            Hands = missing,
            NoDeal = missing,
            HandsUnchanged = missing,
            OptionShares = null,
            LeverShares = null,
            SingleHands = missing,
            SingleOptions = null,
            CostInOrder = ofChanges,
            CostShare = ofChanges,
            CostShareError = ofChanges,
            CostUndone = ofChanges,
            ChangeActs = [],
            Realised = ofLevers,
            Coercive = ofLevers,
            IfMoved = unmoved,
            Dependence = Rows(missing, plan.Case.Parties.Count),
            HandsAt = [],
            NoDealAt = [],
            ZoneAt = [],
            LargestGap = 0,
        };
    }

    private static double[][] Rows(double[] row, int count)
    {
        var rows = new double[count][];
        Array.Fill(rows, row);
        return rows;
    }

    private static double[] Missing(int count)
    {
        var missing = new double[count];
        Array.Fill(missing, double.NaN);
        return missing;
    }
}
