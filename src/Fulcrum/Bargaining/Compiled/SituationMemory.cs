namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// Numbers the different situations of a draw by what their solution depends on: variants of groups, optional levers, points in every deal, no-deal values.
/// A table of open places, emptied for every draw. One thread's own.
/// </summary>
internal sealed class SituationMemory(CompiledCase compiled)
{
    private readonly int _keyLength = compiled.Groups.Length + compiled.Levers;
    private readonly int _parties = compiled.Parties;
    private int[] _places = new int[256];
    private int[] _keys = [];
    private ulong[] _hashes = [];
    private double[] _noDeal = [];
    private double[] _constants = [];
    private int _count;

    public int Count => _count;

    public ReadOnlySpan<double> NoDeal(int known) => _noDeal.AsSpan(known * _parties, _parties);

    public void Begin()
    {
        _count = 0;
        Array.Clear(_places);
    }

    /// <summary>The number of the situation that the table describes.</summary>
    public int Find(SituationTable table, out bool isNew)
    {
        ulong hash = Hash(table);
        int place = (int)(hash & (ulong)(_places.Length - 1));
        for (; _places[place] > 0; place = (place + 1) & (_places.Length - 1))
        {
            if (Is(_places[place] - 1, hash, table))
            {
                isNew = false;
                return _places[place] - 1;
            }
        }
        int added = _count++;
        _places[place] = _count;
        Keep(added, hash, table);
        if (2 * _count > _places.Length)
            Widen();
        isNew = true;
        return added;
    }

    private bool Is(int known, ulong hash, SituationTable table) =>
        _hashes[known] == hash
        && _keys.AsSpan(known * _keyLength, _keyLength).SequenceEqual(table.Key)
        && NoDeal(known).SequenceEqual(table.NoDeal)
        && _constants.AsSpan(known * _parties, _parties).SequenceEqual(table.Constants);

    private void Keep(int added, ulong hash, SituationTable table)
    {
        Room.For(ref _keys, _count * _keyLength);
        Room.For(ref _hashes, _count);
        Room.For(ref _noDeal, _count * _parties);
        Room.For(ref _constants, _count * _parties);
        table.Key.CopyTo(_keys, added * _keyLength);
        _hashes[added] = hash;
        table.NoDeal.CopyTo(_noDeal.AsSpan(added * _parties));
        table.Constants.CopyTo(_constants.AsSpan(added * _parties));
    }

    private void Widen()
    {
        _places = new int[2 * _places.Length];
        for (int known = 0; known < _count; known++)
        {
            int place = (int)(_hashes[known] & (ulong)(_places.Length - 1));
            while (_places[place] > 0)
                place = (place + 1) & (_places.Length - 1);
            _places[place] = known + 1;
        }
    }

    private static ulong Hash(SituationTable table)
    {
        ulong hash = 0;
        foreach (int part in table.Key)
            hash = Mixed(hash, (uint)part);
        foreach (double value in table.NoDeal)
            hash = Mixed(hash, (ulong)BitConverter.DoubleToInt64Bits(value));
        foreach (double value in table.Constants)
            hash = Mixed(hash, (ulong)BitConverter.DoubleToInt64Bits(value));
        return hash ^ hash >> 29;
    }

    private static ulong Mixed(ulong hash, ulong part) => (ulong.RotateLeft(hash, 25) ^ part) * 0x9E3779B97F4A7C15UL;
}
