using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum.Cli.Commands;

/// <summary>For a report: what makes the readings in it differ on each of the case's verdicts, two readings after another, so that what is done when somebody ends it is in the file.</summary>
internal sealed class ReportCruxes(Terminal terminal, Workbench workbench, AnalyzeOptions options)
{
    /// <param name="Done">Pairs of readings that were looked at, <paramref name="Of"/> so many.</param>
    public sealed record Found(IReadOnlyList<CruxView> Cruxes, int Done, int Of);

    public Found Of(Book book, CancellationToken cancellation)
    {
        var readings = book.Analyses.Where(a => a.HasModel).Select(a => (Id: a.Reading is { } id ? (ReadingId?)new ReadingId(id) : null, Name: a.ReadingName)).ToArray();
        CruxOptions cruxes = new CruxOptions { Verdicts = [.. book.Case.Verdicts.Select(v => v.Id)] }.Within(options);
        if (cruxes.Verdicts.Count == 0 || readings.Length < 2)
        {
            terminal.Error.WriteLine(cruxes.Verdicts.Count == 0
                ? "fulcrum: the case names no verdicts ('verdicts:' in case.yaml), so its readings were not compared"
                : "fulcrum: there are no two readings to compare");
            return new Found([], 0, 0);
        }
        var pairs = readings.SelectMany((first, i) => readings.Skip(i + 1).Select(second => (first, second))).ToArray();
        var found = new List<CruxView>();
        for (int done = 0; done < pairs.Length; done++)
        {
            var (first, second) = pairs[done];
            string what = string.Create(CultureInfo.InvariantCulture, $"comparing {first.Name} and {second.Name} ({done + 1} of {pairs.Length})");
            try
            {
                cancellation.ThrowIfCancellationRequested();
                Answer<IReadOnlyList<CruxAnswer>> answer = WorkProgress.Show(
                    terminal, what, progress => workbench.Cruxes(first.Id, second.Id, options, cruxes, progress, cancellation), "mixtures");
                found.AddRange((answer.Value ?? []).Select(CruxView.Of));
                if (answer.Value is null)
                {
                    // Two readings that cannot be mixed are no reason against the report.
                    Answering.Warn(terminal, [.. answer.Problems.Select(p => p with { Severity = Severity.Warning })]);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return new Found(found, done, pairs.Length);
            }
        }
        return new Found(found, pairs.Length, pairs.Length);
    }
}
