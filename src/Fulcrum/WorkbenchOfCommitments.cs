using Fulcrum.Cases;
using Fulcrum.Commitments;
using Fulcrum.Findings;
using Fulcrum.Findings.Kept;
using Fulcrum.Studies;

namespace Fulcrum;

/// <summary>The front door to the room Commitments.</summary>
public sealed partial class Workbench
{
    /// <summary>Would a deal be kept, who would break it first and when, and which guarantee would be enough?</summary>
    /// <param name="deal">'issue=option' for each issue that the deal settles otherwise than the best single deal at mid-range does.</param>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<KeepAnswer> Keep(
        IReadOnlyList<string> deal, AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Asked(options, @case => WorkbenchCommitments.Keep(@case, deal, options, progress, cancellation));

    /// <summary>The same deal in two readings: in which it would be kept, which assumption carries the difference, which guarantee would be enough in each. Null stands for the base case.</summary>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<KeepContrast> KeepContrast(
        ReadingId? one, ReadingId? other, IReadOnlyList<string> deal, AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Asked(options with { Request = options.Request with { Reading = null } }, @case => WorkbenchCommitments.Contrast(@case, one, other, Checked, deal, options, progress, cancellation));

    /// <summary>Who kept what it undertook, and what such a record can and cannot say.</summary>
    public Answer<RecordAnswer> Record(CaseRequest request, DateOnly? asOf, RecordPrior prior) =>
        Asked<RecordAnswer>(new AnalyzeOptions { Request = request, AsOf = asOf }, @case => @case.Commitments.Count + @case.ReferenceClasses.Count == 0
            ? (null, CommitmentProblems.NoCommitments(@case))
            : (RecordComposer.Compose(@case, asOf ?? @case.AsOf, prior), null));

    /// <summary>Which threats and promises their holders would carry out, and what beliefs do to the room for a deal.</summary>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<CredibilityAnswer> Credibility(AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Asked(options, @case => WorkbenchCommitments.Credibility(@case, p => BeliefOf(@case, p, options.Request), options, progress, cancellation));

    /// <summary>Whom time favours, when a zone opens or closes, and how a mediator's moves lean.</summary>
    /// <inheritdoc cref="Analyze" path="/exception"/>
    public Answer<TrendAnswer> Trend(AnalyzeOptions options, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default) =>
        Asked(options, @case => WorkbenchCommitments.Trend(@case, p => BeliefOf(@case, p, options.Request), options, progress, cancellation));

    // The answer to which a sentence's id belongs, and how it was drawn; null for ids of other things. Ids are the same in every run, so that only this answer is worked out.
    private (IReadOnlyList<KeptSentence> Sentences, KeptMethod? Method)? SaidOfCommitments(
        string id, IReadOnlyList<string> deal, AnalyzeOptions options, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        const string Against = "keep.against.";
        if (id.StartsWith(Against, StringComparison.Ordinal))
        {
            string other = id[Against.Length..].Split('.')[0];
            KeepContrast? contrast = KeepContrast(options.Request.Reading, other == "base" ? null : new ReadingId(other), deal, options, progress, cancellation).Value;
            return contrast is null ? null : (contrast.Sentences, contrast.Method);
        }
        return id.Contains('.', StringComparison.Ordinal) ? id.Split('.')[0] switch
        {
            "keep" => Keep(deal, options, progress, cancellation).Value is { } kept ? (kept.Sentences, kept.Method) : null,
            "credibility" => Credibility(options, progress, cancellation).Value is { } said ? (said.Sentences, said.Method) : null,
            "trend" => Trend(options, progress, cancellation).Value is { } trend ? (trend.Sentences, trend.Method) : null,
            "record" => Record(options.Request, options.AsOf, RecordPrior.Jeffreys).Value is { } records ? (records.Sentences, null) : null,
            _ => null,
        } : null;
    }

    private Analysis Whole(Case @case, AnalysisInput input, AnalyzeOptions options, CancellationToken cancellation) =>
        AnalysisBuilder.Build(input) with { Commitments = WorkbenchCommitments.Sections(@case, p => BeliefOf(@case, p, options.Request), options, cancellation) };

    // A party's own belief, on top of the changes asked for; the reading asked for is then somebody else's view and is left out.
    private Case? BeliefOf(Case @case, PartyId party, CaseRequest request) =>
        @case.Beliefs.TryGetValue(party, out ReadingId reading) ? Checked(request with { Reading = reading }).Case : null;

    private Answer<T> Asked<T>(AnalyzeOptions options, Func<Case, (T? Answer, CaseProblem? Problem)> ask) where T : class
    {
        CaseReadResult read = Checked(options.Request);
        if (read.Case is not { } @case)
        {
            return new Answer<T>(null, read.Problems);
        }
        (T? answer, CaseProblem? problem) = ask(@case);
        return new Answer<T>(answer, problem is null ? [.. WorkbenchProblems.OutsideDates(@case, options.AsOf), .. read.Problems] : [problem, .. read.Problems]);
    }
}
