using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Interchange;

namespace Fulcrum.Cli.Commands;

internal static class ExportCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        Argument<string> format = ForeignOptions.Format();
        var output = new Option<string>("-o") { HelpName = "PATH", Description = "the folder to make (for csv also a file); nothing is overwritten", Required = true };
        var verb = new Verb("export", "a case in another program's format")
        {
            Explanation = "Writes a case for GENIUS (XML), GeniusWeb (JSON) or NegMAS (YAML), or as a table of all its deals (CSV), every number at its middle. "
                + "What the format has no place for is listed as a warning; what it cannot say at all stops the export.",
            Examples = [("fulcrum export csv cases/camp-david-1978 -o deals.csv", "every deal with its points to each party")],
        };
        verb.Add(format);
        verb.Add(common.Case);
        verb.Add(output);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.Add(ReplicationCommand.CreateExport(terminal));
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, common, parsed, ForeignFormats.Named(parsed.GetValue(format)!)!.Value, parsed.GetValue(output)!, cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, ForeignFormat format, string output, CancellationToken cancellation)
    {
        bool json = parsed.GetValue(common.Json);
        var request = common.Request(parsed);
        Answer<ExportResult> answer = Interruptible.Run(() => common.Open(parsed).Export(format, request), cancellation);
        if (answer.Value is not { } export)
        {
            return Answering.Refuse(terminal, answer.Problems, json);
        }
        if (Exporting.Save(output, export.Files) is { } problem)
        {
            return Answering.Refuse(terminal, [problem], json);
        }
        var document = new NewDocument(output, [.. export.Files.Select(f => f.Name)]);
        return Answering.GiveFiles(terminal, new Answer<NewDocument>(document, answer.Problems), json, Page(terminal, document));
    }

    private static Page Page(Terminal terminal, NewDocument document)
    {
        var page = new Page(terminal.Width);
        page.Paragraph($"Written to {document.Folder}{(document.Files is [var only] && Path.GetFileName(document.Folder) == only ? "" : $": {string.Join(", ", document.Files)}")}");
        return page;
    }
}
