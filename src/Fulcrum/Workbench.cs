using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>The front door: the questions one can ask of a case. User input never throws: an answer carries the problems of the case's files instead.</summary>
public sealed class Workbench
{
    private readonly Func<CaseRequest, CaseReadResult> _read;

    /// <param name="read">Reads the case with a reading and changes applied.</param>
    public Workbench(Func<CaseRequest, CaseReadResult> read) => _read = read;

    /// <summary>A workbench on a case folder.</summary>
    public static Workbench Open(string folder) => throw new NotImplementedException(folder);

    /// <summary>The case as its files state it, or all problems.</summary>
    public CaseReadResult Read(CaseRequest request) => _read(request);

    /// <summary>Every problem of the files, and a warning when a deal that settles nothing would already satisfy everyone.</summary>
    public CaseReadResult Check() => throw new NotImplementedException();

    /// <summary>One deterministic solve at mid-range values.</summary>
    public Answer<SolveAnswer> Solve(CaseRequest request, SettlementOptions options) => throw new NotImplementedException();

    /// <summary>Findings: who holds what, what each concession cost, whether a deal is open, on what that rests.</summary>
    public Answer<Analysis> Analyze(AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Two or more readings side by side on common random numbers; null stands for the base case.</summary>
    public Answer<CompareAnswer> Compare(
        IReadOnlyList<ReadingId?> readings, AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>The same analysis with and without the request's changes, as differences.</summary>
    public Answer<WhatIfAnswer> WhatIf(
        IReadOnlyList<Override> changes, AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>The chain under a finding (F3), a net change, a move, a lever, a number's path, an evidence or a source.</summary>
    /// <param name="quote">The exact words of an evidence's span when its text is at hand, else null.</param>
    public Answer<WhyAnswer> Why(string id, AnalyzeOptions options, Func<Evidence, string?>? quote = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
