using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Tests;

public sealed class DateTests
{
    private static readonly DateOnly Monday = new(2031, 5, 12);

    [Theory]
    [InlineData("They met on Thursday.", "2031-05-08", "2031-05-08")]
    [InlineData("They met on Monday.", "2031-05-12", "2031-05-12")]
    [InlineData("It fell on December 5.", "2030-12-05", "2030-12-05")]
    [InlineData("The war began in Feb. 2022.", "2022-02-01", "2022-02-28")]
    [InlineData("They met in mid-February.", "2031-02-11", "2031-02-20")]
    [InlineData("Last month they met.", "2031-04-01", "2031-04-30")]
    [InlineData("The deal of 2015 is dead.", "2015-01-01", "2015-12-31")]
    [InlineData("They talked over the weekend.", "2031-05-10", "2031-05-11")]
    [InlineData("Three days ago it ended.", "2031-05-09", "2031-05-09")]
    [InlineData("It ran from March 3 to March 9.", "2031-03-03", "2031-03-09")]
    public void Date_in_news_resolves_against_the_articles_day(string text, string first, string last)
    {
        FoundDate date = DateFinder.Find(text, new Span(0, text.Length), Monday).ShouldHaveSingleItem();

        (date.First?.ToString("yyyy-MM-dd"), date.Last?.ToString("yyyy-MM-dd")).ShouldBe((first, last));
    }

    [Theory]
    [InlineData("They met on Thursday.")]
    [InlineData("Last month they met.")]
    public void Date_without_an_articles_day_is_found_and_not_invented(string text)
    {
        FoundDate date = DateFinder.Find(text, new Span(0, text.Length), null).ShouldHaveSingleItem();

        date.First.ShouldBeNull();
        date.Value.ShouldBe(date.Words);
    }

    [Theory]
    [InlineData("They may march on the capital, the second in size.")]
    [InlineData("Some 2000 people may second the motion.")]
    public void Words_that_look_like_dates_are_none(string text) => DateFinder.Find(text, new Span(0, text.Length), Monday).ShouldBeEmpty();
}
