using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Numerics;
using Fulcrum.Studies;
using Fulcrum.Studies.Sensitivity;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum;

/// <summary>How an answer's dependence on the assumptions is looked at.</summary>
public enum SensitivityMethod
{
    /// <summary>Shares of the variance, alone and together with others.</summary>
    Sobol,

    /// <summary>One number at a time to the ends of its range.</summary>
    Tornado,

    /// <summary>Where along its range a number by itself turns the verdict.</summary>
    Threshold,

    /// <summary>The box of assumptions in which the verdict fails.</summary>
    Prim,

    /// <summary>What it would be worth to know a group of assumptions.</summary>
    Evpi,
}

public sealed record SensitivityRequest
{
    public AnalyzeOptions Options { get; init; } = new();

    public SensitivityMethod Method { get; init; } = SensitivityMethod.Sobol;

    /// <summary>A verdict by id or as an expression; or null when <see cref="Number"/> is asked.</summary>
    public string? Verdict { get; init; }

    /// <summary>A number, for the methods that take one: Sobol indices and the tornado.</summary>
    public string? Number { get; init; }

    /// <summary>Every number by itself instead of by lever, view of an issue, course and move.</summary>
    public bool Single { get; init; }

    /// <summary>Rows of the Sobol samples.</summary>
    public int Rows { get; init; } = 64;
}

/// <summary>On which assumptions an answer hangs.</summary>
public sealed class WorkbenchSensitivity
{
    private static readonly ulong SecondSample = RandomStream.KeyHash("the second sample of a sensitivity analysis");

    private readonly Workbench _workbench;

    public WorkbenchSensitivity(Workbench workbench) => _workbench = workbench;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<SensitivityAnswer> Ask(SensitivityRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        CaseReadResult read = _workbench.Checked(request.Options.Request);
        if (read.Case is not { } @case)
        {
            return new Answer<SensitivityAnswer>(null, read.Problems);
        }
        if (!@case.HasModel)
        {
            return new Answer<SensitivityAnswer>(null, [WorkbenchProblems.NothingToSolve(@case), .. read.Problems]);
        }
        (Asking? asking, CaseProblem? problem) = Asking.Of(@case, request);
        return asking is null
            ? new Answer<SensitivityAnswer>(null, [problem!, .. read.Problems])
            : new Answer<SensitivityAnswer>(Answered(@case, request, asking, progress, cancellation), read.Problems);
    }

    private static SensitivityAnswer Answered(Case @case, SensitivityRequest request, Asking asking, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var study = new StudyOptions { Threads = request.Options.Threads, Time = request.Options.Time };
        SensitivityAnswer answer = new(@case.Title, @case.AppliedReading?.Value, request.Method.ToString(), asking.Says, asking.Statement, request.Options.Seed)
        {
            Ranked = asking.Verdict is { } verdict ? WorkbenchRanks.Of(@case, [verdict], request.Options, cancellation)?[0] : null,
        };
        return request.Method switch
        {
            SensitivityMethod.Sobol => answer with { Sobol = Sobol(@case, request, asking, progress, cancellation) },
            SensitivityMethod.Tornado => answer with { Tornado = OneAtATime.Tornado(@case, n => asking.Value(n, 0), study, cancellation), Middle = asking.Value(CaseNumbers.MidRange(@case), 0) },
            SensitivityMethod.Threshold => answer with
            {
                Thresholds = OneAtATime.Thresholds(@case, n => asking.Value(n, 0) == 1, study, cancellation),
                Middle = asking.Value(CaseNumbers.MidRange(@case), 0),
            },
            SensitivityMethod.Prim => answer with { Box = Box(@case, request, asking, study, progress, cancellation) },
            _ => answer with { Information = Information(@case, request, asking, progress, cancellation) },
        };
    }

    private static SobolResult Sobol(Case @case, SensitivityRequest request, Asking asking, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<StudyInput> inputs = StudyInputs.Of(@case, request.Single);
        ulong seed = request.Options.Seed, second = seed ^ SecondSample;
        var a = new Sampler(@case, seed);
        var b = new Sampler(@case, second);
        return SobolIndices.Of(
            [.. inputs.Select(i => i.Name)],
            (row, input) => asking.Value(
                input == SobolIndices.SampleA ? a.Draw(row) : input == SobolIndices.SampleB ? b.Draw(row) : a.Draw(row, inputs[input].Keys, second, row), row),
            new SobolOptions { Rows = request.Rows, Seed = seed, Threads = request.Options.Threads }, progress, cancellation);
    }

    private static FailureBoxResult Box(Case @case, SensitivityRequest request, Asking asking, StudyOptions study, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        var sampler = new Sampler(@case, request.Options.Seed);
        StudyRun<bool> run = StudyRunner.Run(d => asking.Value(sampler.Draw(d), d) != 1, request.Options.Draws, study, progress, cancellation);
        return FailureBox.Find(Drivers.InputsOf(@case, sampler, run.Results.Count), run.Results, new FailureBoxOptions());
    }

    // The choice is whether to count on the verdict; a right answer pays one.
    private static InformationResult Information(Case @case, SensitivityRequest request, Asking asking, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        IReadOnlyList<StudyInput> inputs = StudyInputs.Of(@case, request.Single);
        var sampler = new Sampler(@case, request.Options.Seed);
        ulong second = request.Options.Seed ^ SecondSample;
        // At least two values of a group, or there is no error to tell.
        int inner = new InformationOptions().Inner;
        var options = new InformationOptions { Outer = Math.Max(2, (request.Options.Draws + inner - 1) / inner), Threads = request.Options.Threads };
        return PerfectInformation.Of(
            [.. inputs.Select(i => i.Name)], 2,
            (group, outer, inner) =>
            {
                int draw = outer * options.Inner + inner;
                CaseNumbers numbers = group < 0 ? sampler.Draw(draw) : sampler.Draw(draw, inputs[group].Keys, second, outer);
                double holds = asking.Value(numbers, draw);
                return [holds, 1 - holds];
            },
            options, progress, cancellation);
    }

    /// <summary>The verdict (1 holds, 0 does not) or number as a function of the case's numbers.</summary>
    private sealed record Asking(string Says, bool Statement, Func<CaseNumbers, int, double> Value)
    {
        public Verdict? Verdict { get; private init; }

        public static (Asking? Asking, CaseProblem? Problem) Of(Case @case, SensitivityRequest request)
        {
            DateOnly asOf = request.Options.AsOf ?? @case.AsOf;
            ulong seed = request.Options.Seed;
            MeasureVocabulary vocabulary = WorkbenchVerdicts.VocabularyOf([@case], request.Options.AsOf);
            if (request.Verdict is null && request.Number is not null && request.Method is SensitivityMethod.Sobol or SensitivityMethod.Tornado)
            {
                var (number, wrong) = WorkbenchVerdicts.ReadNumber(request.Number ?? "", vocabulary, "--number");
                if (number is null)
                {
                    return (null, wrong);
                }
                var results = new AskedResults(@case, asOf, number.Measures, WorkbenchKeeping.KeptUnder);
                return (new Asking(number.Text, false, (numbers, draw) => number.Value(results.Answer(numbers, seed, draw))), null);
            }
            if (request.Verdict is null)
            {
                return (null, WorkbenchProblems.NeedsVerdict(request.Method.ToString()));
            }
            var (verdict, problem) = WorkbenchVerdicts.Read(request.Verdict, @case, vocabulary);
            if (verdict is null)
            {
                return (null, problem);
            }
            var asked = new AskedResults(@case, asOf, verdict.Measures, WorkbenchKeeping.KeptUnder);
            return (new Asking(verdict.Says, true, (numbers, draw) => verdict.Holds(asked.Answer(numbers, seed, draw)) == true ? 1 : 0) { Verdict = verdict }, null);
        }
    }
}
