namespace Fulcrum.Cases.Editing;

/// <summary>Why nothing was cited, one factory a situation.</summary>
internal static class CiteProblems
{
    public const string Changed = "edit/changed-meanwhile";

    public static CaseProblem IdTaken(string id) => Of("cite/id-taken", "evidence.yaml", $"there is evidence '{id}' already", "choose another id, or leave it out");

    public static CaseProblem NotAnId(string id) =>
        Of("cite/not-an-id", "evidence.yaml", $"'{id}' cannot be an id", "use lower-case letters, digits and hyphens, starting with a letter or digit");

    public static CaseProblem NotSaved(string file, SaveResult result) => result.Outcome switch
    {
        SaveOutcome.ChangedMeanwhile => Of(Changed, file, $"'{file}' was changed by somebody else at the same time; nothing was overwritten", "try again"),
        SaveOutcome.Busy => Of("edit/busy", file, $"another program is saving '{file}'", "close it or wait, and try again"),
        _ => Of("edit/not-saved", file, $"'{file}' cannot be saved: {result.Why}", "check the folder and its permissions"),
    };

    private static CaseProblem Of(string code, string file, string message, string help) => new(Severity.Error, code, new TextPlace(file, 1, 1), null, 1, message, help);
}
