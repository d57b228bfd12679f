using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

/// <summary>How a verb hands over its answer: the page or the document on standard output, problems on standard error, the exit code.</summary>
internal static class Answering
{
    private const int MostWarnings = 5;

    // Of files whose every line is odd.
    private const int MostLosses = 200;

    /// <param name="partial">Whether the answer covers only part of what was asked because the work was interrupted.</param>
    public static int Give<T>(Terminal terminal, Answer<T> answer, bool json, Func<T, string> document, Func<T, Page> page, Func<T, bool>? partial = null)
        where T : class => Give(terminal, answer, MostWarnings, json, document, page, partial);

    /// <summary>What was read or written for another program, with everything that was lost on the way.</summary>
    public static int GiveFiles(Terminal terminal, Answer<NewDocument> answer, bool json, Page page) =>
        Give(terminal, answer, MostLosses, json, document => Document.Text(document, DocumentContext.Default.NewDocument), _ => page, partial: null);

    private static int Give<T>(
        Terminal terminal, Answer<T> answer, int mostWarnings, bool json, Func<T, string> document, Func<T, Page> page, Func<T, bool>? partial)
        where T : class
    {
        if (answer.Value is not { } value)
        {
            return Refuse(terminal, answer.Problems, json);
        }
        Warn(terminal, answer.Problems, mostWarnings);
        terminal.Output.Write(json ? document(value) : page(value).ToText(terminal.Colour));
        if (partial?.Invoke(value) == true)
        {
            terminal.Output.Flush();
            terminal.Error.WriteLine("fulcrum: interrupted; the answer above is partial");
            return ExitCode.Failed;
        }
        return ExitCode.Done;
    }

    /// <summary>Lists all problems; with JSON asked for, as a document on standard output too.</summary>
    public static int Refuse(Terminal terminal, IReadOnlyList<CaseProblem> problems, bool json)
    {
        terminal.Error.Write(ProblemsPage.Of(problems, terminal.Width).ToText(terminal.ErrorColour));
        if (json)
        {
            terminal.Output.Write(Document.Text(CheckDocument.Of(problems, null), DocumentContext.Default.CheckDocument));
        }
        return ExitCode.Problems;
    }

    /// <summary>What goes with an answer, in short, on standard error.</summary>
    public static void Warn(Terminal terminal, IReadOnlyList<CaseProblem> problems, int most = MostWarnings)
    {
        var text = new StringBuilder();
        foreach (CaseProblem problem in problems.Take(most))
        {
            text.Append(ProblemsPage.OneLine(problem)).Append('\n');
        }
        if (problems.Count > most)
        {
            text.Append($"fulcrum: and {problems.Count - most} more; 'fulcrum check CASE' lists them with what to do\n");
        }
        terminal.Error.Write(text.ToString());
    }
}
