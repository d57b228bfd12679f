using System.Numerics;
using Fulcrum.Bargaining.Frontiers;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

public sealed record FrontierOptions
{
    /// <summary>Whose points are compared; those whose consent is needed, or may be needed by some choice, when null. A deal that any of the coalition refuses is left out.</summary>
    public IReadOnlyList<PartyId>? Parties { get; init; }

    /// <summary>The coalition that signs, a bit mask; the problem's first when null.</summary>
    public ulong? Coalition { get; init; }

    /// <summary>Only deals that leave every compared party at least as well off as without one.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Also say which points no mixture (lottery) of deals dominates: the frontier of mixtures is made of these and of mixtures of neighbours.</summary>
    public bool Lottery { get; init; }

    /// <summary>Values of a party count as equal when they differ by less than this share of its range.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Most points; a larger frontier is thinned, and the result says what that may lose.</summary>
    public int Limit { get; init; } = 200_000;
}

/// <param name="Points">Points on the frontier so far.</param>
public sealed record FrontierProgress(int BlocksDone, int Blocks, int Points);

/// <summary>
/// The efficient single deals: those to which no other is at least as good for every compared party and better for one (Pareto). Deals of equal values are one
/// point, and all of them can be had. Exact unless thinned, or where the search among issues that depend on each other was stopped.
/// </summary>
/// <param name="Parties">Whose points are compared, in the problem's order.</param>
/// <param name="Points">In descending order of the first party's value, then the second's, and so on; empty when no deal can be signed.</param>
/// <param name="Epsilon">Per compared party, in points: every deal is matched by a point of the list that gives each party at most this much less. All 0 when exact.</param>
/// <param name="Tolerance">Per compared party, in points: values closer than this count as equal.</param>
public sealed record EfficientFrontier(
    IReadOnlyList<PartyId> Parties, IReadOnlyList<FrontierPoint> Points, bool Exact, IReadOnlyList<double> Epsilon, IReadOnlyList<double> Tolerance)
{
    public int Size => Points.Count;

    /// <summary>
    /// False where parties outside the coalition act and refuse in so many combinations (more than 1,024 sets of signers) that not all were gone through: then
    /// <see cref="Epsilon"/> bounds the list against the deals that there were if none of them refused anything.
    /// </summary>
    public bool AllSigners { get; init; } = true;

    /// <exception cref="ArgumentException">An unknown party, more than 64 parties, or lists whose lengths do not match the parties.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EfficientFrontier Of(
        BargainingProblem problem, FrontierOptions? options = null, IProgress<FrontierProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new FrontierFinder(DealTable.Of(problem), options ?? new FrontierOptions(), progress, cancellation).Find();
    }
}
