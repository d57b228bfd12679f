using System.Text.Json;
using Fulcrum.Cases;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Chat;

/// <summary>
/// What every proposal of a language model must pass: the quote stands in the text to the byte, in the paragraph named, and the fields are of the vocabulary.
/// What does not pass is dropped and counted by reason.
/// </summary>
internal sealed class Gate(Document document, IReadOnlySet<string> parties)
{
    private readonly Dictionary<string, int> dropped = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Dropped => dropped;

    /// <summary>Proposals of an answer; text around the first JSON array is ignored. No array: one drop, 'no list of moves'.</summary>
    public IReadOnlyList<ProposedMove> Pass(string answer)
    {
        int from = answer.IndexOf('['), to = answer.LastIndexOf(']');
        if (from < 0 || to <= from)
        {
            return Drop("no list of moves");
        }
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer.AsMemory(from, to - from + 1));
            return [.. json.RootElement.EnumerateArray().Select(One).OfType<ProposedMove>()];
        }
        catch (JsonException)
        {
            return Drop("no list of moves");
        }
    }

    private ProposedMove? One(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object || Text(row, "quote") is not { Length: > 0 } quote)
        {
            return Refuse("no quote");
        }
        int number = row.TryGetProperty("paragraph", out JsonElement paragraph) && paragraph.ValueKind == JsonValueKind.Number && paragraph.TryGetInt32(out int n) ? n : 0;
        if (document.Passages.FirstOrDefault(p => p.Number == number && p.Speaks) is not { } passage)
        {
            return Refuse("no such paragraph");
        }
        int at = document.Text.IndexOf(quote, passage.Span.Start, passage.Span.Length, StringComparison.Ordinal);
        if (at < 0)
        {
            return Refuse("quote not in the text");
        }
        if (Text(row, "actor") is not { } actor || !parties.Contains(actor) || (Text(row, "target") is { } named && !parties.Contains(named)))
        {
            return Refuse("party not in the vocabulary");
        }
        if (Text(row, "move") is not { } move || ReadingWords.Kind(move) is not { } kind || Text(row, "factuality") is not { Length: > 0 } word || ReadingWords.Factuality(word) is not { } real)
        {
            return Refuse("move or factuality not in the vocabulary");
        }
        string speaker = Text(row, "speaker") ?? "author";
        if (speaker != "author" && !document.Text.Contains(speaker, StringComparison.Ordinal))
        {
            return Refuse("speaker not in the text");
        }
        return Proposal(row, passage, new Span(at, at + quote.Length), actor, kind, real, speaker);
    }

    // Dates are the reader's own: the model's are not taken over.
    private ProposedMove Proposal(JsonElement row, Passage passage, Span quote, string actor, MoveKind kind, Factuality factuality, string speaker)
    {
        FoundDate? date = DateFinder.Find(document.Text, quote, document.Date) is [var first, ..] ? first : null;
        string? about = Text(row, "object");
        return new ProposedMove(
            document.Id, passage.Number, quote, quote.In(document.Text), actor, Text(row, "target"), kind, "", "model", about is { Length: > 200 } ? about[..200] : about,
            date?.Value, date?.First, date?.Last, factuality, speaker, false, false, 0.4, "language-model");
    }

    private IReadOnlyList<ProposedMove> Drop(string reason)
    {
        Refuse(reason);
        return [];
    }

    private ProposedMove? Refuse(string reason)
    {
        dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
        return null;
    }

    private static string? Text(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
