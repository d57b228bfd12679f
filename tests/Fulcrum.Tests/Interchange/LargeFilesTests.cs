using System.Text;
using Fulcrum.Cases;
using Fulcrum.Interchange;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>
/// Files as large as may be read, made so that a comparison of everything with everything would take minutes: what they say is read, and what is beyond any negotiation
/// is refused with its line.
/// </summary>
public sealed class LargeFilesTests
{
    private const int Many = 40_000;

    public static TheoryData<ForeignFormat> Formats => [.. Enum.GetValues<ForeignFormat>()];

    /// <summary>All names differ in signs that no id can hold, so that all of them want the same id.</summary>
    [Theory]
    [MemberData(nameof(Formats))]
    public void Issue_of_tens_of_thousands_of_options_is_read_with_all_its_values(ForeignFormat format)
    {
        ImportResult import = Importing.FromTexts(format, "t", Options(format, Many));

        Imported.Errors(import.Problems).ShouldBeEmpty();
        Case @case = Imported.Case(import with { Problems = [] });
        int[] signable = [.. Enumerable.Range(0, @case.Issues[0].Options.Count).Where(o => !@case.Issues[0].Options[o].OnlyNoDeal)];
        signable.Length.ShouldBe(Many);
        @case.Issues[0].Options[signable[777]].Name.ShouldBe(Name(777));
        var values = (Preference.Valued)@case.Issues[0].Preferences[@case.Parties[0].Id];
        values.Values[signable[777]].Shape.Middle.ShouldBe(100.0 * 777 / (Many - 1), 1e-9);
    }

    /// <summary>A profile of other values than the domain's: every one of both is told, as far as anybody reads.</summary>
    [Theory]
    [InlineData(ForeignFormat.Genius)]
    [InlineData(ForeignFormat.GeniusWeb)]
    [InlineData(ForeignFormat.Negmas)]
    public void Profile_that_shares_no_value_with_its_domain_is_told_so_once_for_each_up_to_a_thousand(ForeignFormat format)
    {
        Dictionary<string, string> files = Options(format, Many);
        string domain = files.Keys.First();
        files[domain] = files[domain].Replace("*", "+", StringComparison.Ordinal);

        ImportResult import = Importing.FromTexts(format, "t", files);

        import.Problems.Count.ShouldBe(1001);
        import.Problems[^1].Code.ShouldBe("file/too-many-problems");
        import.Problems.Select(p => p.Code).Distinct().ShouldBe(["import/unknown-value", "file/too-many-problems"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(ForeignFormat.Genius)]
    [InlineData(ForeignFormat.GeniusWeb)]
    [InlineData(ForeignFormat.Negmas)]
    public void Thousands_of_issues_are_refused_at_the_first_beyond_the_limit(ForeignFormat format)
    {
        ImportResult import = Importing.FromTexts(format, "t", Issues(format, 1200, "a", "b"));

        CaseProblem problem = import.Problems.Single(p => p.Severity == Severity.Error);
        (problem.Code, problem.Message).ShouldBe(("import/too-large", "this negotiation has more than 1000 issues"));
        problem.Line.ShouldNotBeNull().ShouldContain("1000");
    }

    /// <summary>Each of the numeric issues takes a line, and stands for a thousand options.</summary>
    [Fact]
    public void Numeric_issues_that_stand_for_hundreds_of_thousands_of_options_are_refused()
    {
        string issues = string.Concat(Enumerable.Range(0, 300).Select(k => $"<issue index=\"{k}\" name=\"i{k}\" vtype=\"integer\" lowerbound=\"0\" upperbound=\"1000\"/>\n"));

        CaseProblem problem = Importing.FromTexts(ForeignFormat.Genius, "t", new Dictionary<string, string>
        {
            ["d.xml"] = $"<negotiation_template><objective>{issues}</objective></negotiation_template>", ["p.xml"] = "<utility_space/>",
        }).Problems.First(p => p.Severity == Severity.Error);

        (problem.Code, problem.Message).ShouldBe(("import/too-large", "this negotiation has more than 200000 options"));
    }

    [Fact]
    public void Numbers_of_all_parties_together_are_bounded_and_so_are_parties()
    {
        Dictionary<string, string> files = Options(ForeignFormat.Genius, 20_000);
        foreach (int p in Enumerable.Range(0, 60))
        {
            files[$"q{p}.xml"] = "<utility_space/>";
        }
        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.ShouldContain(p => p.Code == "import/too-large" && p.Message.Contains("numbers", StringComparison.Ordinal));

        foreach (int p in Enumerable.Range(60, 5))
        {
            files[$"q{p}.xml"] = "<utility_space/>";
        }
        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.ShouldContain(p => p.Code == "import/too-many-parties");
    }

    [Fact]
    public void Rectangles_of_a_thousand_options_each_are_read_up_to_a_limit()
    {
        Dictionary<string, string> Space(int rectangles) => new()
        {
            ["d.xml"] = "<negotiation_template><objective><issue index=\"1\" name=\"n\" vtype=\"integer\" lowerbound=\"0\" upperbound=\"999\"/></objective></negotiation_template>",
            ["p.xml"] = "<utility_space><utility maxutility=\"1\"><ufun>"
                + string.Concat(Enumerable.Range(0, rectangles).Select(r => $"<hyperRectangle utility=\"0.001\"><INCLUDES index=\"1\" min=\"{r % 900}\" max=\"{(r % 900) + 2}\"/></hyperRectangle>\n"))
                + "</ufun></utility></utility_space>",
        };

        Imported.Errors(Importing.FromTexts(ForeignFormat.Genius, "t", Space(900)).Problems).ShouldBeEmpty();
        Importing.FromTexts(ForeignFormat.Genius, "t", Space(1001)).Problems.ShouldContain(p => p.Code == "import/too-large" && p.Place.File == "p.xml" && p.Place.Line == 1001);
    }

    [Fact]
    public void Case_that_could_not_be_read_again_is_not_written()
    {
        string names = string.Concat(Enumerable.Range(0, 30_000).Select(o => $"{new string('é', 320)} {o},{o},1\n"));

        ImportResult import = Importing.FromTexts(ForeignFormat.Csv, "t", new Dictionary<string, string> { ["t.csv"] = "deal,a,b\nno-deal,0,0\n" + names });

        import.Ok.ShouldBeFalse();
        import.Problems.ShouldContain(p => p.Code == "import/too-large" && p.Severity == Severity.Error);
    }

    [Fact]
    public void Issue_that_a_profile_repeats_is_refused_at_the_second()
    {
        Dictionary<string, string> files = Orchard.Files();
        files["p1-buyer.xml"] = files["p1-buyer.xml"].Replace("  </objective>", "<issue index=\"3\" name=\"Fruit\"><item value=\"No\" evaluation=\"1\"/></issue>\n</objective>", StringComparison.Ordinal);

        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.ShouldContain(p => p.Code == "import/repeated-issue" && p.Place == new TextPlace("p1-buyer.xml", 7, 2));
    }

    private static string Name(int option) => $"{new string('*', 1 + (option % 40))}{(char)(0x4E00 + (option / 40))}";

    /// <summary>A domain with one issue and a profile, or a table.</summary>
    private static Dictionary<string, string> Options(ForeignFormat format, int count)
    {
        string Lines(Func<int, string> line, string between = "\n") => string.Join(between, Enumerable.Range(0, count).Select(line));
        return format switch
        {
            ForeignFormat.Genius => new()
            {
                ["d.xml"] = $"<negotiation_template><objective><issue index=\"1\" name=\"n\">{Lines(o => $"<item value=\"{Name(o)}\"/>")}</issue></objective></negotiation_template>",
                ["p.xml"] = $"<utility_space><objective><weight index=\"1\" value=\"1\"/><issue index=\"1\">{Lines(o => $"<item value=\"{Name(o)}\" evaluation=\"{o}\"/>")}</issue></objective></utility_space>",
            },
            ForeignFormat.GeniusWeb => new()
            {
                ["d.json"] = $"{{\"issuesValues\": {{\"n\": {{\"values\": [{Lines(o => $"\"{Name(o)}\"", ",\n")}]}}}}}}",
                ["p.json"] = "{\"LinearAdditiveUtilitySpace\": {\"issueWeights\": {\"n\": 1}, \"issueUtilities\": {\"n\": {\"DiscreteValueSetUtilities\": {\"valueUtilities\": {"
                    + $"{Lines(o => FormattableString.Invariant($"\"{Name(o)}\": {(double)o / (count - 1)}"), ",\n")}}}}}}}}}}}}}",
            },
            ForeignFormat.Negmas => new()
            {
                ["d.yml"] = $"issues:\n- name: n\n  values:\n{Lines(o => $"  - '{Name(o)}'")}\n",
                ["p.yml"] = $"type: LinearAdditiveUtilityFunction\nreserved_value: 0\nweights: {{n: 1}}\nvalues:\n  n:\n    mapping:\n{Lines(o => FormattableString.Invariant($"      '{Name(o)}': {(double)o / (count - 1)}"))}\n",
            },
            _ => new() { ["t.csv"] = $"deal,a\nno-deal,0\n{Lines(o => FormattableString.Invariant($"{Name(o)},{100.0 * o / (count - 1)}"))}\n" },
        };
    }

    private static Dictionary<string, string> Issues(ForeignFormat format, int count, params string[] values)
    {
        string Lines(Func<int, string> line, string between = "\n") => string.Join(between, Enumerable.Range(0, count).Select(line));
        return format switch
        {
            ForeignFormat.Genius => new()
            {
                ["d.xml"] = $"<negotiation_template><objective>{Lines(k => $"<issue index=\"{k}\" name=\"i{k}\">{string.Concat(values.Select(v => $"<item value=\"{v}\"/>"))}</issue>")}</objective></negotiation_template>",
                ["p.xml"] = "<utility_space/>",
            },
            ForeignFormat.GeniusWeb => new()
            {
                ["d.json"] = $"{{\"issuesValues\": {{{Lines(k => $"\"i{k}\": {{\"values\": [\"{string.Join("\", \"", values)}\"]}}", ",\n")}}}}}", ["p.json"] = "{\"LinearAdditiveUtilitySpace\": {}}",
            },
            _ => new()
            {
                ["d.yml"] = $"issues:\n{Lines(k => $"- {{name: i{k}, values: [{string.Join(", ", values)}]}}")}\n", ["p.yml"] = "type: LinearAdditiveUtilityFunction\nvalues: {}\n",
            },
        };
    }
}
