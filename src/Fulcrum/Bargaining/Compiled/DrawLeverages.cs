using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>The leverages of one draw, kept apart (docs/guide/leverage.md). Arrays over parties follow the file, those over levers and refusers too. One thread's own.</summary>
internal sealed class DrawLeverages(DrawWorkspace workspace)
{
    private readonly CompiledCase _case = workspace.Case;
    private readonly double[] _hands = new double[workspace.Case.Parties];
    private readonly double[] _after = new double[workspace.Case.Parties];
    private readonly ulong[][] _without = [.. Enumerable.Range(0, workspace.Case.Parties)
        .Select(refuser => Array.FindAll(workspace.Case.Layout.Coalitions, coalition => (coalition >> refuser & 1) == 0))];

    public void Fill(DrawRoom room)
    {
        int[] levers = _case.Layout.LeverPlaces;
        for (int l = 0; l < levers.Length; l++)
        {
            FillGone(levers[l], room.Result.Realised[l], room.Result.Coercive[l]);
            FillMoved(levers[l], l, room);
        }
        FillDependence(room.Result.Dependence);
    }

    private SituationSolver Solver => workspace.Solver;

    // Hand now minus hand if the lever were gone; no-deal value if it were gone minus no-deal value now.
    private void FillGone(int lever, double[] realised, double[] coercive)
    {
        int gone = If(lever, Standing.Gone);
        Put(Solver.Hands(workspace.Now), Solver.Hands(gone), realised);
        Put(Solver.NoDeal(gone), Solver.NoDeal(workspace.Now), coercive);
    }

    // [standing][party]: hand if the holder moved the lever there today, minus hand now; null where it cannot.
    private void FillMoved(int lever, int inFile, DrawRoom room)
    {
        double[]?[] moved = room.Result.IfMoved[inFile];
        Array.Clear(moved);
        foreach (Standing standing in _case.Reachable(lever, workspace.Slots.Main(workspace.Today.Levers[lever])))
        {
            double[] row = room.Moved(inFile, (int)standing);
            Put(Solver.Hands(If(lever, standing)), Solver.Hands(workspace.Now), row);
            moved[(int)standing] = row;
        }
    }

    // [other][refuser]: hand of the other minus its value if that party refused.
    private void FillDependence(double[][] dependence)
    {
        int[] places = _case.Layout.PartyPlaces;
        Solver.Hands(workspace.Now).CopyTo(_hands);
        for (int refuser = 0; refuser < places.Length; refuser++)
        {
            FillAfterRefusal(places[refuser]);
            for (int other = 0; other < places.Length; other++)
                dependence[other][refuser] = HandDifference.Settled(_hands[places[other]] - _after[places[other]]);
        }
    }

    // The rest may settle without the refuser where consent allows; nothing that needs it is then to be had.
    private void FillAfterRefusal(int refuser)
    {
        if (_without[refuser].Length > 0 && Solver.SolveWithout(workspace.Today, 1UL << refuser, _without[refuser], _after))
            return;
        for (int other = 0; other < _after.Length; other++)
            _after[other] = Solver.AfterRefusal(workspace.Today, refuser, other);
    }

    private int If(int lever, Standing standing)
    {
        int slot = workspace.Today.Levers[lever];
        if (workspace.Slots.Share(slot, standing) == 1)
            return workspace.Now;
        workspace.Other.CopyFrom(workspace.Today);
        workspace.Other.Levers[lever] = workspace.Slots.MovedTo(lever, slot, standing, 1);
        return Solver.Solve(workspace.Other);
    }

    private void Put(ReadOnlySpan<double> one, ReadOnlySpan<double> other, double[] inFileOrder)
    {
        for (int p = 0; p < inFileOrder.Length; p++)
        {
            int place = _case.Layout.PartyPlaces[p];
            inFileOrder[p] = HandDifference.Settled(one[place] - other[place]);
        }
    }
}
