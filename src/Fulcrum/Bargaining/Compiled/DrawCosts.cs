using Fulcrum.Bargaining.Situations;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>
/// What each net change cost each party, in one draw, at today's date and drift: in the order in which it happened, as a fair share, and undone today.
/// Positive: the party lost by it. A change that does not act costs exactly 0. One thread's own.
/// </summary>
internal sealed class DrawCosts(DrawWorkspace workspace)
{
    private readonly FairShareTables _tables = new();
    private HandsOf? _hands;
    private int[] _places = new int[256];
    private (UInt128 Changes, int Known)[] _kept = new (UInt128, int)[128];
    private int _count;

    private int Parties => workspace.Case.Parties;

    public void Begin()
    {
        _count = 0;
        Array.Clear(_places);
    }

    /// <summary>The hands had only these of the acting changes been made; by party, in the order of the layout.</summary>
    public ReadOnlySpan<double> Hands(UInt128 changes)
    {
        ulong hash = ((ulong)changes ^ (ulong)(changes >> 64) * 0xD1342543DE82EF95UL) * 0x9E3779B97F4A7C15UL;
        int place = (int)(hash >> 40) & (_places.Length - 1);
        for (; _places[place] > 0; place = (place + 1) & (_places.Length - 1))
        {
            if (_kept[_places[place] - 1].Changes == changes)
                return workspace.Solver.Hands(_kept[_places[place] - 1].Known);
        }
        workspace.Other.Months = workspace.Today.Months;
        workspace.Moves.With(changes, workspace.Other);
        int known = workspace.Solver.Solve(workspace.Other);
        Room.For(ref _kept, _count + 1);
        _kept[_count++] = (changes, known);
        _places[place] = _count;
        if (2 * _count > _places.Length)
            Widen();
        return workspace.Solver.Hands(known);
    }

    /// <summary>By acting change: the drop when it happened, given what had happened before it.</summary>
    public void InOrder(double[][] byChange)
    {
        var made = UInt128.Zero;
        for (int a = 0; a < workspace.Moves.Acting; a++)
        {
            UInt128 next = made | UInt128.One << a;
            Put(Hands(made), Hands(next), byChange[workspace.Moves.ChangeOf(a)]);
            made = next;
        }
    }

    /// <summary>By acting change: what taking it back today would bring back, all others standing.</summary>
    public void Undone(double[][] byChange)
    {
        for (int a = 0; a < workspace.Moves.Acting; a++)
            Put(Hands(workspace.Moves.All & ~(UInt128.One << a)), Hands(workspace.Moves.All), byChange[workspace.Moves.ChangeOf(a)]);
    }

    /// <summary>By acting change: its fair share of the whole loss, and the error of that.</summary>
    public void Shares(DrawOptions options, ulong orderSeed, double[][] shares, double[][] errors)
    {
        int acting = workspace.Moves.Acting;
        _hands ??= Hands;
        if (acting <= options.ExactUpTo)
            FairShares.Exact(acting, Parties, _hands, _tables);
        else
            FairShares.Sampled(acting, Parties, _hands, options.PermutationPairs, orderSeed, _tables);
        for (int a = 0; a < acting; a++)
        {
            Put(_tables.Shares.AsSpan(a * Parties, Parties), shares[workspace.Moves.ChangeOf(a)]);
            Put(_tables.Errors.AsSpan(a * Parties, Parties), errors[workspace.Moves.ChangeOf(a)]);
        }
    }

    private void Put(ReadOnlySpan<double> before, ReadOnlySpan<double> after, double[] inFileOrder)
    {
        for (int p = 0; p < inFileOrder.Length; p++)
        {
            int place = workspace.Case.Layout.PartyPlaces[p];
            inFileOrder[p] = HandDifference.Settled(HandDifference.Settled(before[place] - after[place]));
        }
    }

    private void Put(ReadOnlySpan<double> points, double[] inFileOrder)
    {
        for (int p = 0; p < inFileOrder.Length; p++)
            inFileOrder[p] = HandDifference.Settled(points[workspace.Case.Layout.PartyPlaces[p]]);
    }

    private void Widen()
    {
        _places = new int[2 * _places.Length];
        for (int k = 0; k < _count; k++)
        {
            UInt128 changes = _kept[k].Changes;
            ulong hash = ((ulong)changes ^ (ulong)(changes >> 64) * 0xD1342543DE82EF95UL) * 0x9E3779B97F4A7C15UL;
            int place = (int)(hash >> 40) & (_places.Length - 1);
            while (_places[place] > 0)
                place = (place + 1) & (_places.Length - 1);
            _places[place] = k + 1;
        }
    }
}
