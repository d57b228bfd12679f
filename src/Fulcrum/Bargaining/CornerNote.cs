using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>Why a settlement does not move when one party's no-deal value does, and how far that goes.</summary>
/// <param name="Party">Whose no-deal value is moved.</param>
/// <param name="IsCorner">The settlement is one single deal, not a mixture.</param>
/// <param name="HoldsDown">By how many points the no-deal value can fall before the settlement moves; infinite when it does not move within <see cref="CornerNotes.Furthest"/>.</param>
/// <param name="HoldsUp">By how many it can rise.</param>
/// <param name="ClosesAbove">True when what happens at the upper end is that the zone closes.</param>
public sealed record CornerNote(PartyId Party, bool IsCorner, double HoldsDown, double HoldsUp, bool ClosesAbove)
{
    /// <summary>Whether a small change of the no-deal value either way leaves the settlement where it is.</summary>
    public bool Holds => HoldsDown > CornerNotes.Resolution && HoldsUp > CornerNotes.Resolution;
}

/// <summary>
/// Explains a cost of exactly zero: at a corner of the frontier the normals of all nearby trades point to the same deal, so the settlement stays while
/// the no-deal values move within a range. The range is found by bisection, to <see cref="Resolution"/> points.
/// </summary>
public static class CornerNotes
{
    /// <summary>How far the no-deal value is moved, in points.</summary>
    public const double Furthest = 200;

    /// <summary>To how many points the range is told.</summary>
    public const double Resolution = 0.01;

    // A settlement counts as unmoved when nobody's value changes by more than this many points: well above a certified gap, well below a point.
    private const double Unmoved = 1e-3;

    /// <summary>Null when the zone is closed. Uses the first open coalition.</summary>
    public static CornerNote? Of(BargainingProblem problem, PartyId party, CancellationToken cancellation = default)
    {
        Settlement? now = Solve(problem, 0, 0, cancellation);
        if (now is null)
        {
            return null;
        }
        int index = problem.Space.Parties.ToList().IndexOf(party);
        double down = Reach(problem, index, -1, now, cancellation);
        double up = Reach(problem, index, +1, now, cancellation);
        bool closes = !double.IsPositiveInfinity(up) && Solve(problem, index, up + 2 * Resolution, cancellation) is null;
        return new CornerNote(party, now.Mixture.Count == 1, down, up, closes);
    }

    private static double Reach(BargainingProblem problem, int party, int sign, Settlement now, CancellationToken cancellation)
    {
        bool Stays(double distance) =>
            Solve(problem, party, sign * distance, cancellation) is { } then
            && then.Utilities.Zip(now.Utilities).All(pair => Math.Abs(pair.First - pair.Second) <= Unmoved);

        if (Stays(Furthest))
        {
            return double.PositiveInfinity;
        }
        double stays = 0;
        double moves = Furthest;
        while (moves - stays > Resolution)
        {
            double middle = (stays + moves) / 2;
            (stays, moves) = Stays(middle) ? (middle, moves) : (stays, middle);
        }
        return stays;
    }

    private static Settlement? Solve(BargainingProblem problem, int party, double shift, CancellationToken cancellation)
    {
        var noDeal = problem.NoDeal.ToArray();
        noDeal[party] += shift;
        return Solving.Solve(problem with { NoDeal = noDeal }, new SettlementOptions(), cancellation).FirstOrDefault(settlement => settlement.IsOpen);
    }
}
