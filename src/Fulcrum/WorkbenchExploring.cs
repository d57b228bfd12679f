using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum;

public sealed partial class Workbench
{
    /// <summary>The case under a reading, kept ready for what-if questions that come many times a second.</summary>
    /// <param name="asOf">Moves after this date are left out; the case's own as-of date when null.</param>
    public Answer<WorkbenchExplorer> Explore(ReadingId? reading, DateOnly? asOf = null)
    {
        CaseReadResult read = Checked(new CaseRequest(reading, []));
        return new Answer<WorkbenchExplorer>(read.Case is { } @case ? new WorkbenchExplorer(Checked, reading, asOf, @case) : null, read.Problems);
    }

    /// <summary>Which assumptions make two readings differ on the verdicts and numbers asked for, without analysing either whole; null stands for the base case.</summary>
    /// <returns>One answer for each verdict, then one for each number.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<IReadOnlyList<CruxAnswer>> Cruxes(
        ReadingId? first, ReadingId? second, AnalyzeOptions options, CruxOptions cruxes, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(cruxes);
        var readings = new List<(ReadingId?, Case)>();
        var problems = new List<CaseProblem>();
        foreach (ReadingId? reading in new[] { first, second })
        {
            CaseReadResult read = Checked(options.Request with { Reading = reading });
            problems.AddRange(read.Problems.Except(problems));
            if (read.Case is { HasModel: true } @case)
            {
                readings.Add((reading, @case));
            }
            else if (read.Case is { } without)
            {
                problems.Add(WorkbenchProblems.NothingToSolve(without));
            }
        }
        if (readings.Count < 2)
        {
            return new Answer<IReadOnlyList<CruxAnswer>>(null, WorkbenchProblems.Once(problems));
        }
        var (found, wrong) = new WorkbenchCruxes(Checked(options.Request with { Reading = null }), options, cruxes, progress).Of(readings, cancellation);
        return new Answer<IReadOnlyList<CruxAnswer>>(wrong.Count > 0 ? null : found, [.. wrong, .. problems]);
    }

    /// <summary>The deal zone of every two parties whose consent is needed, for the base case and every reading that is somebody's view; small enough to be sent whole.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public IReadOnlyList<ZoneMap> Zones(AnalyzeOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var small = new ZoneMapOptions { Sample = 5_000, Cells = 32, Most = 60, Seed = options.Seed };
        IEnumerable<ReadingId?> readings = [null, .. Checked(CaseRequest.Base).Case?.Readings.Where(r => !r.StressTest).Select(r => (ReadingId?)r.Id) ?? []];
        return [.. readings.Select(r => Checked(options.Request with { Reading = r }).Case).OfType<Case>().Where(c => c.HasModel)
            .SelectMany(c => WorkbenchZone.Pairs(CasePlan.Of(c, options.AsOf ?? c.AsOf), small, cancellation))];
    }
}
