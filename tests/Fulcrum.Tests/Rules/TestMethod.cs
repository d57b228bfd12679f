using System.Text.RegularExpressions;

namespace Fulcrum.Tests.Rules;

/// <summary>The text of one test, from its attributes to its end, and those helpers of its file that assert something of a code they are given.</summary>
internal sealed partial record TestMethod(string Text, IReadOnlyList<string> AssertingHelpers)
{
    public static IEnumerable<TestMethod> In(string file)
    {
        string[] members = Member().Split(file.ReplaceLineEndings("\n"));
        string[] helpers = [.. members.Where(m => m.Contains("Should", StringComparison.Ordinal)).Select(m => Helper().Match(m)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
        return members.Where(m => Attribute().IsMatch(m)).Select(m => new TestMethod(m, helpers));
    }

    /// <summary>
    /// Whether a statement holds the code against what was done: by an assertion that is not a denial, by taking the single problem that has it, by a helper that
    /// asserts, or as data of a theory that asserts.
    /// </summary>
    public bool Asserts(string code)
    {
        string quoted = $"\"{code}\"";
        return Text.Contains(quoted, StringComparison.Ordinal)
            && Statement().Split(Text).Where(s => s.Contains(quoted, StringComparison.Ordinal)).Any(s => AssertsIn(s, quoted));
    }

    private bool AssertsIn(string statement, string quoted)
    {
        if (Data().IsMatch(statement))
        {
            return Text.Contains(".Should", StringComparison.Ordinal);
        }
        string before = statement[..statement.IndexOf(quoted, StringComparison.Ordinal)];
        return (statement.Contains(".Should", StringComparison.Ordinal) && !before.Contains("ShouldNot", StringComparison.Ordinal))
            || before.Contains(".Single(", StringComparison.Ordinal) || before.Contains(".First(", StringComparison.Ordinal)
            || AssertingHelpers.Any(h => Regex.IsMatch(before, $@"\b{h}\("));
    }

    [GeneratedRegex(@"\n\n(?=    \S)")]
    private static partial Regex Member();

    [GeneratedRegex(@"\[(Fact|Theory|Property)\b")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^ +(?:private|internal|public) static [\w<>?\[\]]+ (\w+)\([^)]*string code", RegexOptions.Multiline)]
    private static partial Regex Helper();

    [GeneratedRegex(@";[ \t]*\n|\]\n")]
    private static partial Regex Statement();

    [GeneratedRegex(@"^\s*\[InlineData\(")]
    private static partial Regex Data();
}
