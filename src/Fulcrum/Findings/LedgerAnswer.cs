namespace Fulcrum.Findings;

/// <summary>The ledger, counted. Echoes of an earlier row count once; only moves that happened or are going on count as made.</summary>
/// <param name="Moves">Rows without echoes.</param>
/// <param name="InModel">Moves that act in the model.</param>
/// <param name="DerivedSources">Sources that rewrite another one and are not counted.</param>
public sealed record LedgerAnswer(
    int Moves, int Echoes, int InModel, int Sources, int IndependentSources, IReadOnlyList<DerivedSource> DerivedSources, IReadOnlyList<ClashAnswer> Clashes,
    IReadOnlyList<PartyAsked> Asked, IReadOnlyList<PartyPressure> Pressure, IReadOnlyList<PartyConceded> Conceded, IReadOnlyList<LedgerRow> Rows)
{
    public static readonly LedgerAnswer Empty = new(0, 0, 0, 0, 0, [], [], [], [], [], []);
}

public sealed record DerivedSource(string Source, string From);

/// <summary>Rows that contradict each other; both are kept.</summary>
public sealed record ClashAnswer(string Move, string Other, string What, string OtherWhat, IReadOnlyList<string> Sources, string? Note);

/// <summary>Demands put to a party, and how many of them a later move met.</summary>
public sealed record PartyAsked(string Party, string Name, int Asked, int Met, IReadOnlyList<string> Demands);

/// <summary>Threats, impositions, withholdings and exclusions a party made.</summary>
/// <param name="On">At whom: a move aimed at two parties counts for each, one aimed at nobody for none.</param>
public sealed record PartyPressure(string Party, string Name, int Count, IReadOnlyList<PressedParty> On, IReadOnlyList<string> Moves);

public sealed record PressedParty(string Party, string Name, int Count);

/// <summary>What a party gave, conceded, eased or ruled out, and how much of it nothing came back for.</summary>
public sealed record PartyConceded(string Party, string Name, int Count, int WithoutReturn, IReadOnlyList<string> Moves);

/// <summary>One row, for tables and the time axis.</summary>
public sealed record LedgerRow(
    string Move, DateOnly First, DateOnly Last, string When, string By, IReadOnlyList<string> To, string Kind, string What, string Factuality, string? Lever, string? Issue,
    bool InModel, string? SameAs, IReadOnlyList<string> ClashesWith, IReadOnlyList<string> Evidence);
