using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;
using Fulcrum.Studies.Cruxes;

namespace Fulcrum.Cli.Commands;

internal static class CompareCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var readings = new Argument<string[]>("READING") { Description = "two or more readings; 'base' is the base case", Arity = new ArgumentArity(2, 12) };
        var verb = new Verb("compare", "two or more readings side by side, and where they differ")
        {
            Explanation = "Analyses two or more readings of the same case on the same random draws and sets them side by side: hands, predicted deal, what the concessions cost, "
                + "and which numbers differ on what evidence. Readings are never averaged. With --verdict or --number also which of these assumptions make the difference, and the fewest "
                + "that turn the verdict.",
            Examples =
            [
                ("fulcrum compare cases/ukraine-2025 politico national-interest", "two experts on the same case"),
                ("fulcrum compare cases/ukraine-2025 politico national-interest --verdict 'lost.ukraine >= 8'", "what makes them differ on it"),
            ],
        };
        Option<string[]> verdicts = CommonOptions.VerdictsOption();
        var numbers = new Option<string[]>("--number") { HelpName = "EXPR", Description = "a result whose difference is split among the assumptions; may be repeated" };
        var line = new Option<double>("--share")
        {
            HelpName = "S", Description = "a verdict stands when it holds in more than this share of the draws (default 0.5)", DefaultValueFactory = _ => 0.5, CustomParser = CommonOptions.Share,
        };
        var largest = new Option<int>("--largest-set")
        {
            HelpName = "K", Description = "swap sets of up to K groups in search of what turns a verdict (default 2)", DefaultValueFactory = _ => new FlipOptions().LargestSet,
            CustomParser = r => CommonOptions.Whole(r, "--largest-set", 1, 20),
        };
        verb.Add(common.Case);
        verb.Add(readings);
        verb.Add(verdicts);
        verb.Add(numbers);
        verb.Add(line);
        verb.Add(largest);
        common.AddTo(verb, withReading: false);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, common, parsed, parsed.GetValue(readings)!, Cruxes(common.Options(parsed), parsed.GetValue(verdicts), parsed.GetValue(numbers), parsed.GetValue(line), parsed.GetValue(largest)), cancellation)));
        return verb;
    }

    // A mixture of readings is asked for no more draws than tell on which side of the line it lies.
    private static CruxOptions Cruxes(AnalyzeOptions options, string[]? verdicts, string[]? numbers, double line, int largest)
    {
        var cruxes = new CruxOptions { Verdicts = verdicts ?? [], Numbers = numbers ?? [] };
        return cruxes with
        {
            Split = cruxes.Split with { Draws = Math.Min(options.Draws, cruxes.Split.Draws), Seed = options.Seed },
            Decision = cruxes.Decision with { Draws = Math.Min(options.Draws, cruxes.Decision.Draws), Line = line },
            Flips = cruxes.Flips with { LargestSet = largest, MostMixtures = largest > cruxes.Flips.LargestSet ? int.MaxValue : cruxes.Flips.MostMixtures },
        };
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, string[] names, CruxOptions cruxes, CancellationToken cancellation)
    {
        Workbench workbench = common.Open(parsed);
        ReadingId?[] readings = [.. names.Select(CommonOptions.ReadingCalled)];
        AnalyzeOptions options = common.Options(parsed, withReading: false);
        Answer<CompareAnswer> answer = WorkProgress.Show(terminal, "comparing", progress => workbench.Compare(readings, options, cruxes, progress, cancellation));
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            compared => Document.Text(CompareDocument.Of(compared), DocumentContext.Default.CompareDocument),
            compared => ComparePage.Of(compared, terminal.Width),
            compared => compared.Readings.Any(r => r.Analysis.Method.Partial));
    }
}
