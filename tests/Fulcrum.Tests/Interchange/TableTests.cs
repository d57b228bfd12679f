using Fulcrum.Cases;
using Fulcrum.Interchange;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Interchange;

/// <summary>Tables that a spreadsheet opens: what a name says is shown there, never worked out.</summary>
public sealed class TableTests
{
    [Fact]
    public void Names_that_a_spreadsheet_would_take_for_formulas_are_written_as_texts_and_read_back()
    {
        string[] names = ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "'=1", "plain", "-5", "it's"];
        string[] cells = ["'=1+1", "'@SUM(A1)", "'+cmd|' /C calc'!A0", "'-2+3", "''=1", "plain", "-5", "it's"];
        string table = $"deal,'=north,south\nno-deal,0,0\n{string.Concat(cells.Select((c, i) => $"{c},{i},{10 - i}\n"))}";
        Case @case = Imported.Case(ForeignFormat.Csv, new Dictionary<string, string> { ["t.csv"] = table });

        string written = Exporting.Write(ForeignFormat.Csv, @case).Files.ShouldHaveSingleItem().Text;

        @case.Issues[0].Options.Skip(1).Select(o => o.Name).ShouldBe(names);
        @case.Parties[0].Name.ShouldBe("=north");
        written.Split('\n')[0].ShouldBe("deal,'=north,south");
        written.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(l => l.Split(',')[0]).ShouldBe(cells);
    }

    [Fact]
    public void Quotation_marks_inside_a_cell_are_part_of_it()
    {
        Case @case = Imported.Case(ForeignFormat.Csv, new Dictionary<string, string> { ["t.csv"] = "deal,a,b\nno-deal,0,0\nsay \"yes\",1,2\n \"x, \"\"y\"\"\" ,2,1\n" });

        @case.Issues[0].Options.Skip(1).Select(o => o.Name).ShouldBe(["say \"yes\"", "x, \"y\""]);
    }

    [Fact]
    public void Json_that_breaks_off_behind_foreign_letters_is_shown_at_its_character()
    {
        CaseProblem problem = Importing.FromTexts(ForeignFormat.GeniusWeb, "t", new Dictionary<string, string> { ["t.json"] = "{\n\"\u00e4\u00f6\u00fc\": ?}" }).Problems.ShouldHaveSingleItem();

        (problem.Code, problem.Place.Line, problem.Place.Column).ShouldBe(("json/malformed", 2, 8));
    }
}
