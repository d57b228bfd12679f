using Fulcrum.Commitments;

namespace Fulcrum.Findings.Kept;

/// <summary>The answer to 'record': who kept what it undertook, and what such a record can and cannot say.</summary>
/// <param name="Parties">Everyone who took on an obligation, in the case's order.</param>
/// <param name="Classes">Classes of agreements with their whole record.</param>
/// <param name="Warnings">What stands against reading a rate out of this.</param>
public sealed record RecordAnswer(
    string Title, string? Reading, string ReadingName, DateOnly AsOf, string Prior, IReadOnlyList<PartyRecord> Parties, IReadOnlyList<ClassRecord> Classes,
    IReadOnlyList<CircumstanceRecord> Circumstances, IReadOnlyList<string> Warnings, string CaseHash)
{
    /// <summary>One for each party and each class.</summary>
    public IReadOnlyList<KeptSentence> Sentences { get; init; } = [];
}

/// <param name="HandPicked">What the commitments listed without a class would say if they were a sample, which they are not; null where none is kept or broken.</param>
/// <param name="OfClasses">The same for those that belong to a class, by class: a list as well, which only the class's own record gives a denominator.</param>
public sealed record PartyRecord(
    string Party, string Name, int Kept, int Broken, int Unclear, int Pending, ShareBroken? HandPicked, IReadOnlyList<ClassShare> OfClasses, IReadOnlyList<CommitmentRow> Rows);

/// <summary>Posterior of the share broken, 0..1.</summary>
/// <param name="Kept">As counted; of a class known by its share, that share of the agreements as which it is weighed. So is <paramref name="Broken"/>.</param>
public sealed record ShareBroken(double Kept, double Broken, double Mean, double P5, double P95)
{
    public static ShareBroken Of(RecordPosterior p) => new(p.Kept, p.Broken, p.Mean, p.P5, p.P95);
}

public sealed record ClassShare(string Class, string Name, ShareBroken Share);

/// <param name="Since">When the status came to hold, as the case has it; null where it does not say.</param>
public sealed record CommitmentRow(
    string Id, IReadOnlyList<string> To, string Date, string Terms, string Status, string? Since, string? Class, IReadOnlyList<string> Circumstances, IReadOnlyList<string> Evidence, string? Note)
{
    /// <summary>How it stood before, earliest first.</summary>
    public IReadOnlyList<EarlierStatus> Earlier { get; init; } = [];
}

/// <param name="Status">kept, broken, unclear or pending, from the day <paramref name="Since"/> on.</param>
public sealed record EarlierStatus(string Status, string Since);

/// <param name="PublishedShareKept">The share kept, 0..1, where the publication gives no counts; it is then weighed as <paramref name="CountsAs"/> agreements, an assumption.</param>
public sealed record ClassRecord(string Id, string Name, bool Complete, string? Citation, ShareBroken Share, double? PublishedShareKept, int? CountsAs);

public sealed record CircumstanceRecord(string Circumstance, int Kept, int Broken);
