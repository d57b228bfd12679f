using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Studies;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.CaseStudies;

/// <summary>
/// The numbers of the base case must not contradict what its own sources report: Ukraine accepted the bare ceasefire, Russia did not, and Ukraine would
/// refuse a wholly one-sided deal. A refusal in bargaining may hope for more, so Russia's needs to be a close call only.
/// </summary>
public sealed class RevealedChoicesTests
{
    private const int Draws = 200;

    private static readonly Dictionary<string, string> BareCeasefire = new()
    {
        ["fighting"] = "full-ceasefire", ["territory"] = "line-frozen", ["guarantees"] = "none", ["sanctions"] = "0", ["arms"] = "uncapped", ["minerals"] = "none",
        ["accountability"] = "pursued", ["elections"] = "when-law-allows", ["plant"] = "russian",
    };

    private static readonly Dictionary<string, string> OneSided = new()
    {
        ["fighting"] = "full-ceasefire", ["territory"] = "line-recognised", ["nato"] = "excluded", ["guarantees"] = "none", ["sanctions"] = "100", ["arms"] = "disarmed",
        ["minerals"] = "us-terms", ["accountability"] = "dropped", ["elections"] = "at-once", ["plant"] = "russian",
    };

    [Fact]
    public void Bare_ceasefire_is_better_than_war_for_Ukraine_and_a_close_call_for_Russia()
    {
        ShareBetterThanWar("ukraine", BareCeasefire).ShouldBeGreaterThan(0.9);
        ShareBetterThanWar("russia", BareCeasefire).ShouldBeInRange(0.25, 0.75);
    }

    [Fact]
    public void One_sided_deal_is_worse_than_war_for_Ukraine_and_better_for_Russia()
    {
        ShareBetterThanWar("ukraine", OneSided).ShouldBeLessThan(0.1);
        ShareBetterThanWar("russia", OneSided).ShouldBeGreaterThan(0.9);
    }

    // NATO is left at what the bare ceasefire leaves it: the best that is still on the table for Ukraine.
    private static double ShareBetterThanWar(string party, Dictionary<string, string> deal)
    {
        Case @case = Studied.Read(Studied.Ukraine);
        CasePlan plan = CasePlan.Of(@case, @case.AsOf);
        var sampler = new Sampler(@case, 1);
        int better = 0;
        for (int draw = 0; draw < Draws; draw++)
        {
            BargainingProblem problem = SituationBuilder.Build(plan, sampler.Draw(draw), @case.AsOf);
            int p = problem.Space.Parties.ToList().FindIndex(id => id.Value == party);
            better += Value(problem.Space, p, deal) > problem.NoDeal[p] ? 1 : 0;
        }
        return (double)better / Draws;
    }

    private static double Value(DealSpace space, int party, Dictionary<string, string> deal)
    {
        double value = space.Constants[party];
        foreach (DealBlock block in space.Blocks.Where(block => block.Choices[0].Terms.Options.Count > 0))
        {
            string issue = block.Choices[0].Terms.Options[0].Issue.Value;
            DealChoice? choice = block.Choices.FirstOrDefault(choice => deal.TryGetValue(issue, out string? option) && choice.Terms.Options[0].Option.Value == option);
            value += choice?.Points[party] ?? Still(block, issue).Points[party];
        }
        return value;
    }

    // Where the wanted option has been ruled out: what stands closest to it.
    private static DealChoice Still(DealBlock block, string issue) =>
        issue switch
        {
            "nato" => block.Choices.FirstOrDefault(choice => choice.Terms.Options[0].Option.Value == "door-open") ?? Named(block, "long-pause"),
            "territory" => Named(block, "line-recognised"),
            _ => throw new InvalidOperationException($"{issue} has no such option left."),
        };

    private static DealChoice Named(DealBlock block, string option) => block.Choices.First(choice => choice.Terms.Options[0].Option.Value == option);
}
