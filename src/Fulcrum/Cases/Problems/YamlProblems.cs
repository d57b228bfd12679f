using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Problems;

/// <summary>What can be wrong with a file as YAML.</summary>
internal static class YamlProblems
{
    public static CaseProblem Syntax(SyntaxNode at, string complaint) => ProblemAt.Error(at, "yaml/syntax",
        $"this is not YAML: {complaint}", "Look at the indentation and at quotes, brackets and braces that are opened and not closed, here and on the line above.");

    public static CaseProblem NotClosed(SyntaxNode at, char bracket) => ProblemAt.Error(at, "yaml/not-closed",
        $"'{bracket}' is opened here and never closed", $"Add the missing '{(bracket == '{' ? '}' : ']')}'; if it belongs to a text, put the text in single quotes.");

    public static CaseProblem Indentation(SyntaxNode at) => ProblemAt.Error(at, "yaml/indentation",
        "this line fits no block above it", "Lines of one block start in the same column; a longer value goes on further to the right.");

    public static CaseProblem Unreadable(FileText source, int offset) => ProblemAt.Error(new ScalarNode(source, offset, offset + 1, "", isQuoted: false), "yaml/syntax",
        "from here on this is not YAML", "Look for brackets that are not closed and for escapes such as \\U in double quotes; single quotes keep text as it is.");

    public static CaseProblem Tab(SyntaxNode at) => ProblemAt.Error(at, "yaml/tab",
        "a line is indented with a tab", "YAML is indented with spaces: replace each tab by two spaces.");

    public static CaseProblem ReservedCharacter(SyntaxNode at, char character) => ProblemAt.Error(at, "yaml/reserved-character",
        $"a text cannot start with '{character}' unless it is quoted", $"Put the text in single quotes, for instance '{character} ...'.");

    public static CaseProblem ColonInText(SyntaxNode at) => ProblemAt.Error(at, "yaml/colon-in-text",
        "a colon followed by a space inside a text starts a new key", "Put the whole text in single quotes.");

    public static CaseProblem CommaInText(ScalarNode at) => ProblemAt.Error(at, "yaml/comma-in-text",
        $"'{at.Value}' stands after a comma in braces and has no value", "A comma inside braces ends a value: put the whole text before it in single quotes.");

    public static CaseProblem MissingSpace(SyntaxNode at) => ProblemAt.Error(at, "yaml/missing-space",
        "a key needs a space after its colon", "Write 'key: value'.");

    public static CaseProblem Anchor(SyntaxNode at) => ProblemAt.Error(at, "yaml/anchor",
        "anchors are not allowed in a case", "Write the block out where it is needed; if '&' belongs to a text, put the text in single quotes.");

    public static CaseProblem Alias(SyntaxNode at) => ProblemAt.Error(at, "yaml/alias",
        "aliases are not allowed in a case", "Write the block out where it is needed; if '*' belongs to a text or a path, put it in single quotes.");

    public static CaseProblem Tag(SyntaxNode at) => ProblemAt.Error(at, "yaml/tag",
        "tags are not allowed in a case", "Leave the tag out; if '!' belongs to a text, put the text in single quotes.");

    public static CaseProblem TooDeep(SyntaxNode at) => ProblemAt.Error(at, "yaml/too-deep",
        $"blocks are nested more than {YamlReader.DeepestNesting} deep", "No part of a case needs this; look for brackets that are not closed.");

    public static CaseProblem SecondDocument(SyntaxNode at) => ProblemAt.Error(at, "yaml/second-document",
        "a second document starts here", "A file of a case is one document: remove the line '---'.");

    public static CaseProblem ComplexKey(SyntaxNode at) => ProblemAt.Error(at, "yaml/complex-key",
        "a key must be a single word", "Look for a '?' or a brace too many; a '?' that stands for an unknown number comes after a colon and a space.");

    public static CaseProblem DuplicateKey(ScalarNode at, int firstLine) => ProblemAt.Error(at, "yaml/duplicate-key",
        $"'{at.Value}' stands here a second time (first on line {firstLine})", "Rename one of the two, or put what belongs together under one key.");
}
