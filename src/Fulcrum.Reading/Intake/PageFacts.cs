using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fulcrum.Reading.Intake;

/// <summary>What a page says of its article in the vocabulary of schema.org (JSON-LD), as most news sites do; and the name in its byline.</summary>
internal sealed record PageFacts(string? Title, string? Outlet, string? Author, string? Published)
{
    private static readonly string[] Articles = ["NewsArticle", "Article", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BlogPosting", "LiveBlogPosting", "Report"];
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    public static PageFacts Of(IHtmlDocument page)
    {
        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using JsonDocument json = JsonDocument.Parse(script.TextContent, Lenient);
                if (Article(json.RootElement, 0) is { } article)
                {
                    return new PageFacts(Text(article, "headline"), Text(article, "publisher"), Text(article, "author") ?? Byline(page), Text(article, "datePublished"));
                }
            }
            catch (JsonException)
            {
                // Broken data about the page says nothing; its text is read all the same.
            }
        }
        return new PageFacts(null, null, Byline(page), null);
    }

    private static JsonElement? Article(JsonElement json, int depth)
    {
        if (depth > 3)
        {
            return null;
        }
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json.EnumerateArray().Select(e => Article(e, depth + 1)).FirstOrDefault(e => e is not null);
        }
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        bool article = json.TryGetProperty("@type", out JsonElement type) && (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(IsArticle) : IsArticle(type));
        return article ? json : json.TryGetProperty("@graph", out JsonElement graph) ? Article(graph, depth + 1) : null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind == JsonValueKind.String && Articles.Contains(type.GetString());

    // A text, the name of a thing, or the names of several.
    private static string? Text(JsonElement json, string field) =>
        !json.TryGetProperty(field, out JsonElement value) ? null : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Object => Text(value, "name"),
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : v.ValueKind == JsonValueKind.Object ? Text(v, "name") : null).Where(n => n is not null)) is { Length: > 0 } names ? names : null,
            _ => null,
        };

    private static string? Byline(IHtmlDocument page) =>
        page.QuerySelector("[rel=author],[itemprop=author],.byline,.author-name")?.TextContent.Trim() is { Length: > 0 and < 80 } line ? line.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? line[3..].Trim() : line : null;
}
