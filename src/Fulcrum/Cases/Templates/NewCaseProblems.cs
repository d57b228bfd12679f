namespace Fulcrum.Cases.Templates;

/// <summary>Why a case could not be started.</summary>
internal static class NewCaseProblems
{
    public static CaseProblem NotEmpty(string folder) =>
        Of("new/not-empty", folder, $"'{folder}' is not an empty folder", "name a folder that does not exist yet: nothing is overwritten");

    public static CaseProblem NotWritten(string folder, string why) =>
        Of("new/not-written", folder, $"'{folder}' cannot be written: {why}", "check the place and its permissions");

    private static CaseProblem Of(string code, string folder, string message, string help) =>
        new(Severity.Error, code, new TextPlace(folder, 0, 0), null, 1, message, help);
}
