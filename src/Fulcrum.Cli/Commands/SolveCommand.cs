using System.CommandLine;
using Fulcrum.Bargaining;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class SolveCommand
{
    private static readonly Dictionary<string, Concept> Concepts = new(StringComparer.Ordinal)
    {
        ["nash"] = Concept.Nash, ["ks"] = Concept.KalaiSmorodinsky, ["egalitarian"] = Concept.Egalitarian, ["welfare"] = Concept.Welfare,
    };

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var concept = new Option<string>("--concept")
        {
            HelpName = "NAME", Description = "nash (default), ks (Kalai-Smorodinsky), egalitarian or welfare", DefaultValueFactory = _ => "nash",
        };
        concept.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Concepts.ContainsKey(result.Tokens[0].Value))
            {
                result.AddError($"--concept takes {string.Join(", ", Concepts.Keys)}, not '{result.Tokens[0].Value}'");
            }
        });
        var single = new Option<bool>("--single") { Description = "the best single deal instead of a mixture of deals" };
        var verb = new Verb("solve", "one solve with every number at its middle")
        {
            Explanation = "Takes the middle of every range and rank, and predicts the deal. No chances, no findings: for a quick look and for checking the model.",
            Examples = [("fulcrum solve cases/ukraine-2025 --concept ks --single", "the best single deal by another concept")],
        };
        verb.Add(common.Case);
        verb.Add(concept);
        verb.Add(single);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction(parsed => Run(terminal, common, parsed, Concepts[parsed.GetValue(concept)!], parsed.GetValue(single)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, Concept concept, bool single)
    {
        Workbench workbench = Workbench.Open(parsed.GetValue(common.Case)!);
        var request = new CaseRequest(CommonOptions.ReadingCalled(parsed.GetValue(common.Reading)), []);
        var options = new SettlementOptions { Concept = concept, Single = single };
        return Answering.Give(
            terminal, workbench.Solve(request, options), parsed.GetValue(common.Json),
            solved => Document.Text(SolveDocument.Of(solved), DocumentContext.Default.SolveDocument),
            solved => SolvePage.Of(solved, terminal.Width));
    }
}
