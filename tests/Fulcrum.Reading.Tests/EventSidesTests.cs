using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

public sealed class EventSidesTests
{
    [Theory]
    [InlineData("Kenya threatened Uganda with a blockade on Monday.", "threatened", "Kenya", "Uganda")]
    [InlineData("Kenya offered a loan to Uganda.", "offered", "Kenya", "Uganda")]
    [InlineData("Uganda was accused by Kenya of closing the border.", "accused", "Kenya", "Uganda")]
    [InlineData("Despite Uganda, Kenya built a dam for the farmers of Rwanda.", "built", "Kenya", "farmers")]
    [InlineData("Miners held a rally in the capital against Uganda on Friday.", "rally", "Miners", "Uganda")]
    [InlineData("Kenya expelled two missionaries from a village near Uganda.", "expelled", "Kenya", "missionaries")]
    [InlineData("Kenya closed the bridge to Uganda, according to a radio station in Rwanda.", "closed", "Kenya", "Uganda")]
    [InlineData("Kenyan police fired at Kenyan fishermen on the lake.", "fired", "police", "fishermen")]
    [InlineData("Kenyan forces were engaged in a raid against Uganda.", "engaged", "forces", "Uganda")]
    [InlineData("The king of Kenya was quoted as saying that he would visit Uganda.", "quoted", "king", "Uganda")]
    public void Sides_of_an_event_are_its_doer_and_the_nearest_other(string text, string word, string source, string target)
    {
        Sentence sentence = new SentenceReader(LanguageModel.English).Read(text, new Span(0, text.Length)).ShouldHaveSingleItem();
        var roles = new Roles(sentence, new PartyResolver(sentence, new MentionFinder(Gazetteer.Shipped).Find(sentence)));

        var sides = new EventSides(roles, sentence.Tokens.Where(t => t.Text == word));

        (sides.Source?.Text, sides.Target?.Text).ShouldBe((source, target));
    }

    [Fact]
    public void Without_a_word_of_the_event_there_are_no_sides()
    {
        const string Text = "Kenya threatened Uganda.";
        Sentence sentence = new SentenceReader(LanguageModel.English).Read(Text, new Span(0, Text.Length))[0];
        var sides = new EventSides(new Roles(sentence, new PartyResolver(sentence, new MentionFinder(Gazetteer.Shipped).Find(sentence))), []);

        (sides.Trigger, sides.Source, sides.Target).ShouldBe((null, null, null));
    }
}
