using System.CommandLine;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Verifying;
using Fulcrum.Findings;
using Fulcrum.Web;

namespace Fulcrum.Cli.Commands;

internal static class ReportCommand
{
    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var output = new Option<string>("-o", "--output") { HelpName = "FILE.html", Description = "the file to write", Required = true };
        var redact = new Option<bool>("--redact") { Description = "leave out source texts, summaries, speakers and hashes" };
        var cruxes = new Option<bool>("--cruxes") { Description = "also why every two readings differ on each of the case's verdicts; takes minutes, Ctrl-C keeps what is done" };
        var force = new Option<bool>("--force") { Description = "write over a file that exists" };
        var verb = new Verb("report", "the analysis and every reading as one HTML file")
        {
            Explanation = "Writes one file that opens from disk in any browser, without a network: overview, sources, ledger, concessions with switches, readings, and every number with what "
                + "it rests on. Exact words from sources are in it only when their texts are at hand; --redact leaves them out.",
            Examples =
            [
                ("fulcrum report cases/ukraine-2025 -o ukraine.html", "a file to send or to print"),
                ("fulcrum report cases/ukraine-2025 -o ukraine.html --cruxes", "also why its readings differ, for each of the case's verdicts"),
            ],
        };
        verb.Add(common.Case);
        verb.Add(output);
        verb.Add(redact);
        verb.Add(cruxes);
        verb.Add(force);
        Option<string[]> sources = SourceFolders.Option();
        verb.Add(sources);
        verb.Add(common.Draws);
        verb.Add(common.AsOf);
        verb.Add(common.Seed);
        verb.Add(common.Threads);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(
            terminal, common, parsed, new Order(parsed.GetValue(output)!, parsed.GetValue(redact), parsed.GetValue(cruxes), parsed.GetValue(force), parsed.GetValue(sources) ?? []), cancellation)));
        return verb;
    }

    private sealed record Order(string File, bool Redact, bool Cruxes, bool Force, string[] Sources);

    private static int Run(Terminal terminal, CommonOptions common, ParseResult parsed, Order order, CancellationToken cancellation)
    {
        if (!FrontEnd.IsBuilt)
        {
            terminal.Error.WriteLine($"fulcrum: {FrontEnd.NotBuilt}");
            return ExitCode.Failed;
        }
        if (File.Exists(order.File) && !order.Force)
        {
            terminal.Error.WriteLine($"fulcrum: {order.File} exists; --force writes over it");
            return ExitCode.WrongUsage;
        }
        string folder = parsed.GetValue(common.Case)!;
        Workbench workbench = Workbench.Open(folder);
        AnalyzeOptions options = common.Options(parsed, withReading: false);
        SourceTexts texts = SourceTexts.Find(folder, order.Sources);
        Case? @case = workbench.Read(options.Request).Case;
        string? Quote(Evidence evidence) =>
            @case?.Sources.FirstOrDefault(s => s.Id == evidence.Source) is { } source ? texts.Of(source)?.Quote(evidence)?.Words : null;
        Answer<Book> answer = WorkProgress.Show(
            terminal, "analysing", progress => workbench.Book(options, Quote, order.Redact, progress, cancellation));
        if (answer.Value is not { } book)
        {
            return Answering.Refuse(terminal, answer.Problems, json: false);
        }
        Answering.Warn(terminal, answer.Problems);
        book = book with { Zones = cancellation.IsCancellationRequested ? [] : workbench.Zones(options, cancellation) };
        ReportCruxes.Found? cruxes = order.Cruxes ? new ReportCruxes(terminal, workbench, options).Of(book, cancellation) : null;
        byte[] page = Encoding.UTF8.GetBytes(SinglePageReport.Of(book with { Cruxes = cruxes?.Cruxes ?? [] }));
        if (!Saving.Save(terminal, order.File, page))
        {
            return ExitCode.Failed;
        }
        string compared = cruxes is not { Of: > 0 } ? "" : $", {cruxes.Done} of {cruxes.Of} pairs of readings compared";
        terminal.Output.WriteLine($"{order.File}: {page.Length / 1024} kB, {book.Analyses.Count} readings{compared}, opens without a network");
        if (!book.Analyses.Any(a => a.Method.Partial) && !(cruxes?.Done < cruxes?.Of))
        {
            return ExitCode.Done;
        }
        terminal.Error.WriteLine("fulcrum: interrupted; the report is partial");
        return ExitCode.Failed;
    }
}
