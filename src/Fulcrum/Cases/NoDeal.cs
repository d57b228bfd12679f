namespace Fulcrum.Cases;

/// <summary>What happens without an agreement.</summary>
/// <param name="Courses">The first is the default.</param>
/// <param name="IfRefusedBy">The course that follows a given party's refusal; the default course for a party not named.</param>
/// <param name="PerMonth">Drift of each party's prospects after failure, in points a month, counted from the case's as-of date.</param>
/// <param name="AfterBreach">The course after a deal was broken (read and checked; used by the room Commitments), or null.</param>
public sealed record NoDeal(
    IReadOnlyList<Course> Courses, IReadOnlyDictionary<PartyId, CourseId> IfRefusedBy, IReadOnlyDictionary<PartyId, Quantity> PerMonth, CourseId? AfterBreach)
{
    public Course Default => Courses[0];

    public Course After(PartyId refuser) =>
        IfRefusedBy.TryGetValue(refuser, out CourseId id) ? Courses.First(c => c.Id == id) : Default;
}

/// <summary>One course of events: outcomes with chances, and what it costs each party to live through it (Fearon 1995), in points.</summary>
public sealed record Course(CourseId Id, string Key, string Name, IReadOnlyList<Outcome> Outcomes, IReadOnlyDictionary<PartyId, Quantity> Cost, TextPlace Place);

/// <summary>One way the course may end: its chance and the facts on every issue, one option index per issue in the order of <see cref="Case.Issues"/>.</summary>
public sealed record Outcome(OutcomeId Id, string Key, string Name, Quantity Chance, IReadOnlyList<int> Facts, Support Support, TextPlace Place);
