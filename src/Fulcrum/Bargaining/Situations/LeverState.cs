using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>Shares of a lever over the five standings, and the credibility that a move gave it, if any. Immutable.</summary>
internal sealed class LeverState
{
    private static readonly int Standings = Enum.GetValues<Standing>().Length;

    private LeverState(double[] shares, double? credibility)
    {
        Shares = shares;
        Credibility = credibility;
    }

    public double[] Shares { get; }

    /// <summary>Counts in place of the lever's own for what is announced or in force; null to leave it.</summary>
    public double? Credibility { get; }

    /// <summary>The standing of the largest share; of equal shares the first.</summary>
    public Standing Main => (Standing)Array.IndexOf(Shares, Shares.Max());

    public double this[Standing standing] => Shares[(int)standing];

    public static LeverState At(Standing standing)
    {
        var shares = new double[Standings];
        shares[(int)standing] = 1;
        return new LeverState(shares, null);
    }

    public static LeverState Of(ReadOnlySpan<double> shares, double? credibility) => new(shares.ToArray(), credibility);

    /// <summary>The share <paramref name="amount"/> of every standing goes to <paramref name="target"/>.</summary>
    public LeverState MovedTo(Standing target, double amount)
    {
        var shares = new double[Standings];
        for (int s = 0; s < Standings; s++)
        {
            shares[s] = (1 - amount) * Shares[s];
        }
        shares[(int)target] += amount;
        return new LeverState(shares, Credibility);
    }

    public LeverState Believed(double credibility) => new(Shares, credibility);

    /// <summary>Whether nothing that counts differs: shares to within rounding, credibility exactly.</summary>
    public bool SameAs(LeverState other)
    {
        // Shares come from a few products of amounts; a thousandth of a billionth is rounding, never a move.
        const double Rounding = 1e-12;
        for (int s = 0; s < Standings; s++)
        {
            if (Math.Abs(Shares[s] - other.Shares[s]) > Rounding)
            {
                return false;
            }
        }
        return Credibility == other.Credibility;
    }
}

/// <summary>What binding concessions did to one issue. Immutable; compared by reference, as one draw makes each of them once.</summary>
internal sealed class IssueState
{
    public static readonly IssueState Untouched = new([], []);

    private readonly bool[] _removed;

    private IssueState(bool[] removed, IssueYield[] yields)
    {
        _removed = removed;
        Yields = yields;
    }

    /// <summary>In the order in which they took effect.</summary>
    public IssueYield[] Yields { get; }

    public static IssueState Of(IReadOnlyList<IssueYield> yields, int options)
    {
        var removed = new bool[options];
        foreach (int option in yields.SelectMany(yield => yield.Removed))
        {
            removed[option] = true;
        }
        return new IssueState(removed, yields.ToArray());
    }

    public bool IsRemoved(int option) => _removed.Length > 0 && _removed[option];

    /// <summary>The fact where no deal is made, given what it would have been without these concessions.</summary>
    public int FactInsteadOf(int fact)
    {
        foreach (IssueYield yield in Yields)
        {
            if (!yield.OnlyWhereRemoved || yield.Removed.Contains(fact))
            {
                fact = yield.BecomesFact;
            }
        }
        return fact;
    }
}
