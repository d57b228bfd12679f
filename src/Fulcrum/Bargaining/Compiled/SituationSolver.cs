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
    private readonly SituationMemory _memory;
    private double[] _hands = [];
    private LotteryAnswer?[] _answers = [];

    public SituationSolver(CompiledCase compiled, DrawnModel model, LeverSlots slots, DrawnFacts facts, DrawnBlocks blocks, LotterySolver lottery)
    {
        (_case, _model, _slots, _facts) = (compiled, model, slots, facts);
        _table = new SituationTable(compiled, model, slots, blocks);
        _nash = new CoalitionNash(lottery);
        _memory = new SituationMemory(compiled);
    }

    /// <summary>Largest certified gap so far, in points.</summary>
    public double LargestGap { get; private set; }

    private int Coalitions => _case.Layout.Coalitions.Length;

    public void Begin()
    {
        _memory.Begin();
        LargestGap = 0;
    }

    /// <summary>The number under which the situation's solution is kept.</summary>
    public int Solve(Situation situation)
    {
        Describe(situation);
        int known = _memory.Find(_table, out bool isNew);
        if (!isNew)
            return known;
        Room.For(ref _hands, (known + 1) * _case.Parties);
        Room.For(ref _answers, (known + 1) * Coalitions);
        Solve(_table.Build(), _case.Layout.Coalitions, _hands.AsSpan(known * _case.Parties, _case.Parties), _answers.AsSpan(known * Coalitions, Coalitions));
        return known;
    }

    /// <summary>By party, in the order of the layout; the no-deal values where no deal is open.</summary>
    public ReadOnlySpan<double> Hands(int known) => _hands.AsSpan(known * _case.Parties, _case.Parties);

    public ReadOnlySpan<double> NoDeal(int known) => _memory.NoDeal(known);

    /// <summary>By coalition; null where its zone is closed.</summary>
    public ReadOnlySpan<LotteryAnswer?> Answers(int known) => _answers.AsSpan(known * Coalitions, Coalitions);

    /// <summary>The situation's deals; good until another situation is solved or asked for.</summary>
    public DealTable TableOf(Situation situation)
    {
        Describe(situation);
        return _table.Build();
    }

    /// <summary>Whether a single deal is open. The solution's mixture usually holds one; only otherwise it is searched for.</summary>
    public bool IsSingleOpen(Situation situation, int known)
    {
        DealTable table = TableOf(situation);
        bool open = false;
        foreach (LotteryAnswer? answer in Answers(known))
        {
            if (answer is not null && HasOpenDeal(table, answer))
                return true;
            open |= answer is not null;
        }
        return open && new ZoneFinder(table, new SearchBudget(Options.NodeLimit), CancellationToken.None).Width().Single;
    }

    /// <summary>Which choices the table of the last situation is made of.</summary>
    public SituationTable Choices => _table;

    /// <summary>The hands that the others reach without a party and all that needs it; false when none of these coalitions can agree.</summary>
    public bool SolveWithout(Situation situation, ulong party, ulong[] coalitions, Span<double> hands)
    {
        Describe(situation);
        var answers = new LotteryAnswer?[coalitions.Length];
        return Solve(_table.Build(without: party), coalitions, hands, answers);
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

    private bool Solve(DealTable table, ulong[] coalitions, Span<double> hands, Span<LotteryAnswer?> answers)
    {
        int open = 0;
        for (int c = 0; c < coalitions.Length; c++)
        {
            LotteryAnswer answer = _nash.Best(table, table.ToCanonical(coalitions[c]), Options.GapTolerance, CancellationToken.None);
            answers[c] = answer.Status == SettlementStatus.Closed ? null : answer;
            if (answers[c] is null)
                continue;
            open++;
            LargestGap = Math.Max(LargestGap, answer.Gap);
        }
        if (open == 0)
            _table.NoDeal.CopyTo(hands);
        else
            Mean(table, answers, open, hands);
        return open > 0;
    }

    private static bool HasOpenDeal(DealTable table, LotteryAnswer answer)
    {
        foreach ((_, int[] choices) in CanonicalMixture.Of(table, answer))
        {
            if (IsOpen(table, answer.Consent, choices))
                return true;
        }
        return false;
    }

    private static bool IsOpen(DealTable table, ulong consent, int[] choices)
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
            for (int i = 0; answer is not null && i < hands.Length; i++)
                hands[table.PartyOrder[i]] += answer.Utilities[i] / open;
        }
    }
}
