using System.Numerics;
using Fulcrum.Bargaining.Frontiers;

namespace Fulcrum.Bargaining;

/// <summary>One point of a frontier, with the deals behind it.</summary>
public sealed class FrontierPoint
{
    private readonly FrontierFinder _finder;
    private readonly FrontierRun[] _runs;

    internal FrontierPoint(FrontierFinder finder, FrontierRun[] runs, double[] utilities, bool open, bool? lottery)
    {
        (_finder, _runs, Utilities, Open, Lottery) = (finder, runs, utilities, open, lottery);
    }

    /// <summary>Value to each compared party.</summary>
    public IReadOnlyList<double> Utilities { get; }

    /// <summary>Whether it leaves every compared party at least as well off as without a deal.</summary>
    public bool Open { get; }

    /// <summary>Whether it is efficient among mixtures (lotteries) of deals too; null unless asked for.</summary>
    public bool? Lottery { get; }

    /// <summary>How many deals have these values; a lower bound where the frontier was thinned.</summary>
    public BigInteger Count => _runs.Length == 1 && _runs[0].Signers == 0
        ? _runs[0].Trace.Value.Count(_runs[0].Place)
        : _runs.Aggregate(BigInteger.Zero, (sum, run) => sum + run.Trace.Value.Count(run.Place, run.Signers, _finder.ContestedIn));

    /// <summary>The first of them by keys.</summary>
    public Deal First => Deals().First();

    /// <summary>All of them, by keys, found one after another as they are asked for: there may be more than can be listed.</summary>
    public IEnumerable<Deal> Deals() => (_runs.Length == 1 ? DealsOf(_runs[0]) : InOrder()).Select(choices => _finder.ToProblem(choices));

    // A deal belongs to the run of those whose consent it needs, so that none is listed twice.
    private IEnumerable<int[]> DealsOf(FrontierRun run) => run.Trace.Value.Deals(run.Place).Where(choices => _finder.ContestedIn(choices) == run.Signers);

    private IEnumerable<int[]> InOrder()
    {
        var waiting = new PriorityQueue<IEnumerator<int[]>, int[]>(Comparer<int[]>.Create((x, y) => x.AsSpan().SequenceCompareTo(y)));
        foreach (FrontierRun run in _runs)
            Wait(DealsOf(run).GetEnumerator());
        while (waiting.TryDequeue(out IEnumerator<int[]>? next, out int[]? deal))
        {
            yield return deal;
            Wait(next);
        }
        void Wait(IEnumerator<int[]> deals)
        {
            if (deals.MoveNext())
                waiting.Enqueue(deals, [.. deals.Current]);
        }
    }
}
