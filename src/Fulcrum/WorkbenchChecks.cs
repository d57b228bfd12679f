using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>Tests of the headline: harder assumptions, unsourced numbers, a leading cost that hangs on a word.</summary>
internal static class WorkbenchChecks
{
    /// <summary>A check asks whether the headline turns, not by how much: more draws would tell nothing new.</summary>
    private const int MostCheckDraws = 100;

    private const double CostScale = 0.25;

    /// <summary>Most unsourced numbers that are named.</summary>
    private const int Named = 3;

    /// <summary>Most unsourced numbers that are tried; of more, those with the widest ranges.</summary>
    private const int MostTried = 1000;

    private static readonly DrawOptions Quick = new() { Full = false };

    private static readonly DrawOptions ZoneOnly = new() { Full = false, Today = TodayParts.Zone };

    /// <param name="readings">Reads the case under a stress-test reading; null where it cannot be read.</param>
    public static AnalysisInput Add(AnalysisInput input, AnalyzeOptions options, Func<ReadingId, Case?> readings, CancellationToken cancellation)
    {
        AnalyzeOptions fewer = options with { Draws = Math.Clamp(options.Draws / 4, Math.Min(options.Draws, 50), MostCheckDraws) };
        return input with
        {
            Stress = Stress(input, fewer, readings, cancellation).ToArray(),
            RestsOn = RestsOn(input, fewer, cancellation),
            StatusQuoInZone = ModelCheck.Of(input.Case).Any(p => p.Code == "model/status-quo-is-a-deal"),
            Consent = Consent(input, cancellation),
            LeadsAsFinal = LeadsAsFinal(input, fewer, cancellation),
            Corners = Corners(input, cancellation),
            OpeningMoves = input.MiddleZone is { Single: false } ? OpeningLevers.Of(input.Plan, CaseNumbers.MidRange(input.Case), cancellation).Best : null,
        };
    }

    private static ConsentReport? Consent(AnalysisInput input, CancellationToken cancellation)
    {
        const int MostGroups = 64;
        Consent rule = input.Case.Consent;
        return rule.All.Count + rule.Of.Count is > 2 and <= WhoMustAgree.MostBlocking && input.Plan.Layout.Coalitions.Length <= MostGroups
            ? WhoMustAgree.Of(input.Plan, CaseNumbers.MidRange(input.Case), new SettlementOptions(), cancellation) : null;
    }

    private static CornerNote[] Corners(AnalysisInput input, CancellationToken cancellation)
    {
        BargainingProblem problem = SituationBuilder.Build(input.Plan, CaseNumbers.MidRange(input.Case), input.Plan.AsOf);
        return input.Case.Focus.Where(p => input.Case.Party(p).Weights is not null).Select(p => CornerNotes.Of(problem, p, cancellation)).OfType<CornerNote>().ToArray();
    }

    private static IEnumerable<StressOutcome> Stress(AnalysisInput input, AnalyzeOptions options, Func<ReadingId, Case?> readings, CancellationToken cancellation)
    {
        int[] costs = input.Case.NoDeal!.Courses.SelectMany(c => c.Cost.Values).Where(q => q.Shape.Most > 0).Select(q => q.Index).ToArray();
        if (costs.Length > 0 && Open(input.Plan, options, n => Scaled(n, costs), cancellation) is { } cheap)
        {
            yield return new StressOutcome("failing to agree costing everyone a quarter as much", cheap);
        }
        if (input.Case.AppliedReading is not null)
        {
            yield break;
        }
        foreach (Reading reading in input.Case.Readings.Where(r => r.StressTest))
        {
            if (readings(reading.Id) is { HasModel: true } harder && Open(CasePlan.Of(harder, input.Plan.AsOf), options, n => n, cancellation) is { } open)
            {
                yield return new StressOutcome(reading.Name, open);
            }
        }
    }

    private static Chance? Open(CasePlan plan, AnalyzeOptions options, Func<CaseNumbers, CaseNumbers> change, CancellationToken cancellation)
    {
        StudyRun<DrawResult> run = WorkbenchStudy.Run(plan, options, Quick, change, null, cancellation);
        return run.Results.Count == 0 ? null : Chance.Over(run.Results, d => d.ZoneSingle);
    }

    // What a party gains by failing stays: less of it would make failing worse, and the test easier.
    private static CaseNumbers Scaled(CaseNumbers numbers, int[] costs)
    {
        double[] values = [.. numbers.Values];
        foreach (int cost in costs)
        {
            values[cost] = Math.Min(values[cost], CostScale * values[cost]);
        }
        return numbers with { Values = values };
    }

    // One at a time from mid-range: each unsourced number goes to both ends of its range, with what is drawn with it; of several drawn together the first is told.
    private static TellingNumber[] RestsOn(AnalysisInput input, AnalyzeOptions options, CancellationToken cancellation)
    {
        Quantity[] assumed = input.Case.Quantities.Where(q => q.Support.Mark == Mark.Assumed && q.Shape is not NumberShape.Rest && q.Shape.Least < q.Shape.Most)
            .DistinctBy(q => DrawnTogether.LeadOf(input.Case, q).Lead.Index).ToArray();
        assumed = assumed.Length <= MostTried ? assumed : [.. assumed.OrderByDescending(q => q.Shape.Most - q.Shape.Least).ThenBy(q => q.Path, StringComparer.Ordinal).Take(MostTried)];
        return StudyRunner.Run(q => Telling(input, assumed[q]), assumed.Length, new StudyOptions { Threads = options.Threads, Time = options.Time }, null, cancellation).Results
            .Where(t => t.Flips || Noticeable.Up(t.Swing))
            .OrderByDescending(t => t.Flips).ThenByDescending(t => t.Swing).ThenBy(t => t.Path, StringComparer.Ordinal)
            .Take(Named).ToArray();
    }

    private static TellingNumber Telling(AnalysisInput input, Quantity quantity)
    {
        DrawResult low = AtEnd(input, quantity, quantity.Shape.Least), high = AtEnd(input, quantity, quantity.Shape.Most);
        double swing = Math.Abs(high.Margin - low.Margin);
        return new TellingNumber(quantity.Path, low.ZoneSingle != high.ZoneSingle, double.IsFinite(swing) ? swing : 0);
    }

    private static DrawResult AtEnd(AnalysisInput input, Quantity quantity, double value) =>
        DrawAnalysis.Run(input.Plan, DrawnTogether.At(input.Case, quantity, value), input.Seed, ZoneOnly);

    // Whether the costliest change would lose its lead were its final easing an ordinary one.
    private static string? LeadsAsFinal(AnalysisInput input, AnalyzeOptions options, CancellationToken cancellation)
    {
        if (Leader(input) is not { Irreversible: true, Lever: not null } leader)
        {
            return null;
        }
        Move[] moves = [.. input.Case.Moves];
        foreach (int m in leader.Moves.Where(m => moves[m].Reversible == false && moves[m].Kind == MoveKind.Ease && moves[m].LeverStanding == Standing.Gone))
        {
            moves[m] = moves[m] with { LeverStanding = Standing.Reserve, Reversible = true };
        }
        if (moves.SequenceEqual(input.Case.Moves))
        {
            return null;
        }
        CasePlan plan = CasePlan.Of(input.Case with { Moves = moves }, input.Plan.AsOf);
        AnalysisInput softer = input with { Plan = plan, Draws = WorkbenchStudy.Run(plan, options, new DrawOptions(), n => n, null, cancellation).Results };
        return softer.Draws.Count > 0 && Leader(softer)?.Id != leader.Id ? leader.Id : null;
    }

    private static NetChange? Leader(AnalysisInput input)
    {
        string? id = AnalysisBuilder.Costliest(input);
        return id is null ? null : input.Plan.Changes.First(c => c.Id == id);
    }
}
