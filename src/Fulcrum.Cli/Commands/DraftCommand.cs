using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Reading;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Cli.Commands;

/// <summary>'new DIR --from FILES': a draft case from articles.</summary>
internal static class DraftCommand
{
    public static int Run(Terminal terminal, string folder, string[] articles, bool json)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            return Answering.Refuse(terminal, [ReadingProblems.FolderTaken(folder)], json);
        }
        ReadingResult result = ArticleReader.Read(articles);
        terminal.Error.Write(ProblemsPage.Of(result.Problems, terminal.Width).ToText(terminal.ErrorColour));
        Directory.CreateDirectory(folder);
        if (DraftCase.Write(folder, result) is not { } files)
        {
            return Answering.Refuse(terminal, [ReadingProblems.TooLittle(folder)], json);
        }
        if (json)
        {
            terminal.Output.Write(Document.Text(new NewDocument(folder, files), DocumentContext.Default.NewDocument));
        }
        else
        {
            var page = new Page(terminal.Width);
            page.Paragraph($"A draft from {Figures.Count(result.Documents.Count, "text", "texts")} stands in {folder}: every number is '?'. Check the parties, issues and levers first, then:", ink: Ink.Strong);
            page.Line($"  fulcrum review {folder}");
            page.Line($"  fulcrum check {folder}");
            terminal.Output.Write(page.ToText(terminal.Colour));
        }
        return result.Problems.Any(p => p.Severity == Severity.Error) ? ExitCode.Problems : ExitCode.Done;
    }
}
