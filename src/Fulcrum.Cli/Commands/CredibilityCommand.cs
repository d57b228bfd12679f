using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class CredibilityCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var verb = new Verb("credibility", "which threats and promises would be carried out")
        {
            Explanation = "A threat costs its maker when it fails, a promise when it succeeds. Sets how far each is said to be believed beside what its holder's own payoffs "
                + "let it do, flags the gaps and says what would close them. Then what the parties' own beliefs do to the room for a deal.",
            Examples = [("fulcrum credibility cases/ukraine-2025", "threats, answers to a breach and promises of the case")],
        };
        verb.Add(common.Case);
        common.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.FromResult(DrawnAnswers.Give(
            terminal, common, parsed, "weighing words", (workbench, options, progress) => workbench.Credibility(options, progress, cancellation),
            DocumentContext.Default.CredibilityAnswer, CredibilityPage.Of, said => said.Method.Partial)));
        return verb;
    }
}
