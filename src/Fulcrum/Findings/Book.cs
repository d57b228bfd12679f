namespace Fulcrum.Findings;

/// <summary>Everything that the pages show of one case: the case for readers, and an analysis per reading. The same for the report and the web app.</summary>
/// <param name="Redacted">Texts, summaries, hashes (the case's own too) and speakers are left out.</param>
/// <param name="Analyses">The base case first, then each reading that is somebody's view.</param>
public sealed record Book(bool Redacted, CaseView Case, IReadOnlyList<Analysis> Analyses, IReadOnlyList<ReadingSubsets> Subsets)
{
    /// <summary>The deal zone of every two parties whose consent is needed, for each reading; empty where pages can ask for one.</summary>
    public IReadOnlyList<ZoneMap> Zones { get; init; } = [];

    /// <summary>What makes its readings differ on the case's verdicts, two by two; empty where pages can ask for it, or where nobody asked.</summary>
    public IReadOnlyList<CruxView> Cruxes { get; init; } = [];
}

/// <summary>Hands at mid-range for every subset of a reading's net changes.</summary>
/// <param name="Reading">Null for the base case.</param>
public sealed record ReadingSubsets(string? Reading, SubsetTable Table);

/// <param name="Changes">Ids of net changes; bit i of a mask stands for the i-th.</param>
/// <param name="Hands">[mask][party].</param>
public sealed record SubsetTable(IReadOnlyList<string> Changes, IReadOnlyList<string> Parties, IReadOnlyList<double[]> Hands);

/// <summary>A case for readers: who, which sources and passages, every number with what it rests on, the readings.</summary>
public sealed record CaseView(
    string Title, IReadOnlyList<PartyView> Parties, IReadOnlyList<SourceView> Sources, IReadOnlyList<EvidenceView> Evidence, IReadOnlyList<NumberView> Numbers,
    IReadOnlyList<RankingView> Rankings, IReadOnlyList<ReadingView> Readings)
{
    /// <summary>The statements over results that the case names.</summary>
    public IReadOnlyList<VerdictView> Verdicts { get; init; } = [];
}

public sealed record VerdictView(string Id, string Says);

public sealed record PartyView(string Id, string Name, string Role);

public sealed record SourceView(
    string Id, string Title, string Outlet, string Author, string Date, string Kind, string? Url, string? DerivedFrom, string? Note, bool TextAtHand);

/// <param name="Says">Our summary; empty in a redacted book.</param>
/// <param name="Quote">The exact words, where the text is at hand and still the same; null otherwise and in a redacted book.</param>
public sealed record EvidenceView(string Id, string Source, int? Paragraph, string? Speaker, string Says, string? Quote);

/// <param name="Group">The part of the case that it belongs to ('levers.us-arms').</param>
public sealed record NumberView(
    string Path, string Group, string Text, double Low, double Middle, double High, string Mark, IReadOnlyList<string> Evidence, string? Note);

public sealed record RankingView(string Path, string Group, string Text, string Mark, IReadOnlyList<string> Evidence);

public sealed record ReadingView(string Id, string Name, string Says, string? Source, bool StressTest, IReadOnlyList<OverrideView> Overrides);

public sealed record OverrideView(string Path, string Text, string Mark, IReadOnlyList<string> Evidence, string? Note);
