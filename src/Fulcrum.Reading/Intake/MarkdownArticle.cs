using System.Text.RegularExpressions;

namespace Fulcrum.Reading.Intake;

/// <summary>Markdown without its marks: front matter becomes the article's data, links keep their words, lines of a paragraph stay as they are.</summary>
internal static partial class MarkdownArticle
{
    public static ArticleSource Read(string id, string text)
    {
        var data = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Match front = FrontMatter().Match(text);
        if (front.Success)
        {
            foreach (Match field in Field().Matches(front.Groups[1].Value))
            {
                data[field.Groups[1].Value] = field.Groups[2].Value.Trim().Trim('"', '\'');
            }
            text = text[front.Length..];
        }
        text = Image().Replace(text, "");
        text = Link().Replace(text, "$1");
        text = LineMark().Replace(text, "");
        text = Emphasis().Replace(text, "$2");
        return new ArticleSource(id, text)
        {
            Title = data.GetValueOrDefault("title"),
            Outlet = data.GetValueOrDefault("outlet") ?? data.GetValueOrDefault("source"),
            Author = data.GetValueOrDefault("author"),
            Url = data.GetValueOrDefault("url"),
            Date = JsonArticles.Date(data.GetValueOrDefault("date")),
        };
    }

    [GeneratedRegex(@"\A---\s*\n(.*?)\n---\s*\n", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^(\w+):[ \t]*(.+)$", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^[ \t]*(#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+(?=\S))", RegexOptions.Multiline)]
    private static partial Regex LineMark();

    [GeneratedRegex(@"(\*\*|__|(?<!\w)[*_])(\S(?:[^*_\n]*\S)?)\1(?!\w)")]
    private static partial Regex Emphasis();
}
