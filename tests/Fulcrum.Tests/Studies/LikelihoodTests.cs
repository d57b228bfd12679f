using FsCheck;
using FsCheck.Fluent;
using Fulcrum.Studies;
using Shouldly;

namespace Fulcrum.Tests.Studies;

public sealed class LikelihoodTests
{
    private static readonly Dictionary<string, string> Mirror = new()
    {
        ["almost no chance"] = "almost certain",
        ["very unlikely"] = "very likely",
        ["unlikely"] = "likely",
        ["roughly even"] = "roughly even",
        ["likely"] = "unlikely",
        ["very likely"] = "very unlikely",
        ["almost certain"] = "almost no chance",
    };

    [Theory]
    [InlineData(1, "almost no chance")]
    [InlineData(4, "almost no chance")]
    [InlineData(5, "very unlikely")]
    [InlineData(19, "very unlikely")]
    [InlineData(20, "unlikely")]
    [InlineData(44, "unlikely")]
    [InlineData(45, "roughly even")]
    [InlineData(55, "roughly even")]
    [InlineData(56, "likely")]
    [InlineData(80, "likely")]
    [InlineData(81, "very likely")]
    [InlineData(95, "very likely")]
    [InlineData(96, "almost certain")]
    [InlineData(99, "almost certain")]
    public void Word_for_a_chance_has_these_boundaries(int percent, string word) => Likelihood.WordFor(percent).ShouldBe(word);

    [Fact]
    public void Chance_and_its_complement_have_mirrored_words_and_percents() =>
        Prop.ForAll(Gen.Choose(1, 3000).SelectMany(of => Gen.Choose(0, of).Select(hits => (hits, of))).ToArbitrary(), draw =>
        {
            var chance = new Chance(draw.hits, draw.of);
            var other = new Chance(draw.of - draw.hits, draw.of);
            return chance.Percent + other.Percent == 100 && Mirror[chance.Word] == other.Word && chance.Percent is >= 1 and <= 99;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 1, "not in the one draw made")]
    [InlineData(1, 1, "in the one draw made")]
    [InlineData(3, 7, "in 3 of 7 draws")]
    [InlineData(51, 100, "in 51 of 100 draws")]
    [InlineData(128, 250, "in 51 of 100 draws")]
    [InlineData(0, 500, "in fewer than 1 of 100 draws")]
    [InlineData(500, 500, "in more than 99 of 100 draws")]
    [InlineData(1, 1000, "in fewer than 1 of 100 draws")]
    [InlineData(999, 1000, "in more than 99 of 100 draws")]
    public void Count_of_draws_is_said_scaled_to_a_hundred_from_a_hundred_on(int hits, int of, string words) => new Chance(hits, of).InDraws.ShouldBe(words);

    [Theory]
    [InlineData(449, 500, false)]
    [InlineData(450, 500, true)]
    [InlineData(18, 20, true)]
    [InlineData(19, 19, false)]
    public void Ranking_is_settled_from_nine_draws_of_ten_when_there_are_twenty(int hits, int of, bool settled) => Likelihood.Settles(new Chance(hits, of)).ShouldBe(settled);

    [Theory]
    [InlineData(0, "never")]
    [InlineData(1, "possibly")]
    [InlineData(9, "possibly")]
    [InlineData(10, "necessarily")]
    public void Under_ranks_a_thing_is_necessary_possible_or_never(int hits, string word) => Likelihood.ModalWord(new Chance(hits, 10)).ShouldBe(word);

    [Fact]
    public void Spread_leaves_out_what_does_not_exist_and_says_how_much_there_was()
    {
        Spread.Of([double.NaN, 3, double.PositiveInfinity, 1, 2]).ShouldBe(new Spread(2, 1.1, 2.9, 3), new SpreadComparer());
        Spread.Of([double.NaN]).ShouldBeNull();
        Spread.Of([]).ShouldBeNull();
    }

    [Fact]
    public void Spread_of_one_draw_is_that_draw() => Spread.Of([7]).ShouldBe(new Spread(7, 7, 7, 1));

    private sealed class SpreadComparer : IEqualityComparer<Spread?>
    {
        /// <summary>The last digits of an interpolation between neighbours.</summary>
        private const double Rounding = 1e-12;

        public bool Equals(Spread? x, Spread? y) =>
            x is not null && y is not null && x.Count == y.Count
            && Math.Abs(x.Median - y.Median) < Rounding && Math.Abs(x.P5 - y.P5) < Rounding && Math.Abs(x.P95 - y.P95) < Rounding;

        public int GetHashCode(Spread? obj) => 0;
    }
}
