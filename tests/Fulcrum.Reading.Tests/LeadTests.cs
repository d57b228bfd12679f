using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

/// <summary>What stands before a paragraph's own first word.</summary>
public sealed class LeadTests
{
    [Theory]
    [InlineData("PORT SELIM, 9 June 2031 (Coastal Wire) - The port is shut.", "The port is shut.")]
    [InlineData("PORT SELIM - The port is shut.", "The port is shut.")]
    [InlineData("BERGEN, Norway, June 9 (Coastal Wire) — The port is shut.", "The port is shut.")]
    [InlineData("Nairobi, 20 November 2031. The port is shut.", "The port is shut.")]
    [InlineData("Oslo (Coastal Wire) - The port is shut.", "The port is shut.")]
    [InlineData("3. The port is shut.", "The port is shut.")]
    [InlineData("• The port is shut.", "The port is shut.")]
    [InlineData("14:32 GMT The port is shut.", "The port is shut.")]
    [InlineData("Norway - which shut the port - has gone.", "Norway - which shut the port - has gone.")]
    [InlineData("The U.S. is out. Norway stays.", "The U.S. is out. Norway stays.")]
    [InlineData("NATO: nothing new.", "NATO: nothing new.")]
    [InlineData("May 3 was cold. It rained.", "May 3 was cold. It rained.")]
    [InlineData("2031 was a hard year.", "2031 was a hard year.")]
    public void Dateline_number_and_hour_are_no_part_of_the_first_sentence(string paragraph, string own) =>
        Lead.Of(paragraph, new Span(0, paragraph.Length)).Own.In(paragraph).ShouldBe(own);

    [Fact]
    public void Dateline_gives_day_and_agency_and_the_act_behind_it_is_read()
    {
        string article = Path.Combine(TemporaryFolders.New(), "port.txt");
        File.WriteAllText(article, "Port shut\n\nBERGEN, 9 June 2031 (Coastal Wire) - Norway rejected the offer of Iceland on Monday.\n");

        ReadingResult result = ArticleReader.Read([article]);

        (result.Documents[0].Date, result.Documents[0].Outlet).ShouldBe((new DateOnly(2031, 6, 9), "Coastal Wire"));
        result.Moves.ShouldHaveSingleItem().First.ShouldBe(new DateOnly(2031, 6, 9));
    }
}
