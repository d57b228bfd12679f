using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>What the settlement of today contains and whether a deal is open, in one draw. Arrays follow the file. One thread's own.</summary>
internal sealed class DrawToday(DrawWorkspace workspace)
{
    private static readonly SettlementOptions Options = new();
    private static readonly SearchBudget Budget = new(Options.NodeLimit);

    private readonly CompiledCase _case = workspace.Case;
    private readonly bool[] _included = new bool[workspace.Case.Levers];
    private readonly ZoneWidth _width = new(workspace.Lottery, Budget);
    private readonly SingleSolver _single = new(workspace.Lottery, Budget, CancellationToken.None);
    private readonly MixtureLine _line = new();
    private readonly List<ulong> _sets = [];
    private DealTable _table = null!;

    /// <summary>What the room's options ask about today.</summary>
    public void Fill(DrawRoom room)
    {
        ReadOnlySpan<LotteryAnswer?> answers = workspace.Solver.Answers(workspace.Today, out _table);
        TodayParts parts = room.Options.Today;
        if ((parts & TodayParts.Zone) != 0)
            room.Result.Put(_width.Of(_table));
        if ((parts & TodayParts.Mixture) != 0)
            FillMixture(answers, room);
        if ((parts & TodayParts.Single) != 0)
            FillSingle(room);
    }

    // Shares of options and of levers in the settlement's mixtures; over several coalitions their mean. Null where closed.
    private void FillMixture(ReadOnlySpan<LotteryAnswer?> answers, DrawRoom room)
    {
        int open = 0;
        foreach (LotteryAnswer? answer in answers)
            open += answer is null ? 0 : 1;
        room.Result.Put(null, null);
        if (open == 0)
            return;
        (double[][] options, double[] levers) = room.Mixture();
        foreach (LotteryAnswer? answer in answers)
        {
            if (answer is not { } own)
                continue;
            _line.Begin(_table, own.Shares);
            while (_line.Next(out double share))
                Add(_line.Choices, share / open, options, levers);
        }
        room.Result.Put(options, levers);
    }

    // The best single deal of the first coalition that has one: its value to each party and its option by issue.
    private void FillSingle(DrawRoom room)
    {
        Array.Fill(room.Result.SingleHands, double.NaN);
        room.Result.Put(null);
        foreach (ulong coalition in workspace.Case.Layout.Coalitions)
        {
            if (Best(_table.ToCanonical(coalition)) is not var (choices, values))
                continue;
            int[] options = room.Single();
            Array.Clear(options);
            foreach (int choice in choices)
                PutOptions(choice, options);
            for (int p = 0; p < values.Length; p++)
                room.Result.SingleHands[Array.IndexOf(_case.Layout.PartyPlaces, _table.PartyOrder[p])] = values[p];
            room.Result.Put(options);
            return;
        }
    }

    // Over all sets of further parties whose consent may be sought; fewer parties among equals.
    private (int[] Choices, double[] Values)? Best(ulong own)
    {
        (int[] Choices, double[] Values)? best = null;
        ConsentSets.Fill(_table, own, _sets);
        foreach (ulong consent in _sets)
        {
            if (_single.Solve(_table, consent, Options.Concept, Options.Ideal, Options.GapTolerance) is not var (answer, _) || answer.Choices is null)
                continue;
            double[] values = ValuesOf(answer.Choices);
            if (best is null || Objective.Better(_table, own, Options.Concept, values, best.Value.Values))
                best = (answer.Choices, values);
        }
        return best;
    }

    private double[] ValuesOf(int[] choices)
    {
        double[] values = workspace.Lottery.Arrays.Doubles(_table.Parties);
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
        if (workspace.Solver.Choices.GroupOf(choice, out ReadOnlySpan<(int Option, int By)> picks) is not { } group)
            return;
        for (int place = 0; place < picks.Length; place++)
            options[_case.IssueInFile[group.Issues[place]]] = picks[place].Option;
    }

    private void Add(ReadOnlySpan<int> choices, double share, double[][] options, double[] levers)
    {
        Array.Clear(_included);
        foreach (int choice in choices)
        {
            int lever = workspace.Solver.Choices.LeverIn(choice);
            if (lever >= 0)
                _included[lever] = true;
            CompiledGroup? group = workspace.Solver.Choices.GroupOf(choice, out ReadOnlySpan<(int Option, int By)> picks);
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
