using Fulcrum.Cases.Verifying;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Fulcrum.Tests.Cases.Verifying;

public sealed class SpanFinderTests
{
    private static readonly SourceText Text = new("t.txt",
        "A quarrel over water\n\nThe mayor said the upper village “doesn’t own” the spring — not since 1987.\n" +
        "After the dry summer, the\nlower village wants half of the water; the upper village offers a third.\n\nThe upper village offers nothing new.\n");

    [Theory]
    [InlineData("the upper village “doesn’t own” the spring — not since 1987", "the upper village “doesn’t own” the spring — not since 1987")]
    [InlineData("the upper village \"doesn't own\" the spring - not since 1987", "the upper village “doesn’t own” the spring — not since 1987")]
    [InlineData("THE UPPER VILLAGE 'doesn't own' the spring--not since", "the upper village “doesn’t own” the spring — not since")]
    [InlineData("After  the dry summer, the lower village", "After the dry summer, the\nlower village")]
    [InlineData("\"wants half of the water,\"", "wants half of the water")]
    [InlineData("the mayor said ... the spring", "The mayor said the upper village “doesn’t own” the spring")]
    [InlineData("lower village wants […] offers a third", "lower village wants half of the water; the upper village offers a third")]
    [InlineData("lower village (...) half … a third.", "lower village wants half of the water; the upper village offers a third")]
    public void Find_AsPeoplePaste_GivesTheExactWords(string pasted, string exact)
    {
        FoundSpan found = SpanFinder.Find(Text, pasted).ShouldHaveSingleItem();

        found.Words.ReplaceLineEndings(" ").ShouldBe(exact.ReplaceLineEndings(" "));
        found.Likeness.ShouldBe(1);
    }

    [Fact]
    public void Find_WordsThatStandTwice_GivesBothPlacesInOrder() =>
        SpanFinder.Find(Text, "the upper village offers").Select(f => f.Paragraph).ShouldBe([4, 5]);

    [Fact]
    public void Find_WholeWords_AreBetterThanPartsOfWords() => SpanFinder.Find(Text, "own").ShouldHaveSingleItem().Words.ShouldBe("own");

    [Theory]
    [InlineData("the lower village wants everything")]
    [InlineData("offers a third ... doesn't own")]
    [InlineData("")]
    [InlineData("...")]
    [InlineData(" \" ")]
    public void Find_WordsThatDoNotStandThere_GivesNothing(string pasted) => SpanFinder.Find(Text, pasted).ShouldBeEmpty();

    [Fact]
    public void NearMisses_MisrememberedSentence_ShowsTheSentence()
    {
        FoundSpan near = SpanFinder.NearMisses(Text, "the lower village demands half of all the water")[0];

        near.Words.ShouldContain("half of the water");
        near.Likeness.ShouldBeInRange(0.5, 0.99);
        SpanFinder.NearMisses(Text, "negotiators met in Geneva on Tuesday morning").ShouldBeEmpty();
    }

    [Fact]
    public void Find_AnyStretchOfWordsWithItsCaseSpacingAndQuotesChanged_FindsItself()
    {
        string[] words = Text.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var stretch = from first in Gen.Choose(0, words.Length - 4)
                      from count in Gen.Choose(3, 8)
                      select words.Skip(first).Take(count).ToArray();
        Prop.ForAll(stretch.ToArbitrary(), taken =>
        {
            string pasted = string.Join(" \n", taken).ToUpperInvariant().Replace('“', '"').Replace('’', '\'').Replace("— ", "- ", StringComparison.Ordinal);
            string exact = string.Join(' ', taken);

            SpanFinder.Find(Text, pasted).Select(f => string.Join(' ', f.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                .ShouldContain(found => found == exact || found == exact.Trim('—', ' '));
        }).QuickCheckThrowOnFailure();
    }
}
