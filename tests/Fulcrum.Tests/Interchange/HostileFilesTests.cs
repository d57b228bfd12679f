using System.Text;
using Fulcrum.Cases;
using Fulcrum.Interchange;
using Shouldly;

namespace Fulcrum.Tests.Interchange;

/// <summary>Foreign files that nobody vouches for: whatever stands in them, reading ends with a case that reads or with problems, each with its place.</summary>
public sealed class HostileFilesTests
{
    private const int Mutations = 100;

    public static TheoryData<ForeignFormat> Formats => [.. Enum.GetValues<ForeignFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Mutated_files_never_crash_and_never_make_a_broken_case(ForeignFormat format) => Survives(format, Sound(format));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mutated_spaces_of_rectangles_never_crash_and_never_make_a_broken_case(int seed) => Survives(ForeignFormat.Genius, new RandomBoxes(seed).Files());

    private static void Survives(ForeignFormat format, Dictionary<string, string> sound)
    {
        for (int seed = 0; seed < Mutations; seed++)
        {
            var random = new Random(seed);
            var files = new Dictionary<string, string>(sound);
            string name = files.Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(files.Count));
            for (int changes = 1 + random.Next(4); changes > 0; changes--)
            {
                files[name] = Mutated(files[name], random);
            }

            ImportResult import = Importing.FromTexts(format, "t", files);

            import.Problems.ShouldAllBe(p => p.Code.Length > 0 && p.Message.Length > 0 && p.Help.Length > 0, $"seed {seed}");
            import.Ok.ShouldBe(import.Problems.All(p => p.Severity == Severity.Warning), $"seed {seed}");
            if (import.Ok)
            {
                CaseReadResult read = CaseFolder.FromTexts(import.Files.ToDictionary(f => f.Path, f => f.Text), new CaseReadOptions());
                Imported.Errors(read.Problems).ShouldBeEmpty($"{format} seed {seed}\n{import.Files[0].Text}");
                ExportResult export = Exporting.Write(format, read.Case!);
                export.Ok.ShouldBe(!export.Problems.Any(p => p.Severity == Severity.Error), $"{format} seed {seed}");
            }
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><negotiation_template>&x;</negotiation_template>", "xml/doctype", 1)]
    [InlineData("<negotiation_template>\n<utility_space>\n", "xml/malformed", 3)]
    [InlineData("<negotiation_template>&unknown;</negotiation_template>", "xml/malformed", 1)]
    [InlineData("<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><negotiation_template>&c;</negotiation_template>", "xml/doctype", 1)]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1/p.dtd\">%p;]>\n<negotiation_template/>", "xml/doctype", 2)]
    [InlineData("<negotiation_template xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"file:///etc/passwd\" parse=\"text\"/></negotiation_template>", "import/no-profiles", 0)]
    [InlineData("<?xml-stylesheet href=\"http://127.0.0.1/s.xsl\"?><other/>", "import/wrong-root", 1)]
    [InlineData("<other/>", "import/wrong-root", 1)]
    [InlineData("", "xml/malformed", 1)]
    public void Xml_that_is_not_a_domain_is_refused_with_its_line(string text, string code, int line)
    {
        CaseProblem problem = Problem(ForeignFormat.Genius, text);

        problem.Code.ShouldBe(code);
        problem.Place.Line.ShouldBe(line);
    }

    [Fact]
    public void Depth_and_number_of_elements_are_bounded()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 5000));
        string many = "<negotiation_template>" + string.Concat(Enumerable.Repeat("<a/>", 200_001)) + "</negotiation_template>";

        Problem(ForeignFormat.Genius, deep).Code.ShouldBe("xml/too-deep");
        Problem(ForeignFormat.Genius, many).Code.ShouldBe("xml/too-many-elements");
        Problem(ForeignFormat.GeniusWeb, new string('[', 5000)).Code.ShouldBe("json/malformed");
        Problem(ForeignFormat.Negmas, new string('[', 5000)).Code.ShouldStartWith("yaml/");
    }

    [Theory]
    [InlineData("domain.xml", "lowerbound=\"8\"", "lowerbound=\"18\"", "import/reversed-bounds", 5)]
    [InlineData("domain.xml", "vtype=\"integer\"", "vtype=\"complex\"", "import/unsupported", 5)]
    [InlineData("domain.xml", "index=\"4\" name=\"Price\"", "index=\"3\" name=\"Price\"", "import/repeated-issue", 5)]
    [InlineData("domain.xml", "upperbound=\"12\"", "upperbound=\"1e30\"", "import/out-of-range", 5)]
    [InlineData("domain.xml", "upperbound=\"12\"", "upperbound=\"12e3\"", "import/stepped", 5)]
    [InlineData("p1-buyer.xml", "value=\"0.6\"", "value=\"six\"", "import/not-a-number", 4)]
    [InlineData("p1-buyer.xml", "value=\"0.6\"", "value=\"-1\"", "import/negative-weight", 4)]
    [InlineData("p1-buyer.xml", "<weight index=\"4\" value=\"0.6\"/>", "", "import/no-weight", 6)]
    [InlineData("p1-buyer.xml", "<issue index=\"4\"", "<issue index=\"9\"", "import/unknown-issue", 6)]
    [InlineData("p1-buyer.xml", "<evaluator ftype=\"linear\" offset=\"1.0\" slope=\"-0.25\"/>", "", "import/missing", 6)]
    [InlineData("p1-buyer.xml", "evaluation=\"5\"", "", "import/value-without-evaluation", 5)]
    [InlineData("p1-buyer.xml", "value=\"Apples\"", "value=\"Cherries\"", "import/unknown-value", 5)]
    [InlineData("p1-buyer.xml", "value=\"No\"", "value=\"Apples\"", "import/repeated-value", 5)]
    [InlineData("p1-buyer.xml", "<reservation value=\"0.3\"/>", "<discount_factor value=\"0.9\"/>", "import/discount-left-out", 8)]
    [InlineData("p1-buyer.xml", "evaluation=\"0\"", "evaluation=\"-5\"", "import/rescaled", 1)]
    public void Every_defect_is_told_under_its_code_and_line(string file, string from, string to, string code, int line)
    {
        Dictionary<string, string> files = Orchard.Files();
        string changed = files[file].Replace(from, to, StringComparison.Ordinal);
        changed.ShouldNotBe(files[file]);
        files[file] = changed;

        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.ShouldContain(p => p.Code == code && p.Place.File == file && p.Place.Line == line);
    }

    [Fact]
    public void Folder_without_profiles_or_with_two_domains_is_refused()
    {
        Problem(ForeignFormat.Genius, Orchard.Domain).Code.ShouldBe("import/no-profiles");
        Dictionary<string, string> files = Orchard.Files();
        files["again.xml"] = Orchard.Domain;
        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.Select(p => p.Code).ShouldContain("import/two-domains");
        Importing.Read(ForeignFormat.Genius, "no/such/folder").Problems.Single().Code.ShouldBe("import/no-file");
    }

    [Theory]
    [InlineData("deal,north,south\na,1\n", "csv/columns")]
    [InlineData("deal\n", "csv/header")]
    [InlineData("deal,north,south\na,1,x\n", "import/not-a-number")]
    [InlineData("deal,north,south\nno-deal,0,0\n", "csv/no-deal")]
    [InlineData("deal,north,south\nno-deal,0,0\na,1,2\nNo-Deal,1,1\n", "csv/no-deal")]
    public void Tables_that_do_not_fit_are_refused(string text, string code) => Problem(ForeignFormat.Csv, text).Code.ShouldBe(code);

    private static CaseProblem Problem(ForeignFormat format, string text) =>
        Importing.FromTexts(format, "t", new Dictionary<string, string> { ["file"] = text }).Problems.First(p => p.Severity == Severity.Error);

    private static Dictionary<string, string> Sound(ForeignFormat format) =>
        format == ForeignFormat.Genius
            ? Orchard.Files()
            : Exporting.Write(format, Imported.Case(ForeignFormat.Genius, Orchard.Files())).Files.ToDictionary(f => f.Name, f => f.Text);

    private static string Mutated(string text, Random random)
    {
        if (text.Length == 0)
        {
            return "<";
        }
        int at = random.Next(text.Length);
        int length = Math.Min(text.Length - at, 1 + random.Next(20));
        string[] bits = ["<", ">", "\"", "&", "&#0;", "{", "}", "[", "]", ":", ",", "\n", "\0", "\uFFFF", "NaN", "-1e400", "999999999999", "0", "-", "\\ud800", "null", "\t", "é", "]]>", "- "];
        var changed = new StringBuilder(text);
        switch (random.Next(4))
        {
            case 0: changed.Remove(at, length); break;
            case 1: changed.Insert(at, bits[random.Next(bits.Length)]); break;
            case 2: changed.Insert(at, text.AsSpan(at, length)); break;
            default: changed[at] = (char)random.Next(1, 0x2000); break;
        }
        return changed.ToString();
    }
}
