namespace Fulcrum.Cases.Verifying;

/// <summary>What comparing a case's evidence with the texts at hand gave.</summary>
/// <param name="Problems">Errors first, then by place.</param>
/// <param name="SpansChecked">Spans compared with their text, whatever came of it.</param>
/// <param name="SpansNotChecked">Spans whose text is not at hand: no error, but nothing is known about them.</param>
/// <param name="WithoutText">Evidence that has no span: interviews, experts' judgements.</param>
/// <param name="TextsMissing">Sources with spans whose text is not at hand, in file order.</param>
/// <param name="QuotedNotChecked">Numbers marked as quoted for which neither the text nor a list of figures is at hand.</param>
public sealed record EvidenceReport(
    IReadOnlyList<CaseProblem> Problems, MarkCounts Marks, int SpansChecked, int SpansNotChecked, int WithoutText,
    IReadOnlyList<SourceId> TextsMissing, int QuotedNotChecked);

/// <summary>
/// How many numbers and rankings that the files state rest on what. 'rest' is computed from other chances, and what holds by default is not stated: neither
/// is counted.
/// </summary>
public sealed record MarkCounts(int Quoted, int Judged, int Assumed)
{
    public static MarkCounts Of(Case @case)
    {
        Support[] stated =
        [
            .. @case.Quantities.Where(q => q.Shape is not NumberShape.Rest && q.Support != Support.ByDefault).Select(q => q.Support),
            .. @case.Rankings.Select(r => r.Support),
        ];
        return new MarkCounts(Count(Mark.Quoted), Count(Mark.Judged), Count(Mark.Assumed));

        int Count(Mark mark) => stated.Count(s => s.Mark == mark);
    }
}
