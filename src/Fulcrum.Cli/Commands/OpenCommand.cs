using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class OpenCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var offer = new Option<string[]>("--offer")
        {
            HelpName = "TERM", AllowMultipleArgumentsPerToken = true, Description = "a proposal: issue=option, or a lever's id; several with commas or repeated",
        };
        var verb = new Verb("open", "what would open a deal, or make an offer acceptable")
        {
            Explanation = "Takes every number at its middle. Where no deal is open: by how much each side would have to have less if talks fail, and which lever moves would open one. With an offer: for whom it falls short, and the fewest changes that would make it acceptable to all.",
            Examples = [("fulcrum open cases/panama-canal-1974 --offer duration=panama", "how far is this offer from being signed?")],
        };
        verb.Add(common.Case);
        verb.Add(offer);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) =>
        {
            IReadOnlyList<string> words = SolveOptions.Words(parsed.GetValue(offer));
            return Task.FromResult(Answering.Give(
                terminal, Interruptible.Run(() => common.Open(parsed).WhatOpens(common.Request(parsed), words, cancellation), cancellation), parsed.GetValue(common.Json),
                found => Document.Text(OpenAnswerDocument.Of(found), DocumentContext.Default.OpenAnswerDocument),
                found => OpenPage.Of(found, terminal.Width)));
        });
        return verb;
    }
}
