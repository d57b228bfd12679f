using Fulcrum.Cases;
using Fulcrum.Interchange;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>Codes of defects that concern a whole negotiation rather than one line of a GENIUS profile, and of what cannot be written.</summary>
public sealed class ProblemCodeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fulcrum-interchange-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folder_with_more_files_than_a_negotiation_has_is_refused()
    {
        for (int i = 0; i <= 200; i++)
        {
            File.WriteAllText(Path.Combine(_folder, $"profile-{i:000}.xml"), Orchard.Buyer);
        }

        Importing.Read(ForeignFormat.Genius, _folder).Problems.ShouldHaveSingleItem().Code.ShouldBe("import/too-many-files");
        File.Delete(Path.Combine(_folder, "profile-200.xml"));
        Importing.Read(ForeignFormat.Genius, _folder).Problems.ShouldNotContain(p => p.Code == "import/too-many-files");
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void Table_of_more_than_64_parties_is_refused(int parties, bool refused)
    {
        string[] names = [.. Enumerable.Range(0, parties).Select(p => $"party-{p}")];
        string table = $"deal,{string.Join(',', names)}\none,{string.Join(',', names.Select(_ => "1"))}\ntwo,{string.Join(',', names.Select(_ => "2"))}\n";

        IReadOnlyList<CaseProblem> problems = Read(ForeignFormat.Csv, table).Problems;

        problems.Any(p => p.Code == "import/too-many-parties" && p.Severity == Severity.Error && p.Place.Line == 1).ShouldBe(refused);
    }

    [Fact]
    public void Domain_without_issues_is_refused()
    {
        Dictionary<string, string> files = Orchard.Files();
        files["domain.xml"] = """<negotiation_template><utility_space><objective index="2" name="Orchard"/></utility_space></negotiation_template>""";

        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.ShouldContain(p => p.Code == "import/no-issues" && p.Place.File == "domain.xml");
        Codes(ForeignFormat.GeniusWeb, """{"LinearAdditiveUtilitySpace": {"domain": {"name": "empty", "issuesValues": {}}}}""").ShouldContain("import/no-issues");
    }

    // What is read must be a case that reads: one in which a party weighs nothing does not.
    [Fact]
    public void Party_whose_weights_are_all_zero_is_refused_at_its_profile()
    {
        Dictionary<string, string> files = Orchard.Files();
        string buyer = files.Keys.First(k => k.Contains("buyer", StringComparison.Ordinal));
        files[buyer] = files[buyer].Replace("value=\"0.4\"", "value=\"0\"", StringComparison.Ordinal).Replace("value=\"0.6\"", "value=\"0\"", StringComparison.Ordinal);

        ImportResult import = Importing.FromTexts(ForeignFormat.Genius, "t", files);

        import.Ok.ShouldBeFalse();
        import.Problems.Single(p => p.Severity == Severity.Error).Code.ShouldBe("import/weights-all-zero");
        import.Problems.Single(p => p.Severity == Severity.Error).Place.File.ShouldBe(buyer);
    }

    [Fact]
    public void Issue_without_values_is_refused()
    {
        Dictionary<string, string> files = Orchard.Files();
        files["domain.xml"] = """<negotiation_template><utility_space><objective index="2" name="Orchard"><issue index="3" name="Fruit" vtype="discrete"/></objective></utility_space></negotiation_template>""";

        Importing.FromTexts(ForeignFormat.Genius, "t", files).Problems.ShouldContain(p => p.Code == "import/no-values" && p.Message.Contains("Fruit"));
        Codes(ForeignFormat.GeniusWeb, """{"LinearAdditiveUtilitySpace": {"domain": {"name": "d", "issuesValues": {"Fruit": {"values": []}}}}}""").ShouldContain("import/no-values");
    }

    [Fact]
    public void Reservation_bid_that_leaves_an_issue_out_takes_its_first_value_with_a_warning()
    {
        const string Profile = """
            {"LinearAdditiveUtilitySpace": {"name": "p",
              "domain": {"name": "d", "issuesValues": {"Fruit": {"values": ["apples", "pears"]}, "Tool": {"values": ["rake", "saw"]}}},
              "issueWeights": {"Fruit": 0.5, "Tool": 0.5},
              "issueUtilities": {
                "Fruit": {"DiscreteValueSetUtilities": {"valueUtilities": {"apples": 0, "pears": 1}}},
                "Tool": {"DiscreteValueSetUtilities": {"valueUtilities": {"rake": 0.4, "saw": 1}}}},
              "reservationBid": {"issuevalues": {"Fruit": "pears"}}}}
            """;

        ImportResult import = Read(ForeignFormat.GeniusWeb, Profile);

        CaseProblem problem = import.Problems.Single(p => p.Code == "import/partial-bid");
        problem.Severity.ShouldBe(Severity.Warning);
        problem.Message.ShouldContain("Tool");
        Case @case = Imported.Case(import);
        // Half of 100 for pears and half of 40 for the rake.
        Imported.NoDeal(@case, @case.Parties[0].Id.Value).ShouldBe(70, 1e-9);
    }

    [Theory]
    [InlineData(ForeignFormat.GeniusWeb)]
    [InlineData(ForeignFormat.Negmas)]
    public void Values_that_depend_on_several_issues_cannot_be_exported_to_linear_formats(ForeignFormat format)
    {
        Case @case = Small().Together("south", 10, ("fruit", "pears"), ("tool", "saw")).Build();

        ExportResult refused = Exporting.Write(format, @case);

        refused.Ok.ShouldBeFalse();
        refused.Problems.ShouldContain(p => p.Code == "export/cannot-say" && p.Severity == Severity.Error);
        Exporting.Write(ForeignFormat.Csv, @case).Ok.ShouldBeTrue();
    }

    [Fact]
    public void What_a_format_has_no_place_for_is_a_warning_and_the_rest_is_written()
    {
        ExportResult plain = Exporting.Write(ForeignFormat.Genius, Small().Build());
        ExportResult export = Exporting.Write(ForeignFormat.Genius, Small().Lever("cart", "north", Standing.Reserve, deal: [("south", 5)]).Build());

        plain.Problems.ShouldBeEmpty();
        CaseProblem problem = export.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("export/left-out");
        problem.Severity.ShouldBe(Severity.Warning);
        problem.Message.ShouldContain("levers");
        export.Files.Select(f => f.Name).ShouldBe(plain.Files.Select(f => f.Name));
    }

    /// <summary>Whatever the case says beyond issues, weights and values is named, one loss after the other.</summary>
    [Theory]
    [InlineData("claim")]
    [InlineData("talks fail")]
    [InlineData("refuses")]
    [InlineData("consent")]
    [InlineData("levers")]
    [InlineData("ranges")]
    [InlineData("nobody can sign")]
    public void Every_loss_is_named(string word)
    {
        CaseMaker maker = word switch
        {
            "claim" => Small().Party("broker", 0.5, ("fruit", 1)),
            "talks fail" => Small().Course("war", [], (0.5, ["apples", "rake"]), (0.5, ["pears", "saw"])),
            "refuses" => Small().RedLine("north", "fruit", "apples"),
            "consent" => Small().Consent(["north"]),
            "levers" => Small().Lever("cart", "north", Standing.Reserve, deal: [("south", 5)]),
            "nobody can sign" => Small().With(tool => tool with { Options = [tool.Options[0], tool.Options[1] with { OnlyNoDeal = true }] }),
            _ => Small(),
        };
        Case @case = maker.Build();
        if (word == "ranges")
        {
            @case = @case with { Quantities = [.. @case.Quantities.Select(q => q with { Shape = new NumberShape.Uniform(0, 1) })] };
        }

        ExportResult export = Exporting.Write(ForeignFormat.Genius, @case);

        export.Problems.ShouldContain(p => p.Code == "export/left-out" && p.Message.Contains(word), string.Join('\n', export.Problems.Select(p => p.Message)));
        Exporting.Write(ForeignFormat.Genius, Small().Build()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_that_stands_there_is_overwritten()
    {
        string file = Path.Combine(_folder, "kept.csv");
        File.WriteAllText(file, "kept");

        Exporting.Save(file, [("points.csv", "new")])!.Code.ShouldBe("export/not-written");
        Exporting.Save(_folder, [("a.xml", "new"), ("b.xml", "new")])!.Code.ShouldBe("export/not-written");
        Exporting.Save(Path.Combine(file, "below"), [("a.xml", "new")])!.Code.ShouldBe("export/not-written");

        File.ReadAllText(file).ShouldBe("kept");
        Directory.EnumerateFileSystemEntries(_folder).ShouldHaveSingleItem();
        Exporting.Save(Path.Combine(_folder, "free.csv"), [("points.csv", "new")]).ShouldBeNull();
    }

    private static ImportResult Read(ForeignFormat format, string text) => Importing.FromTexts(format, "t", new Dictionary<string, string> { ["file"] = text });

    private static IEnumerable<string> Codes(ForeignFormat format, string text) => Read(format, text).Problems.Select(p => p.Code);

    private static CaseMaker Small() => new CaseMaker()
        .Party("north", 1, ("fruit", 0.5), ("tool", 0.5))
        .Party("south", 1, ("fruit", 0.3), ("tool", 0.7))
        .Issue("fruit", ["apples", "pears"], ("north", [0, 100]), ("south", [100, 0]))
        .Issue("tool", ["rake", "saw"], ("north", [0, 100]), ("south", [100, 0]))
        .Course("alone", [], (1, ["apples", "rake"]));
}
