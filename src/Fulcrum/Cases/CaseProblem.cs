namespace Fulcrum.Cases;

public enum Severity { Error, Warning }

/// <summary>
/// Something wrong, or worth knowing, in the case's files. Factories named after the situation are in CaseProblems; codes are stable
/// ('case/unknown-party').
/// </summary>
/// <param name="Line">The offending line as it stands in the file, or null when there is none to show.</param>
/// <param name="Length">Characters to underline, at least 1.</param>
/// <param name="Help">What to do about it.</param>
public sealed record CaseProblem(Severity Severity, string Code, TextPlace Place, string? Line, int Length, string Message, string Help);

/// <summary>What reading a case folder gave: the case (null when any problem is an error) and all problems, errors first, then by place.</summary>
public sealed record CaseReadResult(Case? Case, IReadOnlyList<CaseProblem> Problems)
{
    public bool Ok => Case is not null;

    /// <summary>The files that were read, by path relative to the folder: their text without byte-order mark.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();
}
