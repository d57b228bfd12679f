using Fulcrum.Studies;

namespace Fulcrum.Findings.Kept;

/// <summary>The answer to 'trend': whom time favours, when a zone opens or closes, whether both sides are hurting, and how a mediator's moves lean.</summary>
/// <param name="Parties">Whom time favours; nobody where the case states no drift at all, and says nothing about time then.</param>
/// <param name="Zone">Month by month; only today where no drift is stated, and nothing where the case has no model.</param>
/// <param name="Ripeness">Null where somebody's drift is not stated.</param>
public sealed record TrendAnswer(
    string Title, string? Reading, string ReadingName, DateOnly AsOf, IReadOnlyList<PartyTrend> Parties, IReadOnlyList<ZoneInMonths> Zone, ZoneTurn Turns, Ripeness? Ripeness,
    Attrition? Attrition, IReadOnlyList<MediatorAnswer> Mediators, IReadOnlyList<KeptSentence> Sentences, KeptMethod Method);

/// <param name="Drift">Points a month by which its no-deal value changes, and what that rests on; null where the case states none, and it is then taken to stand still.</param>
/// <param name="InAYear">Change of its hand in twelve months when nothing else happens.</param>
/// <param name="Favoured">Its hand rises by a point or more in a year. <paramref name="Hurt"/>: falls by as much.</param>
public sealed record PartyTrend(string Party, string Name, Spread? Drift, string Mark, IReadOnlyList<string> Evidence, Spread? InAYear, Chance Favoured, Chance Hurt);

public sealed record ZoneInMonths(int Months, DateOnly Date, Chance Open);

/// <param name="Closes">Of the draws with a deal open today, it closes within the months looked at; <paramref name="ClosesAfter"/>: when, in months. The same for opening.</param>
public sealed record ZoneTurn(int Within, Chance? Closes, Spread? ClosesAfter, Chance? Opens, Spread? OpensAfter)
{
    /// <summary>The days of <see cref="ClosesAfter"/>.</summary>
    public DayRange? ClosesOn { get; init; }

    /// <summary>The days of <see cref="OpensAfter"/>.</summary>
    public DayRange? OpensOn { get; init; }
}

/// <summary>The day in the middle of the draws in which there is one, and between which 90 of 100 of them lie.</summary>
public sealed record DayRange(DateOnly Median, DateOnly P5, DateOnly P95);

/// <summary>A mutually hurting stalemate with a way out (Zartman 1989): both perceive that their no-deal value falls, and both perceive a deal.</summary>
/// <param name="Hurting">All principals perceive it falling; <paramref name="WayOut"/>: all perceive an open deal; <paramref name="Both"/>.</param>
/// <param name="Perceived">Whose own beliefs were used; the others' are the case's.</param>
/// <param name="Readings">Ids of the readings that hold those beliefs.</param>
public sealed record Ripeness(Chance Hurting, Chance WayOut, Chance Both, IReadOnlyList<string> Perceived, IReadOnlyList<string> Readings);

/// <param name="Warning">What to know before reading the hazards.</param>
public sealed record Attrition(IReadOnlyList<PartyPoints> ChancePerMonth, Chance Applies, string Warning);

/// <param name="WithoutIt">Per principal: change of its hand if the mediator's consent were not needed and it claimed nothing; null where it has no place in the deal.</param>
public sealed record MediatorAnswer(string Party, string Name, IReadOnlyList<TiltRow> Tilt, IReadOnlyList<LeverageSpent> Spent, IReadOnlyList<PartyPoints> WithoutIt, IReadOnlyList<string> Theory);

/// <summary>Benefits for and pressure on one party, counted from the ledger.</summary>
public sealed record TiltRow(string Party, string Name, int Benefits, int Pressure, IReadOnlyList<string> BenefitMoves, IReadOnlyList<string> PressureMoves);

/// <summary>One move of a lever by the mediator; every one of them, in order.</summary>
/// <param name="To">Where the lever stands after the move.</param>
/// <param name="Worth">What hangs on the lever, as the case states it; empty where it states nothing for a principal.</param>
/// <param name="Believed">How far it is believed as it stands after the move, least to most as stated; null where nothing is stated, and for what is given away or gone.</param>
public sealed record LeverageSpent(string Lever, string Name, DateOnly Date, string To, IReadOnlyList<LeverWorth> Worth, Spread? Believed);

/// <param name="When">in a deal | if it refuses | without a deal.</param>
/// <param name="Points">Middle, least and most, as stated.</param>
public sealed record LeverWorth(string Party, string Name, string When, Spread Points);
