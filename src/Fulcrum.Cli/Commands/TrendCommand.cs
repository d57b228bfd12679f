using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class TrendCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var verb = new Verb("trend", "whom time favours, and how a mediator leans")
        {
            Explanation = "Lets the stated drift run: what it does to each side's hand, when a deal opens or closes, whether both sides are hurting and see a way out. "
                + "Then what the ledger says about the mediator: benefits and pressure by side, levers moved, and what its place in the deal changes.",
            Examples = [("fulcrum trend cases/ukraine-2025 --draws 200", "fewer draws, sooner")],
        };
        verb.Add(common.Case);
        common.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.FromResult(DrawnAnswers.Give(
            terminal, common, parsed, "looking ahead", (workbench, options, progress) => workbench.Trend(options, progress, cancellation),
            DocumentContext.Default.TrendAnswer, TrendPage.Of, trend => trend.Method.Partial)));
        return verb;
    }
}
