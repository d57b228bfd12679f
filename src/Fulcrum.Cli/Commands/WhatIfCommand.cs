using System.CommandLine;
using System.CommandLine.Parsing;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

internal static class WhatIfCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var set = new Option<string[]>("--set")
        {
            HelpName = "PATH=VALUE", Required = true, Arity = ArgumentArity.OneOrMore, AllowMultipleArgumentsPerToken = true,
            Description = "a number, ranking or fact of the case and its new value; may be repeated. Paths are those of readings (docs/case-format.md)",
        };
        set.Validators.Add(CheckSpelling);
        var verb = new Verb("whatif", "the same analysis with some assumptions changed, as differences")
        {
            Explanation = "Analyses the case as it is and with the given changes, on the same random draws, and shows only the differences.",
            Examples =
            [
                ("fulcrum whatif cases/ukraine-2025 --set no-deal.war-goes-on.cost.russia=5", "if the war cost Russia little"),
                ("fulcrum whatif cases/ukraine-2025 --set levers.arm-for-victory.credibility=0", "if nobody believed a lever"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(set);
        common.AddTo(verb);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, parsed, parsed.GetValue(set)!, cancellation)));
        return verb;
    }

    private static void CheckSpelling(OptionResult result)
    {
        foreach (string text in result.Tokens.Select(t => t.Value).Where(t => t.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"--set takes path=value, not '{text}'");
        }
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, string[] changes, CancellationToken cancellation)
    {
        Workbench workbench = common.Open(parsed);
        AnalyzeOptions options = common.Options(parsed);
        Answer<WhatIfAnswer> answer = WorkProgress.Show(
            terminal, "comparing", progress => workbench.WhatIf([.. changes.Select(Change)], options, progress, cancellation));
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            whatIf => Document.Text(WhatIfDocument.Of(whatIf), DocumentContext.Default.WhatIfDocument),
            whatIf => WhatIfPage.Of(whatIf, terminal.Width),
            whatIf => whatIf.Before.Method.Partial || whatIf.After.Method.Partial);
    }

    private static Override Change(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return new Override(text[..equals].Trim(), text[(equals + 1)..].Trim(), Support.None, new TextPlace("--set", 1, 1));
    }
}
