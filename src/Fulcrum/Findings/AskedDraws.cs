using System.Collections.Concurrent;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>Measures of the draws of one seed, one draw after the other, each written over the one before. Safe to call from many threads.</summary>
internal sealed class AskedDraws(Sampler sampler, AskedResults asked, ulong seed)
{
    private readonly ConcurrentBag<Desk> _free = [];

    /// <summary>Room for one thread's draws.</summary>
    public Desk Take() => _free.TryTake(out Desk? free) ? free : new Desk(sampler.Blank(), new double[asked.Count]);

    public void GiveBack(Desk desk) => _free.Add(desk);

    /// <summary>The desk's values are then those of the draw.</summary>
    public void Answer(long draw, Desk desk)
    {
        sampler.Draw(draw, desk.Numbers);
        asked.Answer(desk.Numbers, seed, draw, desk.Values);
    }

    /// <summary>What is read of a draw.</summary>
    public double Number(long draw, Func<ReadOnlyMemory<double>, double> value)
    {
        Desk desk = Take();
        Answer(draw, desk);
        double number = value(desk.Values);
        GiveBack(desk);
        return number;
    }

    /// <param name="Values">By measure, in the order asked for.</param>
    internal sealed record Desk(CaseNumbers Numbers, double[] Values);
}
