using Fulcrum.Cases;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Ledger;

/// <summary>A move that a finder reads out of one sentence, for a person to accept, edit or reject.</summary>
/// <param name="Paragraph">Non-empty line of the text, counted from 1.</param>
/// <param name="Trigger">The word that makes it a move.</param>
/// <param name="Type">Finer type of the event in PLOVER's words; empty when the word list gives none.</param>
/// <param name="Object">What is offered, demanded, given and so on, in the text's words, shortened.</param>
/// <param name="When">ISO date where text and article fix it, the text's own words where they do not, null where it says nothing.</param>
/// <param name="Speaker">'author', or the surname of the person quoted or paraphrased.</param>
/// <param name="TrackRecord">It lies before the talks: useful as a record, not a move of this negotiation.</param>
/// <param name="Finder">Which finder made the proposal.</param>
public sealed record ProposedMove(
    string Source, int Paragraph, Span Quote, string QuoteText, string Actor, string? Target, MoveKind Kind, string Type, string Trigger, string? Object,
    string? When, DateOnly? First, DateOnly? Last, Factuality Factuality, string Speaker, bool Conditional, bool TrackRecord, double Confidence, string Finder)
{
    /// <summary>Candidate places in the case that the move is about, best first; empty without a case.</summary>
    public IReadOnlyList<CaseLink> Links { get; init; } = [];
}

/// <summary>A lever, issue or option that a move may be about, with a score in 0..1.</summary>
public sealed record CaseLink(LeverId? Lever, IssueId? Issue, OptionId? Option, double Score);
