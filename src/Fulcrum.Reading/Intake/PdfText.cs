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
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(true);
                problems.Add(ReadingProblems.BadPdf(path, "it took longer than a minute"));
                return [];
            }
            string text = JoinLines(output.Result);
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

    /// <summary>Lines up to an empty one are a paragraph; a hyphen at a line's end before a lower-case letter is taken out.</summary>
    internal static string JoinLines(string text)
    {
        var joined = new StringBuilder(text.Length);
        foreach (string line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                joined.Append(joined.Length > 0 && joined[^1] != '\n' ? "\n\n" : "");
            }
            else if (joined.Length > 0 && joined[^1] == '-' && char.IsLower(trimmed[0]))
            {
                joined.Length--;
                joined.Append(trimmed);
            }
            else
            {
                joined.Append(joined.Length > 0 && joined[^1] != '\n' ? " " : "").Append(trimmed);
            }
        }
        return joined.Append('\n').ToString();
    }
}
