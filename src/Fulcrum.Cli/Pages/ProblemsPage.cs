using System.Globalization;
using Fulcrum.Cases;

namespace Fulcrum.Cli.Pages;

/// <summary>Problems of a case's files: each with its code and place, the line with a marker under it, what is wrong and what to do.</summary>
internal static class ProblemsPage
{
    public static Page Of(IReadOnlyList<CaseProblem> problems, int width)
    {
        var page = new Page(width);
        foreach (CaseProblem problem in problems)
        {
            page.Blank();
            Write(page, problem);
        }
        return page;
    }

    public static string OneLine(CaseProblem problem) =>
        Page.Clean($"{Word(problem.Severity)} {problem.Code}{(problem.Place.File.Length > 0 ? $" {problem.Place}" : "")}: {problem.Message}");

    private static void Write(Page page, CaseProblem problem)
    {
        string place = problem.Place.Line > 0 ? problem.Place.ToString() : problem.Place.File;
        page.Spread(new Piece($"{Word(problem.Severity)} {problem.Code}", problem.Severity == Severity.Error ? Ink.Caution : Ink.Strong), new Piece(place, Ink.Faint));
        if (problem.Line is not null && problem.Place.Line > 0)
        {
            Marked(page, problem, problem.Line);
        }
        page.Paragraph(problem.Message, indent: 2);
        if (problem.Help.Length > 0)
        {
            page.Paragraph($"help: {problem.Help}", indent: 2, hanging: 8, ink: Ink.Accent);
        }
    }

    // A long line is shown around its marker.
    private static void Marked(Page page, CaseProblem problem, string line)
    {
        string number = problem.Place.Line.ToString(CultureInfo.InvariantCulture);
        int room = page.Width - number.Length - 5;
        int column = Math.Clamp(problem.Place.Column - 1, 0, line.Length);
        int from = column < room - 8 ? 0 : column - room / 2;
        string shown = line.Substring(from, Math.Min(room, line.Length - from)).Replace('\t', ' ');
        int marker = Math.Clamp(problem.Length, 1, Math.Max(1, Math.Min(room, shown.Length) - (column - from)));
        string before = new(' ', Page.Columns(shown[..Math.Min(shown.Length, column - from)]));
        page.Line(new Piece($"  {number} | ", Ink.Faint), shown);
        page.Line(new Piece($"  {new string(' ', number.Length)} | ", Ink.Faint), new Piece($"{before}{new string('^', marker)}", Ink.Caution));
    }

    private static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";
}
