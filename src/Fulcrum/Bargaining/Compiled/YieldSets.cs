using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Compiled;

/// <summary>What sets of binding concessions do to an issue, each set kept once. Set 0 is none, for every issue. One draw's, one thread's own.</summary>
internal sealed class YieldSets
{
    private readonly CompiledCase _case;
    private readonly int _stride;
    private int[] _issue = [-1];
    private UInt128[] _mask = [UInt128.Zero];
    private bool[] _removed;
    private int[] _fact;
    private DrawnMoves _moves = null!;
    private int _count = 1;

    public YieldSets(CompiledCase compiled)
    {
        _case = compiled;
        _stride = compiled.Layout.Issues.Select(issue => issue.Count).DefaultIfEmpty(0).Max();
        _removed = new bool[_stride];
        _fact = [.. Enumerable.Range(0, _stride)];
    }

    /// <summary>Forgets the last draw.</summary>
    public void Begin(DrawnMoves moves) => (_count, _moves) = (1, moves);

    public IssueState StateOf(int set, int options) =>
        set == 0 ? IssueState.Untouched : IssueState.Of([.. Enumerable.Range(0, _moves.Acting).Where(a => (_mask[set] >> a & UInt128.One) != UInt128.Zero).Select(YieldOf)], options);

    public bool IsRemoved(int set, int option) => _removed[set * _stride + option];

    /// <summary>The fact where no deal is made, given what it would have been without these concessions.</summary>
    public int FactInsteadOf(int set, int fact) => _fact[set * _stride + fact];

    /// <param name="acting">Bits of the acting changes, all of which yield on this issue.</param>
    public int Of(int issue, UInt128 acting)
    {
        if (acting == UInt128.Zero)
            return 0;
        for (int set = 1; set < _count; set++)
        {
            if (_issue[set] == issue && _mask[set] == acting)
                return set;
        }
        int added = _count++;
        Room.For(ref _issue, _count);
        Room.For(ref _mask, _count);
        Room.For(ref _removed, _count * _stride);
        Room.For(ref _fact, _count * _stride);
        (_issue[added], _mask[added]) = (issue, acting);
        Fill(added, acting);
        return added;
    }

    // In the order in which the changes took effect.
    private void Fill(int set, UInt128 acting)
    {
        Span<bool> removed = _removed.AsSpan(set * _stride, _stride);
        Span<int> facts = _fact.AsSpan(set * _stride, _stride);
        removed.Clear();
        for (int o = 0; o < facts.Length; o++)
            facts[o] = o;
        for (int a = 0; a < _moves.Acting; a++)
        {
            if ((acting >> a & UInt128.One) == UInt128.Zero)
                continue;
            IssueYield yields = YieldOf(a);
            for (int r = 0; r < yields.Removed.Count; r++)
                removed[yields.Removed[r]] = true;
            for (int o = 0; o < facts.Length; o++)
                facts[o] = !yields.OnlyWhereRemoved || Has(yields.Removed, facts[o]) ? yields.BecomesFact : facts[o];
        }
    }

    private IssueYield YieldOf(int acting) => _case.Moves.Yields[_moves.YieldOf(acting)]!;

    private static bool Has(IReadOnlyList<int> options, int option)
    {
        for (int i = 0; i < options.Count; i++)
        {
            if (options[i] == option)
                return true;
        }
        return false;
    }
}
