using Fulcrum.Cases.Verifying;

namespace Fulcrum.Cases.Editing;

/// <summary>What to cite.</summary>
/// <param name="Words">The words as pasted or typed; '...' between two parts stands for what lies between them.</param>
public sealed record CiteRequest(string Words)
{
    /// <summary>Look in this source only: an id of sources.yaml, or the name of a text's file without its ending. Null: in every text at hand.</summary>
    public string? Source { get; init; }

    /// <summary>Id of the new evidence; null makes one from source and paragraph ('gazette-8', then 'gazette-8-b').</summary>
    public string? Id { get; init; }

    /// <summary>Who says so, when it is not the author.</summary>
    public string? Speaker { get; init; }

    /// <summary>What it says, in the case author's own words; null leaves <see cref="Evidence.SaysLater"/> to be replaced.</summary>
    public string? Says { get; init; }

    /// <summary>Further folders that hold texts, beside the case's own.</summary>
    public IReadOnlyList<string> TextFolders { get; init; } = [];
}

/// <summary>How citing ended.</summary>
public abstract record CiteResult
{
    private CiteResult() { }

    /// <summary>Files beside the texts that could not serve as texts, and folders that are not there.</summary>
    public IReadOnlyList<CaseProblem> TextProblems { get; init; } = [];

    /// <summary>The words have an evidence id.</summary>
    /// <param name="Added">False when the same span was evidence before; then nothing was written.</param>
    /// <param name="SourceAdded">The text was not in sources.yaml and was added there.</param>
    /// <param name="Quote">The exact words with what stands around them.</param>
    /// <param name="SaysMissing">The entry still lacks a sentence in the author's own words.</param>
    public sealed record Cited(
        EvidenceId Id, SourceId Source, TextSpan Span, SpanQuote Quote, IReadOnlyList<string> Figures, bool Added, bool SourceAdded, bool SaysMissing) : CiteResult;

    /// <summary>The words stand in several places: more of them, or the source, must be given.</summary>
    public sealed record Ambiguous(IReadOnlyList<FoundSpan> Places) : CiteResult;

    /// <summary>The words stand nowhere in the texts at hand.</summary>
    /// <param name="Near">Places that share most words with them, best first; perhaps none.</param>
    /// <param name="TextsSearched">0: no text is at hand, or none of the source asked for.</param>
    public sealed record NotFound(IReadOnlyList<FoundSpan> Near, int TextsSearched) : CiteResult;

    /// <summary>A file could not be read or written; nothing was changed.</summary>
    public sealed record Refused(IReadOnlyList<CaseProblem> Problems) : CiteResult;
}
