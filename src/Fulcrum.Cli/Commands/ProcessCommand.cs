using System.CommandLine;
using System.Globalization;
using Fulcrum.Bargaining.Processes;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;

namespace Fulcrum.Cli.Commands;

internal static class ProcessCommand
{
    private const int MostRounds = 10_000;

    private static readonly Dictionary<string, ProcessModel> Models = new(StringComparer.Ordinal)
    {
        ["rubinstein"] = ProcessModel.Rubinstein, ["stahl"] = ProcessModel.Stahl, ["zeuthen"] = ProcessModel.Zeuthen, ["concession"] = ProcessModel.Concession,
    };

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        Option<string?> between = BetweenOption.Create();
        var model = new Option<string>("--model") { HelpName = "NAME", Description = "rubinstein (default), stahl, zeuthen or concession", DefaultValueFactory = _ => "rubinstein" };
        model.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !Models.ContainsKey(result.Tokens[0].Value))
            {
                result.AddError($"--model takes {string.Join(", ", Models.Keys)}, not '{result.Tokens[0].Value}'");
            }
        });
        Option<string?> discount = PerParty("--discount", "A=X,B=Y", "what a gain is worth a round later, above 0 and below 1 (default 0.9)", x => x is > 0 and < 1);
        Option<string?> pace = PerParty("--pace", "A=X,B=Y", "concession: 1 even steps, below 1 firm, above 1 early (default 1)", x => x is > 0 and <= 100);
        var rounds = new Option<int>("--rounds") { HelpName = "N", Description = "rounds of stahl and concession (default 10)", DefaultValueFactory = _ => new ProcessOptions().Rounds };
        rounds.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !(int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= MostRounds))
            {
                result.AddError($"--rounds takes a whole number from 1 to {MostRounds}, not '{result.Tokens[0].Value}'");
            }
        });
        var verb = new Verb("process", "how offers would meet between two parties, round by round")
        {
            Explanation = "Alternating offers of impatient parties (rubinstein; stahl with a last round), concessions by the smaller risk limit (zeuthen), or targets that fall by the clock (concession). "
                + "Every number at its middle. Also tells how fast the two have come down in the ledger, from eight offers on.",
            Examples =
            [
                ("fulcrum process cases/panama-canal-1974 --discount usa=0.95,panama=0.8", "who is patient gets more"),
                ("fulcrum process cases/camp-david-1978 --model zeuthen", "concession by concession to the Nash deal"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(between);
        verb.Add(model);
        verb.Add(discount);
        verb.Add(rounds);
        verb.Add(pace);
        verb.Add(common.Reading);
        verb.Add(common.Json);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, common, parsed, BetweenOption.Names(parsed.GetValue(between)),
            new ProcessOptions { Model = Models[parsed.GetValue(model)!], Discounts = Read(parsed.GetValue(discount)), Paces = Read(parsed.GetValue(pace)), Rounds = parsed.GetValue(rounds) }, cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, IReadOnlyList<string> between, ProcessOptions options, CancellationToken cancellation)
    {
        var request = common.Request(parsed);
        return Answering.Give(
            terminal, Interruptible.Run(() => common.Open(parsed).Process(request, between, options, cancellation), cancellation), parsed.GetValue(common.Json),
            answer => Document.Text(ProcessDocument.Of(answer), DocumentContext.Default.ProcessDocument),
            answer => ProcessPage.Of(answer, terminal.Width));
    }

    private static Option<string?> PerParty(string name, string helpName, string description, Func<double, bool> fits)
    {
        var option = new Option<string?>(name) { HelpName = helpName, Description = description };
        option.Validators.Add(result =>
        {
            foreach (string part in result.Tokens.Count > 0 ? result.Tokens[0].Value.Split(',') : [])
            {
                string[] sides = part.Split('=');
                if (sides.Length != 2 || !double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !fits(number))
                {
                    result.AddError($"{name} takes PARTY=NUMBER, with commas between: '{part}' does not fit ({description})");
                }
            }
        });
        return option;
    }

    private static Dictionary<PartyId, double> Read(string? text)
    {
        var numbers = new Dictionary<PartyId, double>();
        foreach (string[] sides in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')))
        {
            numbers[new PartyId(sides[0].Trim())] = double.Parse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        return numbers;
    }
}
