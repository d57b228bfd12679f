using Fulcrum.Cases;
using Fulcrum.Cases.Files;
using Fulcrum.Commitments;
using Fulcrum.Bargaining;
using Fulcrum.Findings.Kept;
using Fulcrum.Findings;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>One deal under two readings: each assumption in which they differ is swapped alone, on common random numbers.</summary>
internal sealed class WorkbenchContrast(Func<CaseRequest, CaseReadResult> read, IReadOnlyDictionary<IssueId, OptionId> stated, AnalyzeOptions options, CancellationToken cancellation)
{
    /// <summary>A guarantee is enough when the deal is kept in at least this share of the draws.</summary>
    private const double Enough = 0.9;

    private const int MostDraws = 100;

    private readonly AnalyzeOptions _fewer = options with { Draws = Math.Min(options.Draws, MostDraws) };

    /// <summary>Null when a case cannot be read.</summary>
    public KeepContrast? Of(Case @base, Reading? one, Reading? other)
    {
        var keeping = new WorkbenchKeeping(CasePlan.Of(@base, options.AsOf ?? @base.AsOf), stated);
        IReadOnlyList<Override> ofOne = one?.Overrides ?? [], ofOther = other?.Overrides ?? [];
        if (Draws(keeping, one?.Id, []) is not { } first || Draws(keeping, other?.Id, []) is not { } second)
        {
            return null;
        }
        var swaps = new List<SwappedAssumption>();
        var skipped = new List<string>();
        foreach (string path in ofOne.Concat(ofOther).Select(o => o.Path).Distinct(StringComparer.Ordinal))
        {
            Override? from = ofOne.FirstOrDefault(o => o.Path == path), to = ofOther.FirstOrDefault(o => o.Path == path) ?? Stated(@base, path);
            if (to is not null && from?.Text == to.Text)
            {
                continue;
            }
            if (((to is null ? null : Draws(keeping, one?.Id, [to])) ?? Swapped(keeping, one, other, path)) is { } draws)
            {
                swaps.Add(Swap(path, from, to, first, draws));
            }
            else
            {
                skipped.Add(path);
            }
        }
        SwappedAssumption[] telling = [.. swaps.Where(s => s.Flips || Math.Abs(s.Slack) >= 0.5 || s.Kept.Hits != Chance.Over(first, d => d.Foreseen.Kept).Hits)
            .OrderByDescending(s => s.Flips).ThenByDescending(s => Math.Abs(s.Kept.Share - Share(first))).ThenByDescending(s => Math.Abs(s.Slack)).ThenBy(s => s.Path, StringComparer.Ordinal)];
        ContrastSide left = Side(@base, one, first), right = Side(@base, other, second);
        return new KeepContrast(left, right, KeepComposer.Terms(@base, keeping.Options), telling, [ContrastSentences.Of(left, right, telling), .. ContrastSentences.Skipped(left, right, skipped)], first.Count, @base.Hash);
    }

    private IReadOnlyList<KeepingDraw>? Draws(WorkbenchKeeping deal, ReadingId? reading, IReadOnlyList<Override> changes) =>
        Draws(deal, read(new CaseRequest(reading, [.. changes, .. options.Request.Changes])).Case);

    // What cannot be written as one change of a number (who holds a lever, what is refused, what hangs together): the one reading with the other's word on it, or with none.
    private IReadOnlyList<KeepingDraw>? Swapped(WorkbenchKeeping deal, Reading? one, Reading? other, string path)
    {
        CaseReadResult files = read(CaseRequest.Base);
        if (files.Case is null || options.Request.Changes.Count > 0)
        {
            return null;
        }
        var variants = CaseVariants.Of(files);
        IEnumerable<(ReadingId, int)> Of(Reading? reading, Func<string, bool> wanted) => reading is null ? []
            : variants.OverridesOf(reading.Id).Select((o, place) => (o.Path, Place: place)).Where(o => wanted(o.Path)).Select(o => (reading.Id, o.Place));
        return Draws(deal, variants.Mix(Of(one, p => p != path).Concat(Of(other, p => p == path))));
    }

    private IReadOnlyList<KeepingDraw>? Draws(WorkbenchKeeping deal, Case? read)
    {
        if (read is not { HasModel: true } @case)
        {
            return null;
        }
        WorkbenchKeeping keeping = deal.In(CasePlan.Of(@case, options.AsOf ?? @case.AsOf));
        return WorkbenchCommitments.Draws(@case, _fewer, keeping.Quick, null, cancellation).Results;
    }

    // What the base case states at a path that only the first reading changes; null where that is no number or ranking by itself.
    private static Override? Stated(Case @base, string path) =>
        @base.Quantities.FirstOrDefault(q => q.Path == path) is { Shape: not NumberShape.Rest } quantity ? new Override(path, NumberWords.Of(quantity.Shape), quantity.Support, quantity.Place)
        : @base.Rankings.FirstOrDefault(r => r.Path == path) is { } ranking ? new Override(path, NumberWords.Of(ranking), ranking.Support, ranking.Place)
        : null;

    private static SwappedAssumption Swap(string path, Override? from, Override? to, IReadOnlyList<KeepingDraw> before, IReadOnlyList<KeepingDraw> after)
    {
        double slack = Spread.Of(after.Zip(before, (a, b) => Slack(a) - Slack(b)))?.Median ?? 0;
        return new SwappedAssumption(
            path, from?.Text ?? "as in the base case", to?.Text ?? "as in the base case", Chance.Over(after, d => d.Foreseen.Kept), slack, Share(before) >= 0.5 != Share(after) >= 0.5);
    }

    private static double Slack(KeepingDraw draw) => draw.Breaches.Count == 0 ? 0 : draw.Breaches.Min(b => Compliance.LeastSlack(b.Choice));

    private static double Share(IReadOnlyList<KeepingDraw> draws) => Chance.Over(draws, d => d.Foreseen.Kept).Share;

    private static ContrastSide Side(Case @base, Reading? reading, IReadOnlyList<KeepingDraw> draws)
    {
        Lever[] levers = [.. WorkbenchKeeping.GuaranteesOf(@base)];
        Chance none = Chance.Over(draws, d => d.Guarantees[0].Kept);
        string[] enough = none.Share >= Enough ? [] : [.. levers.Where((_, g) => Chance.Over(draws, d => d.Guarantees[g + 1].Kept).Share >= Enough).Select(l => l.Name)];
        return new ContrastSide(reading?.Id.Value, reading?.Name ?? "base case", Chance.Over(draws, d => d.Foreseen.Kept), none, enough);
    }
}
