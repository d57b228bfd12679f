using Fulcrum.Bargaining.Solutions;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// Hands by situation, in one draw. Situations that turn out alike are solved once. Where several coalitions could conclude a deal, a hand is the mean over
/// the coalitions with an open zone: which of them forms is not predicted. One thread's own.
/// </summary>
internal sealed class SituationSolver
{
    private static readonly SettlementOptions Options = new();

    private readonly CompiledCase _case;
    private readonly LeverSlots _slots;
    private readonly DrawnModel _model;
    private readonly DrawnFacts _facts;
    private readonly SituationTable _table;
    private readonly CoalitionNash _nash;
    private readonly NearNash _near = new();
    private readonly SituationMemory _memory;
    private readonly SituationStart _today;
    private SituationStart? _start;
    private readonly SizedArrays<double> _laid = new();
    private readonly double[] _prices;
    private readonly LotteryAnswer?[] _answers;
    private readonly LotteryAnswer?[] _some;
    private readonly MixtureLine _line = new();
    private readonly ZoneWidth _width;
    private double[] _hands = [];

    public SituationSolver(CompiledCase compiled, DrawnModel model, LeverSlots slots, DrawnFacts facts, DrawnBlocks blocks, LotterySolver lottery)
    {
        (_case, _model, _slots, _facts) = (compiled, model, slots, facts);
        _table = new SituationTable(compiled, model, slots, blocks);
        _nash = new CoalitionNash(lottery);
        _memory = new SituationMemory(compiled);
        _today = new SituationStart(compiled);
        _prices = new double[compiled.Parties];
        _answers = new LotteryAnswer?[compiled.Layout.Coalitions.Length];
        _some = new LotteryAnswer?[_answers.Length];
        _width = new ZoneWidth(lottery, new SearchBudget(Options.NodeLimit));
    }

    /// <summary>Largest certified gap so far, in points.</summary>
    public double LargestGap { get; private set; }

    /// <summary>The draw's first situation, to begin from.</summary>
    public SituationStart First => _today;

    /// <summary>How many different situations were solved.</summary>
    public int Count => _memory.Count;

    /// <param name="start">The situation from which the solving of the first one begins; null for none.</param>
    public void Begin(SituationStart? start)
    {
        _memory.Begin();
        _start = start;
        LargestGap = 0;
    }

    /// <summary>Solves a situation from which the solving of all others of the draw begins, so that their answers do not depend on what was asked before.</summary>
    public int SolveFirst(Situation situation)
    {
        int first = Solve(situation);
        ReadOnlySpan<LotteryAnswer?> answers = Answers(situation, out DealTable table);
        _today.Take(_table, table, answers, _start);
        _start = _today;
        return first;
    }

    /// <summary>The number under which the situation's solution is kept.</summary>
    public int Solve(Situation situation)
    {
        Describe(situation);
        int known = _memory.Find(_table, out bool isNew);
        if (isNew)
        {
            Room.For(ref _hands, (known + 1) * _case.Parties);
            Solve(_table.Build(), _case.Layout.Coalitions, _hands.AsSpan(known * _case.Parties, _case.Parties));
        }
        return known;
    }

    /// <summary>By party, in the order of the layout; the no-deal values where no deal is open.</summary>
    public ReadOnlySpan<double> Hands(int known) => _hands.AsSpan(known * _case.Parties, _case.Parties);

    public ReadOnlySpan<double> NoDeal(int known) => _memory.NoDeal(known);

    /// <summary>By coalition the solution in full, null where its zone is closed, and the table of its choices; good until another situation is solved or asked for.</summary>
    public ReadOnlySpan<LotteryAnswer?> Answers(Situation situation, out DealTable table)
    {
        Describe(situation);
        table = _table.Build();
        for (int c = 0; c < _answers.Length; c++)
            _answers[c] = Answer(table, _case.Layout.Coalitions[c]);
        return _answers;
    }

    /// <summary>Whether a single deal is open. The solution's mixture usually holds one; only otherwise it is searched for.</summary>
    public bool IsSingleOpen(Situation situation)
    {
        bool open = false;
        foreach (LotteryAnswer? answer in Answers(situation, out DealTable table))
        {
            if (answer is { } own && HasOpenDeal(table, own))
                return true;
            open |= answer is not null;
        }
        return open && _width.Of(_table.Build()).Single;
    }

    /// <summary>Which choices the table of the last situation is made of.</summary>
    public SituationTable Choices => _table;

    /// <summary>The hands that the others reach without a party and all that needs it; false when none of these coalitions can agree.</summary>
    public bool SolveWithout(Situation situation, ulong party, ulong[] coalitions, Span<double> hands)
    {
        Describe(situation);
        return Solve(_table.Build(without: party), coalitions, hands);
    }

    /// <summary>What the refusal of a party leaves to another: facts, cost, drift and levers.</summary>
    public double AfterRefusal(Situation situation, int refuser, int party)
    {
        double value = _facts.Of(situation)[_case.Layout.CourseAfter[refuser] * _case.Parties + party] + _model.Drift[party] * situation.Months;
        for (int l = 0; l < situation.Levers.Length; l++)
            value += _slots.AfterRefusal(l, situation.Levers[l], refuser, party);
        return value;
    }

    private void Describe(Situation situation)
    {
        Span<double> noDeal = _table.NoDeal;
        ReadOnlySpan<double> courses = _facts.Of(situation);
        for (int p = 0; p < noDeal.Length; p++)
            noDeal[p] = courses[_case.Layout.CourseAfter[p] * _case.Parties + p] + _model.Drift[p] * situation.Months;
        _table.Describe(situation);
    }

    // Usually one coalition is asked, and one solve says its hands. Whether any coalition can agree.
    private bool Solve(DealTable table, ulong[] coalitions, Span<double> hands)
    {
        if (coalitions.Length == 1 && Near(table, coalitions[0], out _))
        {
            for (int i = 0; i < hands.Length; i++)
                hands[table.PartyOrder[i]] = _near.Utilities[i];
            return true;
        }
        int open = 0;
        Span<LotteryAnswer?> answers = _some.AsSpan(0, coalitions.Length);
        for (int c = 0; c < coalitions.Length; c++)
        {
            answers[c] = Answer(table, coalitions[c]);
            open += answers[c] is null ? 0 : 1;
        }
        if (open == 0)
            _table.NoDeal.CopyTo(hands);
        else
            Mean(table, answers, open, hands);
        return open > 0;
    }

    private LotteryAnswer? Answer(DealTable table, ulong coalition)
    {
        if (Near(table, coalition, out LotteryStart? start))
            return _near.Answer(_nash.Arrays);
        LotteryAnswer answer = _nash.Best(table, table.ToCanonical(coalition), Options.GapTolerance, CancellationToken.None, start);
        if (answer.Status == SettlementStatus.Closed)
            return null;
        LargestGap = Math.Max(LargestGap, answer.Gap);
        return answer;
    }

    // From the start's shares, where that leaves no doubt; else what the ordinary way may begin from.
    private bool Near(DealTable table, ulong coalition, out LotteryStart? start)
    {
        start = null;
        int place = Array.IndexOf(_case.Layout.Coalitions, coalition);
        if (place < 0 || _start?.PricesOf(place) is not { } prices)
            return false;
        double[] laid = _laid.Of(_table.Count);
        ulong own = table.ToCanonical(coalition);
        _start.Lay(_table, table, place, own, _prices, laid);
        if (_near.Solve(table, own, laid))
        {
            LargestGap = Math.Max(LargestGap, _near.Gap);
            return true;
        }
        start = new LotteryStart(prices, laid);
        return false;
    }

    private bool HasOpenDeal(DealTable table, LotteryAnswer answer)
    {
        _line.Begin(table, answer.Shares);
        while (_line.Next(out _))
        {
            if (IsOpen(table, answer.Consent, _line.Choices))
                return true;
        }
        return false;
    }

    private static bool IsOpen(DealTable table, ulong consent, ReadOnlySpan<int> choices)
    {
        for (int i = 0; i < table.Parties; i++)
        {
            double points = 0;
            foreach (int choice in choices)
                points += table.Points[choice * table.Parties + i];
            if ((consent >> i & 1) != 0 && table.Constants[i] - table.NoDeal[i] + points < 0)
                return false;
        }
        return true;
    }

    private static void Mean(DealTable table, ReadOnlySpan<LotteryAnswer?> answers, int open, Span<double> hands)
    {
        hands.Clear();
        foreach (LotteryAnswer? answer in answers)
        {
            if (answer is not { } own)
                continue;
            for (int i = 0; i < hands.Length; i++)
                hands[table.PartyOrder[i]] += own.Utilities[i] / open;
        }
    }
}
