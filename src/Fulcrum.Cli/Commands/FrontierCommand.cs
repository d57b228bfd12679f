using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Studies;

namespace Fulcrum.Cli.Commands;

internal static class FrontierCommand
{
    private const int MostPoints = 10_000_000, MostDeals = 1_000;

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var lottery = new Option<bool>("--lottery") { Description = "also mark the deals that no mixture of deals beats" };
        var open = new Option<bool>("--open") { Description = "only deals that leave nobody worse off than failing to agree" };
        var limit = new Option<int>("--limit")
        {
            HelpName = "N", Description = "most points; a larger frontier is thinned, and says by how much (default 200000)",
            DefaultValueFactory = _ => new FrontierOptions().Limit, CustomParser = result => Whole(result, MostPoints),
        };
        var deals = new Option<int>("--deals")
        {
            HelpName = "N", Description = "of the deals that share a point, list up to N (default 1)", DefaultValueFactory = _ => 1, CustomParser = result => Whole(result, MostDeals),
        };
        var verb = new Verb("frontier", "the deals that cannot be improved for all")
        {
            Explanation = "Finds every efficient single deal, with each number at its middle: no other deal is at least as good for everyone and better for someone.",
            Examples = [("fulcrum frontier cases/ukraine-2025 --open", "efficient deals that nobody would refuse")],
        };
        verb.Add(common.Case);
        verb.Add(open);
        verb.Add(lottery);
        verb.Add(limit);
        verb.Add(deals);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, common, parsed, new FrontierOptions { OpenOnly = parsed.GetValue(open), Lottery = parsed.GetValue(lottery), Limit = parsed.GetValue(limit) }, parsed.GetValue(deals), cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, FrontierOptions options, int deals, CancellationToken cancellation)
    {
        Workbench workbench = common.Open(parsed);
        var request = common.Request(parsed);
        return Answering.Give(
            terminal, WorkProgress.Show(
                terminal, "merging issues", progress => Interruptible.Run(() => workbench.Frontier(request, options, new Merged(progress), deals, cancellation), cancellation), "issues"),
            parsed.GetValue(common.Json),
            found => Document.Text(FrontierDocument.Of(found), DocumentContext.Default.FrontierDocument),
            found => FrontierPage.Of(found, terminal.Width));
    }

    private sealed class Merged(IProgress<StudyProgress> progress) : IProgress<FrontierProgress>
    {
        public void Report(FrontierProgress value) => progress.Report(new StudyProgress(value.BlocksDone, value.Blocks, null));
    }

    private static int Whole(ArgumentResult result, int most)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most)
        {
            return value;
        }
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{((OptionResult)result.Parent!).Option.Name} takes a whole number from 1 to {most}, not '{text}'"));
        return 1;
    }
}
