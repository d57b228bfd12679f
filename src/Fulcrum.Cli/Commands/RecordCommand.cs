using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Commitments;

namespace Fulcrum.Cli.Commands;

internal static class RecordCommand
{
    private static readonly Dictionary<string, RecordPrior> Priors = new(StringComparer.Ordinal) { ["jeffreys"] = RecordPrior.Jeffreys, ["uniform"] = RecordPrior.Uniform };

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var prior = new Option<string>("--prior") { HelpName = "NAME", Description = "jeffreys (default) or uniform", DefaultValueFactory = _ => "jeffreys" };
        prior.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Priors.ContainsKey(result.Tokens[0].Value))
            {
                result.AddError($"--prior takes {string.Join(", ", Priors.Keys)}, not '{result.Tokens[0].Value}'");
            }
        });
        var verb = new Verb("record", "who kept what it undertook, and what that can say")
        {
            Explanation = "Lists obligations with their status at a date, and sets what a list picked by hand seems to say beside what a whole class of agreements says.",
            Examples = [("fulcrum record cases/ukraine-2025", "with the warning that a list of breaches has no denominator")],
        };
        verb.Add(common.Case);
        verb.Add(prior);
        verb.Add(common.Reading);
        verb.Add(common.AsOf);
        verb.Add(common.Json);
        verb.SetAction(parsed => Run(terminal, common, parsed, Priors[parsed.GetValue(prior)!]));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, RecordPrior prior)
    {
        var request = common.Request(parsed);
        return Answering.Give(
            terminal, common.Open(parsed).Record(request, parsed.GetValue(common.AsOf), prior), parsed.GetValue(common.Json),
            answer => Document.Text(answer, DocumentContext.Default.RecordAnswer), answer => RecordPage.Of(answer, terminal.Width));
    }
}
