using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The Nash solution over mixtures (Nash 1950) from the shares of a nearby problem, by an active set: Newton's method on the choices that have a share, a choice
/// dropped when its share comes down to 0, another taken in when it is worth more at the prices. It answers only what leaves no doubt: everyone who claims gains,
/// everyone else who is asked is no worse off, every choice left out is clearly worse, and the prices prove the answer on all usable deals. Everything else it
/// leaves to <see cref="CoalitionNash"/>, whose answer it then is to the certified gap. A workspace: reuse it, but not concurrently.
/// </summary>
internal sealed class NearNash
{
    private const int MostFree = 6;
    private const int MostSteps = 40;

    // In shares: a step this small ends the search on a face, first roughly and then to the last digits.
    private const double Rough = 0.03;
    private const double Fine = 1e-8;

    // For prices that sum to 1: behind by less than this is not clear. Shares smaller than this are not clear either.
    private const double Clear = 1e-6;

    // In points: a gain smaller than this is no basis.
    private const double Doubtful = 1e-4;

    private readonly int[] _free = new int[MostFree];
    private readonly int[] _freeBlock = new int[MostFree];
    private readonly double[] _matrix = new double[MostFree * MostFree];
    private readonly double[] _step = new double[MostFree];
    private int[] _members = [];
    private double[] _weight = [];
    private double[] _gain = [];
    private double[] _price = [];
    private double[] _difference = [];
    private double[] _move = [];
    private double[] _utilities = [];
    private double[] _shares = [];
    private bool[] _usable = [];
    private double[] _byMember = [];
    private double[] _worth = [];
    private int[] _top = [];
    private DealTable _table = null!;
    private int _count;
    private int _freeCount;
    private bool _independent;

    /// <summary>After success: value to each party, by canonical place.</summary>
    public ReadOnlySpan<double> Utilities => _utilities.AsSpan(0, _table.Parties);

    /// <summary>After success: the certified gap, in points.</summary>
    public double Gap { get; private set; }

    /// <summary>After success: the parties whose consent the solution has (canonical places).</summary>
    public ulong Consent { get; private set; }

    /// <param name="own">The coalition's parties (canonical places).</param>
    /// <param name="start">Chance of each choice of the table to begin from.</param>
    /// <returns>False when nothing is said.</returns>
    public bool Solve(DealTable table, ulong own, ReadOnlySpan<double> start)
    {
        _table = table;
        if (!Begin(own, start))
            return false;
        bool rough = true;
        for (int step = 0; step < MostSteps; step++)
        {
            double length = _freeCount == 0 ? 0 : Step();
            if (double.IsNaN(length))
                return false;
            if (length > (rough ? Rough : Fine))
                continue;
            if (!Measure())
                return false;
            int added = TakeIn(out bool full);
            if (full)
                return false;
            if (added == 0 && (!rough || _freeCount == 0))
                return IsClear() && Stands(own);
            rough = added > 0;
        }
        return false;
    }

    /// <summary>The solution that was found, as the ordinary way describes it.</summary>
    /// <param name="arrays">What the answer is made of.</param>
    public LotteryAnswer Answer(Lender arrays)
    {
        int choices = _table.Start[^1];
        (double[] shares, bool[] tied) = (arrays.Doubles(choices), arrays.Bools(choices));
        for (int c = 0; c < choices; c++)
            (shares[c], tied[c]) = (_shares[c], _shares[c] > 0);
        (double[] utilities, double[] prices) = (arrays.Doubles(_table.Parties), arrays.Doubles(_table.Parties));
        Utilities.CopyTo(utilities);
        double total = 0;
        for (int m = 0; m < _count; m++)
            total += _price[m];
        for (int m = 0; m < _count; m++)
            prices[_members[m]] = _price[m] / total;
        return new LotteryAnswer(SettlementStatus.Open, Consent, shares, tied, utilities, prices, Gap, 0, false);
    }

    // Who claims, what is usable, and the start brought to it. Further parties whose consent some choice needs are granted theirs, if they claim nothing.
    private bool Begin(ulong own, ReadOnlySpan<double> start)
    {
        Grow();
        ulong further = 0, refusing = 0;
        int choices = _table.Start[^1];
        for (int c = 0; c < choices; c++)
        {
            _usable[c] = (_table.RefusedBy[c] & own) == 0;
            further |= _table.Needs[c] & ~own;
            refusing |= _table.RefusedBy[c];
        }
        double claims = 0;
        _count = 0;
        for (int i = 0; i < _table.Parties; i++)
        {
            bool claiming = _table.Claims[i] > 0;
            if ((further >> i & 1) != 0 && claiming)
                return false;
            if ((own >> i & 1) == 0 || !claiming)
                continue;
            (_members[_count], _weight[_count]) = (i, _table.Claims[i]);
            claims += _table.Claims[_members[_count++]];
        }
        for (int m = 0; m < _count; m++)
        {
            _weight[m] /= claims;
            for (int c = 0; c < choices; c++)
                _byMember[m * choices + c] = _table.Points[c * _table.Parties + _members[m]];
        }
        return _count > 0 && (further & refusing) == 0 && Place(start);
    }

    private void Grow()
    {
        int parties = _table.Parties, choices = _table.Start[^1];
        if (_members.Length < parties)
        {
            (_members, _weight, _gain) = (new int[parties], new double[parties], new double[parties]);
            (_price, _move, _utilities, _difference) = (new double[parties], new double[parties], new double[parties], new double[parties * MostFree]);
        }
        if (_shares.Length < choices)
            (_shares, _usable, _worth) = (new double[2 * choices], new bool[2 * choices], new double[2 * choices]);
        if (_byMember.Length < parties * choices)
            _byMember = new double[2 * parties * choices];
        if (_top.Length < _table.Blocks)
            _top = new int[2 * _table.Blocks];
    }

    private bool Place(ReadOnlySpan<double> start)
    {
        _freeCount = 0;
        for (int b = 0; b < _table.Blocks; b++)
        {
            double sum = 0;
            int top = -1;
            for (int c = _table.Start[b]; c < _table.Start[b + 1]; c++)
            {
                _shares[c] = _usable[c] && start[c] > Fine ? start[c] : 0;
                sum += _shares[c];
                top = _usable[c] && (top < 0 || _shares[c] > _shares[top]) ? c : top;
            }
            if (top < 0)
                return false;
            _top[b] = top;
            for (int c = _table.Start[b]; c < _table.Start[b + 1]; c++)
            {
                _shares[c] = sum > 0 ? _shares[c] / sum : c == top ? 1 : 0;
                if (_shares[c] > 0 && c != top && !Add(c, b))
                    return false;
            }
        }
        for (int m = 0; m < _count; m++)
        {
            _gain[m] = GainOf(_members[m]);
            if (!(_gain[m] > Doubtful))
                return false;
        }
        return true;
    }

    private double GainOf(int party)
    {
        double gain = _table.Constants[party] - _table.NoDeal[party];
        for (int c = 0, n = _table.Parties; c < _table.Start[^1]; c++)
        {
            if (_shares[c] > 0)
                gain += _shares[c] * _table.Points[c * n + party];
        }
        return gain;
    }

    private bool Add(int choice, int block)
    {
        if (_freeCount == MostFree)
            return false;
        (_free[_freeCount], _freeBlock[_freeCount]) = (choice, block);
        _freeCount++;
        return true;
    }

    // One step of Newton's method on the free shares, as far as no share passes 0 and no gain nearly vanishes. How far it went; NaN when it leads nowhere.
    private double Step()
    {
        Aim();
        double limit = 1;
        for (int k = 0; k < _freeCount; k++)
        {
            if (_shares[_free[k]] + limit * _step[k] < 0)
                limit = -_shares[_free[k]] / _step[k];
        }
        for (int k = 0; k < _freeCount; k++)
        {
            double given = GivenBy(_freeBlock[k]), left = _shares[_top[_freeBlock[k]]];
            if (left - limit * given < 0)
                limit = left / given;
        }
        for (int m = 0; m < _count; m++)
        {
            if (_gain[m] + limit * _move[m] < 0.2 * _gain[m])
                limit = -0.8 * _gain[m] / _move[m];
        }
        double longest = 0;
        for (int k = 0; k < _freeCount; k++)
        {
            _shares[_free[k]] += limit * _step[k];
            _shares[_top[_freeBlock[k]]] -= limit * _step[k];
            longest = Math.Max(longest, Math.Abs(_step[k]));
        }
        bool sound = true;
        for (int m = 0; m < _count; m++)
        {
            _gain[m] += limit * _move[m];
            sound &= _gain[m] > Doubtful;
        }
        return DropEmpty() ? double.PositiveInfinity : sound ? longest : double.NaN;
    }

    private double GivenBy(int block)
    {
        double given = 0;
        for (int k = 0; k < _freeCount; k++)
            given += _freeBlock[k] == block ? _step[k] : 0;
        return given;
    }

    // Gains anew from the shares, without the rounding of many steps. False when one nearly vanished.
    private bool Measure()
    {
        bool sound = true;
        for (int m = 0; m < _count; m++)
        {
            _gain[m] = GainOf(_members[m]);
            sound &= _gain[m] > Doubtful;
        }
        return sound;
    }

    private void Aim()
    {
        int n = _table.Parties;
        double[] points = _table.Points;
        for (int k = 0; k < _freeCount; k++)
        {
            int choice = _free[k] * n, top = _top[_freeBlock[k]] * n;
            double slope = 0;
            for (int m = 0; m < _count; m++)
            {
                double difference = points[choice + _members[m]] - points[top + _members[m]];
                _difference[k * _count + m] = difference / _gain[m];
                slope += _weight[m] * (difference / _gain[m]);
            }
            _step[k] = slope;
            for (int l = 0; l <= k; l++)
            {
                double sum = 0;
                for (int m = 0; m < _count; m++)
                    sum += _weight[m] * _difference[k * _count + m] * _difference[l * _count + m];
                _matrix[k * _freeCount + l] = sum;
            }
        }
        SymmetricMatrix.Factor(_matrix.AsSpan(0, _freeCount * _freeCount), _freeCount);
        SymmetricMatrix.Solve(_matrix, _freeCount, _step.AsSpan(0, _freeCount));
        _independent = true;
        for (int k = 0; k < _freeCount; k++)
            _independent &= _matrix[k * _freeCount + k] > 0;
        for (int m = 0; m < _count; m++)
        {
            _move[m] = 0;
            for (int k = 0; k < _freeCount; k++)
                _move[m] += _step[k] * _difference[k * _count + m] * _gain[m];
        }
    }

    // Free choices without a share left go; a first choice without one hands its place to the largest of the others. Whether anything went.
    private bool DropEmpty()
    {
        bool dropped = false;
        for (int k = _freeCount - 1; k >= 0; k--)
        {
            int block = _freeBlock[k];
            if (_shares[_free[k]] > _shares[_top[block]])
                (_free[k], _top[block]) = (_top[block], _free[k]);
        }
        for (int k = _freeCount - 1; k >= 0; k--)
        {
            if (_shares[_free[k]] > Fine || (_shares[_free[k]] > 0 && _step[k] > 0))
                continue;
            _shares[_top[_freeBlock[k]]] += _shares[_free[k]];
            _shares[_free[k]] = 0;
            _freeCount--;
            (_free[k], _freeBlock[k]) = (_free[_freeCount], _freeBlock[_freeCount]);
            dropped = true;
        }
        return dropped && Measure();
    }

    // The choice that is worth most more at the prices than what has a share in its block becomes free: one at a time, so that its share can only rise.
    private int TakeIn(out bool full)
    {
        Price();
        (int taken, int block, double lead) = (-1, -1, 0.1 * Clear);
        for (int b = 0; b < _table.Blocks; b++)
        {
            double worth = _worth[_top[b]];
            for (int c = _table.Start[b]; c < _table.Start[b + 1]; c++)
            {
                if (_usable[c] && !(_shares[c] > 0) && _worth[c] - worth is var more && more > lead)
                    (taken, block, lead) = (c, b, more);
            }
        }
        full = taken >= 0 && (Array.IndexOf(_free, taken, 0, _freeCount) >= 0 || !Add(taken, block));
        return taken >= 0 ? 1 : 0;
    }

    // Prices that sum to 1, and the worth of every choice at them, four choices at a time.
    private void Price()
    {
        double total = 0;
        for (int m = 0; m < _count; m++)
            total += _weight[m] / _gain[m];
        for (int m = 0; m < _count; m++)
            _price[m] = _weight[m] / _gain[m] / total;
        Span<double> worth = _worth.AsSpan(0, _table.Start[^1]);
        worth.Clear();
        for (int m = 0; m < _count; m++)
            Lanes.Add(_price[m], _byMember.AsSpan(m * worth.Length, worth.Length), worth);
    }

    // Every free share well above 0, every other usable choice clearly behind: then these are the only optimal shares. Leaves the gap.
    private bool IsClear()
    {
        Gap = 0;
        for (int b = 0; b < _table.Blocks; b++)
        {
            double most = _worth[_top[b]], reached = 0;
            for (int c = _table.Start[b]; c < _table.Start[b + 1]; c++)
            {
                if (!_usable[c])
                    continue;
                double worth = _worth[c];
                if (_shares[c] > 0)
                    (most, reached) = (Math.Max(most, worth), reached + _shares[c] * worth);
                else if (!(most - worth > Clear))
                    return false;
                if (_shares[c] > 0 && _shares[c] < Clear)
                    return false;
            }
            Gap += most - reached;
        }
        return Gap < 1e-8 && (_freeCount == 0 || _independent);
    }

    // Whether those whose consent was granted, and those who claim nothing, are no worse off, and none of them refuses what was chosen.
    private bool Stands(ulong own)
    {
        Consent = own;
        ulong refused = 0;
        Array.Copy(_table.Constants, _utilities, _table.Parties);
        for (int c = 0; c < _table.Start[^1]; c++)
        {
            if (!(_shares[c] > 0))
                continue;
            Consent |= _table.Needs[c];
            refused |= _table.RefusedBy[c];
            for (int i = 0, n = _table.Parties; i < n; i++)
                _utilities[i] += _shares[c] * _table.Points[c * n + i];
        }
        for (int i = 0; i < _table.Parties; i++)
        {
            if ((Consent >> i & 1) != 0 && !(_utilities[i] - _table.NoDeal[i] > Clear))
                return false;
        }
        return (refused & Consent) == 0;
    }
}
