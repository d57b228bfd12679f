using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// One situation's deals: first what they are made of, which tells situations apart, then the table that is solved. Blocks stand in the order of their keys:
/// groups of issues, then levers that are optional terms. Reused; one thread's own.
/// </summary>
internal sealed class SituationTable
{
    private readonly CompiledCase _case;
    private readonly DrawnModel _model;
    private readonly LeverSlots _slots;
    private readonly DrawnBlocks _blocks;
    private readonly double[] _noDeal;
    private readonly double[] _constants;
    private readonly int[] _order;
    private readonly int[] _place;
    private readonly double[] _out;
    private readonly double[] _canonicalConstants;
    private readonly double[] _canonicalNoDeal;
    private readonly double[] _canonicalClaims;
    private readonly SizedArrays<int> _starts = new();
    private readonly SizedArrays<double> _points = new();
    private readonly SizedArrays<ulong> _needs = new();
    private readonly SizedArrays<ulong> _refusals = new();
    private readonly List<(int Group, int Choice)> _choices = [];
    private readonly List<int> _firsts = [];
    private DealTable?[]?[] _tables = [];

    public SituationTable(CompiledCase compiled, DrawnModel model, LeverSlots slots, DrawnBlocks blocks)
    {
        (_case, _model, _slots, _blocks) = (compiled, model, slots, blocks);
        int parties = compiled.Parties;
        (_noDeal, _constants, _out) = (new double[parties], new double[parties], new double[parties]);
        (_order, _place) = (new int[parties], new int[parties]);
        (_canonicalConstants, _canonicalNoDeal, _canonicalClaims) = (new double[parties], new double[parties], new double[parties]);
        Key = new int[compiled.Groups.Length + compiled.Levers];
    }

    /// <summary>By group its variant, then by lever its slot where it is an optional term and -1 where not.</summary>
    public int[] Key { get; }

    /// <summary>r_i by party, in the order of the layout.</summary>
    public Span<double> NoDeal => _noDeal;

    /// <summary>By party: points in every deal.</summary>
    public ReadOnlySpan<double> Constants => _constants;

    /// <summary>Takes up what a situation consists of. The no-deal values must hold courses and drift; what levers add to them is added here.</summary>
    public void Describe(Situation situation)
    {
        int groups = _case.Groups.Length;
        for (int g = 0; g < groups; g++)
            Key[g] = _blocks.Of(g, situation);
        Array.Clear(_constants);
        for (int l = 0; l < situation.Levers.Length; l++)
        {
            int slot = situation.Levers[l];
            Lanes.Add(1, _slots.NoDeal(slot), _noDeal);
            if (_model.HasDeal[l])
                Lanes.Add(1, _slots.Constant(slot), _constants);
            Key[groups + l] = _model.HasDeal[l] && _slots.Share(slot, Standing.Reserve) > 0 ? slot : -1;
        }
    }

    /// <param name="without">Parties (bits, order of the layout) whose consent is not to be had: what needs it is left out.</param>
    public DealTable Build(ulong without = 0)
    {
        List(without);
        OrderParties();
        int parties = _case.Parties, count = _choices.Count;
        int[] start = _starts.Of(_firsts.Count);
        _firsts.CopyTo(start);
        double[] points = _points.Of(count * parties);
        (ulong[] needs, ulong[] refused) = (_needs.Of(count), _refusals.Of(count));
        for (int c = 0; c < count; c++)
        {
            ReadOnlySpan<double> from = PointsOf(c);
            Span<double> to = points.AsSpan(c * parties, parties);
            for (int i = 0; i < to.Length; i++)
                to[i] = from[_order[i]];
            (needs[c], refused[c]) = (Canonical(NeedsOf(c)), Canonical(RefusedBy(c)));
        }
        for (int i = 0; i < parties; i++)
            (_canonicalConstants[i], _canonicalNoDeal[i], _canonicalClaims[i]) = (_constants[_order[i]], _noDeal[_order[i]], _model.Claims[_order[i]]);
        return TableOver(start, points, needs, refused);
    }

    // The arrays of a size are filled anew each time, and so the table over them is the same one.
    private DealTable TableOver(int[] start, double[] points, ulong[] needs, ulong[] refused)
    {
        Room.For(ref _tables, needs.Length + 1);
        ref DealTable?[]? ofBlocks = ref _tables[needs.Length];
        ofBlocks ??= new DealTable?[_case.Groups.Length + _case.Levers + 2];
        return ofBlocks[start.Length] ??= new DealTable(_case.Layout.Coalitions, _order, start, points, needs, refused, _canonicalConstants, _canonicalNoDeal, _canonicalClaims);
    }

    /// <summary>How many choices the last table has.</summary>
    public int Count => _choices.Count;

    /// <summary>The block of a choice among all that there can be: groups of issues, then levers.</summary>
    public int BlockOf(int choice) => _choices[choice].Group;

    /// <summary>What a choice is within its block, whichever situation the table is of.</summary>
    public int IdentityOf(int choice)
    {
        (int group, int own) = _choices[choice];
        return group < _case.Groups.Length ? _blocks.Identity(own) : own >= 0 ? 1 : 0;
    }

    /// <summary>Of a choice of the table: the group and the options that it takes there; none for an optional lever.</summary>
    public CompiledGroup? GroupOf(int choice, out ReadOnlySpan<(int Option, int By)> picks)
    {
        (int group, int own) = _choices[choice];
        picks = group < _case.Groups.Length ? _blocks.Picks(own, _case.Groups[group]) : [];
        return group < _case.Groups.Length ? _case.Groups[group] : null;
    }

    /// <summary>The optional lever that a choice of the table includes, or -1.</summary>
    public int LeverIn(int choice) => _choices[choice] is var (group, own) && group >= _case.Groups.Length && own >= 0 ? group - _case.Groups.Length : -1;

    // Groups are counted on by levers; the choice of a lever is its slot where it is included, and -1 where it is not.
    private void List(ulong without)
    {
        int groups = _case.Groups.Length;
        _choices.Clear();
        _firsts.Clear();
        for (int g = 0; g < groups; g++)
        {
            _firsts.Add(_choices.Count);
            int first = _blocks.First(Key[g]);
            for (int c = first; c < first + _blocks.Count(Key[g]); c++)
            {
                if ((_blocks.Needs(c) & without) == 0)
                    _choices.Add((g, c));
            }
        }
        for (int l = 0; l < _case.Levers; l++)
        {
            if (Key[groups + l] < 0)
                continue;
            _firsts.Add(_choices.Count);
            if ((1UL << _case.Numbers.Holder[l] & without) == 0)
                _choices.Add((groups + l, Key[groups + l]));
            _choices.Add((groups + l, -1));
        }
        _firsts.Add(_choices.Count);
    }

    private ReadOnlySpan<double> PointsOf(int choice)
    {
        (int group, int own) = _choices[choice];
        return group < _case.Groups.Length ? _blocks.Points(own) : own >= 0 ? _slots.Term(own) : _out;
    }

    private ulong NeedsOf(int choice)
    {
        (int group, int own) = _choices[choice];
        return group < _case.Groups.Length ? _blocks.Needs(own) : own >= 0 ? 1UL << _case.Numbers.Holder[group - _case.Groups.Length] : 0;
    }

    private ulong RefusedBy(int choice) => _choices[choice] is var (group, own) && group < _case.Groups.Length ? _blocks.RefusedBy(own) : 0;

    private ulong Canonical(ulong mask)
    {
        ulong result = 0;
        for (; mask != 0; mask &= mask - 1)
            result |= 1UL << _place[System.Numerics.BitOperations.TrailingZeroCount(mask)];
        return result;
    }

    // The canonical order of DealTable: by what the parties have at stake, whatever they are called.
    private void OrderParties()
    {
        for (int i = 0; i < _order.Length; i++)
        {
            int place = i;
            for (; place > 0 && Compare(_order[place - 1], i) > 0; place--)
                _order[place] = _order[place - 1];
            _order[place] = i;
        }
        for (int i = 0; i < _order.Length; i++)
            _place[_order[i]] = i;
    }

    private int Compare(int x, int y)
    {
        int result = _noDeal[x].CompareTo(_noDeal[y]);
        if (result == 0)
            result = _model.Claims[x].CompareTo(_model.Claims[y]);
        if (result == 0)
            result = _constants[x].CompareTo(_constants[y]);
        for (int c = 0; result == 0 && c < _choices.Count; c++)
        {
            ReadOnlySpan<double> points = PointsOf(c);
            result = points[x].CompareTo(points[y]);
            if (result == 0)
                result = (NeedsOf(c) >> x & 1).CompareTo(NeedsOf(c) >> y & 1);
            if (result == 0)
                result = (RefusedBy(c) >> x & 1).CompareTo(RefusedBy(c) >> y & 1);
        }
        ulong[] coalitions = _case.Layout.Coalitions;
        for (int k = 0; result == 0 && k < coalitions.Length; k++)
            result = (coalitions[k] >> x & 1).CompareTo(coalitions[k] >> y & 1);
        return result != 0 ? result : x.CompareTo(y);
    }
}
