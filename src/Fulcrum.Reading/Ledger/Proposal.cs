using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Ledger;

/// <summary>A proposed move as the proposals file keeps it: with everything that accepting it writes into a case.</summary>
/// <param name="Id">Hash of the text, the sentence, the parties and the kind: the same when the article is read again.</param>
/// <param name="SpanStart">Code points of the source's text, as evidence counts them.</param>
/// <param name="Event">Proposals of several sources that tell the same act carry the same event.</param>
public sealed record Proposal(
    string Id, string Source, string SourceHash, string? Outlet, string? Author, string? Title, string? Published, string? Url, string? DerivedFrom,
    int Paragraph, int SpanStart, int SpanEnd, string Quote, string Actor, string? Target, string Move, string? Object, string? When, string? First, string? Last,
    string Factuality, string Speaker, bool Conditional, bool TrackRecord, double Confidence, string Finder, string? Lever, string? Issue, string? Option, string Event)
{
    /// <summary>The word that stands in <see cref="Move"/> when the sentence is proposed as evidence for a number rather than as a move.</summary>
    public const string Claim = "claim";

    /// <summary>Dotted path of the number that the sentence may bear on; null for a move.</summary>
    public string? Number { get; init; }

    /// <summary>All numbers that it may bear on, best first; null for a move.</summary>
    public IReadOnlyList<NumberLink>? Numbers { get; init; }

    /// <summary>Figures with a unit or a share that stand in the sentence; null for a move.</summary>
    public IReadOnlyList<string>? Figures { get; init; }

    public static Proposal Of(ProposedClaim claim, Document document, SourceLineage lineage)
    {
        TextSpan span = document.CodePoints(claim.Quote);
        string id = TextHash.OfSpan(string.Join('\n', document.TextHash, claim.QuoteText, Claim))[..12];
        NumberLink best = claim.Numbers[0];
        return new Proposal(
            id, document.Id, document.TextHash, document.Outlet, document.Author, document.Title, Day(document.Date), document.Url, lineage.DerivedFrom,
            claim.Paragraph, span.Start, span.End, claim.QuoteText, claim.Party, null, Claim, $"bears on {best.Path}", null, null, null,
            "happened", claim.Speaker, false, false, Math.Round(best.Score, 2), "claims", null, null, null, $"{Claim} {id}")
        {
            Number = best.Path,
            Numbers = [.. claim.Numbers.Select(n => n with { Score = Math.Round(n.Score, 2) })],
            Figures = claim.Figures,
        };
    }

    public static Proposal Of(ProposedMove move, Document document, SourceLineage lineage)
    {
        TextSpan span = document.CodePoints(move.Quote);
        string id = TextHash.OfSpan(string.Join('\n', document.TextHash, move.QuoteText, move.Actor, move.Target, ReadingWords.Of(move.Kind), move.Trigger))[..12];
        string @event = string.Join(' ', move.Actor, move.Target ?? "-", ReadingWords.Of(move.Kind), move.Trigger, Day(move.First) ?? "undated");
        CaseLink? link = move.Links.Count > 0 ? move.Links[0] : null;
        return new Proposal(
            id, document.Id, document.TextHash, document.Outlet, document.Author, document.Title, Day(document.Date), document.Url, lineage.DerivedFrom,
            move.Paragraph, span.Start, span.End, move.QuoteText, move.Actor, move.Target, ReadingWords.Of(move.Kind), move.Object, move.When, Day(move.First), Day(move.Last),
            ReadingWords.Of(move.Factuality), move.Speaker, move.Conditional, move.TrackRecord, Math.Round(move.Confidence, 2), move.Finder,
            link?.Lever?.Value, link?.Issue?.Value, link?.Option?.Value, @event);
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What a person decided about a proposal, in the order of decisions. Only the last line of an id counts.</summary>
/// <param name="What">accepted, rejected or undone; begun is written before an acceptance is saved, and decides nothing.</param>
/// <param name="Wrote">Keys that accepting added, as 'file path', so that undo can take them back.</param>
public sealed record Decision(string Id, [property: JsonPropertyName("decision")] string What, IReadOnlyList<string> Wrote)
{
    public const string Accepted = "accepted";
    public const string Rejected = "rejected";
    public const string Undone = "undone";
    internal const string Begun = "begun";

    /// <summary>Decisions taken with one key carry the id of the first of them and are undone together; null for one alone.</summary>
    public string? With { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(Decision))]
internal sealed partial class ProposalContext : JsonSerializerContext
{
    /// <summary>Quotes stay readable in the file.</summary>
    public static ProposalContext Readable { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
