using Fulcrum.Cases;
using Fulcrum.Cases.Problems;

namespace Fulcrum.Studies.Seals;

/// <summary>What can be wrong with a seal, its outcomes, or an outcome that is to be entered.</summary>
internal static class SealProblems
{
    private const string Values = "ID=VALUE";

    public static CaseProblem NoFile(string file) => new(
        Severity.Error, "seal/no-file", new TextPlace(file, 1, 1), null, 1, $"there is no seal {file}", "give a file that 'fulcrum seal CASE -o FILE' wrote");

    public static CaseProblem Broken(string file, string why) => new(
        Severity.Error, "seal/broken", new TextPlace(file, 1, 1), null, 1, $"{file} is refused: {why}", "take the file as it was written; a seal that was changed by hand proves nothing");

    public static CaseProblem Unreadable(string file, string why) => new(
        Severity.Error, "seal/unreadable", new TextPlace(file, 1, 1), null, 1, $"{file} cannot be read: {why}", "make the file readable, and run the same command again");

    public static CaseProblem UnknownPrediction(string text, string id, IReadOnlyList<string> known) => new(
        Severity.Error, "seal/unknown-prediction", new TextPlace(Values, 1, 1), text, Math.Max(1, id.Length), $"the seal predicts nothing called '{id}'", Nearest.Help(id, known));

    public static CaseProblem NotYesOrNo(string text, string id) => new(
        Severity.Error, "seal/not-an-outcome", new TextPlace(Values, 1, id.Length + 2), text, Math.Max(1, text.Length - id.Length - 1), $"'{id}' is a statement: it came true or it did not",
        $"write {id}=yes or {id}=no");

    public static CaseProblem NotANumber(string text, string id) => new(
        Severity.Error, "seal/not-an-outcome", new TextPlace(Values, 1, id.Length + 2), text, Math.Max(1, text.Length - id.Length - 1), $"'{id}' is a number that was to lie in a range",
        $"write {id}= and the number, with a point: {id}=41.5");

    public static CaseProblem NotAPair(string text) => new(
        Severity.Error, "seal/not-an-outcome", new TextPlace(Values, 1, 1), text, Math.Max(1, text.Length), $"'{text}' names no prediction and its outcome", "write ID=yes, ID=no or ID=number");

    public static CaseProblem BadLine(string file, int number, string line) => new(
        Severity.Error, "seal/outcome-line", new TextPlace(file, number, 1), line, Math.Max(1, line.Length), "this line is no outcome",
        "write 'outcome ID VALUE YEAR-MONTH-DAY', or remove the line; 'fulcrum seal outcome' writes them");

    public static CaseProblem NotSaved(string file, string why) => new(
        Severity.Error, "seal/not-saved", new TextPlace(file, 1, 1), null, 1, $"{file} could not be saved: {why}", "make room and the folder writable, and run the same command again");
}
