using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;

namespace Fulcrum.Findings;

/// <summary>Everything that findings are made of. Without draws (a partial case) only the ledger speaks.</summary>
internal sealed record AnalysisInput
{
    public required CasePlan Plan { get; init; }

    /// <summary>Empty for a case without a model.</summary>
    public required IReadOnlyList<DrawResult> Draws { get; init; }

    /// <summary>Draws asked for; more than there are when the run was interrupted.</summary>
    public required int Asked { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The analysis with every number at its middle.</summary>
    public DrawResult? Middle { get; init; }

    /// <summary>The zone at mid-range; its lists follow the case's parties.</summary>
    public AgreementZone? MiddleZone { get; init; }

    /// <summary>A party's no-deal value said as a deal, where one comes near.</summary>
    public IReadOnlyList<NoDealMeaning> NoDealMeans { get; init; } = [];

    public IReadOnlyList<StressOutcome> Stress { get; init; } = [];

    /// <summary>Unsourced numbers on which the zone hangs most, the most telling first.</summary>
    public IReadOnlyList<TellingNumber> RestsOn { get; init; } = [];

    /// <summary>The uncertain numbers with their values in the draws, in the order of <see cref="Draws"/>.</summary>
    public IReadOnlyList<DrawnInput> Inputs { get; init; } = [];

    /// <summary>Per draw without an open deal that was looked at: who blocks it.</summary>
    public IReadOnlyList<IReadOnlyList<PartyId>> Blockers { get; init; } = [];

    /// <summary>At mid-range, how far a party's no-deal value can move before the settlement does.</summary>
    public IReadOnlyList<CornerNote> Corners { get; init; } = [];

    /// <summary>At mid-range, the smallest set of lever moves that opens a closed zone; null when it is open or none was found.</summary>
    public Opening? OpeningMoves { get; init; }

    /// <summary>At mid-range, who could deal without whom; null where at most two must agree, or too many groups could.</summary>
    public ConsentReport? Consent { get; init; }

    /// <summary>Id of the costliest change when it leads only because a move of it is stated as final.</summary>
    public string? LeadsAsFinal { get; init; }

    /// <summary>At mid-range a deal that settles nothing already leaves nobody worse off.</summary>
    public bool StatusQuoInZone { get; init; }

    public string Version { get; init; } = "0";

    public Case Case => Plan.Case;
}

/// <param name="Text">A predicate: 'equals ...', 'is less than ...'.</param>
public sealed record NoDealMeaning(PartyId Party, string Text);

/// <summary>In how many draws a deal is open under a harder test.</summary>
public sealed record StressOutcome(string Name, Chance Open);

/// <param name="Flips">At one end of its range, everything else at mid-range, the zone closes or opens.</param>
/// <param name="Swing">How far the zone's margin moves between the ends, points.</param>
public sealed record TellingNumber(string Path, bool Flips, double Swing);
