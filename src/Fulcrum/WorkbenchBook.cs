using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Findings;

namespace Fulcrum;

/// <summary>Gathers all that the pages of a case show.</summary>
internal static class WorkbenchBook
{
    /// <param name="cases">The base case first, then the case under each reading that is somebody's view; with its analysis.</param>
    /// <param name="leftOut">Readings that cannot be used: they are named as such.</param>
    public static Book Compose(
        IReadOnlyList<(Case Case, Analysis Analysis)> cases, IReadOnlyList<ReadingId> leftOut, DateOnly? asOf, Func<Evidence, string?> quote, bool redact) => new(
        redact,
        WithLeftOut(CaseViews.Of(cases[0].Case, quote, redact), leftOut),
        [.. cases.Select(c => redact ? Redacted(c.Analysis) : c.Analysis)],
        [.. cases.Select(c => Subsets(c.Case, asOf)).OfType<ReadingSubsets>()]);

    /// <summary>Null where the work was cancelled before there was anything to show: what is done already is still a book.</summary>
    public static T? Unless<T>(Func<T> work, CancellationToken cancellation) where T : class
    {
        try
        {
            return work();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    // Notes of commitments tell what sources say, as summaries do; the hash of a case would tell of two files that they are of the same one.
    private static Analysis Redacted(Analysis analysis) => analysis with
    {
        Method = analysis.Method with { CaseHash = "" },
        Commitments = analysis.Commitments is not { } said ? null : said with
        {
            Keeping = said.Keeping is { } keeping ? keeping with { Method = keeping.Method with { CaseHash = "" } } : null,
            Credibility = said.Credibility is { } credibility ? credibility with { Method = credibility.Method with { CaseHash = "" } } : null,
            Trend = said.Trend is { } trend ? trend with { Method = trend.Method with { CaseHash = "" } } : null,
            Records = said.Records is not { } records ? null : records with
            {
                CaseHash = "",
                Parties = [.. records.Parties.Select(p => p with { Rows = [.. p.Rows.Select(r => r with { Note = null })] })],
            },
        },
    };

    private static CaseView WithLeftOut(CaseView view, IReadOnlyList<ReadingId> leftOut)
    {
        const string Why = "Left out: its file has errors, which 'fulcrum check' lists.";
        IEnumerable<ReadingId> unread = leftOut.Where(id => view.Readings.All(r => r.Id != id.Value)).OrderBy(id => id.Value, StringComparer.Ordinal);
        return view with
        {
            Readings =
            [
                .. view.Readings.Select(r => leftOut.Contains(new ReadingId(r.Id)) ? r with { Says = $"{Why} {r.Says}".TrimEnd() } : r),
                .. unread.Select(id => new ReadingView(id.Value, id.Value, Why, null, false, [])),
            ],
        };
    }

    private static ReadingSubsets? Subsets(Case @case, DateOnly? asOf)
    {
        if (!@case.HasModel)
        {
            return null;
        }
        CasePlan plan = CasePlan.Of(@case, asOf ?? @case.AsOf);
        return SubsetHands.Of(plan, CaseNumbers.MidRange(@case)) is { } subsets
            ? new ReadingSubsets(
                @case.AppliedReading?.Value,
                new SubsetTable([.. subsets.Changes.Select(c => plan.Changes[c].Id)], [.. @case.Parties.Select(p => p.Id.Value)], subsets.Hands))
            : null;
    }
}
