using System.CommandLine;
using Fulcrum.Cases.Templates;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class NewCommand
{
    public static Verb Create(Terminal terminal)
    {
        Argument<string> folder = CommonOptions.Folder("DIR", "the folder to make; it must be empty or not exist yet");
        var json = new Option<bool>("--json") { Description = "print one JSON document instead of the page" };
        var verb = new Verb("new", "start a case: small, commented, and it already analyses")
        {
            Explanation = "Makes a case folder with a small invented negotiation in it. Every part is there once, with comments that say what it is for: analyse it, then put "
                + "your own in its place. Editors that know YAML schemas complete and check while you type.",
            Examples =
            [
                ("fulcrum new my-case", "then: fulcrum check my-case, fulcrum analyze my-case"),
                ("fulcrum new my-case --from ~/articles", "a draft of parties, issues and levers from articles, every number '?'"),
            ],
        };
        var from = new Option<string[]>("--from") { HelpName = "FILES", Description = "articles to draft the case from", AllowMultipleArgumentsPerToken = true };
        verb.Add(folder);
        verb.Add(from);
        verb.Add(json);
        verb.SetAction(parsed => parsed.GetValue(from) is { Length: > 0 } articles
            ? DraftCommand.Run(terminal, parsed.GetValue(folder)!, articles, parsed.GetValue(json))
            : Run(terminal, parsed.GetValue(folder)!, parsed.GetValue(json)));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, bool json)
    {
        NewCaseResult result = NewCase.Write(folder);
        if (result.Problem is { } problem)
        {
            return Answering.Refuse(terminal, [problem], json);
        }
        if (json)
        {
            terminal.Output.Write(Document.Text(new NewDocument(folder, result.Files), DocumentContext.Default.NewDocument));
            return ExitCode.Done;
        }
        var page = new Page(terminal.Width);
        page.Paragraph($"A small case stands in {folder}:", ink: Ink.Strong);
        foreach (string file in result.Files)
        {
            page.Line($"  {file}");
        }
        page.Paragraph("It is invented, and it works. Look at its answer first, then put your own negotiation in its place, part by part:");
        page.Line($"  fulcrum analyze {folder}");
        page.Line($"  fulcrum check {folder}");
        terminal.Output.Write(page.ToText(terminal.Colour));
        return ExitCode.Done;
    }
}
