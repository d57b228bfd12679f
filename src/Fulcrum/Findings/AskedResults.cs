using System.Collections.Concurrent;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Numerics;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum.Findings;

/// <summary>
/// The named analysis behind studies, comparisons and sensitivities: from the numbers of a draw to the measures asked for, in their order. Only those parts
/// of a draw are worked out that the measures need. Pure; safe to call from many threads.
/// </summary>
internal sealed class AskedResults
{
    private static readonly ulong Orders = RandomStream.KeyHash("orders of fair shares");

    private readonly CasePlan _plan;
    private readonly DrawOptions _options;
    private readonly Func<DrawResult, double>[] _readers;
    private readonly int _keptAt;
    private readonly Func<CaseNumbers, bool>? _kept;
    private readonly ConcurrentBag<DrawRoom> _rooms = [];

    /// <param name="names">Measures, some with a date: names that <see cref="ResultMeasures"/> knows for this case or for another reading of it.</param>
    /// <param name="kept">Makes what tells whether the deal of a plan would be kept; used only where that is asked.</param>
    public AskedResults(Case @case, DateOnly asOf, IReadOnlyList<string> names, Func<CasePlan, Func<CaseNumbers, bool>> kept)
    {
        DateOnly[] dates = [.. names.Select(n => VerdictReader.Split(n).Day).OfType<string>().Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture)).Distinct().Order()];
        _plan = CasePlan.Of(@case, asOf) with { Dates = dates };
        ResultMeasures measures = ResultMeasures.Of(_plan);
        DrawParts parts = measures.PartsOf(names);
        _options = new DrawOptions { Full = parts != DrawParts.None, Parts = parts, Today = ResultMeasures.TodayOf(names) };
        _keptAt = names.ToList().IndexOf(ResultMeasures.Kept);
        _kept = _keptAt >= 0 && measures.All.Any(m => m.Name == ResultMeasures.Kept) ? kept(_plan) : null;
        _readers = [.. names.Select(n => measures.ReaderOf(n, dates))];
    }

    /// <summary>How many measures are asked for.</summary>
    public int Count => _readers.Length;

    /// <param name="draw">Index of the draw, which with the seed names the orders of fair shares.</param>
    public double[] Answer(CaseNumbers numbers, ulong seed, long draw)
    {
        var values = new double[_readers.Length];
        Answer(numbers, seed, draw, values);
        return values;
    }

    /// <summary>The same, written over an array of <see cref="Count"/> numbers; in the steady state nothing is allocated.</summary>
    public void Answer(CaseNumbers numbers, ulong seed, long draw, double[] values)
    {
        DrawRoom room = _rooms.TryTake(out DrawRoom? free) ? free : new DrawRoom(_plan, _options);
        DrawAnalysis.Fill(_plan, numbers, new RandomStream(seed, (ulong)draw, Orders).NextBits(), room);
        for (int m = 0; m < values.Length; m++)
        {
            values[m] = _readers[m](room.Result);
        }
        _rooms.Add(room);
        if (_keptAt >= 0)
        {
            values[_keptAt] = _kept is null ? double.NaN : _kept(numbers) ? 1 : 0;
        }
    }
}
