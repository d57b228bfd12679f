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
        var room = new DrawRoom(plan, options);
        Fill(plan, numbers, orderSeed, room);
        return room.Result;
    }

    /// <summary>The same, written over what the room held; in the steady state nothing is allocated.</summary>
    internal static void Fill(CasePlan plan, CaseNumbers numbers, ulong orderSeed, DrawRoom room)
    {
        DrawWorkspace workspace = plan.Workspaces.Take(plan);
        workspace.Begin(numbers, room.Options.IgnoreRedLines);
        FillToday(workspace, room);
        if (room.Asks(DrawParts.Costs))
        {
            FillCosts(workspace, room, orderSeed);
        }
        else if (room.Asks(DrawParts.Unchanged))
        {
            workspace.InFileOrder(workspace.Costs.Hands(UInt128.Zero), room.Result.HandsUnchanged);
        }
        if (room.Asks(DrawParts.Leverages))
        {
            workspace.Leverages.Fill(room);
        }
        if (room.Asks(DrawParts.Timeline))
        {
            FillTimeline(plan, workspace, room.Result);
        }
        room.Result.Put(workspace.Solver.LargestGap);
        plan.Workspaces.GiveBack(workspace);
    }

    private static void FillToday(DrawWorkspace workspace, DrawRoom room)
    {
        DrawResult result = room.Result;
        workspace.InFileOrder(workspace.Solver.Hands(workspace.Now), result.Hands);
        workspace.InFileOrder(workspace.Solver.NoDeal(workspace.Now), result.NoDeal);
        Array.Clear(result.ChangeActs);
        for (int a = 0; a < workspace.Moves.Acting; a++)
        {
            result.ChangeActs[workspace.Moves.ChangeOf(a)] = true;
        }
        if (room.Options.Today != TodayParts.None)
        {
            workspace.TodayInFull.Fill(room);
        }
    }

    private static void FillCosts(DrawWorkspace workspace, DrawRoom room, ulong orderSeed)
    {
        DrawResult result = room.Result;
        foreach (double[][] table in (ReadOnlySpan<double[][]>)[result.CostInOrder, result.CostUndone, result.CostShare, result.CostShareError])
        {
            foreach (double[] row in table)
            {
                Array.Clear(row);
            }
        }
        workspace.InFileOrder(workspace.Costs.Hands(UInt128.Zero), result.HandsUnchanged);
        workspace.Costs.InOrder(result.CostInOrder);
        workspace.Costs.Undone(result.CostUndone);
        workspace.Costs.Shares(room.Options, orderSeed, result.CostShare, result.CostShareError);
    }

    private static void FillTimeline(CasePlan plan, DrawWorkspace workspace, DrawResult timeline)
    {
        Situation then = workspace.Other;
        for (int d = 0; d < plan.Dates.Count; d++)
        {
            then.Months = workspace.MonthsAt(plan.Dates[d]);
            workspace.Moves.At(plan.Dates[d], then);
            int at = workspace.Solver.Solve(then);
            workspace.InFileOrder(workspace.Solver.Hands(at), timeline.HandsAt[d]);
            workspace.InFileOrder(workspace.Solver.NoDeal(at), timeline.NoDealAt[d]);
            timeline.ZoneAt[d] = workspace.Solver.IsSingleOpen(then);
        }
    }
}
