using System.CommandLine;
using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class ChooseCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions(draws: 100);
        var party = new Argument<string>("PARTY") { Description = "who chooses among its levers" };
        var readings = new Option<string[]>("--reading") { HelpName = "NAME", Description = "a reading to hold against the others ('base' is the base case); default all", AllowMultipleArgumentsPerToken = true };
        var weights = new Option<string?>("--weights") { HelpName = "W,W,...", Description = "weigh the readings, in their order, and average; without it nothing is averaged" };
        var enough = new Option<double?>("--at-least") { HelpName = "POINTS", Description = "a hand of so many points is good enough; default: none worse than as it is" };
        var verb = new Verb("choose", "which lever to move when the experts disagree")
        {
            Explanation = "Holds every move that a party could make with its levers today against several readings: by how many points each falls short of the best choice of a draw (regret), "
                + "and in how many draws it is good enough. Readings are not averaged unless you weigh them.",
            Examples = [("fulcrum choose cases/ukraine-2025 usa", "what Washington could do")],
        };
        verb.Add(common.Case);
        verb.Add(party);
        verb.Add(readings);
        verb.Add(weights);
        verb.Add(enough);
        verb.Add(common.Draws);
        verb.Add(common.AsOf);
        verb.Add(common.Seed);
        verb.Add(common.Threads);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, parsed, new Order(
            parsed.GetValue(party)!, parsed.GetValue(readings) ?? [], parsed.GetValue(weights), parsed.GetValue(enough)), cancellation)));
        return verb;
    }

    private sealed record Order(string Party, string[] Readings, string? Weights, double? AtLeast);

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, Order order, CancellationToken cancellation)
    {
        if (order.AtLeast is { } points && !double.IsFinite(points))
        {
            terminal.Error.WriteLine("fulcrum: --at-least takes a number of points, such as 40");
            return ExitCode.WrongUsage;
        }
        double[]? weights = null;
        if (order.Weights is { } text)
        {
            weights = [.. text.Split(',').Select(w => double.TryParse(w, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) && double.IsFinite(weight) ? weight : -1)];
            if (order.Readings.Length != weights.Length || weights.Any(w => w < 0) || weights.Sum() <= 0)
            {
                terminal.Error.WriteLine($"fulcrum: --weights takes one number for each --reading, 0 or more and not all 0, such as 2,1; not '{text}' for {order.Readings.Length} readings");
                return ExitCode.WrongUsage;
            }
        }
        var request = new ChoiceRequest
        {
            Party = new PartyId(order.Party), Options = common.Options(parsed, withReading: false),
            Readings = [.. order.Readings.Select(CommonOptions.ReadingCalled)], Weights = weights, AtLeast = order.AtLeast,
        };
        var choosing = new WorkbenchChoice(common.Open(parsed));
        Answer<ChoiceAnswer> answer = WorkProgress.Show(terminal, "drawing", progress => choosing.Ask(request, progress, cancellation));
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            a => Document.Text(ChoiceDocument.Of(a), DocumentContext.Default.ChoiceDocument), a => ChoicePage.Of(a, terminal.Width));
    }
}
