using Fulcrum.Cases.Editing;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'cite'.</summary>
/// <param name="Span">First code point, and the one after the last.</param>
/// <param name="Added">False when the same span was evidence before.</param>
internal sealed record CiteDocument(
    string Id, string Source, IReadOnlyList<int> Span, int Paragraph, string Quote, IReadOnlyList<string> Figures, bool Added, bool SourceAdded, bool SaysMissing)
{
    public static CiteDocument Of(CiteResult.Cited c) =>
        new(c.Id.Value, c.Source.Value, [c.Span.Start, c.Span.End], c.Quote.Paragraph, c.Quote.Words, c.Figures, c.Added, c.SourceAdded, c.SaysMissing);
}
