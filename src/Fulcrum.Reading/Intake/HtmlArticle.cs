using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Fulcrum.Reading.Intake;

/// <summary>
/// The article of a web page: the container whose paragraphs hold most words outside links; menus, teasers, forms and footers left out
/// (the idea of Kohlschuetter, Fankhauser and Nejdl 2010: text density and link density).
/// </summary>
internal static class HtmlArticle
{
    private static readonly string[] Dropped = ["script", "style", "noscript", "template", "svg", "nav", "aside", "form", "footer", "iframe", "button", "figure", "select", "video", "audio"];
    private static readonly string[] Blocks = ["p", "h1", "h2", "h3", "h4", "blockquote", "li", "pre"];
    private static readonly string[] Suspicious = ["related", "teaser", "promo", "newsletter", "share", "social", "comment", "sidebar", "recommend", "advert", "cookie", "breadcrumb", "menu", "subscribe"];

    /// <summary>Null when the page has no running text.</summary>
    public static ArticleSource? Read(string id, string html)
    {
        using IHtmlDocument page = new HtmlParser().ParseDocument(html);
        PageFacts facts = PageFacts.Of(page);
        string? title = Meta(page, "og:title") ?? facts.Title ?? page.QuerySelector("h1")?.TextContent ?? page.Title;
        foreach (IElement element in page.QuerySelectorAll(string.Join(',', Dropped)).ToArray())
        {
            element.Remove();
        }
        foreach (IElement element in page.QuerySelectorAll("[class],[id]").ToArray())
        {
            if (element.LocalName is not ("body" or "html" or "article" or "main") && IsSuspicious(element) && LinkShare(element) > 0.25)
            {
                element.Remove();
            }
        }
        IElement? body = Container(page);
        if (body is null)
        {
            return null;
        }
        string text = TextOf(body, title);
        return text.Length < 40 ? null : new ArticleSource(id, text)
        {
            Title = Clean(title),
            Outlet = Clean(Meta(page, "og:site_name") ?? facts.Outlet),
            Author = Clean(Meta(page, "author") ?? facts.Author),
            Url = page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"),
            Date = JsonArticles.Date(Meta(page, "article:published_time") ?? facts.Published ?? Meta(page, "date") ?? page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
        };
    }

    private static IElement? Container(IHtmlDocument page)
    {
        var scores = new Dictionary<IElement, double>();
        foreach (IElement block in page.QuerySelectorAll("p,pre,blockquote"))
        {
            int words = Clean(block.TextContent)?.Split(' ').Length ?? 0;
            if (words < 8)
            {
                continue;
            }
            double weight = words * (1 - LinkShare(block));
            IElement? above = block.ParentElement;
            for (int level = 0; level < 3 && above is not null && above.LocalName != "html"; level++, above = above.ParentElement)
            {
                scores[above] = scores.GetValueOrDefault(above) + weight / (level + 1);
            }
        }
        return scores.Count == 0 ? page.QuerySelector("article,main") ?? page.Body : scores.OrderByDescending(s => s.Value).First().Key;
    }

    private static string TextOf(IElement body, string? title)
    {
        var text = new StringBuilder();
        if (Clean(title) is { } head)
        {
            text.Append(head).Append("\n\n");
        }
        foreach (IElement block in body.QuerySelectorAll(string.Join(',', Blocks)))
        {
            bool nested = block.Ancestors<IElement>().Any(a => a != body && Blocks.Contains(a.LocalName) && body.Contains(a));
            if (!nested && LinkShare(block) < 0.7 && Clean(block.TextContent) is { Length: > 0 } line && line != Clean(title))
            {
                text.Append(line).Append("\n\n");
            }
        }
        return text.Length < 80 ? Clean(body.TextContent) ?? "" : text.ToString();
    }

    private static bool IsSuspicious(IElement element)
    {
        string names = ((element.ClassName ?? "") + ' ' + (element.Id ?? "")).ToLowerInvariant();
        return Suspicious.Any(s => names.Contains(s, StringComparison.Ordinal));
    }

    private static double LinkShare(IElement element)
    {
        int all = element.TextContent.Length;
        return all == 0 ? 0 : (double)element.QuerySelectorAll("a").Sum(a => a.TextContent.Length) / all;
    }

    private static string? Meta(IHtmlDocument page, string name) =>
        page.QuerySelector($"meta[property='{name}'],meta[name='{name}']")?.GetAttribute("content");

    private static string? Clean(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
