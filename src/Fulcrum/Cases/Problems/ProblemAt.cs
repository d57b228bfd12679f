using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>Makes a problem from the place where it stands.</summary>
internal static class ProblemAt
{
    /// <summary>How many problems are told at once; beyond these nobody reads, and nothing is suggested any more.</summary>
    public const int Most = 1000;

    public static CaseProblem Error(SyntaxNode at, string code, string message, string help) => Make(Severity.Error, at, code, message, help);

    public static CaseProblem Warning(SyntaxNode at, string code, string message, string help) => Make(Severity.Warning, at, code, message, help);

    /// <summary>A problem of a file as a whole, or of the folder: there is no line to show.</summary>
    public static CaseProblem File(string path, string code, string message, string help) =>
        new(Severity.Error, code, new TextPlace(path, 1, 1), null, 1, message, help);

    private static CaseProblem Make(Severity severity, SyntaxNode at, string code, string message, string help)
    {
        TextPlace place = at.Place;
        string line = at.Source.Line(place.Line);
        int room = Math.Max(1, line.Length - place.Column + 1);
        int length = Math.Clamp(at.End - at.Start, 1, room);
        return new CaseProblem(severity, code, place, line, length, message, help);
    }
}
