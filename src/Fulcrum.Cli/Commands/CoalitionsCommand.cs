using System.CommandLine;
using Fulcrum.Bargaining;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class CoalitionsCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var single = new Option<bool>("--single") { Description = "single deals instead of mixtures of deals" };
        var verb = new Verb("coalitions", "who must agree, and who could do without whom")
        {
            Explanation = "Takes every number at its middle and asks of each set of parties what it could settle without the others, what that leaves them, and what a walk-out costs.",
            Examples = [("fulcrum coalitions cases/ukraine-2025", "vetoes, deals over somebody's head, walk-outs")],
        };
        verb.Add(common.Case);
        verb.Add(single);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) =>
        {
            var options = new SettlementOptions { Single = parsed.GetValue(single) };
            return Task.FromResult(Answering.Give(
                terminal, Interruptible.Run(() => common.Open(parsed).Coalitions(common.Request(parsed), options, cancellation), cancellation), parsed.GetValue(common.Json),
                found => Document.Text(CoalitionsDocument.Of(found), DocumentContext.Default.CoalitionsDocument),
                found => CoalitionsPage.Of(found, terminal.Width)));
        });
        return verb;
    }
}
