namespace Fulcrum.Bargaining.Situations;

/// <summary>
/// What each net change cost each party, in one draw, at today's date and drift: in the order in which it happened, as a fair share, and undone today.
/// Positive: the party lost by it. A change that does not act costs exactly 0. Arrays run over changes of the plan, then parties of the layout.
/// </summary>
internal sealed class ConcessionCosts
{
    private readonly DrawReplay _replay;
    private readonly HandSolver _solver;
    private readonly double _months;
    private readonly Dictionary<UInt128, double[]> _hands = [];

    public ConcessionCosts(DrawReplay replay, HandSolver solver, double months)
    {
        _replay = replay;
        _solver = solver;
        _months = months;
    }

    /// <summary>The hands had only these of the acting changes been made.</summary>
    public double[] Hands(UInt128 changes)
    {
        if (!_hands.TryGetValue(changes, out double[]? hands))
        {
            hands = _solver.Solve(_replay.With(changes), _months).Hands;
            _hands[changes] = hands;
        }
        return hands;
    }

    /// <summary>Per acting change: the drop when it happened, given what had happened before it.</summary>
    public double[][] InOrder()
    {
        var made = UInt128.Zero;
        var costs = new double[_replay.Acting.Length][];
        for (int a = 0; a < costs.Length; a++)
        {
            UInt128 next = made | UInt128.One << a;
            costs[a] = HandDifference.Of(Hands(made), Hands(next));
            made = next;
        }
        return costs;
    }

    /// <summary>Per acting change: what taking it back today would bring back, all others standing.</summary>
    public double[][] Undone()
    {
        double[] now = Hands(_replay.All);
        return _replay.Acting.Select((_, a) => HandDifference.Of(Hands(_replay.All & ~(UInt128.One << a)), now)).ToArray();
    }

    public FairSharesResult Shares(int parties, DrawOptions options, ulong orderSeed) =>
        _replay.Acting.Length <= options.ExactUpTo
            ? FairShares.Exact(_replay.Acting.Length, parties, Hands)
            : FairShares.Sampled(_replay.Acting.Length, parties, Hands, options.PermutationPairs, orderSeed);
}
