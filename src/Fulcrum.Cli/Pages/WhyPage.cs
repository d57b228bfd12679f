using Fulcrum.Findings;

namespace Fulcrum.Cli.Pages;

/// <summary>The chain under a finding or a number, indented, ending in the quote or the citation.</summary>
internal static class WhyPage
{
    private const int DeepestIndent = 24;

    public static Page Of(WhyAnswer answer, int width)
    {
        var page = new Page(width);
        foreach (WhyStep step in answer.Steps)
        {
            int indent = Math.Min(DeepestIndent, 2 * step.Depth);
            string mark = step.Mark is null ? "" : $"{step.Mark} ";
            bool quote = step.Kind == "quote";
            string label = quote || step.Kind == "note" ? "" : Label(step);
            string text = quote ? $"\u201C{step.Text.Trim('"', '\u201C', '\u201D')}\u201D" : step.Text;
            page.Paragraph($"{mark}{label}{text}", indent, indent + 2, quote ? Ink.Accent : step.Depth == 0 ? Ink.Strong : Ink.Plain, step.Place ?? "");
        }
        return page;
    }

    // An id that the text begins with anyway is not said twice.
    private static string Label(WhyStep step) =>
        step.Id == step.Kind ? $"{step.Kind}: " : step.Text.StartsWith(step.Id, StringComparison.Ordinal) ? $"{step.Kind} " : $"{step.Kind} {step.Id}: ";
}
