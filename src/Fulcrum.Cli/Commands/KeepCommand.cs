using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings.Kept;

namespace Fulcrum.Cli.Commands;

internal static class KeepCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var deal = new Option<string[]>("--deal")
        {
            HelpName = "ISSUE=OPTION", Description = "a term of the deal asked about, as often as needed; other issues stand as in the best single deal", Arity = ArgumentArity.ZeroOrMore,
        };
        var against = new Option<string?>("--against") { HelpName = "NAME", Description = "the same deal in another reading, and which assumption carries the difference; 'base' is the base case" };
        var verb = new Verb("keep", "would a deal be kept, who would break it, which guarantee helps")
        {
            Explanation = "Takes a deal and asks, draw by draw, whether each side would rather keep it than break it: what breaking brings until the others respond, what follows, "
                + "what a guarantee takes from a breaker that believes it. Then which guarantee would be enough, and which deals stay open when breaches are foreseen.",
            Examples =
            [
                ("fulcrum keep cases/ukraine-2025", "the best single deal"),
                ("fulcrum keep cases/ukraine-2025 --reading broken-promises --deal guarantees=european-force", "one guarantee, as one expert sees it"),
                ("fulcrum keep cases/ukraine-2025 --reading broken-promises --against national-interest", "on which assumption two experts part"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(deal);
        verb.Add(against);
        common.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.FromResult(
            parsed.GetValue(against) is { } other
                ? DrawnAnswers.Give(
                    terminal, common, parsed, "swapping", (workbench, options, progress) =>
                        workbench.KeepContrast(options.Request.Reading, CommonOptions.ReadingCalled(other), parsed.GetValue(deal) ?? [], options, progress, cancellation),
                    DocumentContext.Default.KeepContrast, ContrastPage.Of, contrast => contrast.Untried.Count > 0, "assumptions")
                : DrawnAnswers.Give(
                    terminal, common, parsed, "weighing", (workbench, options, progress) => workbench.Keep(parsed.GetValue(deal) ?? [], options, progress, cancellation),
                    DocumentContext.Default.KeepAnswer, KeepPage.Of, kept => kept.Method.Partial)));
        return verb;
    }
}
