using Fulcrum.Cases;

namespace Fulcrum.Cli.Documents;

/// <summary>The answer of 'check', and of any verb whose case has problems.</summary>
/// <param name="Evidence">What the case's numbers and rankings rest on; null when the case could not be read.</param>
internal sealed record CheckDocument(IReadOnlyList<ProblemDocument> Problems, EvidenceCounts? Evidence)
{
    public static CheckDocument Of(IReadOnlyList<CaseProblem> problems, EvidenceCounts? evidence) => new([.. problems.Select(ProblemDocument.Of)], evidence);
}

/// <param name="Line">Counted from 1; 0 for a problem of a whole file or folder.</param>
internal sealed record ProblemDocument(string Severity, string Code, string File, int Line, int Column, string Message, string Help)
{
    public static ProblemDocument Of(CaseProblem p) =>
        new(p.Severity == Cases.Severity.Error ? "error" : "warning", p.Code, p.Place.File, p.Place.Line, p.Place.Column, p.Message, p.Help);
}

/// <summary>Numbers and rankings of the case by what they rest on.</summary>
internal sealed record EvidenceCounts(int Quoted, int Judged, int Assumed)
{
    public static EvidenceCounts Of(Case @case)
    {
        Mark[] marks = [.. @case.Quantities.Select(q => q.Support.Mark), .. @case.Rankings.Select(r => r.Support.Mark)];
        return new EvidenceCounts(marks.Count(m => m == Mark.Quoted), marks.Count(m => m == Mark.Judged), marks.Count(m => m == Mark.Assumed));
    }
}
