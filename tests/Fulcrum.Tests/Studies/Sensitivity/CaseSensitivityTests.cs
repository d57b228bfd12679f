using Fulcrum.Cases;
using Fulcrum.Studies;
using Fulcrum.Studies.Sensitivity;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Studies.Sensitivity;

/// <summary>The inputs of a case and one number at a time.</summary>
public sealed class CaseSensitivityTests
{
    private static readonly Case Uncertain = UncertainCase.Plain.Build();

    private static Quantity Cost => Uncertain.Quantities.Single(q => q.Path == "no-deal.war.cost.a");

    [Fact]
    public void Every_number_that_varies_is_in_one_input()
    {
        IReadOnlyList<StudyInput> grouped = StudyInputs.Of(Uncertain, single: false), single = StudyInputs.Of(Uncertain, single: true);

        grouped.SelectMany(g => g.Keys).Order().ToArray().ShouldBe(single.SelectMany(s => s.Keys).Order().ToArray());
        single.SelectMany(s => s.Keys).Distinct().Count().ShouldBe(single.Sum(s => s.Keys.Count));
        grouped.Single(g => g.Name == "no-deal.war").Paths.ShouldContain("no-deal.war.cost.a");
        single.Count.ShouldBeGreaterThan(grouped.Count);
    }

    [Fact]
    public void Redrawing_an_input_moves_its_numbers_and_no_other()
    {
        var sampler = new Sampler(Uncertain, 1);
        foreach (StudyInput input in StudyInputs.Of(Uncertain, single: true))
        {
            CaseNumbers plain = sampler.Draw(3), redrawn = sampler.Draw(3, input.Keys, 99, 3), other = new Sampler(Uncertain, 99).Draw(3);
            foreach (Quantity q in Uncertain.Quantities.Where(q => q.Shape is not NumberShape.Rest && !q.Path.EndsWith(".chance", StringComparison.Ordinal)))
            {
                redrawn[q].ShouldBe(input.Keys.Contains(sampler.KeyOf(q)) ? other[q] : plain[q], $"{input.Name}: {q.Path}");
            }
        }
    }

    [Fact]
    public void A_verdict_on_one_number_turns_at_that_number_and_nowhere_else()
    {
        double low = Cost.Shape.Least, high = Cost.Shape.Most, line = low + 0.42 * (high - low);

        Threshold turn = OneAtATime.Thresholds(Uncertain, n => n[Cost] > line, new StudyOptions { Threads = 1 }, TestContext.Current.CancellationToken).ShouldHaveSingleItem();

        (turn.Path, turn.HoldsAbove).ShouldBe((Cost.Path, true));
        turn.At.ShouldBe(line, 2e-3 * (high - low));
    }

    [Fact]
    public void The_longest_bar_of_the_tornado_is_the_number_that_moves_the_answer_most()
    {
        IReadOnlyList<TornadoBar> bars = OneAtATime.Tornado(Uncertain, n => 3 * n[Cost], new StudyOptions { Threads = 1 }, TestContext.Current.CancellationToken);

        (bars[0].Path, bars[0].AtLow, bars[0].AtHigh).ShouldBe((Cost.Path, 3 * Cost.Shape.Least, 3 * Cost.Shape.Most));
        bars.Skip(1).ShouldAllBe(b => b.Swing == 0 || b.Path != Cost.Path);
    }

    [Theory]
    [InlineData("-10..0")]
    [InlineData("0")]
    public void Numbers_drawn_together_move_together_along_the_whole_chain(string first)
    {
        string talks = """
            fulcrum: 1
            case: a chain
            starts: 2025-01-01
            as-of: 2025-03-01
            parties: {a: {role: principal}, b: {role: principal}, c: {role: principal}}
            issues: {land: {options: [x, y], a: {x: 0, y: 100}, b: {x: 100, y: 0}, c: {x: 100, y: 0}}}
            weights: {a: {land: 1}, b: {land: 1}, c: {land: 1}}
            no-deal:
              war: {goes: {as: {land: x}}, cost: {a: {{first}}, b: {is: 40..60, with: no-deal.war.cost.a}, c: {is: 0..80, against: no-deal.war.cost.b}}}
            """.Replace("{{first}}", first, StringComparison.Ordinal);
        Case chained = Fulcrum.Cases.CaseFolder.FromTexts(new Dictionary<string, string> { ["case.yaml"] = talks }, new CaseReadOptions()).Case.ShouldNotBeNull();
        Quantity Of(string party) => chained.Quantities.Single(q => q.Path == $"no-deal.war.cost.{party}");

        TornadoBar bar = OneAtATime.Tornado(chained, n => n[Of("c")], new StudyOptions { Threads = 1 }, TestContext.Current.CancellationToken).Single(b => b.Swing > 0);

        (bar.AtLow, bar.AtHigh).ShouldBe((80, 0));
        bar.Path.ShouldBe(first == "0" ? Of("b").Path : Of("a").Path);
        CaseNumbers drawn = new Sampler(chained, 3).Draw(0);
        ((drawn[Of("b")] - 40) / 20).ShouldBe(1 - drawn[Of("c")] / 80, 1e-9);
        Drivers.InputsOf(chained, new Sampler(chained, 3), 4).Count(i => i.Path.Contains("cost", StringComparison.Ordinal)).ShouldBe(1);
    }
}
