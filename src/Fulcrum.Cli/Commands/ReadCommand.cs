using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cli.Pages;
using Fulcrum.Reading;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Cli.Commands;

internal static class ReadCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var files = new Argument<string[]>("FILES") { Description = "articles (txt, md, html, pdf, jsonl) or folders of them", Arity = ArgumentArity.OneOrMore };
        var @case = new Option<string?>("--case") { HelpName = "CASE", Description = "the case whose parties and issues the proposals speak of" };
        var published = new Option<DateOnly?>("--published")
        {
            HelpName = "DATE", Description = "date of articles that show none; written 2025-03-24", CustomParser = CommonOptions.DateOf("--published"),
        };
        var words = new Option<string?>("--words") { HelpName = "FILE", Description = "your own lines for the list of words that make a move" };
        var output = new Option<string?>("--proposals") { HelpName = "FILE", Description = "where to keep the proposals (default with --case: proposals.jsonl in the case)" };
        var verb = new Verb("read", "a proposed ledger and the lineage of sources from articles")
        {
            Explanation = "Reads news, opinion and official texts and proposes moves: who did what to whom, when, according to whom, in which sentence. "
                + "Says which sources rewrite which. Nothing enters a case by this: 'fulcrum review' does that, with a person's consent.",
            Examples =
            [
                ("fulcrum read ~/articles", "all articles of a folder, with the shipped list of states and bodies"),
                ("fulcrum read ~/articles --case cases/ukraine-2025", "with the case's own parties; proposals are kept for 'fulcrum review'"),
                ("fulcrum read statement.txt --published 2025-03-24", "so that 'on Tuesday' has a date"),
            ],
        };
        verb.Add(files);
        verb.Add(@case);
        verb.Add(published);
        verb.Add(words);
        verb.Add(output);
        verb.Add(common.Json);
        verb.SetAction(parsed => Run(
            terminal, parsed.GetValue(files) ?? [], parsed.GetValue(@case), parsed.GetValue(published), parsed.GetValue(words), parsed.GetValue(output), parsed.GetValue(common.Json)));
        return verb;
    }

    private static int Run(Terminal terminal, string[] files, string? folder, DateOnly? published, string? wordFile, string? output, bool json)
    {
        Case? @case = null;
        if (folder is not null)
        {
            CaseReadResult read = Workbench.Open(folder).Read(CaseRequest.Base);
            if (read.Case is null)
            {
                return Answering.Refuse(terminal, read.Problems, json);
            }
            @case = read.Case;
        }
        (string, IReadOnlyList<string>)? words = wordFile is null ? null : (wordFile, File.ReadAllLines(wordFile));
        ReadingResult result = ArticleReader.Read(files, new ReadingOptions(@case, published, words));
        string? proposals = output ?? (folder is null ? null : Path.Combine(folder, ProposalsFile.Name));
        if (proposals is not null)
        {
            ProposalsFile.Write(proposals, result);
        }
        if (json)
        {
            terminal.Output.Write(ReadingJson.From(result).Write());
            terminal.Output.Write('\n');
        }
        else
        {
            terminal.Output.Write(ReadPage.Of(result, proposals, terminal.Width).ToText(terminal.Colour));
        }
        terminal.Error.Write(ProblemsPage.Of(result.Problems, terminal.Width).ToText(terminal.ErrorColour));
        return result.Problems.Any(p => p.Severity == Severity.Error) ? ExitCode.Problems : ExitCode.Done;
    }
}
