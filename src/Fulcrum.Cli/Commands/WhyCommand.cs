using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class WhyCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var id = new Argument<string>("ID") { Description = "a finding (F3), a move, a lever, a number's path, an evidence or a source" };
        var verb = new Verb("why", "what a finding or a number rests on, down to the sentence")
        {
            Explanation = "Walks from a finding or a number down to what it rests on: moves and numbers, the evidence behind them, and the sentence in the source. "
                + "The exact words are shown when the text lies in the case's sources folder; otherwise the summary and the citation.",
            Examples =
            [
                ("fulcrum why cases/ukraine-2025 F3", "the chain under the third finding"),
                ("fulcrum why cases/ukraine-2025 no-deal.war-goes-on.cost.russia", "where one number comes from"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(id);
        common.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, parsed, parsed.GetValue(id)!, cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, string id, CancellationToken cancellation)
    {
        Workbench workbench = Workbench.Open(parsed.GetValue(common.Case)!);
        return Answering.Give(
            terminal, workbench.Why(id, common.Options(parsed), cancellation: cancellation), parsed.GetValue(common.Json),
            why => Document.Text(WhyDocument.Of(why), DocumentContext.Default.WhyDocument),
            why => WhyPage.Of(why, terminal.Width));
    }
}
