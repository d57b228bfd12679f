using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Verifying;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class CiteCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var words = new Argument<string>("WORDS") { Description = "the words as pasted, in quotes; '...' stands for what is left out" };
        var source = new Option<string?>("--source") { HelpName = "ID", Description = "look in this source only" };
        var id = new Option<string?>("--id") { HelpName = "ID", Description = "id of the new evidence (default: source and paragraph)" };
        var speaker = new Option<string?>("--speaker") { HelpName = "NAME", Description = "who says so, when it is not the author" };
        var says = new Option<string?>("--says") { HelpName = "TEXT", Description = "what it says, in your own words" };
        Option<string[]> sources = SourceFolders.Option();
        var verb = new Verb("cite", "find words in the sources and add them as evidence")
        {
            Explanation = "Finds the words in the texts at hand, writes an entry with the exact span and its hash into evidence.yaml, and prints the entry's id. "
                + "Quotation marks, dashes and line breaks need not match. Nobody writes offsets by hand.",
            Examples =
            [
                ("fulcrum cite my-case \"will not sign before the spring\"", "adds the sentence and prints an id such as gazette-8"),
                ("fulcrum cite my-case \"not sign ... spring\" --says 'none before spring'", "with a gap, and with your own summary"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(words);
        foreach (Option option in new Option[] { source, id, speaker, says, sources, common.Json })
        {
            verb.Add(option);
        }
        verb.SetAction(parsed => Run(
            terminal,
            parsed.GetValue(common.Case)!,
            new CiteRequest(parsed.GetValue(words)!)
            {
                Source = parsed.GetValue(source),
                Id = parsed.GetValue(id),
                Speaker = parsed.GetValue(speaker),
                Says = parsed.GetValue(says),
                TextFolders = parsed.GetValue(sources) ?? [],
            },
            parsed.GetValue(common.Json)));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, CiteRequest request, bool json)
    {
        if (CaseOf(folder) is { } missing)
        {
            return Answering.Refuse(terminal, [missing], json);
        }
        switch (Citing.Cite(folder, request))
        {
            case CiteResult.Cited cited:
                terminal.Error.Write(CitePage.Of(cited, terminal.Width).ToText(terminal.ErrorColour));
                terminal.Output.Write(json ? Document.Text(CiteDocument.Of(cited), DocumentContext.Default.CiteDocument) : $"{Page.Clean(cited.Id.Value)}\n");
                return ExitCode.Done;
            case CiteResult.Refused refused:
                return Answering.Refuse(terminal, refused.Problems, json);
            case var open:
                terminal.Error.Write(CitePage.Unclear(open, terminal.Width).ToText(terminal.ErrorColour));
                if (json)
                {
                    terminal.Output.Write(Document.Text(CheckDocument.Of([CitePage.Problem(open)], null), DocumentContext.Default.CheckDocument));
                }
                return ExitCode.Problems;
        }
    }

    // Without a case there, citing would begin one by the way.
    private static CaseProblem? CaseOf(string folder) => File.Exists(Path.Combine(folder, "case.yaml")) ? null : new CaseProblem(
        Severity.Error, "cite/no-case", new TextPlace(folder, 0, 0), null, 1, $"there is no case in '{folder}'", "name the folder that holds case.yaml, or make one with 'fulcrum new DIR'");
}
