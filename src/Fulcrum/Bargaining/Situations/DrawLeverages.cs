using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>The leverages of one draw, kept apart (docs/guide/leverage.md). Arrays over parties follow the layout.</summary>
internal sealed class DrawLeverages
{
    private static readonly int Standings = Enum.GetValues<Standing>().Length;

    private readonly DrawModel _model;
    private readonly HandSolver _solver;
    private readonly LedgerState _now;
    private readonly double _months;
    private readonly SolvedHands _today;

    public DrawLeverages(DrawModel model, HandSolver solver, LedgerState now, double months)
    {
        _model = model;
        _solver = solver;
        _now = now;
        _months = months;
        _today = solver.Solve(now, months);
    }

    /// <summary>Hand now minus hand if the lever were gone.</summary>
    public double[] Realised(int lever) => HandDifference.Of(_today.Hands, If(lever, Standing.Gone).Hands);

    /// <summary>No-deal value if the lever were gone minus no-deal value now.</summary>
    public double[] Coercive(int lever) => HandDifference.Of(If(lever, Standing.Gone).NoDeal, _today.NoDeal);

    /// <summary>[standing][party]: hand if the holder moved the lever there today, minus hand now; null where it cannot.</summary>
    public double[]?[] IfMoved(int lever)
    {
        var moved = new double[]?[Standings];
        foreach (Standing standing in LeverMoves.Reachable(_model.Plan, _model.Layout.Levers[lever], _now.Levers[lever].Main))
        {
            moved[(int)standing] = HandDifference.Of(If(lever, standing).Hands, _today.Hands);
        }
        return moved;
    }

    /// <summary>[other][refuser]: hand of the other minus its value if that party refused.</summary>
    public double[][] Dependence()
    {
        BargainingProblem problem = SituationBuilder.Build(_model, _now, _months);
        var values = Enumerable.Range(0, _model.Parties).Select(refuser => AfterRefusal(refuser, problem)).ToArray();
        return Enumerable.Range(0, _model.Parties)
            .Select(other => values.Select(after => HandDifference.Settled(_today.Hands[other] - after[other])).ToArray())
            .ToArray();
    }

    // The rest may settle without the refuser where consent allows; nothing that needs it is then to be had.
    private double[] AfterRefusal(int refuser, BargainingProblem problem)
    {
        ulong bit = 1UL << refuser;
        var without = problem.Coalitions.Where(coalition => (coalition & bit) == 0).ToArray();
        if (without.Length > 0)
        {
            var blocks = problem.Space.Blocks.Select(block => Without(block, bit)).ToList();
            SolvedHands rest = _solver.Solve(problem with { Space = problem.Space with { Blocks = blocks }, Coalitions = without });
            if (rest.Open)
            {
                return rest.Hands;
            }
        }
        var failure = new NoDealValues(_model, _now, _months);
        return Enumerable.Range(0, _model.Parties).Select(other => failure.AfterRefusal(refuser, other)).ToArray();
    }

    private static DealBlock Without(DealBlock block, ulong bit) =>
        block.Choices.Any(choice => (choice.Needs & bit) != 0)
            ? block with { Choices = block.Choices.Where(choice => (choice.Needs & bit) == 0).ToArray() }
            : block;

    private SolvedHands If(int lever, Standing standing)
    {
        LeverState state = _now.Levers[lever];
        return state[standing] == 1 ? _today : _solver.Solve(_now.With(lever, state.MovedTo(standing, 1)), _months);
    }
}
