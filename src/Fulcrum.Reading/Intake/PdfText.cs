using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Fulcrum.Cases;

namespace Fulcrum.Reading.Intake;

/// <summary>PDF through the program pdftotext; lines of a paragraph are joined again.</summary>
internal static class PdfText
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static IEnumerable<ArticleSource> Read(string path, List<CaseProblem> problems)
    {
        try
        {
            var start = new ProcessStartInfo("pdftotext")
            {
                RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8,
            };
            foreach (string argument in (string[])["-enc", "UTF-8", "-nopgbrk", Path.GetFullPath(path), "-"])
            {
                start.ArgumentList.Add(argument);
            }
            using Process process = Process.Start(start)!;
            Task<string> complaint = process.StandardError.ReadToEndAsync();
            Task<string?> output = ReadAsync(process.StandardOutput);
            if (!output.Wait(Patience) || output.Result is not { } raw || !process.WaitForExit(Patience))
            {
                process.Kill(true);
                problems.Add(ReadingProblems.BadPdf(path, output.IsCompletedSuccessfully && output.Result is null ? $"it holds more than {ArticleFiles.LargestArticle / 1_000_000} million characters" : "it took longer than a minute"));
                return [];
            }
            string text = JoinLines(raw);
            if (process.ExitCode != 0 || string.IsNullOrWhiteSpace(text))
            {
                problems.Add(process.ExitCode == 0 ? ReadingProblems.Empty(path) : ReadingProblems.BadPdf(path, complaint.Result.Trim()));
                return [];
            }
            return [new ArticleSource(Path.GetFileNameWithoutExtension(path), text)];
        }
        catch (Win32Exception)
        {
            problems.Add(ReadingProblems.NoPdfTool(path));
            return [];
        }
    }

    // A small file can unfold to any length: null when it is longer than an article may be.
    private static async Task<string?> ReadAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        var part = new char[1 << 16];
        for (int count; (count = await reader.ReadAsync(part.AsMemory()).ConfigureAwait(false)) > 0;)
        {
            text.Append(part, 0, count);
            if (text.Length > ArticleFiles.LargestArticle)
            {
                return null;
            }
        }
        return text.ToString();
    }

    /// <summary>
    /// Lines up to an empty one are a paragraph; within them a paragraph also ends with a sentence on a line that stops well before the others, and a short line without a
    /// full stop that begins a paragraph is a heading. A hyphen at a line's end before a lower-case letter is taken out.
    /// </summary>
    internal static string JoinLines(string text)
    {
        var joined = new StringBuilder(text.Length);
        string[] lines = [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').Select(l => l.Trim())];
        int width = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i];
            width = i == 0 || lines[i - 1].Length == 0 ? lines.Skip(i).TakeWhile(l => l.Length > 0).Select(l => l.Length).DefaultIfEmpty(0).Max() : width;
            bool begins = joined.Length == 0 || joined[^1] == '\n';
            if (line.Length > 0 && joined.Length > 0 && joined[^1] == '-' && char.IsLower(line[0]))
            {
                joined.Length--;
                joined.Append(line);
            }
            else if (line.Length > 0)
            {
                joined.Append(begins ? "" : " ").Append(line);
            }
            bool ends = line.Length == 0 || (i + 1 < lines.Length && lines[i + 1].Length > 0 && EndsParagraph(line, lines[i + 1], width, begins));
            joined.Append(ends && joined.Length > 0 && joined[^1] != '\n' ? "\n\n" : "");
        }
        return joined.Append('\n').ToString();
    }

    private static bool EndsParagraph(string line, string next, int width, bool begins)
    {
        bool upper = char.IsUpper(next[0]) || next[0] is '"' or '“' or '‘';
        bool sentence = line[^1] is '.' or '!' or '?' or '”' or '"';
        return upper && width >= 40 && (sentence ? line.Length * 5 < width * 4 : begins && line.Length * 5 < width * 3 && line[^1] is not (',' or ';' or ':' or '-'));
    }
}
