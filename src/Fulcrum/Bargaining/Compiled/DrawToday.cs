using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>What the settlement of today contains and whether a deal is open, in one draw. Arrays follow the file.</summary>
internal sealed class DrawToday
{
    private static readonly SettlementOptions Options = new();

    private readonly DrawWorkspace _workspace;
    private readonly CompiledCase _case;
    private readonly bool[] _included;
    private readonly LotteryAnswer?[] _answers;
    private readonly DealTable _table;

    /// <param name="workspace">Nothing else is solved with it while this is asked.</param>
    public DrawToday(DrawWorkspace workspace)
    {
        _workspace = workspace;
        _case = _workspace.Case;
        _included = new bool[_case.Levers];
        _answers = _workspace.Solver.Answers(_workspace.Today, out _table).ToArray();
    }

    public (bool Single, bool Lottery, double Margin) Zone() => new ZoneFinder(_table, new SearchBudget(Options.NodeLimit), CancellationToken.None, _workspace.Lottery).Width();

    /// <summary>Shares of options, [issue][option], and of levers in the settlement's mixtures; over several coalitions their mean. Null where closed.</summary>
    public (double[][] Options, double[] Levers)? Mixture()
    {
        int open = 0;
        foreach (LotteryAnswer? answer in _answers)
            open += answer is null ? 0 : 1;
        if (open == 0)
            return null;
        double[][] options = [.. _case.Plan.Case.Issues.Select(issue => new double[issue.Options.Count])];
        var levers = new double[_case.Levers];
        foreach (LotteryAnswer? answer in _answers)
        {
            foreach ((double share, int[] choices) in answer is null ? [] : CanonicalMixture.Of(_table, answer))
                Add(choices, share / open, options, levers);
        }
        return (options, levers);
    }

    /// <summary>The best single deal of the first coalition that has one: its value to each party and its option by issue; null where there is none.</summary>
    public (double[] Hands, int[] Options)? Single()
    {
        foreach (ulong coalition in _table.Coalitions)
        {
            if (Best(_table.ToCanonical(coalition)) is not var (choices, values))
                continue;
            var options = new int[_case.Issues];
            foreach (int choice in choices)
                PutOptions(choice, options);
            return (_workspace.InFileOrder(_table.ToProblem(values)), options);
        }
        return null;
    }

    // Over all sets of further parties whose consent may be sought; fewer parties among equals.
    private (int[] Choices, double[] Values)? Best(ulong own)
    {
        var solver = new SingleSolver(_workspace.Lottery, new SearchBudget(Options.NodeLimit), CancellationToken.None);
        (int[] Choices, double[] Values)? best = null;
        foreach (ulong consent in ConsentSets.Of(_table, own))
        {
            if (solver.Solve(_table, consent, Options.Concept, Options.Ideal, Options.GapTolerance) is not var (answer, _) || answer.Choices is null)
                continue;
            double[] values = ValuesOf(answer.Choices);
            if (best is null || Objective.Better(_table, own, Options.Concept, values, best.Value.Values))
                best = (answer.Choices, values);
        }
        return best;
    }

    private double[] ValuesOf(int[] choices)
    {
        var values = new double[_table.Parties];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _table.Constants[i];
            foreach (int choice in choices)
                values[i] += _table.Points[choice * values.Length + i];
        }
        return values;
    }

    private void PutOptions(int choice, int[] options)
    {
        if (_workspace.Solver.Choices.GroupOf(choice, out ReadOnlySpan<(int Option, int By)> picks) is not { } group)
            return;
        for (int place = 0; place < picks.Length; place++)
            options[_case.IssueInFile[group.Issues[place]]] = picks[place].Option;
    }

    private void Add(int[] choices, double share, double[][] options, double[] levers)
    {
        Array.Clear(_included);
        foreach (int choice in choices)
        {
            int lever = _workspace.Solver.Choices.LeverIn(choice);
            if (lever >= 0)
                _included[lever] = true;
            CompiledGroup? group = _workspace.Solver.Choices.GroupOf(choice, out ReadOnlySpan<(int Option, int By)> picks);
            for (int place = 0; group is not null && place < picks.Length; place++)
            {
                options[_case.IssueInFile[group.Issues[place]]][picks[place].Option] += share;
                if (picks[place].By >= 0)
                    _included[picks[place].By] = true;
            }
        }
        for (int l = 0; l < levers.Length; l++)
            levers[_case.LeverInFile[l]] += _included[l] ? share : 0;
    }
}
