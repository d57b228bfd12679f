using Fulcrum.Cases.Syntax;
using Fulcrum.Cases.Verifying;

namespace Fulcrum.Cases.Editing;

/// <summary>What citing must know of sources.yaml and evidence.yaml, read from the files themselves so that a mistake elsewhere in the case does not stand in the way.</summary>
internal sealed class KnownSources(CaseEditor sources, CaseEditor evidence)
{
    public bool HasSource(string id) => sources.Root[id] is not null;

    public bool HasEvidence(string id) => evidence.Root[id] is not null;

    /// <summary>The source whose text this is, or null.</summary>
    public string? SourceOf(SourceText text) => sources.Root.Entries.FirstOrDefault(e => TextHash.Same(Field(e, "hash"), text.Hash))?.Key.Value;

    /// <summary>The source that the text rewrites, followed to the first; null when the text is not a rewrite.</summary>
    public string? OriginOf(SourceText text)
    {
        string? origin = null;
        string? at = SourceOf(text);
        for (int steps = 0; at is not null && steps < sources.Root.Entries.Count; steps++)
        {
            at = sources.Root[at] is { } entry ? Field(entry, "derived-from") : null;
            origin = at ?? origin;
        }
        return origin;
    }

    /// <summary>The evidence that points to this span of the source, or null.</summary>
    public string? EvidenceOf(string source, TextSpan span) =>
        evidence.Root.Entries.FirstOrDefault(e => Field(e, "source") == source && Field(e, "span")?.Replace(" ", "", StringComparison.Ordinal) == Written(span))?.Key.Value;

    public static string Written(TextSpan span) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{span.Start}..{span.End}");

    private static string? Field(MapEntry entry, string key) => entry.Value is MapNode map && map[key]?.Value is ScalarNode { IsEmpty: false } scalar ? scalar.Value : null;
}
