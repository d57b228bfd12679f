using System.CommandLine;
using Fulcrum.Bargaining;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

internal static class SolveCommand
{
    private static readonly Dictionary<string, Concept> Concepts = new(StringComparer.Ordinal)
    {
        ["nash"] = Concept.Nash, ["ks"] = Concept.KalaiSmorodinsky, ["egalitarian"] = Concept.Egalitarian, ["welfare"] = Concept.Welfare,
        ["welfare-all"] = Concept.WelfareOfAll, ["raiffa"] = Concept.Raiffa, ["improve"] = Concept.Improvement,
    };

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var options = new SolveOptions();
        var verb = new Verb("solve", "one solve with every number at its middle")
        {
            Explanation = "Takes the middle of every range and rank, and predicts the deal. No chances, no findings: for a quick look and for checking the model.",
            Examples =
            [
                ("fulcrum solve cases/ukraine-2025 --concept ks --single", "the best single deal by another concept"),
                ("fulcrum solve cases/panama-canal-1974 --single --offer duration=panama,land-and-water=panama", "improve on a proposal"),
            ],
        };
        verb.Add(common.Case);
        options.AddTo(verb, Concepts.Keys);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, options, parsed, cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, SolveOptions options, ParseResult parsed, CancellationToken cancellation)
    {
        Workbench workbench = common.Open(parsed);
        var request = common.Request(parsed);
        SettlementOptions settlement = options.Of(parsed, Concepts);
        IReadOnlyList<string> offer = options.OfferWords(parsed);
        Answer<SolveAnswer> answer = Interruptible.Run(
            () => settlement.Concept == Concept.Improvement ? workbench.Improve(request, offer, settlement, cancellation) : workbench.Solve(request, settlement, cancellation), cancellation);
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            solved => Document.Text(SolveDocument.Of(solved), DocumentContext.Default.SolveDocument),
            solved => SolvePage.Of(solved, terminal.Width));
    }
}
