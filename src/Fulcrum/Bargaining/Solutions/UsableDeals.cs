namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// The deals that a given set of consenting parties can make: choices that need nobody else's consent and that none of them refuses, choices of equal worth to all of them folded into
/// the first by key. A workspace: refilled for every set.
/// </summary>
internal sealed class UsableDeals
{
    private const int MostFolded = 512;

    private readonly BetterChoices better = new();
    private int[] members = [];
    private bool[] counts = [];
    private double[] lows = [];
    private double[] highs = [];

    public DealTable Table { get; private set; } = null!;

    /// <summary>The consenting parties (canonical places).</summary>
    public ulong Consent { get; private set; }

    /// <summary>Further parties whose consent is taken for granted: what needs them is usable, although they are no members. None unless set.</summary>
    public ulong Granted { get; set; }

    /// <summary>The consenting parties in canonical order.</summary>
    public ReadOnlySpan<int> Members => members.AsSpan(0, Count);

    /// <summary>How many parties consent.</summary>
    public int Count { get; private set; }

    /// <summary>Block b owns the places Start[b] .. Start[b + 1] - 1 of <see cref="Choice"/>.</summary>
    public int[] Start { get; private set; } = [0];

    /// <summary>Index into the table's choices.</summary>
    public int[] Choice { get; private set; } = [];

    /// <summary>Whether another choice was folded into the one at a place of <see cref="Choice"/>.</summary>
    public bool[] HasTwin { get; private set; } = [];

    /// <summary>Points of the choice at place k to member m, in the member's unit, at [k * Count + m].</summary>
    public double[] Values { get; private set; } = [];

    public int Blocks => Table.Blocks;

    /// <summary>False when some block has no usable choice.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether some choices were folded into others.</summary>
    public bool Folded { get; private set; }

    /// <summary>Gain over no deal of each member before any block, its least and its greatest gain over all usable deals, and its unit: a power of two of about the range.</summary>
    public double[] Base { get; private set; } = [];

    public double[] Least { get; private set; } = [];

    public double[] Most { get; private set; } = [];

    public double[] Unit { get; private set; } = [];

    public void Fill(DealTable table, ulong consent)
    {
        (Table, Consent, Count, Any, Folded) = (table, consent, 0, true, false);
        if (members.Length < table.Parties)
        {
            (members, Base, Least) = (new int[table.Parties], new double[table.Parties], new double[table.Parties]);
            (lows, highs) = (new double[table.Parties], new double[table.Parties]);
            (Most, Unit, counts) = (new double[table.Parties], new double[table.Parties], new bool[table.Parties]);
        }
        if (Start.Length < table.Blocks + 1)
            Start = new int[table.Blocks + 1];
        if (Choice.Length < table.Start[^1])
            (Choice, HasTwin) = (new int[table.Start[^1]], new bool[table.Start[^1]]);
        if (Values.Length < table.Start[^1] * table.Parties)
            Values = new double[table.Start[^1] * table.Parties];
        for (int i = 0; i < table.Parties; i++)
        {
            if ((consent >> i & 1) != 0)
                members[Count++] = i;
        }
        FindWhoCounts();
        int next = 0;
        for (int b = 0; b < table.Blocks; b++)
        {
            Start[b] = next;
            next = FillBlock(b, next);
            Any &= next > Start[b];
        }
        Start[table.Blocks] = next;
        if (Any)
            Measure();
    }

    private int FillBlock(int block, int next)
    {
        (int from, int to) = (Table.Start[block], Table.Start[block + 1]);
        if (to - from > BetterChoices.Most)
            return FillLongBlock(from, to, next);
        LayOut(from, to);
        for (int c = from; c < to; c++)
        {
            if (!IsUsable(c))
                continue;
            int like = better.FirstLike(c - from, to - from);
            if (like == c - from)
                (HasTwin[next], Choice[next++]) = (false, c);
            else if (like != BetterChoices.Bettered)
                (Folded, HasTwin[Choice.AsSpan(0, next).LastIndexOf(from + like)]) = (true, true);
        }
        return next;
    }

    private int FillLongBlock(int from, int to, int next)
    {
        int first = next;
        for (int c = from; c < to; c++)
        {
            if (IsUsable(c) && !FoldsIntoEarlier(c, first, next))
                (HasTwin[next], Choice[next++]) = (false, c);
        }
        return next;
    }

    // Where nobody must agree all choices are alike, as to somebody who gets nothing from any.
    private void LayOut(int from, int to)
    {
        int n = Table.Parties;
        better.Begin(to - from, Count > 0 ? counts.AsSpan(0, Count) : [false]);
        for (int c = from; c < to; c++)
        {
            if (!IsUsable(c))
                continue;
            if (Count == 0)
                better.Put(c - from, 0, 0);
            for (int m = 0; m < Count; m++)
                better.Put(c - from, m, Table.Points[c * n + members[m]]);
        }
    }

    /// <summary>Whether two choices of the table are worth the same to every member.</summary>
    public bool Same(int x, int y)
    {
        double[] points = Table.Points;
        int n = Table.Parties;
        foreach (int i in Members)
        {
            if (points[x * n + i] != points[y * n + i])
                return false;
        }
        return true;
    }

    /// <summary>Worth of the choice at a place to the members, at prices in their units.</summary>
    public double Worth(ReadOnlySpan<double> price, int place)
    {
        ReadOnlySpan<double> value = Values.AsSpan(place * price.Length, price.Length);
        double worth = 0;
        for (int m = 0; m < value.Length; m++)
            worth += price[m] * value[m];
        return worth;
    }

    // Whether a granted party refuses a choice is asked of the answer, not here.
    private bool IsUsable(int choice) =>
        (Table.Needs[choice] & ~(Consent | Granted)) == 0 && (Table.RefusedBy[choice] & Consent) == 0;

    // Who has a claim; everybody where nobody has one.
    private void FindWhoCounts()
    {
        bool any = false;
        for (int m = 0; m < Count; m++)
        {
            counts[m] = Table.Claims[members[m]] > 0;
            any |= counts[m];
        }
        for (int m = 0; !any && m < Count; m++)
            counts[m] = true;
    }

    private bool FoldsIntoEarlier(int choice, int from, int to)
    {
        for (int k = from; k < to && to - from <= MostFolded; k++)
        {
            if (!Same(Choice[k], choice))
                continue;
            (Folded, HasTwin[k]) = (true, true);
            return true;
        }
        return false;
    }

    // Takes the values over in points, finds the units, and brings the values to them.
    private void Measure()
    {
        for (int m = 0; m < Count; m++)
        {
            int i = members[m];
            Base[m] = Table.Constants[i] - Table.NoDeal[i];
            (Least[m], Most[m]) = (0, 0);
            Unit[m] = Math.Abs(Table.Constants[i]) + Math.Abs(Table.NoDeal[i]);
        }
        for (int b = 0; b < Blocks; b++)
            MeasureBlock(b);
        for (int m = 0; m < Count; m++)
        {
            Unit[m] = UnitOf(Most[m] - Least[m], Unit[m]);
            (Least[m], Most[m]) = (Base[m] + Least[m], Base[m] + Most[m]);
        }
        ToUnits();
    }

    private void MeasureBlock(int b)
    {
        int n = Table.Parties;
        Span<double> low = lows.AsSpan(0, Count);
        Span<double> high = highs.AsSpan(0, Count);
        low.Fill(double.PositiveInfinity);
        high.Fill(double.NegativeInfinity);
        for (int k = Start[b]; k < Start[b + 1]; k++)
        {
            ReadOnlySpan<double> points = Table.Points.AsSpan(Choice[k] * n, n);
            Span<double> value = Values.AsSpan(k * low.Length, low.Length);
            for (int m = 0; m < value.Length; m++)
            {
                double one = points[members[m]];
                value[m] = one;
                low[m] = Math.Min(low[m], one);
                high[m] = Math.Max(high[m], one);
            }
        }
        for (int m = 0; m < low.Length; m++)
        {
            Least[m] += low[m];
            Most[m] += high[m];
            Unit[m] += Math.Max(Math.Abs(low[m]), Math.Abs(high[m]));
        }
    }

    // Units are powers of two, so that multiplying by their inverse is dividing by them.
    private void ToUnits()
    {
        Span<double> inverse = lows.AsSpan(0, Count);
        for (int m = 0; m < inverse.Length; m++)
            inverse[m] = 1 / Unit[m];
        Span<double> values = Values.AsSpan(0, Start[Blocks] * Count);
        for (int at = 0; at < values.Length; at += inverse.Length)
        {
            for (int m = 0; m < inverse.Length; m++)
                values[at + m] *= inverse[m];
        }
    }

    // Dividing by a power of two changes no digit of a number. A range that is rounding of the numbers it comes from is none; then a point is the unit at least.
    private static double UnitOf(double range, double size)
    {
        double unit = range > 1e-12 * size ? range : Math.Max(1, size);
        return double.IsFinite(unit) ? Math.ScaleB(1, Math.Clamp(Math.ILogB(unit), -900, 900)) : 1;
    }
}
