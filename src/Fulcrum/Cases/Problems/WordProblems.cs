using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with keys, ids and plain words anywhere in a case.</summary>
internal static class WordProblems
{
    public static CaseProblem UnknownKey(ScalarNode key, string where, IEnumerable<string> known) => ProblemAt.Error(key, "case/unknown-key",
        $"{where} has no key '{key.Value}'", Nearest.Help(key.Value, known));

    public static CaseProblem Unknown(SyntaxNode at, string kind, string id, IEnumerable<string> known) => ProblemAt.Error(at, $"case/unknown-{kind}",
        $"unknown {kind} '{id}'", Nearest.Help(id, known));

    public static CaseProblem UnknownOption(SyntaxNode at, string option, string issue, IEnumerable<string> known) => ProblemAt.Error(at, "case/unknown-option",
        $"'{option}' is not an option of {issue}", Nearest.Help(option, known));

    public static CaseProblem UnknownWord(SyntaxNode at, string key, string word, IEnumerable<string> known) => ProblemAt.Error(at, "case/unknown-word",
        $"'{word}' cannot stand under '{key}'", Nearest.Help(word, known));

    public static CaseProblem MalformedId(ScalarNode at, string suggestion) => ProblemAt.Error(at, "case/malformed-id",
        $"'{at.Value}' is not an id", $"Ids are lower-case letters, digits and hyphens, starting with a letter or digit: '{suggestion}', for instance. Use 'name:' for what readers see.");

    public static CaseProblem YamlWordAsId(ScalarNode at) => ProblemAt.Error(at, "yaml/boolean-word",
        $"'{at.Value}' cannot be an id: YAML tools read it as true, false or nothing", "Choose a longer word, such as 'yes-vote' or 'no-force'; 'name:' can still show the short one.");

    public static CaseProblem ReservedId(ScalarNode at, string kind) => ProblemAt.Error(at, "case/reserved-id",
        $"'{at.Value}' has a meaning of its own and cannot be the id of a {kind}", "Choose another id; 'name:' can still show this word.");

    public static CaseProblem DuplicateId(SyntaxNode at, string kind, string id) => ProblemAt.Error(at, "case/duplicate-id",
        $"'{id}' is taken by another {kind}", "Ids, and keys kept from earlier names, are used once: rename one of the two.");

    public static CaseProblem RepeatedWord(SyntaxNode at, string word) => ProblemAt.Error(at, "case/repeated",
        $"'{word}' stands twice in this list", "Leave one of them out.");

    public static CaseProblem Missing(SyntaxNode at, string what, string key, string example) => ProblemAt.Error(at, "case/missing",
        $"{what} needs '{key}:'", $"Add, for instance: {key}: {example}");

    public static CaseProblem NoValue(ScalarNode key) => ProblemAt.Error(key, "case/no-value",
        $"'{key.Value}:' has no value", "Write the value after the colon and a space, or remove the key.");

    public static CaseProblem NotABlock(SyntaxNode at, string what) => ProblemAt.Error(at, "case/not-a-block",
        $"{what} must be keys with values", "Write it as indented lines 'key: value', or in braces: {key: value, key: value}.");

    public static CaseProblem NotAText(SyntaxNode at, string what) => ProblemAt.Error(at, "case/not-a-text",
        $"'{what}' must be a single word or text", "Write it on one line; put text with colons, braces or brackets in single quotes.");

    public static CaseProblem NotAList(SyntaxNode at, string what) => ProblemAt.Error(at, "case/not-a-list",
        $"'{what}' must be a list of words", "Write it in brackets, [one, two], or as lines that start with '- '.");

    public static CaseProblem NotYesOrNo(SyntaxNode at, string key) => ProblemAt.Error(at, "case/not-yes-or-no",
        $"'{key}' must be yes or no", "Write 'yes' or 'no'.");

    public static CaseProblem NotAWholeNumber(SyntaxNode at, string key) => ProblemAt.Error(at, "case/not-a-whole-number",
        $"'{key}' must be a whole number of 1 or more", "Write digits only.");

    public static CaseProblem Version(SyntaxNode at, string version) => ProblemAt.Error(at, "case/format-version",
        $"this program reads cases of format 1, not '{version}'", "Write 'fulcrum: 1', or use the version of Fulcrum that the case was written for.");
}
