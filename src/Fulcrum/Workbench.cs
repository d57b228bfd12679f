using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Cases.Problems;
using Fulcrum.Findings;
using Fulcrum.Interchange;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>The front door: the questions one can ask of a case. User input never throws: an answer carries the problems of the case's files instead.</summary>
public sealed partial class Workbench
{
    private readonly Func<CaseRequest, CaseReadResult> _read;

    /// <param name="read">Reads the case with a reading and changes applied.</param>
    public Workbench(Func<CaseRequest, CaseReadResult> read) => _read = read;

    /// <summary>A workbench on a case folder, or on a foreign file or folder (docs/guide/interchange.md), read as a case.</summary>
    public static Workbench Open(string path) => Importing.Recognise(path) is { } format ? WorkbenchForeign.Open(format, path) : new(request => CaseFolder.Read(
        path, new CaseReadOptions { Reading = request.Reading, Sets = [.. request.Changes.Select(c => (c.Path, c.Text))] }));

    /// <summary>The case as its files state it, or all problems.</summary>
    public CaseReadResult Read(CaseRequest request) => _read(request);

    /// <summary>Every problem of the files and of the model, with a warning when a deal that settles nothing would already satisfy everyone.</summary>
    public CaseReadResult Check()
    {
        CaseReadResult read = WithModel(CaseRequest.Base);
        CaseProblem[] ofVerdicts = read.Case is { } @case ? [.. WorkbenchVerdicts.ProblemsOf(@case)] : [];
        return ofVerdicts.Length == 0 ? read : read with { Case = null, Problems = [.. ofVerdicts, .. read.Problems] };
    }

    /// <summary>Findings: who holds what, what each concession cost, whether a deal is open, on what that rests.</summary>
    /// <param name="cancellation">Ends the study cleanly: the answer rests on the draws done and says so.</param>
    /// <exception cref="OperationCanceledException">Cancelled before the first draw was done.</exception>
    public Answer<Analysis> Analyze(AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        CaseReadResult read = Checked(options.Request);
        return read.Case is { } @case
            ? new Answer<Analysis>(Whole(@case, Examine(@case, options, progress, cancellation), options, cancellation), [.. WorkbenchProblems.OutsideDates(@case, options.AsOf), .. read.Problems])
            : new Answer<Analysis>(null, read.Problems);
    }

    /// <summary>Two or more readings side by side on common random numbers; null stands for the base case.</summary>
    /// <param name="cruxes">Also which assumptions make them differ, on what is asked here.</param>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<CompareAnswer> Compare(
        IReadOnlyList<ReadingId?> readings, AnalyzeOptions options, CruxOptions? cruxes = null, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(readings.Count, 2);
        var columns = new List<(Case, Analysis)>();
        var problems = new List<CaseProblem>();
        foreach (ReadingId? reading in readings)
        {
            CaseReadResult read = Checked(options.Request with { Reading = reading });
            problems.AddRange(read.Problems.Except(problems));
            if (read.Case is { } @case)
            {
                columns.Add((@case, AnalysisBuilder.Build(Examine(@case, options, progress, cancellation))));
            }
        }
        if (columns.Count < readings.Count)
        {
            return new Answer<CompareAnswer>(null, WorkbenchProblems.Once(problems));
        }
        CompareAnswer answer = Comparison.Compose(columns);
        if (cruxes is null or { Verdicts.Count: 0, Numbers.Count: 0 } || columns.Any(c => !c.Item1.HasModel) || cancellation.IsCancellationRequested)
        {
            return new Answer<CompareAnswer>(answer, problems);
        }
        var (found, wrong) = new WorkbenchCruxes(Checked(options.Request with { Reading = null }), options, cruxes, progress).Of([.. readings.Zip(columns, (id, c) => (id, c.Item1))], cancellation);
        return new Answer<CompareAnswer>(wrong.Count > 0 ? null : answer with { Cruxes = found }, [.. wrong, .. problems]);
    }

    /// <summary>The same analysis with and without the changes, as differences draw by draw.</summary>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<WhatIfAnswer> WhatIf(
        IReadOnlyList<Override> changes, AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        CaseReadResult before = Checked(options.Request);
        CaseReadResult after = Checked(options.Request with { Changes = [.. options.Request.Changes, .. changes] });
        CaseProblem[] problems = [.. before.Problems, .. after.Problems.Except(before.Problems)];
        return before.Case is { } was && after.Case is { } now
            ? new Answer<WhatIfAnswer>(
                WhatIfComposer.Compose(changes, Examine(was, options, progress, cancellation), Examine(now, options, progress, cancellation)), problems)
            : new Answer<WhatIfAnswer>(null, WorkbenchProblems.Once(problems));
    }

    /// <summary>The chain under a finding (F3), a sentence of keep, credibility, record or trend (keep.kept), a net change, a move, a lever, a number's path, an evidence or a source.</summary>
    /// <param name="options">As for the analysis that made the finding: findings are numbered anew by every analysis.</param>
    /// <param name="quote">The exact words of an evidence's span when its text is at hand, else null.</param>
    /// <param name="deal">For a sentence of keep: the deal asked about, as in <see cref="Keep"/>.</param>
    public Answer<WhyAnswer> Why(
        string id, AnalyzeOptions options, Func<Evidence, string?>? quote = null, IProgress<StudyProgress>? progress = null, IReadOnlyList<string>? deal = null,
        CancellationToken cancellation = default)
    {
        CaseReadResult read = Checked(options.Request);
        if (read.Case is not { } @case)
        {
            return new Answer<WhyAnswer>(null, read.Problems);
        }
        var chain = new Chain(@case, quote ?? (_ => null));
        if (SaidOfCommitments(id, deal ?? [], options, progress, cancellation) is var (sentences, method))
        {
            return sentences.FirstOrDefault(s => s.Id == id) is { } sentence
                ? new Answer<WhyAnswer>(chain.Under(sentence, method), read.Problems)
                : new Answer<WhyAnswer>(null, [WorkbenchProblems.NothingNamed(id, [.. sentences.Select(s => s.Id)]), .. read.Problems]);
        }
        Analysis? analysis = NeedsAnalysis(@case, id) ? AnalysisBuilder.Build(Examine(@case, options, progress, cancellation)) : null;
        return chain.Under(id, analysis) is { } why
            ? new Answer<WhyAnswer>(why, read.Problems)
            : new Answer<WhyAnswer>(null, [WorkbenchProblems.NothingNamed(id, Near(@case, id)), .. read.Problems]);
    }

    /// <summary>All that the report's and the web app's pages show: the base case and every reading that is somebody's view, on the same draws.</summary>
    /// <param name="quote">The exact words of an evidence's span when its text is at hand, else null.</param>
    /// <param name="redact">Leave out texts, summaries and speakers.</param>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<Book> Book(
        AnalyzeOptions options, Func<Evidence, string?> quote, bool redact, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        CaseReadResult read = Checked(options.Request with { Reading = null });
        if (read.Case is not { } @base)
        {
            return new Answer<Book>(null, read.Problems);
        }
        Reading[] views = [.. @base.Readings.Where(r => !r.StressTest && r.BeliefOf is null && !read.Unusable.Contains(r.Id))];
        var stages = new StagedProgress(progress, 1 + views.Length);
        var cases = new List<(Case, Analysis)> { (@base, Whole(@base, Examine(@base, options, stages.Next(), cancellation), options, cancellation)) };
        var problems = new List<CaseProblem>(read.Problems);
        var leftOut = new HashSet<ReadingId>(read.Unusable);
        foreach (Reading reading in views.TakeWhile(_ => !cancellation.IsCancellationRequested))
        {
            CaseReadResult other = Checked(options.Request with { Reading = reading.Id });
            problems.AddRange(other.Problems.Select(p => other.Case is null ? WorkbenchProblems.Waived(p with { Reading = reading.Id }) : p).Except(problems));
            if (other.Case is not { } @case)
            {
                leftOut.Add(reading.Id);
            }
            else if (WorkbenchBook.Unless(() => Examine(@case, options, stages.Next(), cancellation), cancellation) is { } examined)
            {
                cases.Add((@case, Whole(@case, examined, options, cancellation)));
            }
        }
        return new Answer<Book>(WorkbenchBook.Compose(cases, [.. leftOut], options.AsOf, quote, redact), problems);
    }

    /// <summary>The issues divided between two parties by Adjusted Winner, at mid-range values.</summary>
    /// <param name="between">The two parties' ids; none for the two whose consent is needed.</param>
    public Answer<DivideAnswer> Divide(CaseRequest request, IReadOnlyList<string> between)
    {
        CaseReadResult read = Checked(request);
        return read.Case is { } @case ? WorkbenchDivision.Answer(@case, between, read.Problems) : new Answer<DivideAnswer>(null, read.Problems);
    }

    /// <summary>As asked for; errors of readings that were not asked for are warnings here, as they stand in nothing's way.</summary>
    internal CaseReadResult Checked(CaseRequest request) => Checked(request, null);

    private CaseReadResult Checked(CaseRequest request, TimeLimit? within)
    {
        CaseReadResult read = WithModel(request, within);
        return read.Case is null ? read : read with { Problems = [.. read.Problems.Select(WorkbenchProblems.Waived)] };
    }

    private CaseReadResult WithModel(CaseRequest request, TimeLimit? within = null)
    {
        CaseReadResult read = _read(request);
        if (read.Case is null)
        {
            return read;
        }
        IReadOnlyList<CaseProblem> ofModel = ModelCheck.Of(read.Case, within);
        bool broken = ofModel.Any(p => p.Severity == Severity.Error);
        return read with
        {
            Case = broken ? null : read.Case,
            Problems = [.. ofModel.Where(p => p.Severity == Severity.Error), .. read.Problems, .. ofModel.Where(p => p.Severity == Severity.Warning)],
        };
    }

    private AnalysisInput Examine(Case @case, AnalyzeOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        AnalysisInput input = WorkbenchStudy.Examine(@case, options, progress, cancellation);
        if (!options.Checks || !@case.HasModel)
        {
            return input;
        }
        try
        {
            return WorkbenchChecks.Add(input, options, id => Checked(options.Request with { Reading = id }).Case, cancellation);
        }
        catch (OperationCanceledException)
        {
            // The draws are done; an answer without its checks is still an answer.
            return input;
        }
    }

    // Findings and net changes exist only in an analysis; everything else stands in the case.
    private static bool NeedsAnalysis(Case @case, string id) =>
        (id.Length > 1 && id[0] is 'F' or 'f' && id.Skip(1).All(char.IsAsciiDigit)) || CasePlan.Of(@case, @case.AsOf).Changes.Any(c => c.Id == id);

    // What contains the word, else what is spelt nearly so.
    private static string[] Near(Case @case, string id)
    {
        string[] known =
        [
            .. @case.Moves.Select(m => m.Id.Value).Concat(@case.Levers.Select(l => l.Id.Value)).Concat(@case.Evidence.Select(e => e.Id.Value))
                .Concat(@case.Sources.Select(s => s.Id.Value)).Concat(@case.Quantities.Select(q => q.Path)).Distinct(StringComparer.Ordinal),
        ];
        string[] containing = [.. known.Where(k => id.Length >= 3 && k.Contains(id, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Take(3)];
        return containing.Length > 0 ? containing : Nearest.To(id, known) is { } near ? [near] : [];
    }
}
