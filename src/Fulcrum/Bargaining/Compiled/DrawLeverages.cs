using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>The leverages of one draw, kept apart (docs/guide/leverage.md). Arrays over parties follow the file, those over levers and refusers too.</summary>
internal sealed class DrawLeverages(DrawWorkspace workspace, int today)
{
    private readonly CompiledCase _case = workspace.Case;

    /// <summary>Hand now minus hand if the lever were gone.</summary>
    public double[] Realised(int lever) => Difference(Solver.Hands(today), Solver.Hands(If(lever, Standing.Gone)));

    /// <summary>No-deal value if the lever were gone minus no-deal value now.</summary>
    public double[] Coercive(int lever) => Difference(Solver.NoDeal(If(lever, Standing.Gone)), Solver.NoDeal(today));

    /// <summary>[standing][party]: hand if the holder moved the lever there today, minus hand now; null where it cannot.</summary>
    public double[]?[] IfMoved(int lever)
    {
        var moved = new double[]?[NumberPlaces.Standings];
        foreach (Standing standing in LeverMoves.Reachable(_case.Plan, _case.Layout.Levers[lever], workspace.Slots.Main(workspace.Today.Levers[lever])))
            moved[(int)standing] = Difference(Solver.Hands(If(lever, standing)), Solver.Hands(today));
        return moved;
    }

    /// <summary>[other][refuser]: hand of the other minus its value if that party refused.</summary>
    public double[][] Dependence()
    {
        int parties = _case.Parties;
        double[][] after = [.. Enumerable.Range(0, parties).Select(AfterRefusal)];
        double[] hands = Solver.Hands(today).ToArray();
        int[] places = _case.Layout.PartyPlaces;
        return Array.ConvertAll(places, other => Array.ConvertAll(places, refuser => HandDifference.Settled(hands[other] - after[refuser][other])));
    }

    private SituationSolver Solver => workspace.Solver;

    // The rest may settle without the refuser where consent allows; nothing that needs it is then to be had.
    private double[] AfterRefusal(int refuser)
    {
        ulong bit = 1UL << refuser;
        ulong[] without = Array.FindAll(_case.Layout.Coalitions, coalition => (coalition & bit) == 0);
        var values = new double[_case.Parties];
        if (without.Length > 0 && Solver.SolveWithout(workspace.Today, bit, without, values))
            return values;
        for (int other = 0; other < values.Length; other++)
            values[other] = Solver.AfterRefusal(workspace.Today, refuser, other);
        return values;
    }

    private int If(int lever, Standing standing)
    {
        int slot = workspace.Today.Levers[lever];
        if (workspace.Slots.Share(slot, standing) == 1)
            return today;
        workspace.Other.CopyFrom(workspace.Today);
        workspace.Other.Levers[lever] = workspace.Slots.MovedTo(lever, slot, standing, 1);
        return Solver.Solve(workspace.Other);
    }

    private double[] Difference(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var difference = new double[one.Length];
        for (int p = 0; p < difference.Length; p++)
        {
            int place = _case.Layout.PartyPlaces[p];
            difference[p] = HandDifference.Settled(one[place] - other[place]);
        }
        return difference;
    }
}
