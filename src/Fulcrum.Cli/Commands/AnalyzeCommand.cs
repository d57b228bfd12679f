using System.CommandLine;
using Fulcrum.Cli.Documents;
using Fulcrum.Cli.Pages;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

internal static class AnalyzeCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var full = new Option<bool>("--full") { Description = "also every finding in full, who depends on whom, and the timeline" };
        var verb = new Verb("analyze", "who holds the leverage, what each concession cost, is a deal open")
        {
            Explanation = "Draws every uncertain number of the case many times, solves each draw, and says what holds in how many of them: who holds the leverage, "
                + "what each concession cost and who gained by it, whether a deal is open, and on which assumptions all of that rests.",
            Examples =
            [
                ("fulcrum analyze cases/ukraine-2025", "the page, for reading"),
                ("fulcrum analyze cases/ukraine-2025 --reading politico --draws 2000", "as one expert sees it, with more draws"),
                ("fulcrum analyze cases/ukraine-2025 --as-of 2025-03-01 --json", "as it stood on an earlier date, for a program"),
            ],
        };
        verb.Add(common.Case);
        common.AddTo(verb);
        verb.Add(full);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, common, parsed, parsed.GetValue(full), cancellation)));
        return verb;
    }

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, bool full, CancellationToken cancellation)
    {
        Workbench workbench = common.Open(parsed);
        AnalyzeOptions options = common.Options(parsed);
        Answer<Analysis> answer = WorkProgress.Show(terminal, "analysing", progress => workbench.Analyze(options, progress, cancellation));
        return Answering.Give(
            terminal, answer, parsed.GetValue(common.Json),
            analysis => Document.Text(AnalysisDocument.Of(analysis), DocumentContext.Default.AnalysisDocument),
            analysis => AnalysisPage.Of(analysis, terminal.Width, id => common.Repeat(parsed, id), full),
            analysis => analysis.Method.Partial);
    }
}
