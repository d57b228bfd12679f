using System.Text.RegularExpressions;
using Shouldly;

namespace Fulcrum.Tests.Rules;

/// <summary>A code that no test names is a code that nobody has seen: every code of docs/problems.md stands in a test that asks for it.</summary>
public sealed partial class ProblemCodeTests
{
    [Fact]
    public void Every_code_of_the_page_is_asked_for_by_a_test()
    {
        string[] codes = [.. Code().Matches(File.ReadAllText(Repository.At("docs", "problems.md"))).Select(m => m.Groups[1].Value).Distinct()];
        string tests = string.Concat(Repository.SourceFiles("tests").Select(File.ReadAllText));

        codes.Length.ShouldBeGreaterThan(250);
        codes.Where(code => !tests.Contains($"\"{code}\"", StringComparison.Ordinal)).ShouldBeEmpty("a test should produce it and name it");
    }

    [GeneratedRegex("`([a-z]+/[a-z0-9-]+[a-z0-9])`")]
    private static partial Regex Code();
}
