using System.Globalization;
using Fulcrum.Cases;
using Fulcrum.Interchange;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>NegMAS files that leave things out, say them twice or by another way: each has a defined answer or a problem with its line.</summary>
public sealed class NegmasOddTests
{
    private const string Domain = """
        issues:
        - name: fruit
          values: [apples, pears]
        - name: tool
          values: [rake, saw]
        """;

    private const string Party = """
        type: LinearAdditiveUtilityFunction
        reserved_value: 0.2
        weights: [0.25, 0.75]
        values:
        - mapping: {apples: 1, pears: 0}
        - mapping: {rake: 0, saw: 1}
        """;

    [Theory]
    [InlineData("weights: [0.25, 0.75]", "weights: {tool: 0.75, fruit: 0.25}")]
    [InlineData("weights: [0.25, 0.75]", "weights: [1, 3]", 0.8)]
    [InlineData("values:\n- mapping: {apples: 1, pears: 0}\n- mapping: {rake: 0, saw: 1}", "values:\n  tool: {rake: 0, saw: 1}\n  fruit: {apples: 1, pears: 0}")]
    [InlineData("type: LinearAdditiveUtilityFunction", "type: negmas.preferences.LinearAdditiveUtilityFunction")]
    [InlineData("type: LinearAdditiveUtilityFunction", "type: LinearUtilityAggregationFunction\nbias: 0")]
    public void Same_party_in_other_words_is_the_same_case(string from, string to, double reserved = 0.2)
    {
        string other = Changed(from, to).Replace("reserved_value: 0.2", string.Create(CultureInfo.InvariantCulture, $"reserved_value: {reserved}"), StringComparison.Ordinal);

        Case one = Imported.Case(Read(Domain, Party)), two = Imported.Case(Read(Domain, other));

        foreach (string[] deal in (string[][])[["apples", "rake"], ["apples", "saw"], ["pears", "saw"]])
        {
            Imported.Points(two, "p", deal).ShouldBe(Imported.Points(one, "p", deal), 1e-9);
        }
        Imported.NoDeal(two, "p").ShouldBe(Imported.NoDeal(one, "p"), 1e-9);
        Imported.NoDeal(one, "p").ShouldBe(20, 1e-9);
    }

    [Theory]
    [InlineData("weights: [0.25, 0.75]", "weights: [0.25]", "import/no-weight", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: {fruit: 0.25}", "import/no-weight", 3)]
    [InlineData("pears: 0}", "pears: 0, plums: 1}", "import/unknown-value", 5)]
    [InlineData("apples: 1, ", "", "import/value-without-evaluation", 5)]
    [InlineData("reserved_value: 0.2", "reserved_value: 0.2\ndiscount_factor: 0.9", "import/discount-left-out", 3)]
    [InlineData("reserved_value: 0.2", "reserved_value: 0.2\ndiscount: 0.9", "import/discount-left-out", 3)]
    [InlineData("reserved_value: 0.2", "reserved_value: 0.2\nreserved_outcome: [apples, rake]", "import/no-reservation", 3)]
    [InlineData("reserved_value: 0.2\n", "", "import/no-reservation", 1)]
    [InlineData("reserved_value: 0.2", "reserved_value: null", "import/no-reservation", 2)]
    [InlineData("reserved_value: 0.2", "reserved_value: -inf", "import/no-reservation", 2)]
    public void What_is_missing_is_told_with_its_line_and_the_rest_is_read(string from, string to, string code, int line)
    {
        ImportResult import = Read(Domain, Changed(from, to));

        import.Ok.ShouldBeTrue();
        import.Problems.ShouldContain(p => p.Code == code && p.Place.File == "p.yml" && p.Place.Line == line && p.Severity == Severity.Warning);
    }

    [Fact]
    public void Weight_that_is_missing_counts_as_nothing()
    {
        ImportResult import = Read(Domain, Changed("weights: [0.25, 0.75]", "weights: [0.25]"));
        Case @case = CaseFolder.FromTexts(import.Files.ToDictionary(f => f.Path, f => f.Text), new CaseReadOptions()).Case!;

        Imported.Points(@case, "p", "apples", "rake").ShouldBe(100, 1e-9);
    }

    [Theory]
    [InlineData("weights: [0.25, 0.75]\n", "")]
    [InlineData("weights: [0.25, 0.75]", "weights: null")]
    public void Party_without_any_weights_weighs_its_issues_the_same(string from, string to) =>
        Imported.Points(Imported.Case(Read(Domain, Changed(from, to))), "p", "apples", "rake").ShouldBe(50, 1e-9);

    [Theory]
    [InlineData("weights: [0.25, 0.75]", "weights: [0.25, 0.75, 1]", "import/surplus", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: {fruit: 0.25, tool: 0.75, price: 1}", "import/unknown-issue", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: [0.25, null]", "import/missing", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: [0.25, [1]]", "import/missing", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: 0.25", "import/unsupported", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: [0.25, -0.75]", "import/negative-weight", 3)]
    [InlineData("weights: [0.25, 0.75]", "weights: [0, 0]", "import/weights-all-zero", 1)]
    [InlineData("weights: [0.25, 0.75]", "weights: []", "import/weights-all-zero", 1)]
    [InlineData("weights: [0.25, 0.75]", "weights: {fruit: 1, fruit: 2}", "yaml/duplicate-key", 3)]
    [InlineData("saw: 1}", "saw: 1}\n- mapping: {a: 1}", "import/surplus", 7)]
    [InlineData("\n- mapping: {rake: 0, saw: 1}", "", "import/missing", 1)]
    [InlineData("values:\n- mapping: {apples: 1, pears: 0}\n- mapping: {rake: 0, saw: 1}", "values: 1", "import/unsupported", 4)]
    [InlineData("type: LinearAdditiveUtilityFunction", "type: ExpDiscountedUFun", "import/unsupported", 1)]
    [InlineData("reserved_value: 0.2", "reserved_value: much", "import/not-a-number", 2)]
    public void What_cannot_be_meant_is_an_error_at_its_line(string from, string to, string code, int line)
    {
        ImportResult import = Read(Domain, Changed(from, to));

        import.Ok.ShouldBeFalse();
        import.Problems.ShouldContain(p => p.Code == code && p.Place.File == "p.yml" && p.Place.Line == line && p.Severity == Severity.Error, string.Join('\n', import.Problems.Select(p => $"{p.Place} {p.Code} {p.Message}")));
    }

    [Theory]
    [InlineData("- name: tool\n  values", "- values", 4)]
    [InlineData("- name: tool", "- name: null", 4)]
    [InlineData("- name: tool", "- name: ''", 4)]
    [InlineData("- name: tool", "- name: [a]", 4)]
    public void Issue_without_a_name_is_called_after_its_place_and_found_by_it(string from, string to, int line)
    {
        string domain = Domain.Replace(from, to, StringComparison.Ordinal);

        ImportResult import = Read(domain, Party);

        import.Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Code.ShouldBe("import/nameless-issue"), p => p.Place.Line.ShouldBe(line));
        Case @case = Imported.Case(import with { Problems = [] });
        @case.Issues[1].Name.ShouldBe("issue 2");
        Imported.Points(@case, "p", "apples", "saw").ShouldBe(100, 1e-9);
        Read(domain, Party.Replace("weights: [0.25, 0.75]", "weights: {fruit: 0.25, issue 2: 0.75}", StringComparison.Ordinal)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("- name: tool", "- name: fruit", "import/repeated-issue", 4)]
    [InlineData("- name: fruit\n  values: [apples, pears]\n- name: tool", "- values: [apples, pears]\n- name: issue 1", "import/repeated-issue", 3)]
    [InlineData("  values: [rake, saw]", "  values: []", "import/no-values", 4)]
    [InlineData("- name: tool\n  values: [rake, saw]", "- tool", "import/no-values", 4)]
    [InlineData("- name: tool\n  values: [rake, saw]", "- null", "import/no-values", 4)]
    public void Issue_that_says_nothing_of_its_own_is_an_error_at_its_line(string from, string to, string code, int line)
    {
        string domain = Domain.Replace(from, to, StringComparison.Ordinal);
        domain.ShouldNotBe(Domain);

        Read(domain, Party).Problems.ShouldContain(p => p.Code == code && p.Place.File == "d.yml" && p.Place.Line == line, string.Join('\n', Read(domain, Party).Problems.Select(p => $"{p.Place} {p.Code} {p.Message}")));
    }

    [Fact]
    public void Numbers_of_a_scale_may_be_written_in_any_way()
    {
        ImportResult import = Read(
            "issues:\n- {name: price, type: ContiguousIssue, values: [-1, 1]}\n", "type: LinearAdditiveUtilityFunction\nreserved_value: 0\nvalues:\n- mapping: {-1.0: 0, 0e0: 0.5, 1: 1, much: 9}\n");

        import.Problems.ShouldHaveSingleItem().Code.ShouldBe("import/unknown-value");
        Imported.Points(Imported.Case(import with { Problems = [] }), "p", "0").ShouldBe(50, 1e-9);
    }

    [Theory]
    [InlineData("\"issueWeights\": {\"Fruit\"", "\"issueWeights\": {\"Friut\": 1, \"Fruit\"", "import/unknown-issue")]
    [InlineData("\"issueUtilities\": {", "\"issueUtilities\": {\"Friut\": {},", "import/unknown-issue")]
    [InlineData("\"apples\": 0", "\"aples\": 0, \"apples\": 0", "import/unknown-value")]
    public void Names_that_a_domain_of_GeniusWeb_does_not_have_are_told(string from, string to, string code)
    {
        const string Profile = """
            {"LinearAdditiveUtilitySpace": {"domain": {"name": "d", "issuesValues": {"Fruit": {"values": ["apples", "pears"]}}},
              "issueWeights": {"Fruit": 0.5},
              "issueUtilities": {"Fruit": {"DiscreteValueSetUtilities": {"valueUtilities": {"apples": 0, "pears": 1}}}}}}
            """;
        string changed = Profile.Replace(from, to, StringComparison.Ordinal);
        changed.ShouldNotBe(Profile);

        Importing.FromTexts(ForeignFormat.GeniusWeb, "t", new Dictionary<string, string> { ["p.json"] = Profile }).Problems.ShouldBeEmpty();
        Importing.FromTexts(ForeignFormat.GeniusWeb, "t", new Dictionary<string, string> { ["p.json"] = changed }).Problems.ShouldContain(p => p.Code == code && p.Place.Line > 0);
    }

    private static string Changed(string from, string to)
    {
        string changed = Party.Replace(from, to, StringComparison.Ordinal);
        changed.ShouldNotBe(Party);
        return changed;
    }

    private static ImportResult Read(string domain, string party) =>
        Importing.FromTexts(ForeignFormat.Negmas, "t", new Dictionary<string, string> { ["d.yml"] = domain, ["p.yml"] = party });
}
