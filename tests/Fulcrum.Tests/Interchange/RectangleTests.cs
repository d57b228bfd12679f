using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Interchange;
using Fulcrum.Tests.Bargaining;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>Values that depend on several issues, in and out of spaces of hyper-rectangles.</summary>
public sealed class RectangleTests
{
    // Utilities are written with 10 decimals.
    private const double Tolerance = 1e-6;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Deals_are_worth_what_the_rectangles_say(int seed)
    {
        var domain = new RandomBoxes(seed);
        Case @case = Imported.Case(ForeignFormat.Genius, domain.Files());
        var random = new Random(seed);

        for (int draw = 0; draw < 20; draw++)
        {
            (string[] values, double[] utilities) = domain.Deal(random);
            for (int p = 0; p < domain.Parties; p++)
            {
                Imported.Points(@case, @case.Parties[p].Id.Value, values).ShouldBe(100 * utilities[p], Tolerance, $"seed {seed}: {string.Join(", ", values)}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Import_export_import_is_the_same_case(int seed)
    {
        ImportResult first = Importing.FromTexts(ForeignFormat.Genius, "t", new RandomBoxes(seed).Files());

        ImportResult second = Again(Imported.Case(first));

        Text(second).ShouldBe(Text(first), $"seed {seed}");
    }

    /// <summary>Terms over named options, factors on an issue and plain values: the names become numbers, and every deal is worth the same to everybody.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_case_with_joined_issues_means_the_same_after_the_journey(int seed)
    {
        Case @case = Drawn(new Random(seed));
        ExportResult export = Exporting.Write(ForeignFormat.Genius, @case);
        Imported.Errors(export.Problems).ShouldBeEmpty();
        ImportResult first = Again(@case);
        Case back = Imported.Case(first);

        foreach (string[] deal in Deals(@case))
        {
            string[] there = [.. deal.Select((option, k) => back.Issues[k].Options[@case.Issues[k].Options.ToList().FindIndex(o => o.Name == option)].Name)];
            foreach ((Party one, Party other) in @case.Parties.Zip(back.Parties))
            {
                Imported.Points(back, other.Id.Value, there).ShouldBe(Imported.Points(@case, one.Id.Value, deal), Tolerance, $"seed {seed}: {string.Join(", ", deal)}");
                Imported.NoDeal(back, other.Id.Value).ShouldBe(Imported.NoDeal(@case, one.Id.Value), Tolerance, $"seed {seed}");
            }
        }
        Text(Again(back)).ShouldBe(Text(first), $"seed {seed}");
    }

    [Fact]
    public void Names_that_become_numbers_are_told()
    {
        Case @case = new CaseMaker().Party("north", 1, ("fruit", 1), ("tool", 1)).Party("south", 1, ("fruit", 1))
            .Issue("fruit", ["apples", "pears"], ("north", [0, 100]), ("south", [100, 0]))
            .Issue("tool", ["rake", "saw"], ("north", [0, 100]))
            .Together("north", 10, ("fruit", "pears"), ("tool", "saw")).Course("alone", [], (1, ["apples", "rake"])).Build();

        ExportResult export = Exporting.Write(ForeignFormat.Genius, @case);

        export.Problems.Select(p => p.Code).ShouldBe(["export/left-out", "export/left-out"]);
        export.Problems.Select(p => p.Message).ShouldContain(m => m.Contains("'tool'") && m.Contains("called"));
        export.Files[1].Text.ShouldContain("<hyperRectangle utility=\"10\">");
        // South's two values lie on a line: its profile stays linear.
        export.Files[2].Text.ShouldNotContain("hyperRectangle");
    }

    [Fact]
    public void Single_option_cannot_be_a_side_of_a_rectangle()
    {
        Case @case = new CaseMaker().Party("north", 1, ("fruit", 1)).Party("south", 1, ("fruit", 1))
            .Issue("fruit", ["apples", "pears"], ("north", [0, 100]), ("south", [100, 0]))
            .Issue("tool", ["rake"])
            .Together("north", 10, ("fruit", "pears"), ("tool", "rake")).Course("alone", [], (1, ["apples", "rake"])).Build();

        Exporting.Write(ForeignFormat.Genius, @case).Problems.ShouldContain(p => p.Code == "export/cannot-say" && p.Message.Contains("'tool'"));
    }

    private static Case Drawn(Random random)
    {
        int issues = 2 + random.Next(2);
        string[][] options = [.. Enumerable.Range(0, issues).Select(k => Enumerable.Range(0, 2 + random.Next(3)).Select(o => $"o{k}{o}").ToArray())];
        string[] parties = ["north", "south", "west"];
        var maker = new CaseMaker();
        foreach (string party in parties)
        {
            maker.Party(party, 1, [.. Enumerable.Range(0, issues).Select(k => ($"i{k}", 1.0 + random.Next(5)))]);
        }
        for (int k = 0; k < issues; k++)
        {
            maker.Issue($"i{k}", options[k], [.. parties.Select(p => (p, options[k].Select(_ => (double)random.Next(101)).ToArray()))]);
        }
        for (int t = 0; t < 3; t++)
        {
            (string, string)[] when = [.. Enumerable.Range(0, issues).Select(k => ($"i{k}", string.Join('|', options[k].Where((_, o) => (o + t + k) % 2 == 0 || random.Next(2) == 0).Take(3))))];
            _ = random.Next(2) == 0 ? maker.Together(parties[t % 2], random.Next(-10, 20) + 0.5, when) : maker.Counts(parties[t % 2], $"i{random.Next(issues)}", random.Next(20) / 10.0, when[..1]);
        }
        return maker.Course("alone", [("north", 3)], (1, [.. options.Select(o => o[random.Next(o.Length)])])).Build();
    }

    private static IEnumerable<string[]> Deals(Case @case) => @case.Issues.Aggregate(
        (IEnumerable<string[]>)[[]], (deals, issue) => deals.SelectMany(deal => issue.Options.Select(o => (string[])[.. deal, o.Name])));

    private static ImportResult Again(Case @case) =>
        Importing.FromTexts(ForeignFormat.Genius, "t", Exporting.Write(ForeignFormat.Genius, @case).Files.ToDictionary(f => f.Name, f => f.Text));

    // The first line names the files.
    private static string Text(ImportResult import) => string.Join('\n', import.Files.Single().Text.Split('\n').Skip(1));
}
