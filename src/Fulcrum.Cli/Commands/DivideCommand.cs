using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class DivideCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        Option<string?> between = BetweenOption.Create();
        var verb = new Verb("divide", "the issues divided fairly between two parties (Adjusted Winner)")
        {
            Explanation = "Each of two parties wins the issues on which it would lose more than the other, then issues pass from the one ahead to the other until both have the same share of what "
                + "they care about. At most one issue is split. Every number at its middle; what follows if talks fail plays no part.",
            Examples =
            [
                ("fulcrum divide cases/panama-canal-1974", "two parties, ten issues"),
                ("fulcrum divide cases/ukraine-2025 --between russia,ukraine", "two of several parties"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(between);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Answering.Give(
            terminal, Interruptible.Run(() => common.Open(parsed).Divide(common.Request(parsed), BetweenOption.Names(parsed.GetValue(between))), cancellation), parsed.GetValue(common.Json),
            divided => Document.Text(DivideDocument.Of(divided), DocumentContext.Default.DivideDocument),
            divided => DividePage.Of(divided, terminal.Width))));
        return verb;
    }
}
