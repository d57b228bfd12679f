using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// The ledger in one draw: which net changes take effect, in which order, and the situation for any set of them or any day. A change on a lever is placed at
/// the day of its last move, a yield at the day of the first move that binds; ties go by the turn of that move, then by its key. A drawn day after the plan's
/// as-of date counts as that date. One thread's own.
/// </summary>
internal sealed class DrawnMoves
{
    private readonly CompiledCase _case;
    private readonly LeverSlots _slots;
    private readonly YieldSets _sets;
    private readonly int[] _sorted;
    private readonly int[] _start;
    private readonly Effect[] _effects;
    private readonly UInt128[] _yields;
    private CaseNumbers _numbers = null!;

    public DrawnMoves(CompiledCase compiled, LeverSlots slots, YieldSets sets)
    {
        (_case, _slots, _sets) = (compiled, slots, sets);
        CompiledMoves moves = compiled.Moves;
        _sorted = new int[moves.MostMoves];
        _start = new int[moves.Changes.Length + 1];
        for (int c = 0; c < moves.Changes.Length; c++)
            _start[c + 1] = _start[c] + moves.Changes[c].Length;
        _effects = new Effect[moves.Changes.Length];
        _yields = new UInt128[compiled.Issues];
    }

    /// <summary>How many changes take effect.</summary>
    public int Acting { get; private set; }

    /// <summary>Bit a set: the a-th acting change.</summary>
    public UInt128 All => Acting == 128 ? UInt128.MaxValue : (UInt128.One << Acting) - 1;

    /// <summary>The plan's change behind the a-th acting one, in the order in which they happened.</summary>
    public int ChangeOf(int acting) => _effects[acting].Change;

    /// <summary>The move by which the a-th acting change yields an option, or -1.</summary>
    public int YieldOf(int acting) => _effects[acting].Yield;

    public void Fill(CaseNumbers numbers)
    {
        _numbers = numbers;
        Acting = 0;
        for (int c = 0; c < _case.Moves.Changes.Length; c++)
        {
            Span<int> own = _sorted.AsSpan(_start[c], _start[c + 1] - _start[c]);
            _case.Moves.Changes[c].CopyTo(own);
            for (int i = 1; i < own.Length; i++)
            {
                for (int k = i; k > 0 && Later(own[k - 1], own[k]); k--)
                    (own[k - 1], own[k]) = (own[k], own[k - 1]);
            }
            if (EffectOf(c, own) is not { } effect)
                continue;
            int place = Acting++;
            for (; place > 0 && _effects[place - 1].After(effect); place--)
                _effects[place] = _effects[place - 1];
            _effects[place] = effect;
        }
    }

    /// <summary>The situation when only the given acting changes have been made.</summary>
    public void With(UInt128 changes, Situation into)
    {
        Begin(into);
        for (int a = 0; a < Acting; a++)
        {
            if ((changes >> a & UInt128.One) == UInt128.Zero)
                continue;
            if (_effects[a].Slot >= 0)
                into.Levers[_case.Moves.Lever[_effects[a].Change]] = _effects[a].Slot;
            if (_effects[a].Yield >= 0)
                _yields[_case.Moves.YieldIssue[_effects[a].Yield]] |= UInt128.One << a;
        }
        PutYields(into);
    }

    /// <summary>The situation at the end of a day, moves placed at their drawn days.</summary>
    public void At(DateOnly date, Situation into)
    {
        if (date >= _case.Plan.AsOf)
        {
            With(All, into);
            return;
        }
        Begin(into);
        for (int c = 0; c < _case.Moves.Changes.Length; c++)
        {
            int lever = _case.Moves.Lever[c];
            for (int i = _start[c]; lever >= 0 && i < _start[c + 1] && DayOf(_sorted[i]) <= date.DayNumber; i++)
                into.Levers[lever] = _slots.After(lever, into.Levers[lever], _sorted[i]);
        }
        for (int a = 0; a < Acting; a++)
        {
            if (_effects[a].Yield >= 0 && _effects[a].YieldDay <= date.DayNumber)
                _yields[_case.Moves.YieldIssue[_effects[a].Yield]] |= UInt128.One << a;
        }
        PutYields(into);
    }

    private void Begin(Situation into)
    {
        for (int l = 0; l < into.Levers.Length; l++)
            into.Levers[l] = l;
        Array.Clear(_yields);
    }

    private void PutYields(Situation into)
    {
        Array.Clear(into.Yields);
        foreach (int k in _case.Moves.Yielding)
            into.Yields[k] = _sets.Of(k, _yields[k]);
    }

    private Effect? EffectOf(int change, ReadOnlySpan<int> moves)
    {
        int lever = _case.Moves.Lever[change];
        int final = lever;
        for (int i = 0; lever >= 0 && i < moves.Length; i++)
            final = _slots.After(lever, final, moves[i]);
        bool moved = lever >= 0 && !_slots.Same(final, lever);
        int binding = -1;
        for (int i = 0; binding < 0 && i < moves.Length; i++)
            binding = _case.Moves.Yields[moves[i]] is not null && _numbers.Binds(moves[i]) ? moves[i] : -1;
        if (!moved && binding < 0)
            return null;
        int deciding = moved ? moves[^1] : binding;
        return new Effect(change, DayOf(deciding), _case.Moves.Rank[deciding], moved ? final : -1, binding, binding < 0 ? 0 : DayOf(binding));
    }

    private bool Later(int one, int other) => DayOf(one) is var day && DayOf(other) is var than && (day > than || (day == than && _case.Moves.Rank[one] > _case.Moves.Rank[other]));

    private int DayOf(int move) => Math.Min(_numbers.MoveDays[move], _case.Plan.AsOf.DayNumber);

    /// <summary>What one change comes to in this draw: the final slot of its lever and the move that binds, or -1.</summary>
    private readonly record struct Effect(int Change, int Day, int Rank, int Slot, int Yield, int YieldDay)
    {
        public bool After(Effect other) => Day > other.Day || (Day == other.Day && Rank > other.Rank);
    }
}
