using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cases.Templates;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Interchange;

namespace Fulcrum.Cli.Commands;

internal static class ImportCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        Argument<string> format = ForeignOptions.Format();
        var path = new Argument<string>("FILE") { Description = "a file, or the folder that holds a domain with its profiles" };
        var output = new Option<string>("-o") { HelpName = "DIR", Description = "the case folder to make; it must be empty or not yet exist", Required = true };
        var verb = new Verb("import", "another program's negotiation files as a case")
        {
            Explanation = "Reads files of GENIUS (XML), GeniusWeb (JSON), NegMAS (YAML) or a table of deals (CSV) and writes a case folder. Parties stand in the order of their files' names. "
                + "What a format says that a case cannot is listed as a warning. 'solve' and the other verbs also take such files directly.",
            Examples = [("fulcrum import genius domains/travel -o travel-case", "a domain with its profiles, in one folder")],
        };
        verb.Add(format);
        verb.Add(path);
        verb.Add(output);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, Interruptible.Run(() => Importing.Read(ForeignFormats.Named(parsed.GetValue(format)!)!.Value, parsed.GetValue(path)!), cancellation),
            parsed.GetValue(output)!, parsed.GetValue(common.Json))));
        return verb;
    }

    private static int Run(Terminal terminal, ImportResult import, string output, bool json)
    {
        if (!import.Ok)
        {
            return Answering.Refuse(terminal, import.Problems, json);
        }
        NewCaseResult made = NewCase.Write(output, import.Files);
        if (made.Problem is { } problem)
        {
            return Answering.Refuse(terminal, [problem], json);
        }
        return Answering.GiveFiles(terminal, new Answer<NewDocument>(new NewDocument(output, made.Files), import.Problems), json, Page(terminal, output));
    }

    private static Page Page(Terminal terminal, string output)
    {
        var page = new Page(terminal.Width);
        page.Paragraph($"{output} is a case now. See what it says: fulcrum solve {output}");
        return page;
    }
}
