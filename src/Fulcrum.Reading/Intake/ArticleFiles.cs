using Fulcrum.Cases;
using Fulcrum.Cases.Files;

namespace Fulcrum.Reading.Intake;

/// <summary>Opens the files and folders a person names. Every bad file gives a problem; the others are read.</summary>
internal static class ArticleFiles
{
    public const long LargestFile = 64_000_000;
    public const long LargestArticle = 4_000_000;
    private static readonly string[] Known = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".jsonl", ".ndjson"];

    // Documents that somebody may expect to be read: they get a problem that says what to do.
    private static readonly string[] Expected = [".doc", ".docx", ".odt", ".rtf", ".epub", ".zip", ".gz", ".7z"];
    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System, MaxRecursionDepth = 32 };

    /// <summary>Articles in ordinal order of their paths; a folder contributes its files of known kinds, subfolders included.</summary>
    public static IEnumerable<ArticleSource> Open(IEnumerable<string> paths, List<CaseProblem> problems)
    {
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                string[] files = [.. Directory.EnumerateFiles(path, "*", Below).Where(f => Known.Concat(Expected).Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal)];
                if (files.Length == 0)
                {
                    problems.Add(ReadingProblems.NothingToRead(path));
                }
                foreach (ArticleSource article in files.SelectMany(f => OpenFile(f, problems)))
                {
                    yield return article;
                }
            }
            else
            {
                foreach (ArticleSource article in OpenFile(path, problems))
                {
                    yield return article;
                }
            }
        }
    }

    private static IEnumerable<ArticleSource> OpenFile(string path, List<CaseProblem> problems)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                problems.Add(ReadingProblems.Missing(path));
                return [];
            }
            long? length = PlainFile.Length(path);
            if (length is null or > LargestFile)
            {
                problems.Add(length is null ? ReadingProblems.Unreadable(path, PlainFile.Other) : ReadingProblems.TooLarge(path, length.Value, LargestFile));
                return [];
            }
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(ReadingProblems.Unreadable(path, e.Message));
            return [];
        }
        return OpenBytes(path, bytes, problems);
    }

    internal static IEnumerable<ArticleSource> OpenBytes(string path, byte[] bytes, List<CaseProblem> problems)
    {
        string kind = Path.GetExtension(path).ToLowerInvariant();
        if (TextDecoding.Archive(bytes) is { } archive)
        {
            return Refuse(ReadingProblems.Archive(path, archive), problems);
        }
        if (TextDecoding.IsPdf(bytes) || kind == ".pdf")
        {
            return TextDecoding.IsPdf(bytes) ? PdfText.Read(path, problems) : Refuse(ReadingProblems.BadPdf(path, "it does not begin like a PDF"), problems);
        }
        bool lines = kind is ".jsonl" or ".ndjson";
        if (!lines && bytes.Length > 4 * LargestArticle)
        {
            return Refuse(ReadingProblems.TooLarge(path, bytes.Length, LargestArticle), problems);
        }
        if (TextDecoding.Decode(bytes) is not { } text)
        {
            return Refuse(ReadingProblems.Binary(path), problems);
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refuse(ReadingProblems.Empty(path), problems);
        }
        if (lines)
        {
            return JsonArticles.Read(path, text, problems);
        }
        if (text.Length > LargestArticle)
        {
            return Refuse(ReadingProblems.TooLarge(path, bytes.Length, LargestArticle), problems);
        }
        string id = Path.GetFileNameWithoutExtension(path);
        if (kind is ".html" or ".htm" or ".xhtml" || text.AsSpan().TrimStart().StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
        {
            if (HtmlDepth.IsTooDeep(text))
            {
                return Refuse(ReadingProblems.TooDeep(path), problems);
            }
            ArticleSource? article = HtmlArticle.Read(id, text);
            return article is null ? Refuse(ReadingProblems.NoArticle(path), problems) : [article];
        }
        return [kind is ".md" or ".markdown" ? MarkdownArticle.Read(id, text) : new ArticleSource(id, text)];
    }

    private static ArticleSource[] Refuse(CaseProblem problem, List<CaseProblem> problems)
    {
        problems.Add(problem);
        return [];
    }
}
