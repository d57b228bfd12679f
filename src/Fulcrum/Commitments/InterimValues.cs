using Fulcrum.Numerics;

namespace Fulcrum.Commitments;

/// <summary>What an interim agreement does to one party in one draw, against refusing it; points of its own (docs/guide/interim.md).</summary>
internal sealed record InterimValues(double Meanwhile, double Prospects, double Chances, double Learns)
{
    public double Net => Meanwhile + Prospects + Chances + Learns;

    /// <summary>It is no worse off than by refusing.</summary>
    public bool Accepts => Rounding.NotBelow(Net, 0);

    /// <param name="during">Its value of the months of the agreement, as if they lasted; <paramref name="refused"/>: of the same months without it.</param>
    /// <param name="now">Its hand and no-deal value today; <paramref name="after"/>: when the agreement has run out.</param>
    /// <param name="dealAfter">Chance of the final deal after it; <paramref name="dealWithout"/>: when it is refused.</param>
    public static InterimValues Of(
        double during, double refused, (double Hand, double NoDeal) now, (double Hand, double NoDeal) after, double dealAfter, double dealWithout, double learns, double later) => new(
        (1 - later) * (during - refused),
        later * (dealWithout * (after.Hand - now.Hand) + (1 - dealWithout) * (after.NoDeal - now.NoDeal)),
        later * (dealAfter - dealWithout) * (after.Hand - after.NoDeal), learns);
}

/// <param name="Parties">In the case's order.</param>
/// <param name="OpenAfter">A single deal is open when it has run out; <paramref name="OpenWithout"/>: today.</param>
internal sealed record InterimDraw(IReadOnlyList<InterimValues> Parties, bool Accepted, bool OpenAfter, bool OpenWithout);
