using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Choices;
using Fulcrum.Studies.Verdicts;

namespace Fulcrum;

public sealed record ChoiceRequest
{
    public AnalyzeOptions Options { get; init; } = new() { Draws = 200 };

    public required PartyId Party { get; init; }

    /// <summary>Readings to hold against each other, null for the base case; when empty the base case and every reading that is somebody's view.</summary>
    public IReadOnlyList<ReadingId?> Readings { get; init; } = [];

    /// <summary>One a reading in the same order; null, the default, averages nothing.</summary>
    public IReadOnlyList<double>? Weights { get; init; }

    /// <summary>A hand of so many points is good enough; when null, one that is no worse than with everything left as it is.</summary>
    public double? AtLeast { get; init; }
}

/// <summary>What a party could do with its levers today, held against several readings.</summary>
/// <param name="Rows">The choice with the smallest largest regret first.</param>
/// <param name="Weights">The user's weights by reading; empty when nothing was averaged.</param>
public sealed record ChoiceAnswer(
    string Title, string Party, IReadOnlyList<string> Readings, IReadOnlyList<double> Weights, double? AtLeast, IReadOnlyList<ChoiceRow> Rows, int Draws, ulong Seed);

/// <summary>Which lever a party should move, when the experts disagree.</summary>
public sealed class WorkbenchChoice
{
    public const string AsItIs = "leave everything as it is";

    private const double Rounding = 1e-9;
    private const int MostRankedDraws = 200;
    private const int MostRankedCorners = 50;

    private static readonly DrawOptions Leverages = new() { Parts = DrawParts.Leverages };

    private readonly Workbench _workbench;

    public WorkbenchChoice(Workbench workbench) => _workbench = workbench;

    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public Answer<ChoiceAnswer> Ask(ChoiceRequest request, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        CaseReadResult read = _workbench.Checked(request.Options.Request with { Reading = null });
        if (read.Case is not { } @base)
        {
            return new Answer<ChoiceAnswer>(null, read.Problems);
        }
        int party = Enumerable.Range(0, @base.Parties.Count).FirstOrDefault(p => @base.Parties[p].Id == request.Party, -1);
        if (!@base.HasModel || party < 0 || @base.Parties[party].Weights is null)
        {
            return new Answer<ChoiceAnswer>(null, [@base.HasModel ? WorkbenchProblems.NoSuchChooser(request.Party.Value, @base) : WorkbenchProblems.NothingToSolve(@base)]);
        }
        ReadingId?[] readings = request.Readings.Count > 0 ? [.. request.Readings] : [null, .. @base.Readings.Where(r => !r.StressTest).Select(r => (ReadingId?)r.Id)];
        var runs = new List<(string Name, IReadOnlyList<DrawResult> Draws)>();
        var plans = new List<CasePlan>();
        List<CaseProblem> problems = [.. read.Problems];
        foreach (ReadingId? reading in readings)
        {
            CaseReadResult under = _workbench.Checked(request.Options.Request with { Reading = reading });
            problems.AddRange(under.Problems.Except(problems));
            if (under.Case is not { } @case)
            {
                return new Answer<ChoiceAnswer>(null, problems);
            }
            CasePlan plan = CasePlan.Of(@case, request.Options.AsOf ?? @case.AsOf);
            StudyRun<DrawResult> run = WorkbenchStudy.Run(plan, request.Options, Leverages, n => n, progress, cancellation);
            plans.Add(plan);
            cancellation.ThrowIfCancellationRequested();
            runs.Add((@base.Readings.FirstOrDefault(r => r.Id == reading)?.Name ?? "base case", run.Results));
        }
        (int Lever, int Standing)[] moves = MovesOf(@base, request.Party, runs);
        ChoiceAnswer answer = Compose(@base, party, moves, request, runs);
        return new Answer<ChoiceAnswer>(WithRanks(answer, plans, Choices(@base, moves), (n, plan) => GoodEnough(plan, n, party, moves, request), request.Options, cancellation), problems);
    }

    private static ChoiceAnswer Compose(Case @case, int party, (int Lever, int Standing)[] moves, ChoiceRequest request, List<(string Name, IReadOnlyList<DrawResult> Draws)> runs)
    {
        double[][][] payoffs = [.. runs.Select(r => r.Draws.Select(d => PayoffsOf(d, party, moves)).ToArray())];
        IReadOnlyList<ChoiceRow> rows = RobustChoice.Of(
            Choices(@case, moves), [.. runs.Select(r => r.Name)], payoffs, (r, d, value) => value >= (request.AtLeast ?? payoffs[r][d][0]) - Rounding, request.Weights);
        return new ChoiceAnswer(@case.Title, @case.Parties[party].Name, [.. runs.Select(r => r.Name)], request.Weights ?? [], request.AtLeast, rows, request.Options.Draws, request.Options.Seed);
    }

    // A move counts as a choice where some draw of some reading knows it; where it cannot be made, things stay as they are.
    private static (int Lever, int Standing)[] MovesOf(Case @case, PartyId party, List<(string Name, IReadOnlyList<DrawResult> Draws)> runs) =>
        [.. Enumerable.Range(0, @case.Levers.Count).Where(l => @case.Levers[l].Holder == party)
            .SelectMany(l => Enum.GetValues<Standing>().Select(s => (Lever: l, Standing: (int)s)))
            .Where(m => runs.Any(r => r.Draws.Any(d => d.IfMoved[m.Lever][m.Standing] is not null)))];

    private static string[] Choices(Case @case, (int Lever, int Standing)[] moves) => [AsItIs, .. moves.Select(m => $"{@case.Levers[m.Lever].Name}: {WordOf((Standing)m.Standing)}")];

    // The first is to leave everything as it is.
    private static double[] PayoffsOf(DrawResult draw, int party, (int Lever, int Standing)[] moves) =>
        [draw.Hands[party], .. moves.Select(m => draw.Hands[party] + (draw.IfMoved[m.Lever][m.Standing]?[party] is { } gain && double.IsFinite(gain) ? gain : 0))];

    private static bool[] GoodEnough(CasePlan plan, CaseNumbers numbers, int party, (int Lever, int Standing)[] moves, ChoiceRequest request)
    {
        double[] payoffs = PayoffsOf(DrawAnalysis.Run(plan, numbers, request.Options.Seed, Leverages), party, moves);
        return [.. payoffs.Select(p => p >= (request.AtLeast ?? payoffs[0]) - Rounding)];
    }

    private static ChoiceAnswer WithRanks(
        ChoiceAnswer answer, List<CasePlan> plans, string[] choices, Func<CaseNumbers, CasePlan, bool[]> goodEnough, AnalyzeOptions options, CancellationToken cancellation)
    {
        var ranked = new RankedOptions { Draws = Math.Min(options.Draws, MostRankedDraws), Corners = MostRankedCorners, Threads = options.Threads };
        IReadOnlyList<RankedSupport>?[] supports =
            [.. plans.Select(plan => RankedStudy.Of(plan.Case, options.Seed, (n, _) => goodEnough(n, plan), [.. choices.Select(_ => (RankedProof?)null)], ranked, cancellation))];
        return answer with
        {
            Rows = [.. answer.Rows.Select(row => row with { Readings = [.. row.Readings.Select((r, at) => r with { Ranked = supports[at]?[Array.IndexOf(choices, row.Choice)] })] })],
        };
    }

    private static string WordOf(Standing standing) => standing switch
    {
        Standing.Reserve => "hold back",
        Standing.Announced => "announce",
        Standing.InForce => "put in force",
        Standing.GivenAway => "give away",
        _ => "rule out",
    };
}
