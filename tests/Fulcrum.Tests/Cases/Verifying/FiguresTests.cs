using Fulcrum.Cases.Verifying;
using Shouldly;

namespace Fulcrum.Tests.Cases.Verifying;

public sealed class FiguresTests
{
    [Theory]
    [InlineData("about 35 percent of the arms", 35)]
    [InlineData("about 35 percent of the arms", 0.35)]
    [InlineData("some 35% of it", 0.35)]
    [InlineData("35 per cent", 0.35)]
    [InlineData("worth $300 billion", 300)]
    [InlineData("worth $300 billion", 3e11)]
    [InlineData("€1.2tn in all", 1.2e12)]
    [InlineData("1,250 people", 1250)]
    [InlineData("12\u00A0300 people", 12300)]
    [InlineData("a 90-minute call", 90)]
    [InlineData("twenty-five years", 25)]
    [InlineData("a thirty-day truce", 30)]
    [InlineData("Two hundred tents", 200)]
    [InlineData("two-thirds of the water", 0.67)]
    [InlineData("a third of the water", 0.333)]
    [InlineData("half the water", 50)]
    [InlineData("fell by 5 points", -5)]
    [InlineData("in 2014.", 2014)]
    public void Contain_FigureOfTheSentence_IsFound(string words, double number) => Figures.Contain(Figures.In(words), number).ShouldBeTrue();

    [Theory]
    [InlineData("about 35 percent of the arms", 30)]
    [InlineData("about 35 percent of the arms", 3.5)]
    [InlineData("worth $300 billion", 300e6)]
    [InlineData("1,250 people", 250)]
    [InlineData("two-thirds of the water", 0.6)]
    [InlineData("version v2 of it", 2)]
    [InlineData("someone often weights", 1)]
    [InlineData("", 0)]
    public void Contain_AnotherFigure_IsNotFound(string words, double number) => Figures.Contain(Figures.In(words), number).ShouldBeFalse();

    [Fact]
    public void In_SeveralFigures_StandInTheirOrderAsWritten() =>
        Figures.In("Of 40 wells, two-thirds gave 5.5% less.").Select(f => f.Text).ShouldBe(["40", "two-thirds", "5.5%"]);

    [Theory]
    [InlineData("\u0663\u0665 per cent of it")]
    [InlineData("\uFF13\uFF15 wells")]
    [InlineData("\u096A\u0968")]
    public void In_DigitsOfAnotherScript_AreNoFiguresAndNoMistake(string words) => Figures.In(words).ShouldBeEmpty();
}
