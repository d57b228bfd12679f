using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// The states that levers take in one draw, each kept once, with what the state adds to every deal, to a deal that includes the lever, and to no deal
/// (the table of docs/guide/levers.md). Slot l is the state of lever l before the first move. One thread's own.
/// </summary>
internal sealed class LeverSlots
{
    // Shares come from a few products of amounts; a thousandth of a billionth is rounding, never a move.
    private const double Rounding = 1e-12;

    private readonly CompiledCase _case;
    private readonly DrawnModel _model;
    private readonly int[] _last;
    private readonly double[] _moving = new double[NumberPlaces.Standings];
    private double[] _shares = [];
    private double[] _given = [];
    private double[] _noDeal = [];
    private double[] _constant = [];
    private double[] _term = [];
    private int[] _main = [];
    private int[] _before = [];
    private int _count;

    public LeverSlots(CompiledCase compiled, DrawnModel model)
    {
        (_case, _model) = (compiled, model);
        _last = new int[compiled.Levers];
    }

    /// <summary>The standing of the largest share; of equal shares the first.</summary>
    public Standing Main(int slot) => (Standing)_main[slot];

    public double Share(int slot, Standing standing) => _shares[slot * NumberPlaces.Standings + (int)standing];

    /// <summary>By party: points of the course after its own refusal.</summary>
    public ReadOnlySpan<double> NoDeal(int slot) => _noDeal.AsSpan(slot * _case.Parties, _case.Parties);

    /// <summary>By party: points in every deal.</summary>
    public ReadOnlySpan<double> Constant(int slot) => _constant.AsSpan(slot * _case.Parties, _case.Parties);

    /// <summary>By party: points of a deal that includes the lever as a term.</summary>
    public ReadOnlySpan<double> Term(int slot) => _term.AsSpan(slot * _case.Parties, _case.Parties);

    public LeverState StateOf(int slot) => LeverState.Of(_shares.AsSpan(slot * _moving.Length, _moving.Length), double.IsNaN(_given[slot]) ? null : _given[slot]);

    /// <summary>Forgets the last draw.</summary>
    public void Begin()
    {
        _count = 0;
        Array.Fill(_last, -1);
        for (int l = 0; l < _case.Levers; l++)
        {
            Array.Clear(_moving);
            _moving[(int)_case.Layout.Levers[l].Initial] = 1;
            Kept(l, double.NaN);
        }
    }

    /// <summary>The share <paramref name="amount"/> of every standing goes to <paramref name="target"/>.</summary>
    public int MovedTo(int lever, int slot, Standing target, double amount)
    {
        for (int s = 0; s < _moving.Length; s++)
            _moving[s] = (1 - amount) * _shares[slot * _moving.Length + s];
        _moving[(int)target] += amount;
        return Kept(lever, _given[slot]);
    }

    /// <summary>The state after one more move, at the amounts of the draw.</summary>
    public int After(int lever, int slot, int move)
    {
        CompiledMoves moves = _case.Moves;
        if (!moves.Moved[move])
            return slot;
        double[] values = _model.Numbers.Values;
        double amount = moves.Amount[move] >= 0 ? Math.Clamp(values[moves.Amount[move]], 0, 1) : 1;
        int moved = moves.Standing[move] >= 0 ? MovedTo(lever, slot, (Standing)moves.Standing[move], amount) : slot;
        if (moves.Credibility[move] < 0)
            return moved;
        _shares.AsSpan(moved * _moving.Length, _moving.Length).CopyTo(_moving);
        return Kept(lever, values[moves.Credibility[move]]);
    }

    /// <summary>Whether nothing that counts differs: shares to within rounding, credibility exactly.</summary>
    public bool Same(int one, int other)
    {
        for (int s = 0; s < _moving.Length; s++)
        {
            if (Math.Abs(_shares[one * _moving.Length + s] - _shares[other * _moving.Length + s]) > Rounding)
                return false;
        }
        return _given[one].Equals(_given[other]);
    }

    /// <summary>How far an audience believes the lever in a standing: what a move gave counts for what is announced or in force.</summary>
    public double Credibility(int lever, int slot, Standing standing, int audience) =>
        standing is Standing.Announced or Standing.InForce && !double.IsNaN(_given[slot])
            ? _given[slot]
            : _model.Credibility[(lever * NumberPlaces.Standings + (int)standing) * _case.Parties + audience];

    /// <summary>What the lever adds to the value that a refusal leaves to a party.</summary>
    public double AfterRefusal(int lever, int slot, int refuser, int party)
    {
        int parties = _case.Parties;
        bool triggered = _case.Numbers.Triggers[lever * parties + refuser];
        double points = _model.NoDeal[lever * parties + party] + (triggered ? _model.Refused[(lever * parties + refuser) * parties + party] : 0);
        double value = Share(slot, Standing.GivenAway) * _model.Deal[lever * parties + party];
        if (points != 0)
            value += WithoutDeal(lever, slot, party) * points;
        if (party == _case.Numbers.Holder[lever] && _model.CostsHolder[lever] != 0)
            value -= CarriedOut(lever, slot, triggered) * _model.CostsHolder[lever];
        return value;
    }

    // A lever that only delivers an option is carried out without a deal when it is in force or given away.
    private double CarriedOut(int lever, int slot, bool triggered) =>
        triggered || _case.Numbers.HasNoDeal[lever] ? WithoutDeal(lever, slot, _case.Numbers.Holder[lever])
        : _case.Layout.Deliveries[lever].Length > 0 ? Share(slot, Standing.InForce) + Share(slot, Standing.GivenAway) : 0;

    private double AsTerm(int lever, int slot, int audience) => Share(slot, Standing.Reserve) * Credibility(lever, slot, Standing.Reserve, audience);

    private double WithoutDeal(int lever, int slot, int audience) =>
        AsTerm(lever, slot, audience) + Share(slot, Standing.Announced) * Credibility(lever, slot, Standing.Announced, audience)
        + Share(slot, Standing.InForce) + Share(slot, Standing.GivenAway);

    private double InEveryDeal(int lever, int slot, int audience) =>
        Share(slot, Standing.Announced) * Credibility(lever, slot, Standing.Announced, audience)
        + Share(slot, Standing.InForce) * Credibility(lever, slot, Standing.InForce, audience)
        + Share(slot, Standing.GivenAway);

    // The slot of the state in _moving, a new one where it is new.
    private int Kept(int lever, double given)
    {
        for (int slot = _last[lever]; slot >= 0; slot = _before[slot])
        {
            if (_given[slot].Equals(given) && _shares.AsSpan(slot * _moving.Length, _moving.Length).SequenceEqual(_moving))
                return slot;
        }
        int added = _count++;
        int parties = _case.Parties;
        Room.For(ref _shares, _count * _moving.Length);
        Room.For(ref _given, _count);
        Room.For(ref _main, _count);
        Room.For(ref _before, _count);
        Room.For(ref _noDeal, _count * parties);
        Room.For(ref _constant, _count * parties);
        Room.For(ref _term, _count * parties);
        _moving.CopyTo(_shares, added * _moving.Length);
        (_given[added], _main[added]) = (given, Largest(_moving));
        (_before[added], _last[lever]) = (_last[lever], added);
        Measure(lever, added);
        return added;
    }

    private void Measure(int lever, int slot)
    {
        int parties = _case.Parties;
        for (int p = 0; p < parties; p++)
        {
            double deal = _model.Deal[lever * parties + p];
            _noDeal[slot * parties + p] = AfterRefusal(lever, slot, p, p);
            _constant[slot * parties + p] = _model.HasDeal[lever] ? InEveryDeal(lever, slot, p) * deal : 0;
            _term[slot * parties + p] = AsTerm(lever, slot, p) * deal;
        }
    }

    private static int Largest(double[] shares)
    {
        int largest = 0;
        for (int s = 1; s < shares.Length; s++)
            largest = shares[s] > shares[largest] ? s : largest;
        return largest;
    }
}
