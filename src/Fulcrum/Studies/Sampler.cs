using Fulcrum.Cases;
using Fulcrum.Numerics;

namespace Fulcrum.Studies;

/// <summary>
/// Draws every uncertain number of a case. Each number has its own stream, derived from (seed, draw, the number's stable key), so that renaming,
/// reordering, adding a number elsewhere or running on another machine changes no other draw, and readings are compared on common random numbers.
/// Immutable; safe to call from many threads.
/// </summary>
public sealed class Sampler
{
    private readonly Case _case;
    private readonly ulong _seed;
    private readonly (ulong Key, bool Mirrored)[] _quantities;
    private readonly ulong[] _rankings;
    private readonly (ulong Date, ulong Binding)[] _moves;
    private readonly int[][] _after;
    private readonly int[] _byTurn;
    private readonly NumberShape[] _shapes;
    private readonly VagueDate[] _dates;
    private readonly Ranking[] _orders;
    private readonly Quantity[][] _chances;

    public Sampler(Case @case, ulong seed)
    {
        _case = @case;
        _seed = seed;
        _quantities = @case.Quantities.Select(q => StreamOf(@case, q)).ToArray();
        _rankings = @case.Rankings.Select(r => RandomStream.KeyHash(r.Key)).ToArray();
        _moves = @case.Moves.Select(m => (RandomStream.KeyHash($"ledger.{m.Key}.date"), RandomStream.KeyHash($"ledger.{m.Key}.binding"))).ToArray();
        var places = @case.Moves.Select((m, i) => (m.Id, i)).DistinctBy(m => m.Id).ToDictionary(m => m.Id, m => m.i);
        _after = @case.Moves.Select(m => m.After.Where(places.ContainsKey).Select(a => places[a]).ToArray()).ToArray();
        _byTurn = Enumerable.Range(0, _moves.Length).OrderBy(m => @case.Moves[m].Turn).ToArray();
        _shapes = @case.Quantities.Select(q => q.Shape).ToArray();
        _dates = @case.Moves.Select(m => m.Date).ToArray();
        _orders = @case.Rankings.ToArray();
        _chances = CaseNumbers.ChancesOf(@case);
    }

    /// <param name="draw">Index of the draw, from 0.</param>
    public CaseNumbers Draw(long draw)
    {
        CaseNumbers numbers = Blank();
        Draw(draw, numbers);
        return numbers;
    }

    /// <summary>The draw, written over numbers from <see cref="Blank"/>: nothing is allocated.</summary>
    internal void Draw(long draw, CaseNumbers into)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(draw);
        Fill(draw, new NoOthers(), into);
    }

    /// <summary>Room for a draw.</summary>
    internal CaseNumbers Blank() =>
        new(_case, new double[_quantities.Length], Array.ConvertAll(_orders, r => new double[r.Groups.Count]), new int[_moves.Length], new double[_moves.Length]);

    /// <summary>The draw with the streams of some keys taken from elsewhere: what stands in 'others' is drawn as in that draw of that seed.</summary>
    internal CaseNumbers Draw(long draw, IReadOnlySet<ulong> others, ulong otherSeed, long otherDraw)
    {
        CaseNumbers numbers = Blank();
        Fill(draw, new Others(others, otherSeed, otherDraw), numbers);
        return numbers;
    }

    /// <summary>The key of the stream from which a number is drawn: its own, or its partner's.</summary>
    internal ulong KeyOf(Quantity quantity) => _quantities[quantity.Index].Key;

    private interface IOthers
    {
        (ulong Seed, long Draw) Of(ulong key, ulong seed, long draw);
    }

    private void Fill<T>(long draw, T others, CaseNumbers into) where T : struct, IOthers
    {
        double[] values = into.Values;
        for (int i = 0; i < values.Length; i++)
        {
            double uniform = _shapes[i] is NumberShape.Fixed or NumberShape.Rest ? 0 : Uniform(draw, _quantities[i].Key, others);
            values[i] = _shapes[i].At(_quantities[i].Mirrored ? 1 - uniform : uniform);
        }
        CaseNumbers.FillRests(_chances, values);
        for (int r = 0; r < _rankings.Length; r++)
        {
            (ulong seed, long at) = others.Of(_rankings[r], _seed, draw);
            RankedDraw.Fill(_orders[r], new RandomStream(seed, (ulong)at, _rankings[r]), into.Ranked[r]);
        }
        int[] days = into.MoveDays;
        foreach (int m in _byTurn)
        {
            int notBefore = 0;
            foreach (int earlier in _after[m])
            {
                notBefore = Math.Max(notBefore, days[earlier]);
            }
            days[m] = _dates[m].IsExact ? _dates[m].First.DayNumber : DayOf(_dates[m], notBefore, Uniform(draw, _moves[m].Date, others));
            into.MoveChances[m] = Uniform(draw, _moves[m].Binding, others);
        }
    }

    private static (ulong Key, bool Mirrored) StreamOf(Case @case, Quantity quantity)
    {
        (Quantity lead, bool mirrored) = DrawnTogether.LeadOf(@case, quantity);
        return (RandomStream.KeyHash(lead.Key), mirrored);
    }

    private double Uniform<T>(long draw, ulong key, T others) where T : struct, IOthers
    {
        (ulong seed, long at) = others.Of(key, _seed, draw);
        return RandomStream.UniformAt(seed, (ulong)at, key);
    }

    // Any day of the stretch that is not before the moves that this one came after.
    private static int DayOf(VagueDate date, int notBefore, double uniform)
    {
        int first = Math.Clamp(notBefore, date.First.DayNumber, date.Last.DayNumber);
        int days = date.Last.DayNumber - first + 1;
        return first + Math.Min((int)(uniform * days), days - 1);
    }

    private readonly struct NoOthers : IOthers
    {
        public (ulong Seed, long Draw) Of(ulong key, ulong seed, long draw) => (seed, draw);
    }

    private readonly struct Others(IReadOnlySet<ulong> keys, ulong otherSeed, long otherDraw) : IOthers
    {
        public (ulong Seed, long Draw) Of(ulong key, ulong seed, long draw) => keys.Contains(key) ? (otherSeed, otherDraw) : (seed, draw);
    }
}
