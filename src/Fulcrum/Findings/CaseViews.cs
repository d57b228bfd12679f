using Fulcrum.Cases;

namespace Fulcrum.Findings;

/// <summary>A case as readers see it.</summary>
internal static class CaseViews
{
    /// <param name="quote">The exact words of an evidence's span when its text is at hand, else null.</param>
    /// <param name="redact">Leave out texts, summaries and speakers.</param>
    public static CaseView Of(Case @case, Func<Evidence, string?> quote, bool redact)
    {
        EvidenceView[] evidence = [.. @case.Evidence.Select(e => Evidence(e, redact ? null : quote(e), redact))];
        var quoted = evidence.Where(e => e.Quote is not null).Select(e => e.Source).ToHashSet(StringComparer.Ordinal);
        return new CaseView(
            @case.Title,
            [.. @case.Parties.Select(p => new PartyView(p.Id.Value, p.Name, p.Role.ToString().ToLowerInvariant()))],
            [.. @case.Sources.Select(s => Source(s, quoted.Contains(s.Id.Value)))],
            evidence,
            [.. @case.Quantities.Where(q => q.Shape is not NumberShape.Rest).Select(Number)],
            [.. @case.Rankings.Select(r => new RankingView(r.Path, Group(r.Path), NumberWords.Of(r), Wording.MarkSign(r.Support.Mark), Ids(r.Support)))],
            [.. @case.Readings.Select(Reading)])
        {
            Verdicts = [.. @case.Verdicts.Select(v => new VerdictView(v.Id, v.Says))],
        };
    }

    private static EvidenceView Evidence(Evidence evidence, string? quote, bool redact) => new(
        evidence.Id.Value, evidence.Source.Value, evidence.Paragraph, redact ? null : evidence.Speaker, redact ? "" : evidence.Summary, quote);

    private static SourceView Source(Source source, bool atHand) => new(
        source.Id.Value, source.Title ?? "", source.Outlet ?? source.Id.Value, source.Author ?? "", source.Date?.Text ?? "", source.Kind, source.Url,
        source.DerivedFrom?.Value, source.Note, atHand);

    private static NumberView Number(Quantity number) => new(
        number.Path, Group(number.Path), NumberWords.Of(number.Shape), number.Shape.Least, number.Shape.Middle, number.Shape.Most,
        Wording.MarkSign(number.Support.Mark), Ids(number.Support), number.Support.Note);

    private static ReadingView Reading(Reading reading) => new(
        reading.Id.Value, reading.Name, reading.Says, reading.Of?.Value, reading.StressTest,
        [.. reading.Overrides.Select(o => new OverrideView(o.Path, o.Text, Wording.MarkSign(o.Support.Mark), Ids(o.Support), o.Support.Note))]);

    private static string[] Ids(Support support) => [.. support.Evidence.Select(e => e.Value)];

    // The first two steps of the path: 'levers.us-arms', 'issues.nato'.
    private static string Group(string path)
    {
        int first = path.IndexOf('.', StringComparison.Ordinal);
        int second = first < 0 ? -1 : path.IndexOf('.', first + 1);
        return second < 0 ? path : path[..second];
    }
}
