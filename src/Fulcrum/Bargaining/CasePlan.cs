using Fulcrum.Bargaining.Compiled;
using Fulcrum.Bargaining.Situations;
using Fulcrum.Cases;

namespace Fulcrum.Bargaining;

/// <summary>
/// A net change of the ledger: all moves on one lever, or one yield on an issue by one party. A suspension with its resumption is one change, of no effect.
/// These are the players among whom a loss is shared.
/// </summary>
/// <param name="Id">The lever's id, or 'ISSUE:OPTION' of a yield; where one move alone makes the change, that move's id.</param>
/// <param name="Moves">Indices into <see cref="Case.Moves"/>, in date order (middle days, then by turn and key).</param>
/// <param name="By">Who made it; of several the first.</param>
/// <param name="Undone">True when, at mid-range, the lever ends where it began.</param>
/// <param name="Irreversible">True when a move of it is stated not reversible.</param>
public sealed record NetChange(string Id, PartyId By, LeverId? Lever, IssueId? Issue, IReadOnlyList<int> Moves, bool Undone, bool Irreversible);

/// <summary>
/// What stays the same over all draws of a case: the net changes, and the dates of the timeline (case start, each day a move acts, as-of; at most
/// <see cref="MostDates"/>, thinned evenly).
/// </summary>
/// <param name="AsOf">Today, for the analysis: drift counts from the case's own as-of date to this one.</param>
public sealed record CasePlan(Case Case, DateOnly AsOf, IReadOnlyList<NetChange> Changes, IReadOnlyList<DateOnly> Dates)
{
    /// <summary>How many dates there were before they were thinned: what is said of <see cref="Dates"/> is said of every date only where none was left out.</summary>
    internal int AllDates { get; init; } = Dates.Count;

    /// <summary>Most dates of a timeline.</summary>
    public const int MostDates = 40;

    internal CaseLayout Layout { get; } = CaseLayout.Of(Case);

    /// <summary>Workspaces for draws of this plan; shared with its copies that differ in dates alone.</summary>
    internal WorkspacePool Workspaces { get; } = new();

    /// <summary>Moves after <paramref name="asOf"/> (by their middle day) are left out. Works for a case without a model too.</summary>
    /// <exception cref="ArgumentException">The case has an error that <see cref="ModelCheck"/> names.</exception>
    public static CasePlan Of(Case @case, DateOnly asOf)
    {
        if (ModelCheck.Errors(@case).FirstOrDefault() is { } error)
        {
            throw new ArgumentException($"{error.Code}: {error.Message}", nameof(@case));
        }
        var changes = ChangesOfLedger.Of(@case, asOf);
        var days = changes.SelectMany(change => change.Moves).Select(move => @case.Moves[move].Date.Middle);
        var dates = days.Append(@case.Starts).Append(asOf).Where(day => day >= @case.Starts && day <= asOf).Append(asOf).Distinct().Order().ToList();
        return new CasePlan(@case, asOf, changes, Thinned(dates)) { AllDates = dates.Count };
    }

    private static List<DateOnly> Thinned(List<DateOnly> dates) =>
        dates.Count <= MostDates
            ? dates
            : Enumerable.Range(0, MostDates).Select(i => dates[(int)((long)i * (dates.Count - 1) / (MostDates - 1))]).ToList();
}
