using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class CheckCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var verb = new Verb("check", "every problem of a case's files and of its evidence")
        {
            Explanation = "Reads every file of the case, lays every reading over it, and compares every span of evidence with its text where the text is at hand. "
                + "Lists all problems at once, each with its place, the line, and what to do. Texts are recognised by their content, whatever the files are called.",
            Examples =
            [
                ("fulcrum check cases/ukraine-2025", "the files, and the texts that lie in the case's own sources folder"),
                ("fulcrum check cases/ukraine-2025 --sources ~/articles", "also against texts kept elsewhere"),
            ],
        };
        Option<string[]> sources = SourceFolders.Option();
        verb.Add(common.Case);
        verb.Add(sources);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, parsed.GetValue(common.Case)!, parsed.GetValue(sources) ?? [], parsed.GetValue(common.Json), cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, string[] sources, bool json, CancellationToken cancellation)
    {
        (Case? @case, CaseProblem[] all, EvidenceReport? report) = Interruptible.Run(() => Check(folder, sources), cancellation);
        if (json)
        {
            terminal.Output.Write(Document.Text(CheckDocument.Of(all, report), DocumentContext.Default.CheckDocument));
        }
        else
        {
            terminal.Error.Write(ProblemsPage.Of(all, terminal.Width).ToText(terminal.ErrorColour));
            terminal.Output.Write(CheckPage.Of(folder, all, @case, report, terminal.Width).ToText(terminal.Colour));
        }
        return all.Any(p => p.Severity == Severity.Error) ? ExitCode.Problems : ExitCode.Done;
    }

    private static (Case? Case, CaseProblem[] Problems, EvidenceReport? Report) Check(string folder, string[] sources)
    {
        Workbench workbench = Workbench.Open(folder);
        CaseReadResult read = workbench.Check();
        var problems = new List<CaseProblem>(read.Problems);
        EvidenceReport? report = null;
        if (read.Case is { } @case)
        {
            problems.AddRange(@case.Readings.SelectMany(r => workbench.Read(new CaseRequest(r.Id, [])).Problems));
            report = EvidenceCheck.Check(@case, SourceTexts.Find(folder, sources), place => LineAt(folder, place));
            problems.AddRange(report.Problems);
        }
        return (read.Case, [.. problems.DistinctBy(p => (p.Code, p.Place, p.Message)).OrderBy(p => p.Severity)], report);
    }

    private static string? LineAt(string folder, TextPlace place)
    {
        try
        {
            return File.ReadLines(Path.Combine(folder, place.File)).ElementAtOrDefault(place.Line - 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
