using System.Text.RegularExpressions;
using Fulcrum.Tests.Cases;
using Shouldly;

namespace Fulcrum.Tests.Rules;

/// <summary>
/// A code that nothing produces is a code that nobody has seen. What can be wrong inside one file of a case stands in the table of <see cref="CaseProblemRow"/>,
/// each row of which is run; every other code must be asserted of what a test did, which is more than to name it.
/// </summary>
public sealed partial class ProblemCodeTests
{
    /// <summary>Why codes of a kind are not in the table of single mistakes, and so need a test of their own.</summary>
    private static readonly Dictionary<string, string> NotInTheTable = new()
    {
        ["agreement"] = "needs two cases",
        ["ask"] = "is about what was asked, not about a file",
        ["choose"] = "is about what was asked, not about a file",
        ["cite"] = "needs a folder with texts",
        ["compare"] = "needs two readings that no mixture joins",
        ["csv"] = "is about another program's file",
        ["divide"] = "is about what was asked, not about a file",
        ["edit"] = "needs somebody else who saves",
        ["evidence"] = "needs the texts of sources",
        ["export"] = "is about what another format cannot say",
        ["file"] = "needs a folder on the disk",
        ["import"] = "is about another program's file",
        ["json"] = "is about another program's file",
        ["keep"] = "is about what was asked, not about a file",
        ["model"] = "shows only when the whole case is solved, or in a case too large for a row",
        ["new"] = "needs a folder on the disk",
        ["offer"] = "is about what was asked, not about a file",
        ["reading"] = "needs articles",
        ["record"] = "is about what was asked, not about a file",
        ["replication"] = "needs a package",
        ["seal"] = "needs a seal",
        ["solve"] = "is about what was asked, not about a file",
        ["study"] = "needs a study's folder",
        ["verdict"] = "is about a statement that was asked",
        ["why"] = "is about what was asked, not about a file",
        ["xml"] = "is about another program's file",
        ["zone"] = "is about what was asked, not about a file",
    };

    private static readonly string[] Codes =
        [.. Code().Matches(File.ReadAllText(Repository.At("docs", "problems.md"))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static readonly string[] Others = [.. Codes.Except(CaseProblemRow.All.Select(r => r.Code))];

    [Fact]
    public void Every_code_of_the_page_is_produced_by_a_row_or_asserted_by_a_test()
    {
        TestMethod[] tests = [.. Repository.SourceFiles("tests").SelectMany(f => TestMethod.In(File.ReadAllText(f)))];

        Codes.Length.ShouldBeGreaterThan(250);
        tests.Length.ShouldBeGreaterThan(800);
        Others.Where(code => !tests.Any(t => t.Asserts(code))).ShouldBeEmpty("a test should do what produces it, and assert it");
    }

    [Fact]
    public void Every_code_outside_the_table_has_its_reason_and_no_reason_is_left_over() =>
        Others.Select(code => code.Split('/')[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(NotInTheTable.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("""string code = "cite/no-text";""", false)]
    [InlineData("""problems.ShouldNotContain(p => p.Code == "cite/no-text");""", false)]
    [InlineData("""problems.ShouldContain(p => p.Code == "cite/no-text");""", true)]
    [InlineData("""Refuses(outcome, "cite/no-text");""", true)]
    [InlineData("""Other(outcome, "cite/no-text");""", false)]
    [InlineData("""CaseProblem found = problems.Single(p => p.Code == "cite/no-text");""", true)]
    public void Naming_a_code_is_not_asserting_it(string statement, bool asserts)
    {
        string file = $$"""
            class Tests
            {
                [Fact]
                public void It_is_refused()
                {
                    {{statement}}
                    Done();
                }

                private static void Refuses(Outcome outcome, string code) => outcome.Code.ShouldBe(code);

                private static void Other(Outcome outcome, string code) => Note(code);
            }
            """;

        TestMethod.In(file).ShouldHaveSingleItem().Asserts("cite/no-text").ShouldBe(asserts);
    }

    [GeneratedRegex("`([a-z]+/[a-z0-9-]+[a-z0-9])`")]
    private static partial Regex Code();
}
