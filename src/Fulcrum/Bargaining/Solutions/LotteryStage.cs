using Fulcrum.Numerics;

namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// One programme over the mixtures of the usable deals, and its narrowing: where parties cannot all gain, the parties that are held and the choices that
/// hold them are fixed, and the next stage goes on with the rest (facial reduction; also the steps of a leximin). Members are counted as in
/// <see cref="UsableDeals.Members"/>; gains are in units of <see cref="UsableDeals.Unit"/>.
/// </summary>
internal sealed class LotteryStage
{
    private const double Tolerance = 1e-10;

    // Near enough that the face can usually be read already.
    private const double Early = 1e-6;

    // Prices and losses in units of 1: what is smaller is rounding.
    internal const double Ruled = 1e-9;

    private readonly InteriorPoint interior = new();
    private readonly BlockAscent ascent = new();
    private readonly LotteryNarrowings narrowings = new();
    private UsableDeals usable = null!;
    private int[] activeStart = [];
    private int[] rowOf = [];
    private double[] narrowed = [];
    private int activeCount;

    public SimplexProductProgram Program { get; } = new();

    public OptimalFace Face { get; } = new();

    /// <summary>Places of <see cref="UsableDeals.Choice"/> that are still in play, by block; the programme's choices.</summary>
    public int[] Active { get; private set; } = [];

    public MemberRole[] Role { get; private set; } = [];

    /// <summary>What a member's gain is compared with, its weight, its rise and its linear worth, all in its unit.</summary>
    public double[] Bound { get; private set; } = [];

    public double[] Weight { get; private set; } = [];

    public double[] Rise { get; private set; } = [];

    public double[] Linear { get; private set; } = [];

    public int Iterations { get; private set; }

    public void Begin(UsableDeals deals)
    {
        usable = deals;
        narrowings.Clear();
        Iterations = 0;
        if (Role.Length < deals.Count)
        {
            (Role, rowOf, Bound) = (new MemberRole[deals.Count], new int[deals.Count], new double[deals.Count]);
            (Weight, Rise, Linear) = (new double[deals.Count], new double[deals.Count], new double[deals.Count]);
        }
        Array.Clear(Bound);
        if (Active.Length < deals.Start[deals.Blocks])
            Active = new int[deals.Choice.Length];
        if (activeStart.Length < deals.Blocks + 1)
            activeStart = new int[deals.Blocks + 1];
        UseAll();
    }

    /// <summary>Puts all usable choices in play.</summary>
    public void UseAll()
    {
        activeCount = usable.Start[usable.Blocks];
        for (int k = 0; k < activeCount; k++)
            Active[k] = k;
        Array.Copy(usable.Start, activeStart, usable.Blocks + 1);
    }

    /// <summary>Puts only these of all usable choices in play; every block needs one.</summary>
    public void Restrict(ReadOnlySpan<bool> kept)
    {
        int next = 0;
        for (int b = 0; b < usable.Blocks; b++)
        {
            activeStart[b] = next;
            for (int k = usable.Start[b]; k < usable.Start[b + 1]; k++)
            {
                if (kept[k])
                    Active[next++] = k;
            }
        }
        activeStart[usable.Blocks] = activeCount = next;
    }

    /// <summary>Solves the programme of the current roles and makes its answer exact where that is possible.</summary>
    public InteriorPointStatus Solve()
    {
        Build();
        if (ascent.Climb(Program, placed: false) && Finish())
            return InteriorPointStatus.Solved;
        bool feasible = narrowings.Count > 0;
        InteriorPointStatus status = interior.Solve(Program, Early, feasible);
        bool finished = status == InteriorPointStatus.Solved && Face.Finish(Program);
        if (status == InteriorPointStatus.Solved && !finished)
            status = interior.Continue(Tolerance, feasible);
        Iterations += Program.Iterations;
        if (status != InteriorPointStatus.Infeasible && !finished)
            Face.Polish(Program);
        return status;
    }

    /// <summary>Goes on from shares and prices that were placed in the programme. When false, it is to be solved afresh.</summary>
    public bool Resume()
    {
        Program.Iterations = 0;
        ascent.Climb(Program, placed: true);
        return Finish();
    }

    /// <summary>Row of a member in the programme; -1 for one that is out of it.</summary>
    public int RowOf(int member) => rowOf[member];

    /// <summary>Whether a member is held at its bound by a positive price in the answer.</summary>
    public bool Holds(int member) => rowOf[member] >= 0 && Face.Binds[rowOf[member]];

    /// <summary>The price of a member in its unit, linear worth included.</summary>
    public double PriceOf(int member) => rowOf[member] >= 0 ? Program.Price[rowOf[member]] + Program.Linear[rowOf[member]] : 0;

    /// <summary>
    /// Fixes the members whom the prices hold at their present gains, and keeps only the choices that the same prices do not rule out: whatever the prices
    /// are, as long as they prove the answer, no other choice has a share in any optimum. Prices that expose less than they could only cost another round.
    /// Returns whether anything was fixed.
    /// </summary>
    public bool Narrow()
    {
        if (narrowed.Length < usable.Count)
            narrowed = new double[usable.Count];
        Span<double> price = narrowed.AsSpan(0, usable.Count);
        price.Clear();
        int heaviest = -1;
        for (int m = 0; m < usable.Count; m++)
        {
            if (Role[m] is not (MemberRole.Rising or MemberRole.AtLeast or MemberRole.Fixed))
                continue;
            price[m] = PriceOf(m);
            if (Role[m] == MemberRole.Fixed || price[m] <= Ruled)
                continue;
            Bound[m] += Role[m] == MemberRole.Rising ? Rise[m] * Program.Height : 0;
            Role[m] = MemberRole.Fixed;
            heaviest = heaviest < 0 || price[m] > price[heaviest] ? m : heaviest;
        }
        narrowings.Add(Active.AsSpan(0, activeCount), price);
        if (heaviest >= 0)
            Role[heaviest] = MemberRole.Out; // on the narrowed choices the others imply it
        KeepTied(price);
        return heaviest >= 0;
    }

    private void KeepTied(ReadOnlySpan<double> price)
    {
        int next = 0;
        int from = 0;
        for (int b = 0; b < usable.Blocks; b++)
        {
            int to = activeStart[b + 1];
            double best = double.NegativeInfinity;
            for (int k = from; k < to; k++)
                best = Math.Max(best, Worth(price, Active[k]));
            activeStart[b] = next;
            for (int k = from; k < to; k++)
            {
                if (best - Worth(price, Active[k]) <= Ruled)
                    Active[next++] = Active[k];
            }
            from = to;
        }
        activeStart[usable.Blocks] = activeCount = next;
    }

    /// <inheritdoc cref="LotteryNarrowings.Widen"/>
    public void Widen(Span<double> price) => narrowings.Widen(usable, Active.AsSpan(0, activeCount), price);

    /// <summary>Worth of the choice at a place at prices in the members' units.</summary>
    public double Worth(ReadOnlySpan<double> price, int place) => usable.Worth(price, place);

    /// <summary>Lays out the programme of the current roles over the choices in play.</summary>
    public void Build()
    {
        int rows = 0;
        for (int m = 0; m < usable.Count; m++)
            rowOf[m] = Role[m] == MemberRole.Out ? -1 : rows++;
        Program.Shape(rows, usable.Blocks, activeCount);
        Array.Copy(activeStart, Program.Start, usable.Blocks + 1);
        for (int m = 0; m < usable.Count; m++)
        {
            if (rowOf[m] >= 0)
                BuildRow(m, rowOf[m]);
        }
        BuildValues(rows);
        Program.Seal();
    }

    private bool Finish()
    {
        bool finished = Face.Finish(Program);
        Iterations += finished ? Program.Iterations : 0;
        return finished;
    }

    private void BuildValues(int rows)
    {
        int members = usable.Count;
        if (rows == members && activeCount == usable.Start[usable.Blocks])
        {
            usable.Values.AsSpan(0, activeCount * rows).CopyTo(Program.Values);
            return;
        }
        for (int k = 0; k < activeCount; k++)
        {
            ReadOnlySpan<double> from = usable.Values.AsSpan(Active[k] * members, members);
            for (int m = 0; m < from.Length; m++)
            {
                if (rowOf[m] >= 0)
                    Program.Values[k * rows + rowOf[m]] = from[m];
            }
        }
    }

    private void BuildRow(int m, int row)
    {
        Program.Kind[row] = Role[m] switch
        {
            MemberRole.Weighed => RowKind.Weighed,
            MemberRole.Fixed => RowKind.Fixed,
            _ => RowKind.AtLeast,
        };
        Program.Weight[row] = Weight[m];
        Program.Rise[row] = Role[m] == MemberRole.Rising ? Rise[m] : 0;
        Program.Linear[row] = Linear[m];
        Program.Offset[row] = usable.Base[m] / usable.Unit[m] - Bound[m];
    }
}
