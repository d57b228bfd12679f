using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;

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
                + "and which numbers differ on what evidence. Readings are never averaged.",
            Examples = [("fulcrum compare cases/ukraine-2025 politico national-interest", "two experts on the same case")],
        };
        verb.Add(common.Case);
        verb.Add(readings);
        common.AddTo(verb, withReading: false);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, parsed, parsed.GetValue(readings)!, cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, string[] names, CancellationToken cancellation)
    {
        Workbench workbench = Workbench.Open(parsed.GetValue(common.Case)!);
        ReadingId?[] readings = [.. names.Select(CommonOptions.ReadingCalled)];
        AnalyzeOptions options = common.Options(parsed, withReading: false);
        Answer<CompareAnswer> answer = WorkProgress.Show(terminal, "comparing", progress => workbench.Compare(readings, options, progress, cancellation));
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            compared => Document.Text(CompareDocument.Of(compared), DocumentContext.Default.CompareDocument),
            compared => ComparePage.Of(compared, terminal.Width),
            compared => compared.Readings.Any(r => r.Analysis.Method.Partial));
    }
}
