using System.Globalization;
using System.Text.Json;
using Fulcrum.Cases;

namespace Fulcrum.Reading.Intake;

/// <summary>JSON Lines: one article a line. Field names of the common exports are understood.</summary>
internal static class JsonArticles
{
    public static IEnumerable<ArticleSource> Read(string path, string text, List<CaseProblem> problems)
    {
        string stem = Path.GetFileNameWithoutExtension(path);
        int number = 0;
        foreach (ReadOnlyMemory<char> line in Lines(text))
        {
            number++;
            if (!line.Span.IsWhiteSpace() && ReadLine(path, stem, number, line, problems) is { } article)
            {
                yield return article;
            }
        }
    }

    private static ArticleSource? ReadLine(string path, string stem, int number, ReadOnlyMemory<char> line, List<CaseProblem> problems)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Field(root, "text", "body", "content", "maintext") is not { } body || string.IsNullOrWhiteSpace(body))
            {
                problems.Add(ReadingProblems.BadJsonLine(path, number, "The line has no field 'text'."));
                return null;
            }
            return new ArticleSource(Field(root, "id", "sourceId") ?? $"{stem}-{number}", body.Replace("\r\n", "\n", StringComparison.Ordinal))
            {
                Title = Field(root, "title", "headline"),
                Outlet = Field(root, "outlet", "source", "publication", "publisher"),
                Author = Field(root, "author", "byline"),
                Url = Field(root, "url", "link"),
                Date = Date(Field(root, "date", "published", "datePublished", "date_publish")),
            };
        }
        catch (JsonException e)
        {
            problems.Add(ReadingProblems.BadJsonLine(path, number, $"The line is no JSON: {e.Message.Split(" LineNumber:")[0]}"));
            return null;
        }
    }

    internal static DateOnly? Date(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) ? date : null;

    private static string? Field(JsonElement root, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (root.TryGetProperty(name, out JsonElement value))
            {
                return value.ValueKind switch
                {
                    JsonValueKind.String => value.GetString(),
                    JsonValueKind.Number => value.GetRawText(),
                    _ => null,
                };
            }
        }
        return null;
    }

    private static IEnumerable<ReadOnlyMemory<char>> Lines(string text)
    {
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            yield return text.AsMemory(at, end - at);
            at = end + 1;
        }
    }
}
