using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// The blocks of a draw's deal spaces in flat arrays: for each group of issues one variant for each state of what it depends on, with the choices that a deal
/// can still make in the order of their keys. The same choices and points as <see cref="GroupBlock"/>, to the last bit. One thread's own.
/// </summary>
internal sealed class DrawnBlocks
{
    private readonly CompiledCase _case;
    private readonly DrawnModel _model;
    private readonly LeverSlots _slots;
    private readonly YieldSets _sets;
    private readonly int _places;
    private readonly int[] _last;
    private readonly int[] _key;
    private readonly int[] _option;
    private readonly double[] _shares;
    private readonly List<(int Way, ulong Needs, ulong RefusedBy)>[] _open;
    private int[] _ranks = [];
    private int[] _combinations = [];
    private bool _ignoreRedLines;
    private DrawModel? _objects;
    private int _variants;
    private int _choices;
    private int[] _before = [];
    private double[] _months = [];
    private int[] _keys = [];
    private int[] _firsts = [];
    private int[] _counts = [];
    private double[] _points = [];
    private ulong[] _needs = [];
    private ulong[] _refused = [];
    private int[] _identity = [];
    private (int Option, int By)[] _picks = [];

    public DrawnBlocks(CompiledCase compiled, DrawnModel model, LeverSlots slots, YieldSets sets)
    {
        (_case, _model, _slots, _sets) = (compiled, model, slots, sets);
        _last = new int[compiled.Groups.Length];
        _places = compiled.Groups.Select(group => group.Issues.Length).DefaultIfEmpty(0).Max();
        _key = new int[compiled.Groups.Select(group => group.Issues.Length + group.Deliverers.Length).DefaultIfEmpty(0).Max()];
        _option = new int[compiled.Issues];
        _shares = new double[(_places + 1) * compiled.Parties];
        _open = [.. Enumerable.Range(0, _places).Select(_ => new List<(int, ulong, ulong)>())];
    }

    /// <summary>The first choice of a variant.</summary>
    public int First(int variant) => _firsts[variant];

    public int Count(int variant) => _counts[variant];

    /// <summary>By party, in the order of the layout.</summary>
    public ReadOnlySpan<double> Points(int choice) => _points.AsSpan(choice * _case.Parties, _case.Parties);

    public ulong Needs(int choice) => _needs[choice];

    public ulong RefusedBy(int choice) => _refused[choice];

    /// <summary>Which combination of its group it is, in every variant.</summary>
    public int Identity(int choice) => _identity[choice];

    /// <summary>By issue of the group: the option, and the lever that delivers it or -1.</summary>
    public ReadOnlySpan<(int Option, int By)> Picks(int choice, CompiledGroup group) => _picks.AsSpan(choice * _places, group.Issues.Length);

    /// <summary>Forgets the last draw.</summary>
    public void Begin(bool ignoreRedLines)
    {
        (_variants, _choices, _ignoreRedLines, _objects) = (0, 0, ignoreRedLines, null);
        Array.Fill(_last, -1);
    }

    /// <summary>The variant of a group in a situation.</summary>
    public int Of(int group, Situation situation)
    {
        CompiledGroup own = _case.Groups[group];
        int length = 0;
        foreach (int k in own.Issues)
            _key[length++] = situation.Yields[k];
        foreach (int lever in own.Deliverers)
            _key[length++] = situation.Levers[lever];
        ReadOnlySpan<int> key = _key.AsSpan(0, length);
        for (int known = _last[group]; known >= 0; known = _before[known])
        {
            if (_keys.AsSpan(known * _key.Length, length).SequenceEqual(key) && (!own.Ends || _months[known] == situation.Months))
                return known;
        }
        int added = _variants++;
        Room.For(ref _before, _variants);
        Room.For(ref _months, _variants);
        Room.For(ref _firsts, _variants);
        Room.For(ref _counts, _variants);
        Room.For(ref _keys, _variants * _key.Length);
        key.CopyTo(_keys.AsSpan(added * _key.Length));
        (_before[added], _last[group], _months[added], _firsts[added]) = (_last[group], added, situation.Months, _choices);
        if (own.Ranks is null)
            Copy(own, situation);
        else
            Combine(own, situation);
        _counts[added] = _choices - _firsts[added];
        return added;
    }

    private void Combine(CompiledGroup group, Situation situation)
    {
        int combinations = 1;
        for (int place = 0; place < group.Issues.Length; place++)
        {
            FindOpen(group, place, situation);
            combinations *= _open[place].Count;
        }
        Room.For(ref _ranks, combinations);
        Room.For(ref _combinations, combinations);
        for (int c = 0; c < combinations; c++)
        {
            (int rest, int full, int scale) = (c, 0, 1);
            for (int place = group.Issues.Length - 1; place >= 0; place--)
            {
                full += scale * _open[place][rest % _open[place].Count].Way;
                scale *= group.Ways[place].Length;
                rest /= _open[place].Count;
            }
            (_ranks[c], _combinations[c]) = (group.Ranks![full], c);
        }
        Array.Sort(_ranks, _combinations, 0, combinations);
        for (int c = 0; c < combinations; c++)
            AddChoice(group, _combinations[c], _ranks[c], situation);
    }

    // The options that a deal can still contain, each with whose consent it needs and who refuses it.
    private void FindOpen(CompiledGroup group, int place, Situation situation)
    {
        int issue = group.Issues[place];
        IssueLayout layout = _case.Layout.Issues[issue];
        var open = _open[place];
        open.Clear();
        foreach ((int lever, int option) in group.Deliveries[place])
        {
            if (_slots.Main(situation.Levers[lever]) != Standing.GivenAway)
                continue;
            open.Add((group.WayOf(place, option, -1), 0, 0));
            return;
        }
        foreach (int option in layout.ByKey)
        {
            ulong refused = _ignoreRedLines ? 0 : layout.RefusedBy[option];
            bool signable = !layout.Issue.Options[option].OnlyNoDeal && !_sets.IsRemoved(situation.Yields[issue], option)
                && !(layout.Issue.MustSettle && option == layout.Issue.StatusQuo);
            if (!signable || (refused & _case.Layout.ConsentAlways) != 0)
                continue;
            bool delivered = false;
            foreach ((int lever, int what) in group.Deliveries[place])
            {
                delivered |= what == option;
                if (what == option && _slots.Main(situation.Levers[lever]) != Standing.Gone)
                    open.Add((group.WayOf(place, option, lever), layout.Needs[option] | (1UL << _case.Numbers.Holder[lever]), refused));
            }
            if (!delivered)
                open.Add((group.WayOf(place, option, -1), layout.Needs[option], refused));
        }
    }

    private void AddChoice(CompiledGroup group, int combination, int rank, Situation situation)
    {
        int choice = NextChoice();
        (ulong needs, ulong refused) = (0, 0);
        for (int place = group.Issues.Length - 1; place >= 0; place--)
        {
            (int way, ulong needsHere, ulong refusedHere) = _open[place][combination % _open[place].Count];
            combination /= _open[place].Count;
            (needs, refused) = (needs | needsHere, refused | refusedHere);
            _picks[choice * _places + place] = group.Ways[place][way];
            _option[group.Issues[place]] = group.Ways[place][way].Option;
        }
        (_needs[choice], _refused[choice], _identity[choice]) = (needs, refused, rank);
        _shares.AsSpan(0, _case.Parties).Fill(1);
        AddBelieved(group, choice, 0, 0, situation);
    }

    private int NextChoice()
    {
        int choice = _choices++;
        Room.For(ref _needs, _choices);
        Room.For(ref _refused, _choices);
        Room.For(ref _identity, _choices);
        Room.For(ref _picks, _choices * _places);
        Room.For(ref _points, _choices * _case.Parties);
        _points.AsSpan(choice * _case.Parties, _case.Parties).Clear();
        return choice;
    }

    // Splits on each delivered option between what it promises and the status quo, by what each party believes.
    private void AddBelieved(CompiledGroup group, int choice, int place, int depth, Situation situation)
    {
        while (place < group.Issues.Length && _picks[choice * _places + place].By < 0)
            place++;
        if (place == group.Issues.Length)
        {
            AddPoints(group, choice, depth, situation);
            return;
        }
        int parties = _case.Parties;
        (int option, int lever) = _picks[choice * _places + place];
        int slot = situation.Levers[lever];
        Span<double> shares = _shares.AsSpan(depth * parties, parties);
        Span<double> split = _shares.AsSpan((depth + 1) * parties, parties);
        for (int p = 0; p < parties; p++)
            split[p] = shares[p] * _slots.Credibility(lever, slot, _slots.Main(slot), p);
        AddBelieved(group, choice, place + 1, depth + 1, situation);
        for (int p = 0; p < parties; p++)
            split[p] = shares[p] - shares[p] * _slots.Credibility(lever, slot, _slots.Main(slot), p);
        if (!split.ContainsAnyExcept(0.0))
            return;
        int issue = group.Issues[place];
        _option[issue] = _case.Layout.Issues[issue].Issue.StatusQuo;
        AddBelieved(group, choice, place + 1, depth + 1, situation);
        _option[issue] = option;
    }

    private void AddPoints(CompiledGroup group, int choice, int depth, Situation situation)
    {
        int parties = _case.Parties;
        ReadOnlySpan<double> shares = _shares.AsSpan(depth * parties, parties);
        Span<double> points = _points.AsSpan(choice * parties, parties);
        foreach (int issue in group.Issues)
        {
            ReadOnlySpan<double> worth = _model.Points.AsSpan((_case.OptionStart[issue] + _option[issue]) * parties, parties);
            for (int p = 0; p < points.Length; p++)
                points[p] += shares[p] * worth[p];
        }
        for (int t = 0; t < group.Terms.Length; t++)
            points[group.Terms[t].Party] += shares[group.Terms[t].Party] * group.Worth(t, _option, _model);
        AddFailureToEnd(group, shares, points, situation);
    }

    // What leaves open what would end the matter bears what the default course costs: as a term of the deal, or as far as its end is not believed.
    private void AddFailureToEnd(CompiledGroup group, ReadOnlySpan<double> shares, Span<double> points, Situation situation)
    {
        foreach (int k in group.Issues)
        {
            Issue issue = _case.Layout.Issues[k].Issue;
            if (!issue.Ends || _option[k] != issue.StatusQuo || _model.Costs.Length == 0)
                continue;
            for (int p = 0; p < points.Length; p++)
                points[p] += shares[p] * (_model.Drift[p] * situation.Months - _model.Costs[p]);
        }
    }

    private void Copy(CompiledGroup group, Situation situation)
    {
        _objects ??= new DrawModel(_case.Plan, _model.Numbers, _ignoreRedLines);
        DealBlock block = WideBlock.Of(_objects, _case, group, situation, _slots, _sets);
        foreach (int k in Solutions.DealTable.Order(block.Choices.Count, k => block.Choices[k].Key))
        {
            DealChoice from = block.Choices[k];
            int choice = NextChoice();
            for (int p = 0; p < _case.Parties; p++)
                _points[choice * _case.Parties + p] = from.Points[p];
            (_needs[choice], _refused[choice]) = (from.Needs, from.RefusedBy);
            Span<(int Option, int By)> picks = _picks.AsSpan(choice * _places, group.Issues.Length);
            WideBlock.PicksOf(_case, group, from.Terms, picks);
            _identity[choice] = 0;
            foreach ((int option, int by) in picks)
                _identity[choice] = unchecked(31 * (31 * _identity[choice] + option) + by);
        }
    }
}
