using Fulcrum.Cases;

namespace Fulcrum.Bargaining.Situations;

/// <summary>
/// The blocks of a draw's deal spaces. Most states of the ledger share most blocks, so each is built once per state of what it depends on.
/// One draw's own; not for several threads.
/// </summary>
internal sealed class BlockCache
{
    private readonly DrawModel _model;
    private readonly List<(LedgerState State, double Months, DealBlock Block)>[] _groups;
    private readonly List<(LeverState State, DealBlock Block)>[] _levers;
    private readonly int[][] _deliverers;
    private readonly bool[] _ends;

    public BlockCache(DrawModel model)
    {
        _model = model;
        CaseLayout layout = model.Layout;
        _groups = Array.ConvertAll(layout.Groups, _ => new List<(LedgerState, double, DealBlock)>());
        _levers = Array.ConvertAll(layout.Levers, _ => new List<(LeverState, DealBlock)>());
        _ends = Array.ConvertAll(layout.Groups, group => group.Issues.Any(k => layout.Issues[k].Issue.Ends));
        _deliverers = Array.ConvertAll(
            layout.Groups, group => Enumerable.Range(0, layout.Levers.Length).Where(l => layout.Deliveries[l].Any(d => group.Issues.Contains(d.Issue))).ToArray());
    }

    /// <summary>All blocks of a state: issues first, then levers that are optional terms, each in the order of their keys.</summary>
    public List<DealBlock> Of(LedgerState state, double months)
    {
        var blocks = new List<DealBlock>(_groups.Length + _levers.Length);
        for (int g = 0; g < _groups.Length; g++)
        {
            blocks.Add(Group(g, state, months));
        }
        for (int l = 0; l < _levers.Length; l++)
        {
            if (_model.Effects[l].HasDeal && state.Levers[l][Standing.Reserve] > 0)
            {
                blocks.Add(Lever(l, state.Levers[l]));
            }
        }
        return blocks;
    }

    private DealBlock Group(int group, LedgerState state, double months)
    {
        foreach ((LedgerState known, double at, DealBlock found) in _groups[group])
        {
            if (Same(group, known, state) && (!_ends[group] || at == months))
            {
                return found;
            }
        }
        DealBlock block = new GroupBlock(_model, _model.Layout.Groups[group], _model.Adds[group], state, months).Build();
        _groups[group].Add((state, months, block));
        return block;
    }

    private bool Same(int group, LedgerState one, LedgerState other) =>
        Array.TrueForAll(_model.Layout.Groups[group].Issues, k => ReferenceEquals(one.Issues[k], other.Issues[k]))
        && Array.TrueForAll(_deliverers[group], l => ReferenceEquals(one.Levers[l], other.Levers[l]));

    private DealBlock Lever(int lever, LeverState state)
    {
        foreach ((LeverState known, DealBlock found) in _levers[lever])
        {
            if (ReferenceEquals(known, state))
            {
                return found;
            }
        }
        DealBlock block = Optional(lever, state);
        _levers[lever].Add((state, block));
        return block;
    }

    private DealBlock Optional(int lever, LeverState state)
    {
        LeverEffects effects = _model.Effects[lever];
        LeverId id = _model.Layout.Levers[lever].Id;
        var points = new double[_model.Parties];
        for (int p = 0; p < points.Length; p++)
        {
            points[p] = effects.AsTerm(state, p) * effects.Deal[p];
        }
        return new DealBlock(
            "lever:" + _model.Layout.Levers[lever].Key,
            [
                new DealChoice("in", points, 1UL << effects.Holder, new DealTerms([], id, true)),
                new DealChoice("out", new double[points.Length], 0, new DealTerms([], id, false)),
            ]);
    }
}
