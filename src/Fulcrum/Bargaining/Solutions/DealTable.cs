namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// A bargaining problem as flat arrays in canonical order: blocks and choices by key (ordinal), parties by their data. So the order of a file changes no bit
/// of any answer, and neither does exchanging the names of two parties together with all their data. Immutable; may be shared between threads.
/// </summary>
internal sealed class DealTable
{
    private readonly BargainingProblem? _problem;

    private DealTable(BargainingProblem problem, int[] blocks, int[][] choices)
    {
        DealSpace space = problem.Space;
        (_problem, Parties, BlockOrder, ChoiceOrder, Coalitions) = (problem, space.Parties.Count, blocks, choices, problem.Coalitions);
        Start = new int[blocks.Length + 1];
        for (int b = 0; b < blocks.Length; b++)
            Start[b + 1] = Start[b] + choices[b].Length;
        PartyOrder = OrderParties(problem, blocks, choices);
        Points = new double[Start[^1] * Parties];
        Needs = new ulong[Start[^1]];
        RefusedBy = new ulong[Start[^1]];
        (Constants, NoDeal, Claims) = (new double[Parties], new double[Parties], new double[Parties]);
        for (int i = 0; i < Parties; i++)
        {
            int party = PartyOrder[i];
            (Constants[i], NoDeal[i], Claims[i]) = (space.Constants[party], problem.NoDeal[party], problem.Claims[party]);
        }
        for (int b = 0; b < blocks.Length; b++)
        {
            for (int k = 0; k < choices[b].Length; k++)
                Fill(Start[b] + k, space.Blocks[blocks[b]].Choices[choices[b][k]]);
        }
    }

    /// <summary>A table over arrays that stand in canonical order already and are not copied. There is no problem behind it.</summary>
    public DealTable(
        IReadOnlyList<ulong> coalitions, int[] partyOrder, int[] start, double[] points, ulong[] needs, ulong[] refusedBy, double[] constants, double[] noDeal, double[] claims)
    {
        (Coalitions, Parties, PartyOrder, BlockOrder, ChoiceOrder, Start) = (coalitions, partyOrder.Length, partyOrder, [], [], start);
        (Points, Needs, RefusedBy, Constants, NoDeal, Claims) = (points, needs, refusedBy, constants, noDeal, claims);
    }

    /// <summary>How far the listed choices may fall short of all (<see cref="DealSpace.Gap"/>); 0 for a table that was made without a problem.</summary>
    public double Gap => _problem?.Space.Gap ?? 0;

    /// <exception cref="InvalidOperationException">The table was made without one.</exception>
    public BargainingProblem Problem => _problem ?? throw new InvalidOperationException("The table was made without a problem.");

    public int Parties { get; }

    /// <summary>By index in the problem.</summary>
    public IReadOnlyList<ulong> Coalitions { get; }

    /// <summary>Canonical place to index in the problem.</summary>
    public int[] PartyOrder { get; }

    public int[] BlockOrder { get; }

    public int[][] ChoiceOrder { get; }

    /// <summary>Block b owns the choices Start[b] .. Start[b + 1] - 1.</summary>
    public int[] Start { get; }

    public int Blocks => Start.Length - 1;

    /// <summary>Points of choice c to party i at [c * Parties + i].</summary>
    public double[] Points { get; }

    /// <summary>Parties (canonical places) whose consent a choice needs.</summary>
    public ulong[] Needs { get; }

    /// <summary>Parties (canonical places) that will not sign a deal with a choice.</summary>
    public ulong[] RefusedBy { get; }

    public double[] Constants { get; }

    public double[] NoDeal { get; }

    public double[] Claims { get; }

    /// <exception cref="ArgumentException">More than 64 parties, or lists whose lengths do not match the parties.</exception>
    public static DealTable Of(BargainingProblem problem)
    {
        DealSpace space = problem.Space;
        int parties = space.Parties.Count;
        if (parties > 64)
            throw new ArgumentException($"A bargaining problem has at most 64 parties, not {parties}.", nameof(problem));
        if (space.Constants.Count != parties || problem.NoDeal.Count != parties || problem.Claims.Count != parties)
            throw new ArgumentException("Constants, no-deal values and claims need one entry per party.", nameof(problem));
        int[] blocks = Order(space.Blocks.Count, k => space.Blocks[k].Key);
        var choices = new int[blocks.Length][];
        for (int b = 0; b < blocks.Length; b++)
        {
            IReadOnlyList<DealChoice> list = space.Blocks[blocks[b]].Choices;
            choices[b] = Order(list.Count, k => list[k].Key);
        }
        return new DealTable(problem, blocks, choices);
    }

    /// <summary>Whether deals with that choice can have the consent of just these parties (canonical places): it needs nobody else, and none of them refuses it.</summary>
    public bool IsUsable(int choice, ulong consent) => (Needs[choice] & ~consent) == 0 && (RefusedBy[choice] & consent) == 0;

    /// <summary>The least and the most that a party (canonical place) could gain by any deal at all, whoever would have to sign it.</summary>
    public (double Least, double Most) GainsOf(int party)
    {
        double least = Constants[party] - NoDeal[party], most = least;
        for (int b = 0; b < Blocks; b++)
        {
            (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (int c = Start[b]; c < Start[b + 1]; c++)
                (low, high) = (Math.Min(low, Points[c * Parties + party]), Math.Max(high, Points[c * Parties + party]));
            (least, most) = Start[b] < Start[b + 1] ? (least + low, most + high) : (least, most);
        }
        return (least, most);
    }

    /// <summary>A set of parties, given by index in the problem, in canonical places.</summary>
    public ulong ToCanonical(ulong mask)
    {
        ulong result = 0;
        for (int i = 0; i < Parties; i++)
            result |= (mask >> PartyOrder[i] & 1) << i;
        return result;
    }

    /// <summary>A set of parties, given by canonical places, by index in the problem.</summary>
    public ulong ToProblem(ulong mask)
    {
        ulong result = 0;
        for (int i = 0; i < Parties; i++)
            result |= (mask >> i & 1) << PartyOrder[i];
        return result;
    }

    /// <summary>Values per canonical place, by index in the problem.</summary>
    public double[] ToProblem(ReadOnlySpan<double> values)
    {
        var result = new double[Parties];
        for (int i = 0; i < Parties; i++)
            result[PartyOrder[i]] = values[i];
        return result;
    }

    /// <summary>A deal given as one choice per canonical block, by index in the problem.</summary>
    public Deal ToProblem(ReadOnlySpan<int> choices)
    {
        var result = new int[Blocks];
        for (int b = 0; b < Blocks; b++)
            result[BlockOrder[b]] = ChoiceOrder[b][choices[b] - Start[b]];
        return new Deal(result);
    }

    private void Fill(int place, DealChoice choice)
    {
        if (choice.Points.Count != Parties)
            throw new ArgumentException($"Choice {choice.Key} needs one number of points per party.");
        for (int i = 0; i < Parties; i++)
            Points[place * Parties + i] = choice.Points[PartyOrder[i]];
        Needs[place] = ToCanonical(choice.Needs);
        RefusedBy[place] = ToCanonical(choice.RefusedBy);
    }

    /// <summary>Indices by ordinal key; usually the keys already ascend, and nothing is sorted.</summary>
    public static int[] Order(int count, Func<int, string> key)
    {
        var order = new int[count];
        bool ascending = true;
        for (int k = 0; k < count; k++)
        {
            order[k] = k;
            ascending &= k == 0 || string.CompareOrdinal(key(k - 1), key(k)) <= 0;
        }
        if (!ascending)
            Array.Sort(order, (x, y) => string.CompareOrdinal(key(x), key(y)) is var c and not 0 ? c : x.CompareTo(y));
        return order;
    }

    private static int[] OrderParties(BargainingProblem problem, int[] blocks, int[][] choices)
    {
        var order = new int[problem.Space.Parties.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (x, y) => CompareParties(problem, blocks, choices, x, y));
        return order;
    }

    private static int CompareParties(BargainingProblem problem, int[] blocks, int[][] choices, int x, int y)
    {
        DealSpace space = problem.Space;
        int result = problem.NoDeal[x].CompareTo(problem.NoDeal[y]);
        if (result == 0)
            result = problem.Claims[x].CompareTo(problem.Claims[y]);
        if (result == 0)
            result = space.Constants[x].CompareTo(space.Constants[y]);
        for (int b = 0; result == 0 && b < blocks.Length; b++)
        {
            IReadOnlyList<DealChoice> list = space.Blocks[blocks[b]].Choices;
            for (int k = 0; result == 0 && k < list.Count; k++)
            {
                DealChoice choice = list[choices[b][k]];
                result = choice.Points[x].CompareTo(choice.Points[y]);
                if (result == 0)
                    result = (choice.Needs >> x & 1).CompareTo(choice.Needs >> y & 1);
                if (result == 0)
                    result = (choice.RefusedBy >> x & 1).CompareTo(choice.RefusedBy >> y & 1);
            }
        }
        for (int k = 0; result == 0 && k < problem.Coalitions.Count; k++)
            result = (problem.Coalitions[k] >> x & 1).CompareTo(problem.Coalitions[k] >> y & 1);
        return result != 0 ? result : x.CompareTo(y);
    }
}
