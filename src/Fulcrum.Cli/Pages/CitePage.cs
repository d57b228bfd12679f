using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;

namespace Fulcrum.Cli.Pages;

/// <summary>What was cited, with the words around it; or why it is not clear what was meant.</summary>
internal static class CitePage
{
    private const int MostPlaces = 10;

    public static Page Of(CiteResult.Cited cited, int width)
    {
        var page = new Page(width);
        SpanQuote quote = cited.Quote;
        string before = quote.CutBefore ? $"... {quote.Before}" : quote.Before;
        string after = quote.CutAfter ? $"{quote.After} ..." : quote.After;
        page.Paragraph($"{cited.Source}, paragraph {quote.Paragraph.ToString(CultureInfo.InvariantCulture)}:", ink: Ink.Faint);
        page.Paragraph($"{before}>>{quote.Words}<<{after}", indent: 2);
        if (cited.Figures.Count > 0)
        {
            page.Paragraph($"figures in it: {string.Join(", ", cited.Figures)}", ink: Ink.Faint);
        }
        page.Paragraph(cited.Added ? "added to evidence.yaml" : "was evidence already; nothing written", ink: Ink.Faint);
        if (cited.SourceAdded)
        {
            page.Paragraph($"the text was new: added to sources.yaml as '{cited.Source}'; fill in outlet, author and date there", ink: Ink.Caution);
        }
        if (cited.SaysMissing)
        {
            page.Paragraph("now say in evidence.yaml, in your own words, what it says ('says:'), or use --says", ink: Ink.Caution);
        }
        return page;
    }

    public static Page Unclear(CiteResult result, int width)
    {
        Page page = ProblemsPage.Of([Problem(result)], width);
        IReadOnlyList<FoundSpan> places = result switch
        {
            CiteResult.Ambiguous ambiguous => ambiguous.Places,
            CiteResult.NotFound notFound => notFound.Near,
            _ => [],
        };
        foreach (FoundSpan place in places.Take(MostPlaces))
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{place.Text.FileName}, paragraph {place.Paragraph}: {place.Words}"), indent: 2, hanging: 4);
        }
        if (places.Count > MostPlaces)
        {
            page.Paragraph(string.Create(CultureInfo.InvariantCulture, $"and {places.Count - MostPlaces} more places"), indent: 2);
        }
        return page;
    }

    public static CaseProblem Problem(CiteResult result) => result switch
    {
        CiteResult.Ambiguous => Of("cite/ambiguous", "the words stand in several places", "paste more of the sentence, or name the source with --source"),
        CiteResult.NotFound { TextsSearched: 0 } => Of("cite/no-text", "no text is at hand to look in", "put texts into the case's sources folder, or name a folder with --sources"),
        CiteResult.NotFound { Near.Count: > 0 } => Of("cite/not-found", "the words stand in no text at hand; near them:", "paste the words as they stand in the text"),
        _ => Of("cite/not-found", "the words stand in no text at hand", "paste the words as they stand in the text, or name a further folder with --sources"),
    };

    private static CaseProblem Of(string code, string message, string help) => new(Severity.Error, code, TextPlace.None, null, 1, message, help);
}
