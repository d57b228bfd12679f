using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

internal static class WhyCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var id = new Argument<string>("ID") { Description = "a finding (F3, keep.kept), a move, a lever, a commitment, a number's path, an evidence or a source" };
        var verb = new Verb("why", "what a finding or a number rests on, down to the sentence")
        {
            Explanation = "Walks from a finding or a number down to what it rests on: moves and numbers, the evidence behind them, and the sentence in the source. "
                + "The exact words are shown when the text lies in the case's sources folder; otherwise the summary and the citation.",
            Examples =
            [
                ("fulcrum why cases/ukraine-2025 F3", "the chain under the third finding"),
                ("fulcrum why cases/ukraine-2025 keep.kept", "under what 'keep' says; its sentences end with their id"),
                ("fulcrum why cases/ukraine-2025 no-deal.war-goes-on.cost.russia", "where one number comes from"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(id);
        Option<string[]> sources = SourceFolders.Option();
        var deal = new Option<string[]>("--deal") { HelpName = "ISSUE=OPTION", Description = "for a sentence of 'keep': a term of the deal asked about there", Arity = ArgumentArity.ZeroOrMore };
        verb.Add(sources);
        verb.Add(deal);
        common.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, parsed, parsed.GetValue(id)!, parsed.GetValue(sources) ?? [], parsed.GetValue(deal) ?? [], cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, string id, string[] sources, string[] deal, CancellationToken cancellation)
    {
        string folder = parsed.GetValue(common.Case)!;
        Workbench workbench = Workbench.Open(folder);
        AnalyzeOptions options = common.Options(parsed);
        Func<Evidence, string?> quote = Quoting(workbench, options, SourceTexts.Find(folder, sources));
        Answer<WhyAnswer> answer = WorkProgress.Show(terminal, "analysing", progress => workbench.Why(id, options, quote, progress, deal, cancellation));
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            why => Document.Text(WhyDocument.Of(why), DocumentContext.Default.WhyDocument),
            why => WhyPage.Of(why, terminal.Width));
    }

    /// <summary>The exact words of an evidence's span where its text is at hand and still the same.</summary>
    private static Func<Evidence, string?> Quoting(Workbench workbench, AnalyzeOptions options, SourceTexts texts)
    {
        if (texts.Texts.Count == 0 || workbench.Read(options.Request).Case is not { } @case)
        {
            return _ => null;
        }
        return evidence => @case.Sources.FirstOrDefault(s => s.Id == evidence.Source) is { } source ? texts.Of(source)?.Quote(evidence)?.Words : null;
    }
}
