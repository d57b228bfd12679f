using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>
/// One state of a case's files under one reading, kept ready for questions that come many times a second: what if these assumptions were otherwise?
/// Changes of numbers are put straight into the case that was read; other changes are read as a reading's overrides would be, and kept for the next question.
/// Safe to call from many threads.
/// </summary>
public sealed class WorkbenchExplorer
{
    private const int Kept = 32;

    private static readonly DrawOptions Quick = new() { Full = false };

    private readonly Func<CaseRequest, CaseReadResult> _read;
    private readonly ReadingId? _reading;
    private readonly DateOnly? _asOf;
    private readonly Lock _lock = new();
    private readonly List<(string Key, CasePlan Plan)> _changed = [];

    /// <param name="read">Reads, with every check, the case with changes applied; the same files every time.</param>
    internal WorkbenchExplorer(Func<CaseRequest, CaseReadResult> read, ReadingId? reading, DateOnly? asOf, Case @base)
    {
        _read = read;
        _reading = reading;
        _asOf = asOf;
        Plan = CasePlan.Of(@base, asOf ?? @base.AsOf);
    }

    /// <summary>The case without any change.</summary>
    public Case Case => Plan.Case;

    internal CasePlan Plan { get; }

    /// <summary>What can be supposed otherwise.</summary>
    public AssumptionList Assumptions()
    {
        LedgerState today = Replay.At(Plan, CaseNumbers.MidRange(Case), Plan.AsOf);
        return AssumptionComposer.Compose(Case, today.StandingOf, Plan.AsOf);
    }

    /// <summary>Everything at mid-range under changes; problems where a change cannot be made.</summary>
    public Answer<QuickAnswer> Solve(IReadOnlyList<Override> changes, CancellationToken cancellation = default)
    {
        (CasePlan? plan, IReadOnlyList<CaseProblem> problems) = PlanUnder(changes);
        if (plan is null)
        {
            return new Answer<QuickAnswer>(null, problems);
        }
        BargainingProblem problem = SituationBuilder.Build(plan, CaseNumbers.MidRange(plan.Case), plan.AsOf);
        return new Answer<QuickAnswer>(
            QuickComposer.Compose(
                plan.Case, problem, Solving.Zone(problem, cancellation: cancellation), Solving.Solve(problem, new SettlementOptions(), cancellation),
                Solving.Solve(problem, new SettlementOptions { Single = true }, cancellation)),
            problems);
    }

    /// <summary>Hands and zone over draws under changes, on the same random numbers as any other question with this seed.</summary>
    /// <param name="cancellation">Ends early with the draws done.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the first draw was done.</exception>
    public Answer<QuickRanges> Ranges(IReadOnlyList<Override> changes, AnalyzeOptions options, CancellationToken cancellation = default)
    {
        (CasePlan? plan, IReadOnlyList<CaseProblem> problems) = PlanUnder(changes);
        if (plan is null)
        {
            return new Answer<QuickRanges>(null, problems);
        }
        StudyRun<DrawResult> run = WorkbenchStudy.Run(plan, options, Quick, n => n, null, cancellation);
        return run.Results.Count == 0
            ? throw new OperationCanceledException(cancellation)
            : new Answer<QuickRanges>(QuickComposer.Ranges(plan.Case, run.Results), problems);
    }

    /// <summary>The deals between two parties at mid-range, as a map; a problem where one of them has no preferences.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<ZoneMap> Zone(PartyId x, PartyId y, ZoneMapOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!Case.HasModel)
        {
            return new Answer<ZoneMap>(null, [WorkbenchProblems.NothingToSolve(Case)]);
        }
        return WorkbenchZone.Of(Plan, x, y, options, cancellation) is { } map
            ? new Answer<ZoneMap>(map, [])
            : new Answer<ZoneMap>(null, [WorkbenchProblems.NoAxes(x, y)]);
    }

    /// <summary>The case under changes, or the problems that stand in the way.</summary>
    internal (CasePlan? Plan, IReadOnlyList<CaseProblem> Problems) PlanUnder(IReadOnlyList<Override> changes)
    {
        Override[] numbers = [.. changes.Where(c => NumberChange.Of(Case, c) is not null)];
        Override[] others = [.. changes.Except(numbers)];
        (CasePlan? plan, IReadOnlyList<CaseProblem> problems) = others.Length == 0 ? (Plan, []) : ReadWith(others);
        if (plan is null || !plan.Case.HasModel)
        {
            return (null, problems.Count > 0 ? problems : [WorkbenchProblems.NothingToSolve(Case)]);
        }
        // A structural change may have taken a number away: then all changes are read together, in their order.
        NumberChange?[] direct = [.. numbers.Select(c => NumberChange.Of(plan.Case, c))];
        if (direct.Contains(null))
        {
            return ReadWith(changes);
        }
        if (direct.Length == 0)
        {
            return (plan, problems);
        }
        CasePlan changed = NumberChange.Apply(plan, direct!);
        return NumberChange.ChancesFit(changed.Case, direct!) ? (changed, problems) : ReadWith(changes);
    }

    private (CasePlan?, IReadOnlyList<CaseProblem>) ReadWith(IReadOnlyList<Override> changes)
    {
        string key = string.Join('\n', changes.Select(c => $"{c.Path}={c.Text}"));
        lock (_lock)
        {
            int at = _changed.FindIndex(c => c.Key == key);
            if (at >= 0)
            {
                return (_changed[at].Plan, []);
            }
        }
        CaseReadResult read = _read(new CaseRequest(_reading, changes));
        if (read.Case is not { } @case)
        {
            return (null, read.Problems);
        }
        CasePlan plan = CasePlan.Of(@case, _asOf ?? @case.AsOf);
        lock (_lock)
        {
            _changed.Add((key, plan));
            if (_changed.Count > Kept)
            {
                _changed.RemoveAt(0);
            }
        }
        return (plan, []);
    }
}
