using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Commitments;
using Fulcrum.Bargaining;
using Fulcrum.Findings.Kept;
using Fulcrum.Findings;
using Fulcrum.Studies;
using Fulcrum.Studies.Cruxes;

namespace Fulcrum;

/// <summary>One deal under two readings: each assumption in which they differ is swapped alone, on common random numbers.</summary>
internal sealed class WorkbenchContrast(Func<CaseRequest, CaseReadResult> read, IReadOnlyDictionary<IssueId, OptionId> stated, AnalyzeOptions options, CancellationToken cancellation)
{
    /// <summary>A guarantee is enough when the deal is kept in at least this share of the draws.</summary>
    private const double Enough = 0.9;

    /// <summary>More than so many assumptions together would be the whole of the other reading rather than what carries the difference.</summary>
    private const int MostTogether = 4;

    /// <summary>Null when a case cannot be read.</summary>
    /// <param name="progress">Counts the readings and assumptions gone through.</param>
    /// <exception cref="OperationCanceledException">Cancelled before both readings were drawn; later, what is left is named as untried.</exception>
    public KeepContrast? Of(Case @base, Reading? one, Reading? other, IProgress<StudyProgress>? progress = null)
    {
        var keeping = new WorkbenchKeeping(CasePlan.Of(@base, options.AsOf ?? @base.AsOf), stated);
        (string Path, Override? From, Override? To)[] differing = [.. Differing(@base, one, other)];
        var steps = new Steps(options.Time, progress) { Total = differing.Length + 2 };
        IReadOnlyList<KeepingDraw>? first = Draws(keeping, one?.Id, []);
        steps.Done();
        IReadOnlyList<KeepingDraw>? second = Draws(keeping, other?.Id, []);
        steps.Done();
        cancellation.ThrowIfCancellationRequested();
        if (first is null || second is null)
        {
            return null;
        }
        Case? inOne = read(new CaseRequest(one?.Id, options.Request.Changes)).Case, inOther = read(new CaseRequest(other?.Id, options.Request.Changes)).Case;
        ContrastSide left = Side(@base, one, first), right = Side(@base, other, second);
        var swaps = new List<SwappedAssumption>();
        var skipped = new List<string>();
        var untried = new List<string>();
        foreach ((string path, Override? from, Override? to) in differing)
        {
            IReadOnlyList<KeepingDraw>? draws = OrNone(() => (to is null ? null : Draws(keeping, one?.Id, [to])) ?? Swapped(keeping, one, other, [path]));
            if (draws is null)
            {
                skipped.Add(path);
            }
            else if (draws.Count < first.Count)
            {
                untried.Add(path);
            }
            else
            {
                swaps.Add(Swap(PathPhrase.Of(@base, path), path, (Stated(inOne, path) ?? from, Stated(inOther, path) ?? to), left, first, draws));
            }
            steps.Done();
        }
        SwappedAssumption[] telling = [.. swaps.Where(s => s.Flips || Math.Abs(s.Slack) >= 0.5 || s.Kept.Hits != left.Kept.Hits)
            .OrderByDescending(s => s.Flips).ThenByDescending(s => Math.Abs(s.Kept.Share - left.Kept.Share)).ThenByDescending(s => Math.Abs(s.Slack)).ThenBy(s => s.Path, StringComparer.Ordinal)];
        SwappedTogether? together = Decision.Turns(left.Stands, right.Stands) && untried.Count == 0 && telling is [{ Flips: false }, ..]
            ? Together(keeping, one, other, [.. telling.Concat(swaps.Except(telling))], left, steps) : null;
        return new KeepContrast(
            left, right, KeepComposer.Terms(@base, keeping.Options), telling, untried,
            [ContrastSentences.Of(left, right, telling, together), .. ContrastSentences.Skipped(left, right, skipped), .. ContrastSentences.Untried(left, right, untried)],
            new KeptMethod(first.Count, first.Count, options.Seed, @base.Hash, WorkbenchStudy.Version))
        { Together = together };
    }

    private static IEnumerable<(string Path, Override? From, Override? To)> Differing(Case @base, Reading? one, Reading? other)
    {
        IReadOnlyList<Override> ofOne = one?.Overrides ?? [], ofOther = other?.Overrides ?? [];
        foreach (string path in ofOne.Concat(ofOther).Select(o => o.Path).Distinct(StringComparer.Ordinal))
        {
            Override? from = ofOne.FirstOrDefault(o => o.Path == path), to = ofOther.FirstOrDefault(o => o.Path == path) ?? Stated(@base, path);
            if (to is null || from?.Text != to.Text)
            {
                yield return (path, from, to);
            }
        }
    }

    // No draws once cancelled.
    private IReadOnlyList<KeepingDraw>? OrNone(Func<IReadOnlyList<KeepingDraw>?> draws)
    {
        try
        {
            return cancellation.IsCancellationRequested ? [] : draws();
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    // The most telling assumption, and after it each time the one that brings the verdict nearest to turning, until it turns.
    private SwappedTogether? Together(WorkbenchKeeping keeping, Reading? one, Reading? other, SwappedAssumption[] candidates, ContrastSide side, Steps steps)
    {
        List<SwappedAssumption> chosen = [candidates[0]];
        SwappedTogether? best = null;
        while (best is not { Flips: true } && chosen.Count < Math.Min(MostTogether, candidates.Length))
        {
            steps.Total += candidates.Length - chosen.Count;
            (SwappedTogether? next, SwappedAssumption? with) = candidates.Except(chosen)
                .Select(c => (With(keeping, one, other, [.. chosen, c], side, steps), (SwappedAssumption?)c)).Where(t => t.Item1 is not null)
                .MaxBy(t => Math.Abs(t.Item1!.Kept.Share - side.Kept.Share));
            if (next is null || with is null)
            {
                return best;
            }
            best = next;
            chosen.Add(with);
        }
        return best;
    }

    private SwappedTogether? With(WorkbenchKeeping keeping, Reading? one, Reading? other, IReadOnlyList<SwappedAssumption> chosen, ContrastSide side, Steps steps)
    {
        string[] paths = [.. chosen.Select(c => c.Path)];
        IReadOnlyList<KeepingDraw>? draws = OrNone(() => Swapped(keeping, one, other, paths));
        steps.Done();
        if (draws is null || draws.Count < side.Kept.Of)
        {
            return null;
        }
        Chance kept = Chance.Over(draws, d => d.Foreseen.Kept);
        return new SwappedTogether(paths, [.. chosen.Select(c => c.Words)], kept, Decision.Turns(side.Stands, Decision.Of(kept)));
    }

    private IReadOnlyList<KeepingDraw>? Draws(WorkbenchKeeping deal, ReadingId? reading, IReadOnlyList<Override> changes) =>
        Draws(deal, read(new CaseRequest(reading, [.. changes, .. options.Request.Changes])).Case);

    // What cannot be written as one change of a number (who holds a lever, what is refused, what hangs together): the one reading with the other's word on it, or with none.
    private IReadOnlyList<KeepingDraw>? Swapped(WorkbenchKeeping deal, Reading? one, Reading? other, IReadOnlyList<string> paths)
    {
        CaseReadResult files = read(CaseRequest.Base);
        if (files.Case is null || options.Request.Changes.Count > 0)
        {
            return null;
        }
        var variants = CaseVariants.Of(files);
        IEnumerable<(ReadingId, int)> Of(Reading? reading, Func<string, bool> wanted) => reading is null ? []
            : variants.OverridesOf(reading.Id).Select((o, place) => (o.Path, Place: place)).Where(o => wanted(o.Path)).Select(o => (reading.Id, o.Place));
        return Draws(deal, variants.Mix(Of(one, p => !paths.Contains(p)).Concat(Of(other, paths.Contains))));
    }

    private IReadOnlyList<KeepingDraw>? Draws(WorkbenchKeeping deal, Case? read)
    {
        if (read is not { HasModel: true } @case)
        {
            return null;
        }
        WorkbenchKeeping keeping = deal.In(CasePlan.Of(@case, options.AsOf ?? @case.AsOf));
        return WorkbenchCommitments.Draws(@case, options, keeping.Quick, null, cancellation).Results;
    }

    // What a case states at a path; null where that is no number or ranking by itself.
    private static Override? Stated(Case? @case, string path) =>
        @case?.Quantities.FirstOrDefault(q => q.Path == path) is { Shape: not NumberShape.Rest } quantity ? new Override(path, NumberWords.Of(quantity.Shape), quantity.Support, quantity.Place)
        : @case?.Rankings.FirstOrDefault(r => r.Path == path) is { } ranking ? new Override(path, NumberWords.Of(ranking), ranking.Support, ranking.Place)
        : null;

    private static SwappedAssumption Swap(
        string words, string path, (Override? One, Override? Other) stated, ContrastSide side, IReadOnlyList<KeepingDraw> before, IReadOnlyList<KeepingDraw> after)
    {
        double slack = Spread.Of(after.Zip(before, (a, b) => Slack(a) - Slack(b)))?.Median ?? 0;
        Chance kept = Chance.Over(after, d => d.Foreseen.Kept);
        string stands = Decision.Of(kept);
        return new SwappedAssumption(
            path, words, stated.One?.Text ?? "as in the base case", stated.Other?.Text ?? "as in the base case", kept, stands, slack, Decision.Turns(side.Stands, stands));
    }

    private static double Slack(KeepingDraw draw) => draw.Breaches.Count == 0 ? 0 : draw.Breaches.Min(b => Compliance.LeastSlack(b.Choice));

    private static ContrastSide Side(Case @base, Reading? reading, IReadOnlyList<KeepingDraw> draws)
    {
        Lever[] levers = [.. WorkbenchKeeping.GuaranteesOf(@base)];
        Chance none = Chance.Over(draws, d => d.Guarantees[0].Kept);
        string[] enough = none.Share >= Enough ? [] : [.. levers.Where((_, g) => Chance.Over(draws, d => d.Guarantees[g + 1].Kept).Share >= Enough).Select(l => l.Name)];
        Chance kept = Chance.Over(draws, d => d.Foreseen.Kept);
        return new ContrastSide(reading?.Id.Value, reading?.Name ?? "base case", kept, Decision.Of(kept), none, enough)
        {
            Needed = none.Share >= Enough || enough.Length > 0 ? [] : [.. Enumerable.Range(0, draws[0].Breaches.Count).Select(b => Need(@base, levers, draws, b)).OfType<GuaranteeNeeded>()],
        };
    }

    // The least that keeps this party to the deal in enough of the draws.
    private static GuaranteeNeeded? Need(Case @base, Lever[] levers, IReadOnlyList<KeepingDraw> draws, int breach)
    {
        double[] prices = [.. draws.Select(d => Compliance.PriceOfGuarantee(d.Breaches[breach].Choice)).Order()];
        double price = prices[(int)Math.Ceiling(Enough * prices.Length) - 1];
        if (price <= 0)
        {
            return null;
        }
        Party party = @base.Parties[draws[0].Breaches[breach].Breaker];
        (Lever Lever, double Takes)[] felt =
            [.. levers.Select((l, g) => (l, Spread.Of(draws.Select(d => d.Guarantees[g + 1].Felt[breach]))?.Median ?? 0)).Where(f => f.Item2 > 0).OrderByDescending(f => f.Item2)];
        return new GuaranteeNeeded(party.Id.Value, party.Name, double.IsFinite(price) ? price : null, felt.Length > 0 ? felt[0].Lever.Name : null, felt.Length > 0 ? felt[0].Takes : 0);
    }

    private sealed class Steps(TimeProvider time, IProgress<StudyProgress>? progress)
    {
        private readonly long _start = time.GetTimestamp();
        private int _done;

        public int Total { get; set; }

        public void Done()
        {
            _done++;
            progress?.Report(new StudyProgress(_done, Total, time.GetElapsedTime(_start) / _done * (Total - _done)));
        }
    }
}
