using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>The trees of a case's files. A file that is absent has no tree; one that could not be read has none either, and is not readable.</summary>
internal sealed record CaseTrees(MapNode Case, MapNode? Ledger, MapNode? Evidence, MapNode? Sources, IReadOnlyList<(string Id, MapNode Root)> Readings)
{
    public bool LedgerReadable { get; init; } = true;

    public bool EvidenceReadable { get; init; } = true;

    public bool SourcesReadable { get; init; } = true;

    /// <summary>False when the folder of readings could not be opened.</summary>
    public bool ReadingsReadable { get; init; } = true;

    /// <summary>Ids of readings whose files could not be read: mentions of them are not unknown.</summary>
    public IReadOnlyList<string> UnreadableReadings { get; init; } = [];
}
