using System.Text.RegularExpressions;
using Fulcrum.Cases;
using Fulcrum.Tests.Rules;
using Shouldly;

namespace Fulcrum.Tests.Cases;

/// <summary>Every mistake is found, under its code and at its place.</summary>
public sealed partial class CaseProblemsTests
{
    // Tried on the disk or through the options: CaseFolderTests.
    private static readonly string[] TriedElsewhere =
        ["file/misnamed", "file/too-many-problems", "file/no-case-file", "file/no-folder", "file/not-utf8", "file/outside-folder", "file/reading-name", "file/too-large", "file/unreadable"];

    public static TheoryData<CaseProblemRow> Rows => [.. CaseProblemRow.All];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Mistake_in_a_sound_case_is_reported_where_it_stands(CaseProblemRow row)
    {
        Dictionary<string, string> files = SampleCase.Full;
        string text = files[row.File];
        string changed = row.From.Length == 0 ? text + row.To : text.Replace(row.From, row.To, StringComparison.Ordinal);
        changed.ShouldNotBe(text, "the row changes nothing");
        int at = changed.IndexOf('§', StringComparison.Ordinal);
        files[row.File] = changed.Replace("§", "", StringComparison.Ordinal);

        CaseReadResult result = SampleCase.Read(files);

        string found = string.Join('\n', result.Problems.Select(CaseProblemText.Render));
        CaseProblem? problem = result.Problems.FirstOrDefault(p => p.Code == row.Code);
        problem.ShouldNotBeNull(found);
        if (at >= 0)
        {
            string before = changed[..at];
            int line = before.Count(c => c == '\n') + 1;
            int column = at - before.LastIndexOf('\n');
            result.Problems.ShouldContain(p => p.Code == row.Code && p.Place == new TextPlace(row.File, line, column), $"{line}:{column} not among\n{found}");
        }
        result.Problems.ShouldAllBe(p => p.Help.Length > 0 && p.Message.Length > 0 && p.Length >= 1);
        (result.Case is null).ShouldBe(result.Problems.Any(p => p.Severity == Severity.Error && p.Reading is null));
    }

    /// <summary>What stands in for a chance that could not be read sums to nothing that anybody meant.</summary>
    [Theory]
    [InlineData("{chance: 1.4, as:", "number/outside-share")]
    [InlineData("{chance: much, as:", "number/malformed")]
    [InlineData("{chance: 0.7..0.5, as:", "number/reversed-range")]
    public void Chance_that_cannot_be_read_is_told_and_not_what_follows_from_it(string outcome, string code)
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace("quiet: {as:", $"quiet: {outcome}", StringComparison.Ordinal);

        string[] codes = [.. SampleCase.Read(files).Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code)];

        codes.ShouldBe([code]);
    }

    [Fact]
    public void Every_code_has_a_row()
    {
        string[] written = [.. Repository.SourceFiles("src/Fulcrum/Cases/Problems")
            .SelectMany(f => Code().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct()];
        string[] tried = [.. CaseProblemRow.All.Select(r => r.Code), .. TriedElsewhere];

        written.Length.ShouldBeGreaterThan(80);
        written.Except(tried).ShouldBeEmpty();
    }

    [Fact]
    public void Page_of_problems_shows_each_code_with_an_example()
    {
        string page = File.ReadAllText(Repository.At("docs", "problems.md")).Replace("\r\n", "\n", StringComparison.Ordinal);
        string expected = string.Concat(CaseProblemRow.All.DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal).Select(PageLine));

        int from = page.IndexOf("| `case/", StringComparison.Ordinal);
        page[from..page.IndexOf("\n\n", from, StringComparison.Ordinal)].ShouldBe(expected.TrimEnd(), $"docs/problems.md should say:\n{expected}");
        TriedElsewhere.ShouldAllBe(code => page.Contains($"`{code}`", StringComparison.Ordinal));
    }

    [Fact]
    public void Page_of_problems_names_every_code_of_the_library()
    {
        string page = File.ReadAllText(Repository.At("docs", "problems.md"));
        string[] written = [.. Repository.SourceFiles("src/Fulcrum").Where(f => f.EndsWith("Problems.cs", StringComparison.Ordinal))
            .SelectMany(f => AnyCode().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct()];

        written.Length.ShouldBeGreaterThan(170);
        written.Where(code => !page.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty("docs/problems.md should say when");
    }

    private static string PageLine(CaseProblemRow row)
    {
        Dictionary<string, string> files = SampleCase.Full;
        string text = files[row.File];
        files[row.File] = (row.From.Length == 0 ? text + row.To : text.Replace(row.From, row.To, StringComparison.Ordinal)).Replace("§", "", StringComparison.Ordinal);
        CaseProblem problem = SampleCase.Read(files).Problems.First(p => p.Code == row.Code);
        string severity = problem.Severity == Severity.Error ? "" : " (warning)";
        return $"| `{problem.Code}`{severity} | {problem.Message} | {problem.Help} |\n";
    }

    [Fact]
    public void All_mistakes_are_reported_at_once()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace("focus: [north]", "focus: [nroth]", StringComparison.Ordinal).Replace("20..40", "40..20", StringComparison.Ordinal);
        files["ledger.yaml"] = files["ledger.yaml"].Replace("kind: ease", "kind: eased", StringComparison.Ordinal);
        files["evidence.yaml"] += "\n  : [";

        string[] codes = [.. SampleCase.Read(files).Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code)];

        codes.ShouldBe(["case/unknown-party", "number/reversed-range", "yaml/indentation", "case/unknown-word"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("parties:\n", "partys:\n", "case/missing", "case/unknown-key")]
    [InlineData("  fighting:\n    asks: Does it stop?\n    options: [goes-on, ceasefire]\n    north: ceasefire > goes-on\n    south: {ceasefire: 40..60, goes-on: 0, judged-from: paper-2}\n", "  fighting: none\n", "case/not-a-block")]
    [InlineData("  leader-contact:\n", "  Leader:\n", "case/malformed-id", "case/unknown-lever")]
    [InlineData("  south:\n", "  south: [role]\n", "case/not-a-block")]
    public void One_mistake_draws_no_train_of_others(string from, string to, params string[] codes)
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace(from, to, StringComparison.Ordinal);
        files.Remove("readings/hawk.yaml");
        files["case.yaml"] = files["case.yaml"].Replace("beliefs: {south: hawk}", "", StringComparison.Ordinal);

        SampleCase.Read(files).Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code).Distinct().ShouldBe(codes, ignoreOrder: true);
    }

    [Theory]
    [InlineData("focus: [north]", "focus: [nroth]", "Did you mean 'north'?")]
    [InlineData("focus:", "fcous:", "Did you mean 'focus'?")]
    [InlineData("as-of:", "as_of:", "Did you mean 'as-of'?")]
    [InlineData("ceasefire > goes-on", "ceasefire > xyz", "Known are goes-on, ceasefire.")]
    public void Unknown_word_comes_with_the_word_that_was_meant(string from, string to, string help)
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"].Replace(from, to, StringComparison.Ordinal);

        SampleCase.Read(files).Problems.ShouldContain(p => p.Help == help);
    }

    [GeneratedRegex("\"((?:yaml|case|number|rank|model|date|ledger|evidence|reading|file)/[a-z0-9-]+[a-z0-9])\"")]
    private static partial Regex Code();

    [GeneratedRegex("\"([a-z]+/[a-z0-9-]+[a-z0-9])\"")]
    private static partial Regex AnyCode();
}
