namespace Fulcrum.Cases;

/// <summary>How to read a case folder.</summary>
public sealed record CaseReadOptions
{
    /// <summary>The reading to apply; null reads the base case. The folder's other readings are checked in any case.</summary>
    public ReadingId? Reading { get; init; }

    /// <summary>Overrides in the paths of a reading's 'set:', applied after the reading, each with its value as YAML text.</summary>
    public IReadOnlyList<(string Path, string Text)> Sets { get; init; } = [];
}
