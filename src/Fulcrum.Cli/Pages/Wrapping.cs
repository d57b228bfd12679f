using System.Text;

namespace Fulcrum.Cli.Pages;

/// <summary>Breaks text into lines at spaces; a word longer than a line is broken where the line ends.</summary>
internal static class Wrapping
{
    public static IReadOnlyList<string> Wrap(string text, int width, int indent, int hanging)
    {
        var lines = new List<string>();
        var line = new StringBuilder(new string(' ', indent));
        bool empty = true;
        foreach (string word in Words(text, Math.Max(8, width - Math.Max(indent, hanging))))
        {
            int space = empty ? 0 : Gap(word);
            if (!empty && Page.Columns(line.ToString()) + space + Page.Columns(word.Trim()) > width)
            {
                lines.Add(line.ToString());
                line.Clear().Append(' ', hanging);
                empty = true;
                space = 0;
            }
            line.Append(' ', space).Append(word.Trim());
            empty = false;
        }
        lines.Add(line.ToString());
        return lines;
    }

    // A word carries the spaces before it, so that columns set with spaces inside a line survive.
    private static int Gap(string word) => Math.Max(1, word.Length - word.TrimStart().Length);

    private static IEnumerable<string> Words(string text, int longest)
    {
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            while (at < text.Length && text[at] == ' ')
            {
                at++;
            }
            int word = at;
            while (at < text.Length && text[at] != ' ' && at - word < longest)
            {
                at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            }
            if (at > word)
            {
                yield return text[start..at];
            }
        }
    }
}
