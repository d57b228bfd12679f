using Fulcrum.Bargaining;
using Fulcrum.Bargaining.Compiled;
using Fulcrum.Bargaining.Situations;
using Fulcrum.Bargaining.Solutions;
using Fulcrum.Cases;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Bargaining;

/// <summary>A lever that would end the conflict spares the cost of failure only as far as it is believed; the same in all three ways of valuing a deal.</summary>
public sealed class DoubtedEndTests
{
    private const double Rounding = 1e-9;

    private static CaseMaker Peacekeepers(double credibility) => new CaseMaker()
        .Party("north", 1, ("war", 3), ("land", 1))
        .Party("south", 1, ("war", 1), ("land", 1))
        .Issue("land", ["line", "shared"], ("north", [0, 100]), ("south", [100, 0]))
        .Issue("war", ["goes-on", "stops"], ("north", [0, 40]), ("south", [10, 30]))
        .With(issue => issue with { Ends = true })
        .Course("failure", [("north", 10), ("south", 8)], (1, ["line", "goes-on"]))
        .PerMonth("south", -2)
        .Lever("peacekeepers", "north", credibility: credibility, delivers: [("war", "stops")]);

    // North: 3/4 of 40 points and no cost as far as believed. South a month later: half of 30, else half of 10 less 8 and 2 of drift.
    [Theory]
    [InlineData(0, -10, 5 - 8 - 2)]
    [InlineData(0.25, 0.25 * 30 + 0.75 * -10, 0.25 * 15 + 0.75 * -5)]
    [InlineData(1, 30, 15)]
    public void End_that_is_doubted_bears_the_cost_of_failure_as_far_as_it_is_doubted(double credibility, double north, double south)
    {
        CasePlan plan = Peacekeepers(credibility).Plan();

        DealBlock block = BlockAfterAMonth(plan, "war");

        block.Choices.Single(c => c.Key == "stops@peacekeepers").Points.ToArray().ShouldBe([north, south], Rounding);
    }

    [Fact]
    public void Lever_that_nobody_believes_is_worth_what_leaving_the_matter_open_is()
    {
        DealBlock block = BlockAfterAMonth(Peacekeepers(0).Plan(), "war");

        block.Choices.Single(c => c.Key == "stops@peacekeepers").Points.ShouldBe(block.Choices.Single(c => c.Key == "goes-on").Points);
    }

    [Fact]
    public void Groups_too_wide_to_list_value_a_doubted_end_as_listed_ones_do()
    {
        CasePlan plan = Peacekeepers(0.25).Together("south", 7, ("war", "stops"), ("land", "shared")).Plan();
        CaseNumbers numbers = CaseNumbers.MidRange(plan.Case);
        var model = new DrawModel(plan, numbers, ignoreRedLines: false);
        var replay = new DrawReplay(plan, numbers);
        IssueGroup group = plan.Layout.Groups.Single();
        Available[][] ways = [[new(0, -1, "line", 0, 0), new(1, -1, "shared", 0, 0)], [new(0, -1, "goes-on", 0, 0), new(1, 0, "stops@peacekeepers", 1, 0)]];
        DealBlock listed = BlockAfterAMonth(plan, "land");

        var wide = new WideGroup(model, group, model.Adds[0], replay.With(replay.All), 1).ModelOf(ways);

        foreach (DealChoice choice in listed.Choices)
        {
            string[] keys = choice.Key.Split('+');
            double[] value = wide.ValueOf([.. keys.Select((key, place) => Array.FindIndex(ways[place], way => way.Key == key))]);
            value[..2].ShouldBe(choice.Points, Rounding, choice.Key);
        }
    }

    [Fact]
    public void Compiled_choices_of_random_cases_are_worth_what_objects_say_to_the_last_bit()
    {
        int doubted = 0;
        for (ulong seed = 1; seed <= 200; seed++)
        {
            Case @case = RandomCases.Of(seed);
            CasePlan plan = CasePlan.Of(@case, CaseMaker.Today.AddDays(20));
            CaseNumbers numbers = CaseNumbers.MidRange(@case);
            var replay = new DrawReplay(plan, numbers);
            var objects = new DrawModel(plan, numbers, ignoreRedLines: false);
            double months = objects.MonthsAt(plan.AsOf);
            BargainingProblem problem = SituationBuilder.Build(objects, replay.With(replay.All), months);
            (CompiledCase compiled, DrawnBlocks blocks, Situation situation) = Compiled(plan, numbers, months);
            for (int g = 0; g < compiled.Groups.Length; g++)
            {
                DealBlock block = problem.Space.Blocks.Single(b => b.Key == plan.Layout.Groups[g].Key);
                int variant = blocks.Of(g, situation);
                blocks.Count(variant).ShouldBe(block.Choices.Count, $"seed {seed}");
                int at = blocks.First(variant);
                foreach (int k in DealTable.Order(block.Choices.Count, k => block.Choices[k].Key))
                {
                    blocks.Points(at).ToArray().ShouldBe([.. block.Choices[k].Points], $"seed {seed}: {block.Choices[k].Key}");
                    (blocks.Needs(at), blocks.RefusedBy(at++)).ShouldBe((block.Choices[k].Needs, block.Choices[k].RefusedBy), $"seed {seed}");
                    doubted += block.Choices[k].Terms.DeliveredBy.Any() && compiled.Groups[g].Ends ? 1 : 0;
                }
            }
        }
        doubted.ShouldBeGreaterThan(10);
    }

    private static (CompiledCase, DrawnBlocks, Situation) Compiled(CasePlan plan, CaseNumbers numbers, double months)
    {
        var compiled = new CompiledCase(plan);
        var model = new DrawnModel(compiled);
        var slots = new LeverSlots(compiled, model);
        var sets = new YieldSets(compiled);
        var moves = new DrawnMoves(compiled, slots, sets);
        var blocks = new DrawnBlocks(compiled, model, slots, sets);
        var situation = new Situation(compiled) { Months = months };
        model.Fill(numbers);
        slots.Begin();
        sets.Begin(moves);
        moves.Fill(numbers);
        blocks.Begin(ignoreRedLines: false);
        moves.With(moves.All, situation);
        return (compiled, blocks, situation);
    }

    private static DealBlock BlockAfterAMonth(CasePlan plan, string issue)
    {
        CaseNumbers numbers = CaseNumbers.MidRange(plan.Case);
        var replay = new DrawReplay(plan, numbers);
        BargainingProblem problem = SituationBuilder.Build(new DrawModel(plan, numbers, ignoreRedLines: false), replay.With(replay.All), 1);
        return problem.Space.Blocks.Single(b => b.Choices.Any(c => c.Terms.Options.Any(o => o.Issue.Value == issue)));
    }
}
