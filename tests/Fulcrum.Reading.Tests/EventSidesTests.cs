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
