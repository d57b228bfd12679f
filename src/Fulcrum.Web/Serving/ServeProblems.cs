using Fulcrum.Cases;

namespace Fulcrum.Web.Serving;

/// <summary>Why a request was not answered, one factory a situation.</summary>
internal static class ServeProblems
{
    public static CaseProblem ForeignHost(string host) =>
        Of("serve/foreign-host", $"this server does not answer to the name '{host}'", "open the address that it printed when it was started");

    public static CaseProblem ForeignOrigin() =>
        Of("serve/foreign-origin", "the request comes from another page", "only pages of this server may ask; a program sends its address as 'Origin'");

    public static CaseProblem NoToken() => Of("serve/no-token", "this server asks for its token", "open the address with '?token=' that it printed when it was started");

    public static CaseProblem NotJson() => Of("serve/not-json", "the request is not JSON", "send 'Content-Type: application/json'");

    public static CaseProblem Malformed(string why) => Of("serve/malformed", $"the request cannot be read: {why}", "openapi.json says what is expected");

    public static CaseProblem TooLarge(long most) => Of("serve/too-large", $"the request is larger than {most / 1024} kB", "send less at once");

    public static CaseProblem Unknown(string what, string name) => Of("serve/unknown", $"there is no {what} '{name}'", "look at the list of what there is");

    public static CaseProblem NoCase() => Of("serve/no-case", "no case is open", "choose one first");

    public static CaseProblem Changed(string file) => Of(
        "serve/changed-meanwhile", $"'{file}' was changed by somebody else meanwhile; nothing was written", "compare both versions, then save again over the newer one");

    public static CaseProblem LeanedOn(string file) => Of(
        "serve/leaned-on", $"'{file}' cannot be taken back: something in the case rests on it by now", "take back first what was made or accepted since");

    public static CaseProblem NotSaved(string why) => Of("serve/not-saved", $"the file could not be saved: {why}", "check the folder, its permissions and the space left");

    public static CaseProblem NothingTo(string what) => Of($"serve/nothing-to-{what}", $"there is nothing to {what}", "edits made in these pages can be undone, the last fifty also after the server was started again");

    public static CaseProblem Unexpected(string kind) =>
        Of("serve/unexpected", $"something went wrong in the server ({kind})", "nothing was written; try again, and report it if it happens again");

    public static CaseProblem Of(string code, string message, string help) => new(Severity.Error, code, TextPlace.None, null, 1, message, help);
}
